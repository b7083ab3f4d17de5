import { axe, expect, test } from './fixtures';
import { MatchingPage, ready } from './harness/matching';
import { bringTwin } from '@/test/simulator/tenant/events';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

test(
  'findings: the same MAC on several configurations, and a copy that a PSA brought in',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    const { tenant } = simulator;
    const { nodes } = tenant.datto.networks.find(({ id }) => id === DEMO.networks.northwind)!;
    const macOf = (id: number) => nodes.find((node) => node.id === id)!.mac.toUpperCase();
    const library = macOf(DEMO.matching.ambiguous.deviceId);
    const annex = macOf(DEMO.matching.unmatched.deviceId);
    await ready(extension);
    const matching = await MatchingPage.open(extension);
    const { page } = matching;
    const nav = page.getByRole('navigation', { name: 'What is matched' });
    const focused = page.locator('[role="row"]:focus').getByRole('rowheader');

    await test.step('are counted beside the networks, and listed with device, organization and link', async () => {
      await nav.getByRole('link', { name: 'Findings (1)' }).click();
      await expect(page).toHaveURL(/#findings$/);
      const row = matching.row(library);
      await expect(row).toContainText('Datto: NW-AP18 Library');
      const [id] = DEMO.matching.ambiguous.configurationIds;
      await expect(row.getByRole('link', { name: 'Library AP (1)' })).toHaveAttribute(
        'href',
        new RegExp(`/${DEMO.organizations.northwind}/configurations/${id}$`),
      );
      await expect(row).toContainText('Northwind Traders');
      expect(await matching.counts()).toEqual([1, 0]);
      expect(await axe(page)).toEqual([]);
    });

    await test.step('Legitimate silences one, by keyboard, and u takes it back', async () => {
      await page.keyboard.press('/');
      await expect(page.getByRole('searchbox', { name: 'Search findings' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(focused).toContainText(library);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect(matching.button(library, 'Legitimate')).toBeFocused();
      await page.keyboard.press('Enter');
      await matching.announces(`${library} is legitimate on these configurations`);
      await expect.poll(() => matching.counts()).toEqual([0, 1]);
      await expect(nav.getByRole('link', { name: 'Findings', exact: true })).toBeVisible();
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press('u');
      await matching.announces(/^Undone: /);
      await expect.poll(() => matching.counts()).toEqual([1, 0]);
    });

    await test.step('it stays silent over a sync and a reload, until it is taken back', async () => {
      await matching.decide(
        library,
        'Legitimate',
        `${library} is legitimate on these configurations`,
      );
      await extension.syncNow();
      await page.reload();
      await expect.poll(() => matching.counts()).toEqual([0, 1]);
      await page.getByRole('tab', { name: 'Legitimate' }).click();
      expect(await axe(page)).toEqual([]);
      await matching.decide(library, 'Not Legitimate', `${library} is listed as a finding again`);
      await expect.poll(() => matching.counts()).toEqual([1, 0]);
    });

    await test.step('what a PSA brought in after we created one is named', async () => {
      const devices = await MatchingPage.open(
        extension,
        `#organization/${DEMO.organizations.northwind}`,
      );
      await devices.seeAll();
      await devices.button('NW-AP20 Annex', 'Create Configuration').click();
      await devices.dialog().getByRole('button', { name: 'Create 1 configuration' }).click();
      await expect(
        devices.page.getByRole('region', { name: 'Configurations were created' }),
      ).toContainText('1 created');
      await devices.page.close();
      const { configurations } = tenant.itglue;
      const ours = [...configurations.values()].find(({ name }) => name === 'NW-AP20 Annex')!;
      bringTwin(tenant, ours.id);
      await extension.syncNow();
      await page.getByRole('tab', { name: 'Open' }).click();
      const row = matching.row(annex);
      await expect(row).toContainText('created by this extension');
      await expect(row).toContainText('came after it from the PSA');
      await expect(row).toContainText('matched to NW-AP20 Annex');
      expect(await axe(page)).toEqual([]);
    });

    await test.step('fits a narrow window', async () => {
      await page.setViewportSize({ width: 360, height: 800 });
      await expect(matching.row(annex)).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(360);
      expect(await axe(page)).toEqual([]);
    });
  },
);
