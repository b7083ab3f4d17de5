import { portalOfHost } from '@/lib/model/portal';
import type { Portal } from '@/lib/model/portal';

/** A page of IT Glue's portal, by what its address says. Ids stay text: some have 16 digits and more. */
export type PortalPage =
  | {
      readonly kind: 'configuration';
      readonly organizationId: string;
      readonly configurationId: string;
    }
  | { readonly kind: 'configurations'; readonly organizationId: string }
  | {
      readonly kind: 'record';
      readonly organizationId: string;
      readonly typeId: string;
      readonly recordId: string;
    }
  | { readonly kind: 'organization'; readonly organizationId: string }
  | { readonly kind: 'integrations' }
  | { readonly kind: 'other' };

/**
 * The tenant whose portal an address is on.
 * @returns `null` for any other host (the API's and the vendor's own included) and for plain HTTP
 */
export function portalTenant(address: string | URL): Portal | null {
  const url = parse(address);
  return url?.protocol === 'https:' ? portalOfHost(url.hostname) : null;
}

/**
 * The page an address leads to; `other` for every page that nothing is shown on, editing and
 * creating included. Query, fragment and a trailing slash do not count.
 */
export function portalPage(address: string | URL): PortalPage {
  const url = parse(address);
  if (url === null || portalTenant(url) === null) return { kind: 'other' };
  for (const [pattern, read] of pages) {
    const match = pattern.exec(url.pathname);
    if (match) return read(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  }
  return { kind: 'other' };
}

/** Names a page that the panels' code shows something on, the same name for the same subject; `null` for any other. */
export function panelPageId(page: PortalPage): string | null {
  switch (page.kind) {
    case 'configuration':
      return `configuration ${page.organizationId}/${page.configurationId}`;
    case 'configurations':
      return `configurations ${page.organizationId}`;
    case 'record':
      return `record ${page.organizationId}/${page.typeId}/${page.recordId}`;
    case 'organization':
    case 'integrations':
    case 'other':
      return null;
  }
}

type Read = (first: string, second: string, third: string) => PortalPage;

const pages: readonly (readonly [RegExp, Read])[] = [
  [
    /^\/(\d+)\/configurations\/(\d+)\/?$/,
    (organizationId, configurationId) => ({
      kind: 'configuration',
      organizationId,
      configurationId,
    }),
  ],
  [
    /^\/(\d+)\/configurations\/?$/,
    (organizationId) => ({ kind: 'configurations', organizationId }),
  ],
  [
    /^\/(\d+)\/assets\/(\d+)(?:-[^/]*)?\/records\/(\d+)\/?$/,
    (organizationId, typeId, recordId) => ({ kind: 'record', organizationId, typeId, recordId }),
  ],
  [/^\/(\d+)\/?$/, (organizationId) => ({ kind: 'organization', organizationId })],
  [/^\/admin\/integrations\/?$/, () => ({ kind: 'integrations' })],
];

function parse(address: string | URL): URL | null {
  if (address instanceof URL) return address;
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
