import type { OrganizationId } from '@/lib/model/ids';
import type { OptionsSection } from '@/lib/model/options-section';
import type { PanelPart } from '@/lib/model/panel-part';
import { formatMatchingPlace, matchingStart } from '@/lib/views/matching-address';
import type { WorkerBrowser } from './platform';

/** What WXT builds of entrypoints/portal-panels.content. */
const panelFile = '/content-scripts/portal-panels.js';

/**
 * Loads the panels' code into a tab's page, or that of a part of them, or of what is said before there are keys.
 * @param part what WXT builds of entrypoints/portal-<part>.content
 */
export async function injectPanels(
  { scripting }: WorkerBrowser,
  tabId: number,
  part?: PanelPart | 'keys',
): Promise<void> {
  await scripting.executeScript({
    target: { tabId },
    files: [part === undefined ? panelFile : `/content-scripts/portal-${part}.js`],
    injectImmediately: true,
  });
}

/**
 * Shows the matching page, in the tab that has it or else in a new one.
 * @param organization whose devices it shows; `null` leaves an open page at its place
 */
export async function openMatching(
  { runtime, tabs, windows }: Pick<WorkerBrowser, 'runtime' | 'tabs' | 'windows'>,
  organization: OrganizationId | null,
): Promise<void> {
  const place =
    organization === null ? null : formatMatchingPlace({ ...matchingStart, organization });
  await showPage({ runtime, tabs, windows }, '/matching.html', place);
}

/**
 * Shows the options page, in the tab that has it or else in a new one.
 * @param section that it shows; `null` leaves an open page at its place
 */
export async function openOptions(
  browser: Pick<WorkerBrowser, 'runtime' | 'tabs' | 'windows'>,
  section: OptionsSection | null,
): Promise<void> {
  await showPage(browser, '/options.html', section === null ? null : `#${section}`);
}

/** @param place the fragment of the address to go to; `null` leaves an open page at its place */
async function showPage(
  { runtime, tabs, windows }: Pick<WorkerBrowser, 'runtime' | 'tabs' | 'windows'>,
  path: string,
  place: string | null,
): Promise<void> {
  const page = runtime.getURL(path);
  const open = await tabOf({ runtime, tabs }, page);
  if (open?.id === undefined) {
    await tabs.create({ url: page + (place ?? '') });
    return;
  }
  await tabs.update(open.id, { active: true, ...(place !== null && { url: page + place }) });
  if (open.windowId !== undefined) await windows.update(open.windowId, { focused: true });
}

/**
 * The tab that has a page of the extension. Chromium 150 no longer tells an extension without the `tabs` permission
 * the addresses of its own tabs, so it is asked for its contexts where it knows them.
 */
async function tabOf(
  { runtime, tabs }: Pick<WorkerBrowser, 'runtime' | 'tabs'>,
  page: string,
): Promise<{ id?: number | undefined; windowId?: number | undefined } | undefined> {
  if (!runtime.getContexts) return (await tabs.query({ url: `${page}*` }))[0];
  const contexts = await runtime.getContexts({ contextTypes: ['TAB'] });
  const context = contexts.find(({ documentUrl }) => documentUrl?.startsWith(page));
  return context && { id: context.tabId, windowId: context.windowId };
}

/** Shows an organization's network sheet in a tab of its own. */
export async function openNetworkSheet(
  { runtime, tabs }: Pick<WorkerBrowser, 'runtime' | 'tabs'>,
  organization: OrganizationId,
): Promise<void> {
  await tabs.create({ url: `${runtime.getURL('/network.html')}#${organization}` });
}

/** Shows the first-run page, in the tab that has it or else in a new one. */
export async function openWelcome(
  browser: Pick<WorkerBrowser, 'runtime' | 'tabs' | 'windows'>,
): Promise<void> {
  await showPage(browser, '/welcome.html', null);
}

/** Shows the setup check's page in a tab of its own. */
export async function openSetupCheck({
  runtime,
  tabs,
}: Pick<WorkerBrowser, 'runtime' | 'tabs'>): Promise<void> {
  await tabs.create({ url: runtime.getURL('/setup-check.html') });
}

/** The tab in front; its address is `undefined` where it may not be known. */
export async function activeTab({ tabs }: WorkerBrowser) {
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}
