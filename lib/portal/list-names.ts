import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import { portalPage } from '@/lib/model/portal-page';
import { aside } from './title';

/** The portal's own bar, in which recent configurations may be listed. */
const bars = 'header, [role=banner]';
const rows = 'tr, [role=row], li, [role=listitem]';

/** A configuration's name in a list, as a link to its page. */
export interface ListedName {
  readonly link: HTMLAnchorElement;
  readonly configurationId: ConfigurationId;
}

/**
 * The names in a page's lists that lead to pages of the organization's configurations: in each row the first link to
 * one that has words. Links beside the content (menus, bars) are none.
 */
export function listedNames(
  document: Document,
  organizationId: OrganizationId,
): readonly ListedName[] {
  const found: ListedName[] = [];
  const seen = new Map<Element, Set<ConfigurationId>>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href*="/configurations/"]')) {
    const url = URL.canParse(link.href) ? new URL(link.href) : null;
    if (url === null || url.origin !== document.location.origin) continue;
    const page = portalPage(url);
    if (page.kind !== 'configuration' || page.organizationId !== organizationId) continue;
    if (!hasWords(link) || isAside(link)) continue;
    const row = link.closest(rows) ?? link;
    const ids = seen.get(row) ?? new Set();
    seen.set(row, ids);
    const { configurationId } = page;
    if (ids.has(configurationId)) continue;
    ids.add(configurationId);
    found.push({ link, configurationId });
  }
  return found;
}

/** Not what only screen readers are told, nor a picture. */
const hasWords = (link: Element) => (link.textContent ?? '').trim() !== '';

const isAside = (link: Element) =>
  link.closest(aside) !== null || (link.closest(bars) !== null && link.closest('table') === null);
