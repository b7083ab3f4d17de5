import { axe, expect, test } from './fixtures';
import type { Extension } from './harness/extension';
import { everythingStored, overhear } from './harness/everything';
import { itGlue } from './harness/it-glue';
import { iAm, ready } from './harness/matching';
import { openPanel } from './harness/panel';
import {
  archived,
  autoCreateDone,
  autoCreateName,
  chooseAutoCreate,
  documented,
  idsOf,
  live,
  recordPath,
  rowsOf,
  switchAutoCreate,
  toDocument,
  traitOf,
  wirelessPasswords,
  wirelessRecords,
  wirelessType,
} from './harness/wireless';
import type { Simulator } from '@/test/simulator';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { longestKey } from '@/test/simulator/tenant/demo-ssids';
import { preSharedKeys } from '@/test/simulator/tenant/tenant';
import type { Tenant } from '@/test/simulator/tenant/tenant';

test.setTimeout(120_000);

const counts = (tenant: Tenant) => ({
  types: tenant.itglue.flexibleAssetTypes.size,
  records: tenant.itglue.flexibleAssets.size,
  // A record's key is an embedded password besides.
  passwords: [...tenant.itglue.passwords.values()].filter(({ resourceId }) => resourceId === null)
    .length,
  relations: tenant.itglue.relatedItems.size,
});

/** The SSID of the demo tenant, as Datto holds it. */
function ssid({ tenant }: Simulator, at: { networkId: number; number: number }) {
  const found = tenant.datto.networks.find(({ id }) => id === at.networkId)?.ssids[at.number];
  if (!found) throw new Error('The tenant has no such SSID.');
  return found;
}

/** Syncs, and gives the writes that this took. */
async function writesOfSync(extension: Extension, { requests }: Simulator): Promise<string[]> {
  requests.clear();
  await extension.syncNow();
  return requests
    .writes()
    .map(({ method, path }) => `${method} ${path.replace(/\d+/g, '#')}`)
    .sort();
}

test('switched on, every SSID with a pre-shared key of a matched organization is documented, and none else', async ({
  extension,
  simulator,
}) => {
  const { tenant, requests } = simulator;
  await ready(extension);
  const before = counts(tenant);
  requests.clear();
  const { preview, result } = await switchAutoCreate(extension, true);
  const wanted = await toDocument(extension, tenant);
  const organizations = new Set(wanted.map(({ organizationId }) => organizationId)).size;
  expect(wanted.length).toBeGreaterThan(5);
  expect(preview).toEqual([
    `Creates ${wanted.length} records and ${wanted.length} passwords in ${organizations} organizations.`,
    'Adds the flexible asset type Datto Networking Wireless.',
  ]);
  expect(documented(tenant)).toEqual(wanted);
  expect(wirelessPasswords(tenant)).toHaveLength(wanted.length);
  const links = wanted.reduce((sum, { linked }) => sum + 1 + linked.length, 0);
  expect(result).toContain(
    `${2 * wanted.length} records and passwords created, ${links} links made or removed`,
  );
  expect(counts(tenant)).toEqual({
    types: before.types + 1,
    records: before.records + wanted.length,
    passwords: before.passwords + wanted.length,
    relations: before.relations + links,
  });
  expect(wirelessType(tenant)).toMatchObject({ enabled: true, showInMenu: true });
  expect(requests.writes({ api: 'itglue' })).toHaveLength(1 + 2 * wanted.length + links);
  expect(requests.writes({ api: 'datto' })).toEqual([]);

  expect(await writesOfSync(extension, simulator)).toEqual([]);
  expect(requests.count({ api: 'itglue', path: '/flexible_assets' })).toBeGreaterThan(0);
});

