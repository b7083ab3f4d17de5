import papaparse from 'papaparse';
import { readFile } from 'node:fs/promises';
import { axe, expect, test } from './fixtures';
import { MatchingPage, ready } from './harness/matching';
import { TenantBuilder } from '@/test/simulator/tenant/builder';
import { addPeople } from '@/test/simulator/tenant/demo-people';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import type { Tenant } from '@/test/simulator/tenant/tenant';

const owner = '77';
const names = ['=HYPERLINK("https://evil.example";"click")', '+1', '-x', '@y'];

/** Names and words from outside that a spreadsheet would take for formulas, wherever a cell may begin with one. */
function awkward(): Tenant {
  const builder = new TenantBuilder(3, Date.now());
  builder.organization({ id: owner, name: 'Foxglove Bakery' });
  const network = builder.network({ name: 'Foxglove Bakery' });
  builder.accessPoint(network, { name: 'Oven room' });
  for (const name of names) builder.network({ name });
  addPeople(builder, [owner], []);
  builder.tenant.itglue.users.get(DEMO.users.administrator)!.firstName = '=1+1';
  return builder.tenant;
}
test.use({ tenant: async ({}, use) => use(awkward()) });

test(
  'Activity lists what happened, is filtered, and exports cells that no spreadsheet runs',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await ready(extension);
    const matching = await MatchingPage.open(extension, '#networks?without-devices=1');
    for (const name of names) await matching.decide(name, 'Ignore', `Ignored ${name}`);
    await matching.undo().click();
    await matching.announces(/^Undone: /);
    simulator.faults.add({
      kind: 'answer',
      status: 422,
      body: { errors: [{ title: 'Invalid', detail: '@SUM(1+1) is not allowed', status: 422 }] },
      api: 'itglue',
      method: 'POST',
      path: /\/relationships\/configurations$/,
    });
    const devices = await MatchingPage.open(extension, `#organization/${owner}`);
    await devices.button('Oven room', 'Create Configuration').click();
    await devices.dialog().getByRole('button', { name: 'Create 1 configuration' }).click();
    await expect(devices.page.getByRole('region', { name: /were created/ })).toContainText(
      '1 refused',
    );

    const page = await extension.openOptions('activity');
    const list = page.getByRole('list', { name: 'Activity' });
    const lines = list.getByRole('listitem');

    await test.step('every event with when, who, what and why, newest first', async () => {
      await expect(lines.first()).toBeVisible();
      // Names stand in isolates of their own direction.
      const words = (await lines.allInnerTexts()).map((text) =>
        text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' '),
      );
      const ada = '=1+1 Lindqvist';
      const inOrder = [
        [ada, 'Configuration Oven room', 'not written', '@SUM(1+1) is not allowed'],
        [ada, 'Network @y no longer ignored'],
        [ada, 'Network @y ignored'],
        [ada, 'Network =HYPERLINK("https://evil.example";"click") ignored'],
        ['Sync finished: 5 networks, 1 device'],
        ['Connected to Datto and IT Glue'],
      ];
      const places = inOrder.map((parts) =>
        words.findIndex((text) => parts.every((part) => text.includes(part))),
      );
      expect(places, words.join('\n')).not.toContain(-1);
      expect(places, words.join('\n')).toEqual([...places].sort((a, b) => a - b));
      await expect(list.locator('time').first()).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT/);
      expect(await axe(page)).toEqual([]);
    });

    const exported = async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export CSV' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^datto-networking-activity-\d{4}-\d\d-\d\d\.csv$/);
      const text = await readFile(await file.path(), 'utf8');
      const { data, errors } = papaparse.parse<string[]>(text.replace(/^\uFEFF/, ''), {
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      return data;
    };

    await test.step('the file has every line, and no cell that is a formula', async () => {
      const [head, ...rows] = await exported();
      expect(head).toEqual(['When', 'Who', 'What', 'Why', 'Changes']);
      expect(rows).toHaveLength((await extension.readStore('activity')).length);
      const cells = rows.flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      expect(cells).toContain("'=1+1 Lindqvist");
      expect(cells).toContain("'@SUM(1+1) is not allowed");
      expect(
        cells.some((cell) => cell.includes('=HYPERLINK("https://evil.example";"click")')),
      ).toBe(true);
    });

    await test.step('the filter keeps the lines that have its words, in the list and in the file', async () => {
      const filter = page.getByRole('searchbox', { name: 'Search', exact: true });
      await filter.fill('hyperlink');
      await expect(lines).toHaveCount(1);
      await expect(lines).toContainText('ignored');
      expect(await exported()).toHaveLength(2);
      await filter.fill('nobody wrote this');
      await expect(page.getByText('No line fits')).toBeVisible();
      await page.getByRole('button', { name: 'Clear filters' }).click();
    });

    await test.step('filters hold together, in the list and in the file, by keyboard too', async () => {
      await page.getByLabel('Failures only').press('Space');
      await expect(lines).toHaveCount(1);
      await expect(lines).toContainText('not written');
      expect(await exported()).toHaveLength(2);
      await page.getByLabel('About').selectOption('Syncs');
      await expect(page.getByText('No line fits')).toBeVisible();
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.getByLabel('About').selectOption('Matches and decisions');
      await page.getByLabel('Who', { exact: true }).selectOption('Sync');
      await expect(lines.first()).toContainText(/Sync finished|matched to/);
    });

    await test.step('a run is one line, which the keyboard opens, also at 320 px', async () => {
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.setViewportSize({ width: 320, height: 800 });
      const run = list.getByRole('button', { name: /Sync finished: 5 networks/ }).first();
      await run.press('Enter');
      await expect(run).toHaveAttribute('aria-expanded', 'true');
      await expect(list).toContainText('Network Foxglove Bakery matched to organization');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      expect(await axe(page)).toEqual([]);
    });
  },
);
