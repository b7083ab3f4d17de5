import { axe, expect, test } from './fixtures';
import { MatchingPage, ready } from './harness/matching';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { TenantBuilder } from '@/test/simulator/tenant/builder';
import { addPeople } from '@/test/simulator/tenant/demo-people';
import type { Tenant } from '@/test/simulator/tenant/tenant';

const manyOwner = '77';

/** One organization whose network has five thousand access points, none of them documented. */
function manyDevices(): Tenant {
  const builder = new TenantBuilder(5000, Date.now());
  builder.organization({ id: manyOwner, name: 'Crowded House' });
  const network = builder.network({ name: 'Crowded House' });
  for (let number = 1; number <= 5000; number += 1)
    builder.accessPoint(network, { name: `AP ${number}` });
  addPeople(builder, [], []);
  return builder.tenant;
}

test('devices: every action of Match Devices, and what was decided by hand survives a sync', async ({
  extension,
  simulator,
}) => {
  const { configurations } = simulator.tenant.itglue;
  await ready(extension);
  const matching = await MatchingPage.open(extension);
  const { page } = matching;
  await matching.seeAll();
  const createAll = page.getByRole('button', { name: 'Create all remaining' });

  await test.step('Match Devices leads from the network to its devices', async () => {
    await matching.tab('Matched').click();
    await matching.button('northwind traders', 'Match Devices').click();
    await expect(page).toHaveURL(/#organization\/2$/);
    await expect(matching.tab('Unmatched')).toHaveAttribute('aria-selected', 'true');
    expect(await axe(page)).toEqual([]);
  });

  await test.step('each match shows the rule that made it', async () => {
    await matching.tab('Matched').click();
    await matching.search('NW-AP1');
    await expect(matching.row('NW-AP11 Warehouse')).toContainText('MAC and IP');
    await expect(matching.row('NW-AP12 Break Room')).toContainText(/MAC$|MACChange/);
    expect(await axe(page)).toEqual([]);
    await matching.tab('Unmatched').click();
    await expect(matching.row('NW-AP14 Loading Dock')).toContainText('name');
  });

  await test.step('nothing is created while a suggestion by MAC or IP is undecided', async () => {
    const create = matching.button('NW-AP18 Library', 'Create Configuration');
    await expect(create).toHaveAttribute('aria-disabled', 'true');
    await create.click({ force: true });
    await matching.announces('Decide the suggestion by MAC or IP first.');
    await expect(matching.dialog()).toHaveCount(0);
    await expect(createAll).toBeDisabled();
    await expect(createAll).toHaveAccessibleDescription('Decide 1 suggestion by MAC or IP first.');
  });

  await test.step('a suggestion is accepted, and Undo takes it back', async () => {
    await matching.decide(
      'NW-AP14 Loading Dock',
      'Accept Suggested Match',
      'Matched NW-AP14 Loading Dock to nw-ap14 loading dock.',
    );
    await expect(matching.row('NW-AP14 Loading Dock')).toHaveCount(0);
    await matching.undo().click();
    await matching.announces(/^Undone: /);
    await expect(matching.row('NW-AP14 Loading Dock')).toHaveCount(1);
  });

  await test.step('Match To searches the organization’s configurations; taken ones cannot be chosen', async () => {
    await matching.search('');
    await matching.button('NW-AP20 Annex', 'Match To').click();
    const search = matching.dialog().getByRole('combobox');
    await search.fill('Warehouse AP');
    await expect(matching.dialog()).toContainText('1 found');
    const taken = matching.dialog().getByRole('option');
    await expect(taken).toContainText('taken by NW-AP11 Warehouse');
    await expect(taken).toHaveAttribute('aria-disabled', 'true');
    expect(await axe(page)).toEqual([]);
    await matching.matchTo('front desk', 'Front desk printer');
    await matching.announces('Matched NW-AP20 Annex to Front desk printer.');
  });

  await test.step('Change Match', async () => {
    await matching.tab('Matched').click();
    await matching.button('NW-AP20 Annex', 'Change Match').click();
    await matching.matchTo('label', 'Label printer');
    await matching.announces('Matched NW-AP20 Annex to Label printer.');
    await expect(matching.row('NW-AP20 Annex')).toContainText('by hand');
  });

  await test.step('Unmatch', async () => {
    await matching.decide('NW-AP11 Warehouse', 'Unmatch', 'Unmatched NW-AP11 Warehouse.');
    await expect(matching.row('NW-AP11 Warehouse')).toHaveCount(0);
  });

  await test.step('Ignore and Stop Ignoring', async () => {
    await matching.tab('Unmatched').click();
    await matching.decide('NW-AP31 Shed', 'Ignore', 'Ignored NW-AP31 Shed.');
    await matching.tab('Ignored').click();
    expect(await axe(page)).toEqual([]);
    await matching.decide('NW-AP31 Shed', 'Stop Ignoring', 'NW-AP31 Shed is no longer ignored.');
    await matching.tab('Unmatched').click();
    await matching.decide('NW-AP40 On the shelf', 'Ignore', 'Ignored NW-AP40 On the shelf.');
  });

  await test.step('a configuration that another device takes meanwhile is refused, and named', async () => {
    const other = await MatchingPage.open(extension, '#organization/2');
    const held = simulator.faults.add({
      kind: 'hang',
      api: 'itglue',
      method: 'GET',
      path: /^\/configurations\?/,
    });
    await matching.button('NW-AP14 Loading Dock', 'Accept Suggested Match').click();
    await held.reached;
    await other.button('NW-AP31 Shed', 'Match To').click();
    await other.matchTo('loading dock', 'nw-ap14 loading dock');
    await other.announces('Matched NW-AP31 Shed to nw-ap14 loading dock.');
    held.release();
    await matching.announces(
      'NW-AP14 Loading Dock: NW-AP31 Shed has this configuration already; unmatch it there first, or choose another.',
    );
    await expect(matching.row('NW-AP14 Loading Dock')).toContainText(
      'NW-AP31 Shed has this configuration already; unmatch it there first, or choose another.',
    );
    await other.undo().click();
    await other.announces(/^Undone: /);
    await other.page.close();
  });

  await test.step('a configuration deleted meanwhile is not matched to, and it is said', async () => {
    const { configurationId } = DEMO.matching.junkMac;
    configurations.delete(configurationId);
    await matching.decide(
      'NW-AP15 Workshop',
      'Accept Suggested Match',
      /^NW-AP15 Workshop: .*no longer/,
    );
    await expect(matching.row('NW-AP15 Workshop')).toContainText('no suggestion');
  });

  await test.step('Accept all suggestions', async () => {
    const all = page.getByRole('button', { name: 'Accept all suggestions' });
    await expect(all).toHaveAccessibleDescription('1');
    await all.click();
    await matching.confirm('Accept 1 suggestion');
    await matching.announces('Accepted 1 suggestion.');
    await expect(matching.row('NW-AP14 Loading Dock')).toHaveCount(0);
  });

  await test.step('rejecting the undecided suggestions opens the way to Create Configuration', async () => {
    await matching.button('NW-AP18 Library', 'Compare 2').click();
    for (const which of ['Library AP (1)', 'Library AP (2)']) {
      const reject = matching
        .row('NW-AP18 Library')
        .getByRole('button', { name: `Reject Suggestion for NW-AP18 Library: ${which}` });
      await reject.click();
      // The next one moves up in its place.
      await expect(reject).toHaveCount(0);
    }
    // Unmatched by hand above: its configuration is rejected already.
    await expect(createAll).toBeEnabled();
    const before = configurations.size;
    await matching.button('NW-AP18 Library', 'Create Configuration').click();
    await expect(matching.dialog().getByRole('row').nth(1)).toContainText(
      'NW-AP18 LibraryManaged Network WiFi Access',
    );
    expect(await axe(page)).toEqual([]);
    expect(configurations.size).toBe(before);
    await matching.dialog().getByRole('button', { name: 'Create 1 configuration' }).click();
    await expect(page.getByRole('region', { name: 'Configurations were created' })).toContainText(
      '1 created',
    );
    expect(configurations.size).toBe(before + 1);
    await matching.tab('Matched').click();
    await expect(matching.row('NW-AP18 Library')).toContainText('created');
    await matching.tab('Unmatched').click();
  });

  await test.step('Create all remaining shows everything first, and writes nothing before it is confirmed', async () => {
    const before = configurations.size;
    const remaining = (await matching.counts())[0]!;
    await expect(createAll).toHaveAccessibleDescription(String(remaining));
    await createAll.click();
    await expect(matching.dialog().getByRole('row')).toHaveCount(remaining + 1);
    await expect(matching.dialog()).toContainText('Nothing is written before you confirm.');
    await page.keyboard.press('Escape');
    await expect(matching.dialog()).toHaveCount(0);
    expect(configurations.size).toBe(before);
  });

  await test.step('a sync changes nothing of it', async () => {
    const before = await matching.counts();
    await extension.syncNow();
    await expect.poll(() => matching.counts()).toEqual(before);
    await matching.tab('Matched').click();
    await expect(matching.row('NW-AP20 Annex')).toContainText('Label printer');
    await matching.tab('Unmatched').click();
    await expect(matching.row('NW-AP11 Warehouse')).toContainText('rejected before');
  });

  await test.step('All organizations shows whose devices they are, filtered by reason, with an Undo of its own', async () => {
    await page
      .getByRole('combobox', { name: 'Match Devices of' })
      .selectOption({ label: 'All organizations' });
    await expect(page).toHaveURL(/#devices$/);
    await expect(page).toHaveTitle(/All organizations/);
    await expect(createAll).toHaveCount(0);
    const owner = matching.row('NW-AP11 Warehouse').getByRole('link', { name: /northwind/i });
    await expect(owner).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'no suggestion' });
    await expect(page).toHaveURL(/#devices\?reason=none$/);
    await matching.decide('NW-AP11 Warehouse', 'Ignore', 'Ignored NW-AP11 Warehouse.');
    await expect(matching.row('NW-AP11 Warehouse')).toHaveCount(0);
    await matching.undo().click();
    await matching.announces(/^Undone: /);
    await owner.click();
    await expect(page).toHaveURL(/#organization\/2$/);
    await expect(createAll).toBeVisible();
  });
});

test.describe('five thousand devices', () => {
  test.use({ tenant: async ({}, use) => use(manyDevices()) });

  test(
    'the page holds a window of the rows, and finds any of them',
    { tag: '@long' },
    async ({ extension }) => {
      await ready(extension);
      const matching = await MatchingPage.open(extension, `#organization/${manyOwner}`);
      const { page } = matching;
      await expect.poll(() => matching.counts()).toEqual([5000, 0, 0]);
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '5001');
      expect(await matching.rows().count()).toBeLessThan(60);

      await page.getByRole('row').nth(1).focus();
      await page.keyboard.press('End');
      await expect(page.locator('[role="row"]:focus').getByRole('rowheader')).toContainText(
        'AP 5000',
      );
      expect(await matching.rows().count()).toBeLessThan(60);

      await matching.search('AP 4711');
      await expect(matching.rows()).toHaveCount(1);
      await matching.decide('AP 4711', 'Ignore', 'Ignored AP 4711.');
      await expect.poll(() => matching.counts()).toEqual([4999, 0, 1]);
      await matching.search('nothing has this');
      await expect(page.getByText('Nothing here fits the search and the filters.')).toBeVisible();
      await page.getByRole('button', { name: 'Clear filters' }).first().click();
      await expect(page.getByText(/^4,?999 shown$/)).toBeVisible();
    },
  );
});
