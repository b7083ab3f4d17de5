import { expect, test } from './fixtures';
import { Extension } from './harness/extension';
import { launch } from './harness/launch';
import { MatchingPage, ready } from './harness/matching';
import { inTeam } from './harness/team';

const integration = 'Datto Networking Integration';

test('two browsers of one company see one state, kept in IT Glue', async ({
  extension,
  simulator,
}) => {
  const second = await launch({
    executablePath: process.env['CHROMIUM_PATH']!,
    args: simulator.chromiumArgs(),
  });
  const other = new Extension(second, extension.keys);
  const { flexibleAssetTypes, flexibleAssets } = simulator.tenant.itglue;
  const types = () => [...flexibleAssetTypes.values()].filter(({ name }) => name === integration);
  try {
    await ready(extension);
    await ready(other);
    expect(types()).toEqual([]);

    await test.step('an Administrator starts it once', async () => {
      await inTeam(extension, 'Share with your team');
      expect(types()).toHaveLength(1);
      // The other browser finds it by itself within minutes; a click is quicker.
      await inTeam(other, 'Share with your team');
      expect(types()).toHaveLength(1);
    });

    await test.step('what one decides, the other has without a sync', async () => {
      const name = 'Spare parts 2019';
      const here = await MatchingPage.open(extension, '#networks?without-devices=1');
      await here.seeAll();
      await here.decide(name, 'Ignore', `Ignored ${name}.`);
      await inTeam(extension, 'Refresh');
      await inTeam(other, 'Refresh');
      const there = await MatchingPage.open(other);
      await there.seeAll();
      await there.tab('Ignored').click();
      await there.decide(name, 'Stop Ignoring', `${name} is no longer ignored.`);
      await inTeam(other, 'Refresh');
      await inTeam(extension, 'Refresh');
      await here.page.reload();
      await here.seeAll();
      await expect(here.row(name)).toBeVisible();
    });

    await test.step('the second one’s syncs write nothing that the first one did', async () => {
      const records = () => flexibleAssets.size;
      await other.syncNow();
      const before = records();
      simulator.requests.clear();
      await extension.syncNow();
      await other.syncNow();
      expect(records()).toBe(before);
      const writes = simulator.requests.writes({ api: 'itglue' });
      const own = types()[0]!.id;
      const foreign = writes.filter(({ path }) => {
        const id = /\/flexible_assets\/(\d+)$/.exec(path)?.[1];
        return id === undefined || flexibleAssets.get(id)?.typeId !== own;
      });
      expect(foreign.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    });

    await test.step('both are named in the options', async () => {
      const page = await other.openOptions('team');
      await expect(page.locator('#team').getByRole('rowheader')).toHaveCount(2);
      await page.close();
    });
  } finally {
    await second.context.close();
  }
});
