import { expect } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Extension } from '@/test/e2e/harness/extension';
import { keysOf } from '@/test/e2e/harness/keys';
import { launch } from '@/test/e2e/harness/launch';
import { iAm } from '@/test/e2e/harness/matching';
import { openPanel } from '@/test/e2e/harness/panel';
import { standing } from '@/test/e2e/harness/place';
import { switchAutoCreate } from '@/test/e2e/harness/wireless';
import { startSimulator } from '@/test/simulator';
import type { Simulator } from '@/test/simulator';
import { addAgain, replaceDevice } from '@/test/simulator/tenant/events';
import { fieldTenant } from '@/test/simulator/tenant/field';
import { FIELD } from '@/test/simulator/tenant/field-ids';
import { portalShapes } from '@/test/simulator/tenant/quirks';
import { before, fieldChecks, type Check } from './field-checks';
import { table } from './table';

const { devices, organizations, users } = FIELD;
const pageOf = (configurationId: string) =>
  `/${organizations.harbor}/configurations/${configurationId}`;

/**
 * The same on an account that has all of what real ones do at once: what comes of each as a table, and pictures of the
 * panel on every shape of page and docked.
 * @throws where something was neither synced nor named nor kept
 */
export async function demoField(
  browser: { readonly executablePath: string; readonly headed: boolean },
  folder: string,
): Promise<{ text: string; files: string[] }> {
  const simulator = await startSimulator({ tenant: fieldTenant() });
  const launched = await launch({ ...browser, args: simulator.chromiumArgs() });
  try {
    const extension = new Extension(launched, keysOf(simulator.tenant));
    const checks = await throughTheYear(extension, simulator);
    const { files, checks: places } = await placed(extension, folder);
    const all = [...checks, ...places];
    const text = table(
      ['In the field', 'Is', 'Seen', ''],
      all.map(({ what, came, seen, holds }) => [what, came, seen, holds ? '✓' : '✗']),
    );
    const failed = all.filter(({ holds }) => !holds);
    if (failed.length > 0) throw new Error(`${failed.length} of these do not hold.\n\n${text}`);
    return { text, files };
  } finally {
    await launched.context.close();
    await simulator.close();
  }
}

/** Connects, decides by hand, documents the Wi-Fi networks, and syncs again after devices were exchanged. */
async function throughTheYear(extension: Extension, simulator: Simulator): Promise<Check[]> {
  const { tenant, requests } = simulator;
  const was = before(tenant);
  await extension.connect();
  await extension.synced();
  await iAm(extension, users.administrator);
  const [, chosen] = devices.sameMac.configurationIds;
  const { page, panel } = await openPanel(extension, pageOf(chosen));
  await panel.getByRole('button', { name: 'Accept Suggested Match' }).click();
  await expect(panel.getByText('Matched by hand')).toBeVisible();
  await page.close();
  await switchAutoCreate(extension, true);
  const newIds = {
    switch: addAgain(tenant, devices.switch.deviceId),
    sameMac: addAgain(tenant, devices.sameMac.deviceId),
    replaceable: replaceDevice(tenant, devices.replaceable.deviceId, 'ac:86:74:fe:00:01'),
  };
  await extension.syncNow();
  const asked = requests.all();
  requests.clear();
  const last = await extension.syncNow();
  return fieldChecks(extension, {
    tenant,
    before: was,
    last,
    requests: asked,
    syncs: 3,
    writes: requests.writes({ api: 'itglue' }),
    newIds,
    chosen,
  });
}

/** The panel on each shape of page, and docked. */
async function placed(
  extension: Extension,
  folder: string,
): Promise<{ checks: Check[]; files: string[] }> {
  await mkdir(folder, { recursive: true });
  const checks: Check[] = [];
  const files: string[] = [];
  const path = pageOf(devices.switch.configurationId);
  for (const shape of portalShapes)
    for (const docked of [false, true]) {
      const { page, panel } = await openPanel(extension, `${path}?portal=${shape}`);
      if (docked) {
        const dock = panel.getByRole('button', { name: 'Dock to the corner', disabled: false });
        // Only once it may be pressed: tried before, a click scrolls it under the bar of such a page.
        await dock.waitFor();
        await dock.press('Enter');
      }
      const { corner, aside, covered, left, top, width, bars } = await standing(panel);
      checks.push({
        what: `panel on a page made of ${shape}${docked ? ', docked' : ''}`,
        came: 'placed',
        seen: corner ?? `${Math.round(width)} px wide at ${Math.round(left)}, ${Math.round(top)}`,
        holds:
          (corner !== null) === docked && !aside && covered === 0 && width >= 320 && top >= bars,
      });
      const file = join(folder, `field-${docked ? 'docked' : 'placed'}-${shape}.png`);
      await page.screenshot({ path: file, animations: 'disabled' });
      files.push(file);
      if (docked) await panel.getByRole('button', { name: 'Put back into the page' }).click();
      await page.close();
    }
  return { checks, files };
}