test('what changes at Datto is documented by the next sync, with the writes it needs and no other', async ({
  extension,
  simulator,
}) => {
  const { tenant } = simulator;
  const { datto } = tenant;
  await ready(extension);
  await switchAutoCreate(extension, true);
  const ids = idsOf(tenant);
  const isRight = async () =>
    expect(live(documented(tenant))).toEqual(await toDocument(extension, tenant));

  ssid(simulator, DEMO.ssids.emoji).wpa_password = ' "another" key, of\\63 ';
  expect(await writesOfSync(extension, simulator)).toEqual([
    'PATCH /flexible_assets/#',
    'PATCH /passwords/#',
  ]);
  await isRight();

  // The number in the network is the identity, so both names may change.
  const renamed = ssid(simulator, DEMO.ssids.longName);
  [renamed.ssid_name, renamed.wifi_name] = ['Büro neu', ' Büro "neu" '];
  expect(await writesOfSync(extension, simulator)).toEqual([
    'PATCH /flexible_assets/#',
    'PATCH /passwords/#',
  ]);
  await isRight();
  expect(idsOf(tenant)).toEqual(ids);

  const opened = ssid(simulator, DEMO.ssids.emoji);
  const { wifi_auth_type: secured, wpa_password: key } = opened;
  Object.assign(opened, { wifi_auth_type: 'open', wpa_password: '' });
  const northwind = datto.networks.find(({ id }) => id === DEMO.networks.northwind)!;
  delete northwind.ssids[DEMO.ssids.leadingSpaces.number];
  const writes = await writesOfSync(extension, simulator);
  expect(writes).toEqual([
    'PATCH /flexible_assets/#',
    'PATCH /flexible_assets/#',
    'PATCH /passwords/#',
    'PATCH /passwords/#',
  ]);
  await isRight();
  expect(documented(tenant).length - live(documented(tenant)).length).toBe(2);
  for (const at of [DEMO.ssids.emoji, DEMO.ssids.leadingSpaces]) {
    const { record, password } = rowsOf(tenant, at);
    expect([record.archived, password.archived]).toEqual([true, true]);
  }

  Object.assign(opened, { wifi_auth_type: secured, wpa_password: key });
  await writesOfSync(extension, simulator);
  await isRight();
  expect(idsOf(tenant)).toEqual(ids);
  expect(await writesOfSync(extension, simulator)).toEqual([]);
});

test('what people change in records and passwords is mended by the next sync', async ({
  extension,
  simulator,
}) => {
  const { tenant } = simulator;
  await ready(extension);
  await switchAutoCreate(extension, true);
  const wanted = await toDocument(extension, tenant);
  const ids = idsOf(tenant);
  const { longKey, emoji, leadingSpaces, disabled, longName, html } = DEMO.ssids;

  const edited = rowsOf(tenant, longKey).record;
  const traits = { ...edited.traits, 'ssid-name': 'somebody was here', location: 'elsewhere' };
  await itGlue(simulator, 'PATCH', `/flexible_assets/${edited.id}`, {
    type: 'flexible-assets',
    attributes: { traits },
  });
  await itGlue(simulator, 'PATCH', `/passwords/${rowsOf(tenant, emoji).password.id}`, {
    type: 'passwords',
    attributes: { password: 'changed by a person' },
  });
  await itGlue(simulator, 'PATCH', `/flexible_assets/${rowsOf(tenant, leadingSpaces).record.id}`, {
    type: 'flexible-assets',
    attributes: { archived: true },
  });
  await itGlue(simulator, 'PATCH', `/passwords/${rowsOf(tenant, disabled).password.id}`, {
    type: 'passwords',
    attributes: { archived: true },
  });
  const { link, record } = rowsOf(tenant, longName);
  await itGlue(simulator, 'DELETE', `/flexible_assets/${record.id}/relationships/related_items`, [
    { type: 'related_items', attributes: { id: link.id } },
  ]);
  expect(await writesOfSync(extension, simulator)).toEqual([
    'PATCH /flexible_assets/#',
    'PATCH /flexible_assets/#',
    'PATCH /passwords/#',
    'PATCH /passwords/#',
    'POST /flexible_assets/#/relationships/related_items',
  ]);
  expect(documented(tenant)).toEqual(wanted);
  expect(idsOf(tenant)).toMatchObject({ records: ids.records, passwords: ids.passwords });

  const deleted = {
    password: rowsOf(tenant, longKey).password.id,
    record: rowsOf(tenant, html).record.id,
  };
  await itGlue(simulator, 'DELETE', `/passwords/${deleted.password}`);
  await itGlue(simulator, 'DELETE', `/flexible_assets/${deleted.record}`);
  await extension.syncNow();
  expect(documented(tenant)).toEqual(wanted);
  expect(wirelessPasswords(tenant)).toHaveLength(wanted.length);
  expect(idsOf(tenant).passwords).not.toContain(deleted.password);
  expect(idsOf(tenant).records).not.toContain(deleted.record);
  expect(await writesOfSync(extension, simulator)).toEqual([]);

  const options = await extension.open('options.html#activity');
  const activity = options.locator('#activity ol');
  await expect(activity.getByText(/deleted/i).first()).toBeVisible();
});

