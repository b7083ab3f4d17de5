import {
  configurationId,
  flexibleAssetId,
  flexibleAssetTypeId,
  organizationId,
} from '@/lib/model/ids';
import type { ConfigurationPage, OrganizationPage, RecordPage } from '@/lib/model/page-ids';
import { portalOfHost } from '@/lib/model/portal';
import type { Portal } from '@/lib/model/portal';

/** A page of IT Glue's portal, by what its address says. */
export type PortalPage =
  | ({ readonly kind: 'configuration' } & ConfigurationPage)
  | ({ readonly kind: 'configurations' } & OrganizationPage)
  | ({ readonly kind: 'record' } & RecordPage)
  | ({ readonly kind: 'organization' } & OrganizationPage)
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

/** The kinds of page that the panels' code shows something on. */
const panelKinds = ['configuration', 'configurations', 'record'] as const;
export type PanelPage = Extract<PortalPage, { kind: (typeof panelKinds)[number] }>;

/** The page, if the panels' code shows something on its kind. */
export function panelPage(page: PortalPage): PanelPage | null {
  return panelKinds.some((kind) => kind === page.kind) ? (page as PanelPage) : null;
}

/** Names a page that has a panel, the same name for the same subject; `null` for any other. */
export function panelPageId(page: PortalPage): string | null {
  const found = panelPage(page);
  if (found === null) return null;
  const { kind, ...ids } = found;
  return `${kind} ${Object.values(ids).join('/')}`;
}

type Read = (first: string, second: string, third: string) => PortalPage;

const pages: readonly (readonly [RegExp, Read])[] = [
  [
    /^\/(\d+)\/configurations\/(\d+)\/?$/,
    (organization, configuration) => ({
      kind: 'configuration',
      organizationId: organizationId(organization),
      configurationId: configurationId(configuration),
    }),
  ],
  [
    /^\/(\d+)\/configurations\/?$/,
    (organization) => ({ kind: 'configurations', organizationId: organizationId(organization) }),
  ],
  [
    /^\/(\d+)\/assets\/(\d+)(?:-[^/]*)?\/records\/(\d+)\/?$/,
    (organization, type, record) => ({
      kind: 'record',
      organizationId: organizationId(organization),
      typeId: flexibleAssetTypeId(type),
      recordId: flexibleAssetId(record),
    }),
  ],
  [
    /^\/(\d+)\/?$/,
    (organization) => ({ kind: 'organization', organizationId: organizationId(organization) }),
  ],
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
