import { expect, test } from './fixtures';
import { itGlue } from './harness/it-glue';
import { ready } from './harness/matching';
import {
  archived,
  documented,
  idsOf,
  live,
  rowsOf,
  switchAutoCreate,
  toDocument,
  wirelessPasswords,
  wirelessType,
  ssid,
  writesOfSync,
} from './harness/wireless';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import type { Tenant } from '@/test/simulator/tenant/tenant';

const counts = (tenant: Tenant) => ({
  types: tenant.itglue.flexibleAssetTypes.size,
  records: tenant.itglue.flexibleAssets.size,
  // A record's key is an embedded password besides.
  passwords: [...tenant.itglue.passwords.values()].filter(({ resourceId }) => resourceId === null)
    .length,
  relations: tenant.itglue.relatedItems.size,
});

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

test(
  'what changes at Datto is documented by the next sync, with the writes it needs and no other',
  { tag: '@long' },
  async ({ extension, simulator }) => {
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
  },
);

test(
  'what people change in records and passwords is corrected by the next sync',
  { tag: '@long' },
  async ({ extension, simulator }) => {
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
    await itGlue(
      simulator,
      'PATCH',
      `/flexible_assets/${rowsOf(tenant, leadingSpaces).record.id}`,
      {
        type: 'flexible-assets',
        attributes: { archived: true },
      },
    );
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

    const options = await extension.openOptions('activity');
    const activity = options.locator('#activity ol');
    await expect(activity.getByText(/deleted/i).first()).toBeVisible();
  },
);

test(
  'switched off, everything is archived, what people made too; on again, the same rows are back',
  { tag: '@long' },
  async ({ extension, simulator }) => {
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
  },
);