test('switched off, everything is archived, what people made too; on again, the same rows are back', async ({
  extension,
  simulator,
}) => {
  const { tenant } = simulator;
  await ready(extension);
  await switchAutoCreate(extension, true);
  const wanted = await toDocument(extension, tenant);
  const organization = DEMO.organizations.northwind;
  const type = wirelessType(tenant)!;
  const record = await itGlue(simulator, 'POST', '/flexible_assets', {
    type: 'flexible-assets',
    attributes: {
      'organization-id': organization,
      'flexible-asset-type-id': type.id,
      traits: { 'wi-fi-network-name': 'Made by hand', 'pre-shared-key': 'of a person' },
    },
  });
  const password = await itGlue(simulator, 'POST', '/passwords', {
    type: 'passwords',
    attributes: { 'organization-id': organization, name: 'By hand', password: 'of a person' },
  });
  await itGlue(simulator, 'POST', `/flexible_assets/${record}/relationships/related_items`, {
    type: 'related_items',
    attributes: { destination_type: 'Password', destination_id: password },
  });
  expect(await writesOfSync(extension, simulator)).toEqual([]);
  const ids = idsOf(tenant);
  const withPersons = documented(tenant);
  const others = [...tenant.itglue.passwords.values()].filter(({ archived: is }) => !is).length;

  const off = await switchAutoCreate(extension, false);
  const n = wanted.length + 1;
  expect(off.preview.join()).toMatch(
    new RegExp(
      `^Archives ${n} records, 1 of them made by people, and ${n} passwords, 1 of them made by people, in `,
    ),
  );
  expect(off.result).toContain(`${2 * n} records and passwords archived`);
  expect(documented(tenant)).toEqual(archived(withPersons));
  expect(wirelessType(tenant)?.enabled).toBe(false);
  expect([...tenant.itglue.passwords.values()].filter(({ archived: is }) => !is).length).toBe(
    others - n,
  );
  expect(await writesOfSync(extension, simulator)).toEqual([]);

  const on = await switchAutoCreate(extension, true);
  expect(on.preview.join()).toMatch(
    new RegExp(
      `^Unarchives ${n} records, 1 of them made by people, and ${n} passwords, 1 of them made by people, in `,
    ),
  );
  expect(on.result).toContain(`${2 * n} records and passwords unarchived`);
  expect(documented(tenant)).toEqual(withPersons);
  expect(idsOf(tenant)).toEqual(ids);
  expect(wirelessType(tenant)?.enabled).toBe(true);
  expect(await writesOfSync(extension, simulator)).toEqual([]);
});

test('a worker stopped between a record and its password makes nothing twice', async ({
  extension,
  simulator,
}) => {
  const { tenant, faults } = simulator;
  await ready(extension);
  const held = faults.add({
    kind: 'hang',
    effect: 'after',
    api: 'itglue',
    method: 'POST',
    path: /\/passwords(?:\?|$)/,
  });
  const page = await extension.open('options.html#auto-create');
  await chooseAutoCreate(page, true);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await held.reached;
  await extension.stopWorker();
  held.remove();
  await page.reload();
  await autoCreateDone(page, true);
  await expect(page.locator('.auto-create-result')).toBeVisible();
  const wanted = await toDocument(extension, tenant);
  expect(documented(tenant)).toEqual(wanted);
  expect(wirelessPasswords(tenant)).toHaveLength(wanted.length);
  expect(await writesOfSync(extension, simulator)).toEqual([]);
});

