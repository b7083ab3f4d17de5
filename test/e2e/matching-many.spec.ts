import { axe, expect, test } from './fixtures';
import { MatchingPage, ready } from './harness/matching';
import { tenantWith } from '@/test/world/tenant-with';

const sites = 299;
const devices = 3000;
/** So many of the devices have a configuration of their name. */
const documented = 2000;

test.use({
  tenant: async ({}, use) =>
    use(
      tenantWith((builder) => {
        const harbor = builder.organization({ name: 'Harbor' });
        const campus = builder.network({ name: 'Harbor Ltd.' });
        for (let at = 1; at <= devices; at++) {
          builder.accessPoint(campus, { name: `AP ${at}` });
          if (at <= documented) builder.configuration(harbor, { name: `ap ${at}` });
        }
        for (let at = 1; at <= sites; at++) {
          builder.organization({ name: `Customer ${at}` });
          builder.accessPoint(builder.network({ name: `Customer ${at} Inc.` }), { name: 'Hall' });
        }
        return [harbor];
      }),
    ),
});

test(
  'three hundred networks and three thousand devices are cleared by keyboard alone, and given back',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    test.setTimeout(300_000);
    await ready(extension, '1');
    const matching = await MatchingPage.open(extension);
    const { page } = matching;
    const patient = { timeout: 60_000 };
    const status = page.locator('footer').getByRole('status');

    await test.step('all networks are matched as suggested, in one step of Undo', async () => {
      await page.keyboard.press('/');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+a');
      await expect(matching.selection().getByRole('status')).toHaveText(`${sites + 1} selected`);
      await matching.actByKeyboard('Accept');
      await expect(status).toHaveText(`Accepted ${sites + 1} suggestions`, patient);
      await expect.poll(() => matching.counts()).toEqual([0, sites + 1, 0]);
      await page.keyboard.press('u');
      await expect(status).toContainText(/^Undone: Accept/, patient);
      await expect.poll(() => matching.counts()).toEqual([sites + 1, 0, 0]);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('/');
      await page.keyboard.press('Enter');
      await matching.actByKeyboard('Accept');
      await expect.poll(() => matching.counts()).toEqual([0, sites + 1, 0]);
    });

    const [organization] = [...simulator.tenant.itglue.organizations.values()].filter(
      ({ name }) => name === 'Harbor',
    );
    const [address] = page.url().split('#');
    await page.goto(`${address}#organization/${organization?.id}`);
    await page.reload();

    await test.step('the devices are matched where a suggestion is, the rest is ignored', async () => {
      await expect.poll(() => matching.counts(), patient).toEqual([devices, 0, 0]);
      // Its configurations are read now that a network is matched to it, after those of all others.
      const suggested = page.getByRole('button', { name: 'Accept all suggestions' });
      await expect(suggested).toContainText(documented.toLocaleString('en'), { timeout: 120_000 });
      await page.keyboard.press('/');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+a');
      await matching.actByKeyboard('Accept');
      await expect(status).toHaveText(`Accepted ${documented.toLocaleString('en')} suggestions`, {
        timeout: 90_000,
      });
      await expect.poll(() => matching.counts()).toEqual([devices - documented, documented, 0]);
      expect(await axe(page)).toEqual([]);
      await matching.actByKeyboard('Ignore');
      await expect
        .poll(() => matching.counts(), patient)
        .toEqual([0, documented, devices - documented]);
      await expect(matching.selection()).toHaveCount(0);
    });

    await test.step('Undo gives back what was done last, all of it', async () => {
      await page.keyboard.press('u');
      await expect
        .poll(() => matching.counts(), patient)
        .toEqual([devices - documented, documented, 0]);
    });

    await test.step('each row is in the activity with its reason', async () => {
      const lines = await extension.readStore('activity');
      const accepted = lines.filter(
        ({ event }) => event.kind === 'device-matched' && event.suggested === 'name',
      );
      expect(accepted).toHaveLength(documented);
    });
  },
);
