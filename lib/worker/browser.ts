import type { OrganizationId } from '@/lib/model/ids';
import { formatMatchingPlace, matchingStart } from '@/lib/views/matching-address';
import type { WorkerBrowser } from './platform';

/** What WXT builds of entrypoints/portal-panels.content. */
const panelFile = '/content-scripts/portal-panels.js';

/** Loads the panels' code into a tab's page. */
export async function injectPanels({ scripting }: WorkerBrowser, tabId: number): Promise<void> {
  await scripting.executeScript({
    target: { tabId },
    files: [panelFile],
    injectImmediately: true,
  });
}

/** Opens the matching page at an organization's devices. */
export async function openMatching(
  { runtime, tabs }: WorkerBrowser,
  organization: OrganizationId,
): Promise<void> {
  const place = formatMatchingPlace({ ...matchingStart, organization });
  await tabs.create({ url: runtime.getURL('/matching.html') + place });
}

/** The address of the tab in front; `undefined` where it may not be known. */
export async function activeAddress({ tabs }: WorkerBrowser): Promise<string | undefined> {
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.url;
}