test('what IT Glue refuses is named with its reason; the others are documented', async ({
  extension,
  simulator,
}) => {
  const { tenant, faults } = simulator;
  await ready(extension);
  const detail = 'Name is reserved <by> the PSA';
  faults.add({
    kind: 'answer',
    api: 'itglue',
    method: 'POST',
    path: /\/flexible_assets(?:\?|$)/,
    status: 422,
    body: { errors: [{ title: 'Unprocessable', detail, status: '422' }] },
  });
  const page = await extension.open('options.html#auto-create');
  await chooseAutoCreate(page, true);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await autoCreateDone(page, true);
  await expect(page.locator('.auto-create-refused li')).toHaveCount(1);
  await expect(page.locator('.auto-create-refused li')).toContainText(detail);
  expect(await axe(page)).toEqual([]);
  const wanted = await toDocument(extension, tenant);
  expect(documented(tenant)).toHaveLength(wanted.length - 1);

  await extension.syncNow();
  expect(documented(tenant)).toEqual(wanted);
  await expect(page.locator('.auto-create-refused')).toHaveCount(0);
});

test('a Manager sees that it is off, and why it is not theirs to switch', async ({ extension }) => {
  await ready(extension, DEMO.users.manager);
  const page = await extension.open('options.html#auto-create');
  const box = page.getByRole('checkbox', { name: autoCreateName, exact: true });
  await expect(box).toBeDisabled();
  await expect(page.locator('#auto-create')).toContainText('your role is Manager');
  expect(await axe(page)).toEqual([]);
  await iAm(extension, null);
  await expect(page.locator('#auto-create')).toContainText('Choose who you are first');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
});

test('disconnecting archives what was documented, where that is chosen', async ({
  extension,
  simulator,
}) => {
  const { tenant, faults } = simulator;
  await ready(extension);
  await switchAutoCreate(extension, true);
  const wanted = documented(tenant);
  const refusing = faults.add({
    kind: 'answer',
    api: 'itglue',
    method: 'PATCH',
    path: /\/passwords\//,
    times: 1,
    status: 422,
    body: { errors: [{ title: 'Unprocessable', detail: 'Not now', status: '422' }] },
  });
  const page = await extension.openOptions();
  await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Archive it').check();
  await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Not now', { timeout: 30_000 });
  expect(await axe(page)).toEqual([]);
  expect(await extension.readStore('wireless')).not.toEqual([]);
  refusing.remove();

  await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(page.getByText(/^Disconnected\./)).toBeVisible({ timeout: 30_000 });
  expect(documented(tenant)).toEqual(archived(wanted));
  expect(wirelessType(tenant)?.enabled).toBe(false);
  expect(await extension.readStore('wireless')).toEqual([]);
});

test('disconnecting keeps what was documented, where that is chosen', async ({
  extension,
  simulator,
}) => {
  const { tenant, requests } = simulator;
  await ready(extension);
  await switchAutoCreate(extension, true);
  const wanted = documented(tenant);
  const ids = idsOf(tenant);
  requests.clear();
  const page = await extension.openOptions();
  await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Keep it as it is')).toBeChecked();
  await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(page.getByText(/^Disconnected\./)).toBeVisible();
  expect(requests.writes()).toEqual([]);
  await page.close();

  // Another browser, or this one again, recognizes all of it.
  await ready(extension);
  await switchAutoCreate(extension, true);
  expect(documented(tenant)).toEqual(wanted);
  expect(idsOf(tenant)).toEqual(ids);
  expect(traitOf(tenant, wirelessRecords(tenant)[0]!, 'Pre-shared Key')).toBeTruthy();
});

