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

test('networks: every action of the page, with its counts, its refusals and Undo', async ({
  extension,
  simulator,
}) => {
  test.setTimeout(120_000);
  const { organizations } = simulator.tenant.itglue;
  await ready(extension);
  const matching = await MatchingPage.open(extension);
  const { page } = matching;

  await test.step('the tabs count what the first sync matched by name', async () => {
    await expect.poll(() => matching.counts()).toEqual([10, 6, 0]);
    await expect(matching.tab('Unmatched')).toHaveAttribute('aria-selected', 'true');
    expect(await axe(page)).toEqual([]);
  });

  await test.step('a suggestion is accepted, and Undo takes it back', async () => {
    const name = 'Blue Ridge Veterinary Clinic - Asheville';
    await expect(matching.row(name)).toContainText("site 'Asheville'");
    await matching.decide(
      name,
      'Accept Suggested Match',
      `Matched ${name} to Blue Ridge Veterinary Clinic.`,
    );
    await expect(matching.row(name)).toHaveCount(0);
    await expect.poll(() => matching.counts()).toEqual([9, 7, 0]);
    await matching.tab('Matched').click();
    await expect(matching.row(name)).toContainText('by hand');
    await matching.undo().click();
    await matching.says('Undone.');
    await expect.poll(() => matching.counts()).toEqual([10, 6, 0]);
    await expect(matching.undo()).toBeDisabled();
    await matching.tab('Unmatched').click();
    // As it was before: no note that anybody turned it down.
    await expect(matching.row(name)).toContainText("site 'Asheville'");
    await expect(matching.row(name)).not.toContainText('taken back before');
  });

  await test.step('Match To searches all organizations while somebody types', async () => {
    await matching.button('Zebra Test Bench', 'Match To').click();
    await matching.dialog().getByRole('combobox').fill('nobody has this');
    await expect(matching.dialog()).toContainText('No organization fits; try fewer words.');
    await matching.dialog().getByRole('combobox').fill('merid');
    await expect(matching.dialog().getByRole('option')).toHaveCount(1);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await matching.says('Matched Zebra Test Bench to Meridian Capital Partners.');
    await expect.poll(() => matching.counts()).toEqual([9, 7, 0]);
  });

  await test.step('Change Match gives a network to another organization', async () => {
    await matching.tab('Matched').click();
    expect(await axe(page)).toEqual([]);
    await matching.button('Zebra Test Bench', 'Change Match').click();
    await matching.matchTo('mary', "St. Mary's School");
    await matching.says("Matched Zebra Test Bench to St. Mary's School.");
    await expect(matching.row('Zebra Test Bench')).toContainText("St. Mary's School");
  });

  await test.step('what is ignored is asked about no more, until somebody stops ignoring it', async () => {
    await matching.tab('Unmatched').click();
    await matching.decide('Spare parts 2019', 'Ignore', 'Ignored Spare parts 2019.');
    await expect.poll(() => matching.counts()).toEqual([8, 7, 1]);
    await matching.tab('Ignored').click();
    expect(await axe(page)).toEqual([]);
    await matching.decide(
      'Spare parts 2019',
      'Stop Ignoring',
      'Spare parts 2019 is no longer ignored.',
    );
    await expect.poll(() => matching.counts()).toEqual([9, 7, 0]);
  });

  await test.step('Create Organization warns of the same and of similar names', async () => {
    const before = organizations.size;
    await matching.tab('Unmatched').click();
    await matching.button('Lakeside Logistics', 'Create Organization').click();
    const dialog = matching.dialog();
    const create = dialog.getByRole('button', { name: 'Create Organization' });
    await expect(dialog).toContainText('IT Glue already has 2 organizations of this name');
    await expect(create).toBeDisabled();
    await dialog.getByLabel('Create a duplicate all the same').check();
    await expect(create).toBeEnabled();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();

    await matching.button('Nortwind Traders', 'Create Organization').click();
    await expect(dialog).toContainText('Similar names in IT Glue');
    await expect(
      dialog.getByRole('button', { name: 'Match To Northwind Traders instead' }),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(organizations.size).toBe(before);
  });

  await test.step('Create Organization makes one, and matches the network to it', async () => {
    await matching.button('Spare parts 2019', 'Create Organization').click();
    const dialog = matching.dialog();
    await expect(dialog).toContainText('IT Glue has no organization of this or a similar name.');
    await dialog.getByLabel('Name in IT Glue').fill('Kestrel Outfitters');
    const create = dialog.getByRole('button', { name: 'Create Organization' });
    await expect(create).toBeEnabled();
    await create.dblclick();
    await matching.says('Created Kestrel Outfitters.');
    const made = [...organizations.values()].filter(({ name }) => name === 'Kestrel Outfitters');
    expect(made).toHaveLength(1);
    await matching.tab('Matched').click();
    await expect(matching.row('Spare parts 2019')).toContainText('Kestrel Outfitters');
    await expect(matching.row('Spare parts 2019')).toContainText('created');
  });

  await test.step('a name of 500 characters is cut for IT Glue and shown whole', async () => {
    await matching.tab('Unmatched').click();
    await matching.button('Lakeside Logistics', 'Create Organization').click();
    const dialog = matching.dialog();
    await dialog.getByLabel('Name in IT Glue').fill('N'.repeat(500));
    await expect(dialog).toContainText('IT Glue takes no longer names.');
    await dialog.getByRole('button', { name: 'Create Organization' }).click();
    await matching.says(/^Created N{79}…/);
    const made = [...organizations.values()].find(({ name }) => name.startsWith('NNN'));
    expect(made?.name).toBe(`${'N'.repeat(254)}…`);
  });

  await test.step('an organization deleted meanwhile is not matched to, and it is said', async () => {
    organizations.delete(DEMO.organizations.acme);
    await matching.decide('Acme', 'Accept Suggested Match', /^Acme: .*no longer/);
    await expect(matching.row('Acme')).toContainText(/Acme, Inc.*no longer|no longer.*Acme, Inc/);
    await expect(matching.row('Acme')).toContainText('no suggestion');
  });

  await test.step('of two tabs that decide about one row the second is told, and changes nothing', async () => {
    const name = 'MCP';
    const other = await MatchingPage.open(extension);
    const held = simulator.faults.add({
      kind: 'hang',
      api: 'itglue',
      method: 'GET',
      path: /^\/organizations\?/,
    });
    await matching.button(name, 'Accept Suggested Match').click();
    await held.reached;
    await expect(matching.row(name)).toContainText('Saving…');
    await other.decide(name, 'Ignore', `Ignored ${name}.`);
    held.release();
    await matching.says(`${name}: Somebody decided about this network meanwhile.`);
    await expect(matching.row(name)).toHaveCount(0);
    await matching.tab('Ignored').click();
    await matching.decide(name, 'Stop Ignoring', `${name} is no longer ignored.`);
    await matching.tab('Unmatched').click();
    await other.page.close();
  });

  await test.step('Accept all suggestions takes those that are the only one, and Undo gives all back', async () => {
    const before = await matching.counts();
    const all = page.getByRole('button', { name: 'Accept all suggestions' });
    const count = Number(((await all.textContent()) ?? '').replace(/\D/g, ''));
    expect(count).toBeGreaterThan(2);
    await all.click();
    await matching.says(`Accepted ${count} suggestions.`);
    await expect.poll(() => matching.counts()).toEqual([before[0]! - count, before[1]! + count, 0]);
    await expect(all).toBeDisabled();
    // Two organizations of one name: neither was taken.
    await matching.undo().click();
    await matching.says('Undone.');
    await expect.poll(() => matching.counts()).toEqual(before);
  });

  await test.step('what somebody unmatched stays unmatched after the next sync', async () => {
    await matching.tab('Matched').click();
    await matching.decide('MÜLLER & SÖHNE GMBH', 'Unmatch', 'Unmatched MÜLLER & SÖHNE GMBH.');
    await extension.syncNow();
    await matching.tab('Unmatched').click();
    await expect(matching.row('MÜLLER & SÖHNE GMBH')).toContainText('taken back before');
    // And what was matched by hand stayed matched.
    await matching.tab('Matched').click();
    await expect(matching.row('Zebra Test Bench')).toContainText("St. Mary's School");
  });
});

test('devices: every action of Match Devices, and what was decided by hand survives a sync', async ({
  extension,
  simulator,
}) => {
  test.setTimeout(120_000);
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
    await matching.says('Decide the suggestion by MAC or IP first.');
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
    await matching.says('Undone.');
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
    await matching.says('Matched NW-AP20 Annex to Front desk printer.');
  });

  await test.step('Change Match', async () => {
    await matching.tab('Matched').click();
    await matching.button('NW-AP20 Annex', 'Change Match').click();
    await matching.matchTo('label', 'Label printer');
    await matching.says('Matched NW-AP20 Annex to Label printer.');
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
    await other.says('Matched NW-AP31 Shed to nw-ap14 loading dock.');
    held.release();
    await matching.says('NW-AP14 Loading Dock: NW-AP31 Shed has this configuration already.');
    await expect(matching.row('NW-AP14 Loading Dock')).toContainText(
      'NW-AP31 Shed has this configuration already.',
    );
    await other.undo().click();
    await other.says('Undone.');
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
    await matching.says('Accepted 1 suggestion.');
    await expect(matching.row('NW-AP14 Loading Dock')).toHaveCount(0);
  });

  await test.step('rejecting the undecided suggestions opens the way to Create Configuration', async () => {
    for (const which of ['Library AP (1)', 'Library AP (2)'])
      await matching
        .row('NW-AP18 Library')
        .getByRole('button', { name: `Reject Suggestion for NW-AP18 Library: ${which}` })
        .click();
    // Unmatched by hand above: its configuration is turned down already.
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
});

test('the keyboard walks the page, and the address leads back to the same place', async ({
  extension,
}) => {
  await ready(extension);
  const matching = await MatchingPage.open(extension);
  const { page } = matching;
  const focused = page.locator('[role="row"]:focus').getByRole('rowheader');

  await test.step('/ goes to the search, Enter to the first row, arrows along the rows', async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search networks' })).toBeFocused();
    await page.keyboard.type('blue ridge');
    await page.keyboard.press('Enter');
    await expect(focused).toHaveText('Blue Ridge Veterinary Clinic - Asheville');
    await page.keyboard.press('ArrowDown');
    await expect(focused).toHaveText('The Blue Ridge Veterinary Clinic');
    await page.keyboard.press('ArrowUp');
    await expect(focused).toHaveText('Blue Ridge Veterinary Clinic - Asheville');
    await page.keyboard.press('ArrowRight');
    await expect(
      matching.button('Blue Ridge Veterinary Clinic - Asheville', 'Accept Suggested Match'),
    ).toBeFocused();
    await page.keyboard.press('ArrowLeft');
  });

  await test.step('Enter takes the suggestion, the focus goes to the next row, u takes it back', async () => {
    await page.keyboard.press('Enter');
    await matching.says(/^Matched Blue Ridge/);
    await expect(focused).toHaveText('The Blue Ridge Veterinary Clinic');
    await page.keyboard.press('u');
    await matching.says('Undone.');
  });

  await test.step('a reload and a shared link land where somebody was', async () => {
    await page.getByRole('searchbox').fill('');
    await page.getByRole('columnheader', { name: 'Devices' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: 'Devices' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Access points' }).click();
    await matching.search('ridge');
    await expect(page).toHaveURL(/sort=-devices/);
    await expect(page).toHaveURL(/kind=access-point/);
    const before = await matching.rows().allInnerTexts();
    expect(before.length).toBe(2);
    await page.reload();
    await expect(matching.rows()).toHaveCount(before.length);
    expect(await matching.rows().allInnerTexts()).toEqual(before);
    await expect(page.getByRole('searchbox')).toHaveValue('ridge');
    await expect(page.getByRole('button', { name: 'Access points' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const shared = await MatchingPage.open(extension, new URL(page.url()).hash);
    expect(await shared.rows().allInnerTexts()).toEqual(before);
    await shared.page.close();
  });

  await test.step('Back returns from an organization to the tab it was opened from', async () => {
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await matching.tab('Matched').click();
    const row = matching.row('Harbor Dental Group').first();
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`#organization/${DEMO.organizations.harbor}`));
    await matching.tab('Matched').click();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('Down');
    await expect(page).toHaveURL(/status=down/);
    await page.goBack();
    await page.goBack();
    await expect(matching.tab('Matched')).toHaveAttribute('aria-selected', 'true');
    await expect(page).toHaveURL(/#networks\?tab=matched/);
  });
});

test.describe('five thousand devices', () => {
  test.use({ tenant: async ({}, use) => use(manyDevices()) });

  test('the page holds a window of the rows, and finds any of them', async ({ extension }) => {
    test.setTimeout(120_000);
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
  });
});
