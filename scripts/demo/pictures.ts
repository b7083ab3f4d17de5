import type { Locator, Page } from '@playwright/test';
import { deviceKey, deviceKinds } from '@/lib/model/device';
import { optionsSections } from '@/lib/model/options-section';
import type { DeviceKind } from '@/lib/model/device';
import type { Extension } from '@/test/e2e/harness/extension';
import { MatchingPage } from '@/test/e2e/harness/matching';
import { openPanel } from '@/test/e2e/harness/panel';
import type { PanelCase } from '@/test/simulator/tenant/demo-ids';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { schemes, screenshots } from '@/test/e2e/harness/screenshots';
import { join } from 'node:path';
import { sheetPictures } from './network-sheet';

export interface MatchedPage {
  readonly kind: DeviceKind;
  /** The configuration's path in the portal. */
  readonly path: string;
}

/** The demo tenant's configurations whose devices have every field of their panel filled. */
const shown: Readonly<Record<DeviceKind, PanelCase>> = {
  'access-point': DEMO.panel.accessPoint,
  switch: DEMO.panel.switch,
  'managed-power': DEMO.panel.managedPower,
  router: DEMO.panel.router,
};

/** One matched configuration of each kind. Throws where a kind has none. */
export async function matchedPages(extension: Extension): Promise<MatchedPage[]> {
  const matches = await extension.readStore('deviceMatches');
  return deviceKinds.map((kind) => {
    const { organizationId, configurationId, deviceId } = shown[kind];
    const match = matches.find(({ deviceKey: key }) => key === deviceKey(kind, String(deviceId)));
    if (match?.state !== 'matched' || match.configurationId !== configurationId)
      throw new Error(`The ${kind} that has everything is not matched to its configuration.`);
    return { kind, path: `/${organizationId}/configurations/${configurationId}` };
  });
}

/** A printer's page, which names the switch and port it hangs on. */
const printer = `/${DEMO.organizations.northwind}/configurations/${DEMO.connections.printer.configurationId}`;
/** An unmatched configuration that a device fits by its name. */
const unmatched = `/${DEMO.organizations.northwind}/configurations/${DEMO.matching.nameOnly.configurationId}`;

/** Opens a panel's history, and the list of clients where it has one. */
async function openHistory(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'History' }).click();
  const history = panel.getByRole('region', { name: 'History' });
  await history.getByText('Updated').waitFor();
  const clients = history.getByRole('button', { name: 'Show clients' });
  if (!(await clients.isVisible())) return;
  await clients.click();
  await history.getByRole('table').last().waitFor();
}

/**
 * Saves pictures of each kind's page and panel, what its history shows, the matching panel and page, the network sheet, the popup and the options into a folder;
 * gives their paths.
 */
export async function takePictures(
  extension: Extension,
  pages: readonly MatchedPage[],
  folder: string,
): Promise<string[]> {
  const files: string[] = [];
  const unmatchedPages = [
    { kind: 'matching', path: unmatched },
    { kind: 'connected', path: printer },
  ];
  for (const { kind, path } of [...pages, ...unmatchedPages]) {
    for (const scheme of schemes) {
      const { page, panel } = await openPanel(extension, `${path}?theme=${scheme}`);
      await page.emulateMedia({ colorScheme: scheme });
      for (const [name, subject] of [
        [`page-${kind}-${scheme}.png`, page],
        [`panel-${kind}-${scheme}.png`, panel],
      ] as const) {
        const file = join(folder, name);
        await subject.screenshot({ path: file, animations: 'disabled' });
        files.push(file);
      }
      if (kind === 'access-point' || kind === 'managed-power') {
        const file = join(folder, `history-${kind}-${scheme}.png`);
        await openHistory(panel);
        await panel.screenshot({ path: file, animations: 'disabled' });
        files.push(file);
      }
      await page.close();
    }
  }
  const take = async (page: Page, name: string, widths: readonly number[]) => {
    files.push(...(await screenshots(page, name, { folder, widths })));
    await page.close();
  };
  const { harbor } = DEMO.organizations;
  for (const [name, place] of [
    ['matching-networks', ''],
    ['matching-devices', `#organization/${harbor}`],
    ['matching-matched', `#organization/${harbor}?tab=matched`],
  ] as const)
    await take((await MatchingPage.open(extension, place)).page, name, [480, 1280]);
  await take(await extension.openPopup(), 'popup', [360]);
  for (const section of optionsSections)
    await take(
      await extension.openOptions(section),
      `options-${section}`,
      section === 'connection' ? [480, 1280] : [1280],
    );
  files.push(...(await sheetPictures(extension, folder)));
  return files;
}
