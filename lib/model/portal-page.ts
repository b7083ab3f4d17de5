import { configurationId, flexibleAssetId, flexibleAssetTypeId, organizationId } from './ids';
import { portalOfHost, type Portal } from './portal';

/** Every kind of page that is told apart, each with its path and the ids in it. */
const pages = [
  page('configuration', /^\/(\d+)\/configurations\/(\d+)\/?$/, (organization, configuration) => ({
    organizationId: organizationId(organization),
    configurationId: configurationId(configuration),
  })),
  page('configurations', /^\/(\d+)\/configurations\/?$/, (organization) => ({
    organizationId: organizationId(organization),
  })),
  page(
    'record',
    /^\/(\d+)\/assets\/(\d+)(?:-[^/]*)?\/records\/(\d+)\/?$/,
    (organization, type, record) => ({
      organizationId: organizationId(organization),
      typeId: flexibleAssetTypeId(type),
      recordId: flexibleAssetId(record),
    }),
  ),
  page('organization', /^\/(\d+)\/?$/, (organization) => ({
    organizationId: organizationId(organization),
  })),
  page('integrations', /^\/admin\/integrations\/?$/, () => ({})),
] as const;

/** The kinds of page that the panels' code shows something on. */
const panelKinds = ['configuration', 'configurations', 'record', 'organization'] as const;

function page<const Kind extends string, Ids extends object>(
  kind: Kind,
  path: RegExp,
  ids: (...found: string[]) => Ids,
) {
  return (pathname: string) => {
    const match = path.exec(pathname);
    return match && { kind, ...ids(...match.slice(1)) };
  };
}

/** A page of IT Glue's portal, by what its address says. */
export type PortalPage =
  NonNullable<ReturnType<(typeof pages)[number]>> | { readonly kind: 'other' };
export type PageKind = Exclude<PortalPage['kind'], 'other'>;

/** The ids in the address of a page of that kind. */
export type PageIds<Kind extends PageKind> = Readonly<
  Omit<Extract<PortalPage, { kind: Kind }>, 'kind'>
>;
/** Any page of one organization. */
export type OrganizationPage = PageIds<'organization'>;
export type ConfigurationPage = PageIds<'configuration'>;
/** A flexible asset's page. */
export type RecordPage = PageIds<'record'>;

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
  for (const read of pages) {
    const found = read(url.pathname);
    if (found) return found;
  }
  return { kind: 'other' };
}

export type PanelPage = Extract<PortalPage, { kind: (typeof panelKinds)[number] }>;

/** The page, if the panels' code shows something on its kind. */
export const panelPage = (page: PortalPage): PanelPage | null => (hasPanel(page) ? page : null);

const hasPanel = (page: PortalPage): page is PanelPage =>
  panelKinds.some((kind) => kind === page.kind);

/** Names a page that has a panel, the same name for the same subject; `null` for any other. */
export function panelPageId(page: PortalPage): string | null {
  if (!hasPanel(page)) return null;
  const { kind, ...ids } = page;
  return `${kind} ${Object.values(ids).join('/')}`;
}

function parse(address: string | URL): URL | null {
  if (address instanceof URL) return address;
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