test('no key of a Wi-Fi network is stored, logged, sent to a page or shown on one', async ({
  extension,
  simulator,
}) => {
  const { tenant, faults } = simulator;
  const { heard, ready: listening } = overhear(extension.context);
  await listening;
  await ready(extension);
  // Where a server repeats what it was sent, its answer is an error text with a key in it.
  faults.add({
    kind: 'answer',
    api: 'itglue',
    method: 'POST',
    path: /\/passwords(?:\?|$)/,
    status: 422,
    body: {
      errors: [{ title: 'Unprocessable', status: '422', detail: `Password ${longestKey} is bad` }],
    },
  });
  await switchAutoCreate(extension, true);
  const changed = ssid(simulator, DEMO.ssids.emoji);
  const keys = [...preSharedKeys(tenant), 'the-next-key-of-the-guests'];
  changed.wpa_password = 'the-next-key-of-the-guests';
  await extension.syncNow();
  expect(wirelessPasswords(tenant).map(({ password }) => password)).toContain(longestKey);

  const { page, panel } = await openPanel(extension, recordPath(tenant, DEMO.ssids.longKey));
  await expect(panel).toBeVisible();
  const options = await extension.open('options.html#activity');
  await expect(options.locator('#activity ol > li').first()).toBeVisible();
  const shown = [await page.content(), await panel.innerText(), await options.content()];
  const stored = await everythingStored(extension.context, extension.id);
  const places = { stored, heard: heard.join('\n'), shown: shown.join('\n') };
  // What is searched is not empty.
  expect(stored.includes('keyDigest')).toBe(true);
  expect(heard.filter((text) => text.startsWith('["answer"')).length).toBeGreaterThan(3);
  expect(places.shown.includes('Northwind')).toBe(true);
  for (const key of keys) {
    const forms = [key, JSON.stringify(key).slice(1, -1), key.trim(), btoa(key)];
    for (const [place, text] of Object.entries(places))
      // Not printed where it is found: these texts are long, and the report is no place for a key.
      expect(
        forms.some((form) => text.includes(form)),
        `${place} has a key`,
      ).toBe(false);
  }
});

test("a record's page says that it is managed, since when, and where to change it", async ({
  extension,
  simulator,
}) => {
  const { tenant } = simulator;
  await ready(extension);
  await switchAutoCreate(extension, true);
  const path = recordPath(tenant, DEMO.ssids.longKey);
  const { page, panel } = await openPanel(extension, `${path}?rerender=200`);
  await expect(panel).toContainText('This record is managed by Datto Networking for IT Glue.');
  await expect(panel).toContainText(/Synced (now|\d+ minutes? ago)/);
  await expect(panel).toContainText(
    'Edits here are overwritten; change the network in Datto Network Manager',
  );
  await expect(panel.locator('bdi')).toHaveText(['northwind  traders', 'Northwind']);
  expect(await axe(page)).toEqual([]);
  await page.waitForTimeout(2000);
  await expect(panel).toHaveCount(1);

  const opened = page.context().waitForEvent('page');
  await panel.getByRole('button', { name: 'Open options' }).click();
  expect((await opened).url()).toContain('/options.html');

  // To another record, to a configuration and back, without reloading; then to one that nobody manages.
  const go = (to: string) =>
    page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, to);
  await go(recordPath(tenant, DEMO.ssids.html));
  await expect(panel.locator('bdi').last()).toHaveText('<i>Café</i>');
  await go(`/2/configurations/${DEMO.panel.switch.configurationId}`);
  await expect(panel.getByText('Model')).toBeVisible();
  await go(path);
  await expect(panel.locator('bdi').last()).toHaveText('Northwind');
  const { typeId, recordId } = DEMO.email;
  await go(`/${DEMO.organizations.owner}/assets/${typeId}-email/records/${recordId}`);
  await expect(panel).toHaveCount(0);
  await page.waitForTimeout(500);
  await expect(panel).toHaveCount(0);

  delete tenant.datto.networks.find(({ id }) => id === DEMO.networks.northwind)!.ssids[1];
  await extension.syncNow();
  const gone = await openPanel(extension, path);
  await expect(gone.panel).toContainText('no Wi-Fi key to document any more');
  expect(await axe(gone.page)).toEqual([]);
  await switchAutoCreate(extension, false);
  await gone.page.reload();
  await expect(gone.panel).toContainText('no longer kept current');
});
