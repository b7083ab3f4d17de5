import { axe, expect, test } from './fixtures';
import { MatchingPage, ready } from './harness/matching';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

test('networks: every action of the page, with its counts, its refusals and Undo', async ({
  extension,
  simulator,
}) => {
  const { organizations } = simulator.tenant.itglue;
  await ready(extension);
  const matching = await MatchingPage.open(extension);
  const { page } = matching;

  await test.step('the tabs count what the first sync matched by name', async () => {
    await expect.poll(() => matching.counts()).toEqual([9, 6, 0]);
    await expect(matching.tab('Unmatched')).toHaveAttribute('aria-selected', 'true');
    expect(await axe(page)).toEqual([]);
  });

  await test.step('a network without devices asks for nothing until it is asked for', async () => {
    await expect(matching.row('Spare parts 2019')).toHaveCount(0);
    const filter = page.getByRole('button', { name: '1 without devices' });
    await filter.click();
    await expect(filter).toHaveAttribute('aria-pressed', 'true');
    await expect(matching.row('Spare parts 2019')).toContainText('no devices');
    await expect.poll(() => matching.counts()).toEqual([10, 6, 0]);
    expect(await axe(page)).toEqual([]);
    await page.reload();
    await expect(matching.row('Spare parts 2019')).toBeVisible();
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
    await matching.announces(/^Undone: /);
    await expect.poll(() => matching.counts()).toEqual([10, 6, 0]);
    await expect(matching.undo()).toBeDisabled();
    await matching.tab('Unmatched').click();
    // As it was before: no note that it was rejected.
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
    await matching.announces('Matched Zebra Test Bench to Meridian Capital Partners.');
    await expect.poll(() => matching.counts()).toEqual([9, 7, 0]);
  });

  await test.step('Change Match gives a network to another organization', async () => {
    await matching.tab('Matched').click();
    expect(await axe(page)).toEqual([]);
    await matching.button('Zebra Test Bench', 'Change Match').click();
    await matching.matchTo('mary', "St. Mary's School");
    await matching.announces("Matched Zebra Test Bench to St. Mary's School.");
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
    await matching.announces('Created Kestrel Outfitters.');
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
    await matching.announces(/^Created N{79}…/);
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
    await matching.announces(
      `${name}: Another decision about this network was made meanwhile; look at it before you decide again.`,
    );
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
    await matching.confirm(`Accept ${count} suggestions`);
    await matching.announces(`Accepted ${count} suggestions.`);
    await expect.poll(() => matching.counts()).toEqual([before[0]! - count, before[1]! + count, 0]);
    await expect(all).toBeDisabled();
    // Two organizations of one name: neither was taken.
    await matching.undo().click();
    await matching.announces(/^Undone: /);
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
