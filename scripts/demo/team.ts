import { deviceKey } from '@/lib/model/device';
import { Extension } from '@/test/e2e/harness/extension';
import { launch } from '@/test/e2e/harness/launch';
import { MatchingPage, ready } from '@/test/e2e/harness/matching';
import { openPanel } from '@/test/e2e/harness/panel';
import { inTeam } from '@/test/e2e/harness/team';
import { recordPath } from '@/test/e2e/harness/wireless';
import type { Simulator } from '@/test/simulator';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { join } from 'node:path';
import { table } from './table';

/**
 * A second technician's browser of the same company: what the first one matched by hand and documented
 * is there, and its syncs write nothing of it again.
 * @returns what it sees as text, and the paths of the pictures taken
 */
export async function secondTechnician(
  first: Extension,
  simulator: Simulator,
  browser: { readonly executablePath: string; readonly headed: boolean },
  folder: string,
): Promise<{ text: string; files: string[] }> {
  const { northwind } = DEMO.organizations;
  const { deviceId, configurationId } = DEMO.matching.nameOnly;
  const matching = await MatchingPage.open(first, `#organization/${northwind}`);
  await matching.seeAll();
  await matching.button('NW-AP14 Loading Dock', 'Accept Suggested Match').click();
  await matching.announces('Matched NW-AP14 Loading Dock to nw-ap14 loading dock.');
  await matching.page.close();
  await inTeam(first, 'Share with your team');

  const launched = await launch({ ...browser, args: simulator.chromiumArgs() });
  try {
    const second = new Extension(launched, first.keys);
    await ready(second);
    await inTeam(second, 'Refresh');
    simulator.requests.clear();
    await second.syncNow();
    const written = simulator.requests
      .writes({ api: 'itglue' })
      .filter(({ path }) => !/\/flexible_assets(?:\/\d+)?$/.test(path));
    const match = (await second.readStore('deviceMatches')).find(
      (each) => each.deviceKey === deviceKey('access-point', String(deviceId)),
    );
    if (match?.state !== 'matched' || match.configurationId !== configurationId)
      throw new Error('The second browser does not have the match that the first one made.');
    const files: string[] = [];
    for (const [name, path] of [
      ['team-panel', `/${northwind}/configurations/${configurationId}`],
      ['team-record', recordPath(simulator.tenant, DEMO.ssids.longKey)],
    ] as const) {
      const { page } = await openPanel(second, path);
      const file = join(folder, `${name}.png`);
      await page.screenshot({ path: file, animations: 'disabled' });
      files.push(file);
      await page.close();
    }
    const options = await second.openOptions('team');
    const file = join(folder, 'team-options.png');
    const section = options.locator('#team');
    await section.screenshot({ path: file, animations: 'disabled' });
    files.push(file);
    const browsers = await section.getByRole('rowheader').allInnerTexts();
    await options.close();
    const text = table(
      ['A second technician’s browser', ''],
      [
        ['matches by hand that it shares', 1],
        ['browsers of the team', browsers.length],
        ['other writes of its sync', written.length],
      ],
    );
    return { text, files };
  } finally {
    await launched.context.close();
  }
}
