import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { configurationId, organizationId } from '@/lib/model/ids';
import { startSimulator, type Simulator } from '@/test/simulator';
import { createItGlueClient, type ItGlueClient } from './client';
import { readAll } from './read-all';
import { failureOf } from './client.fixture';

/** The client against the strict stand-in for IT Glue, over HTTPS. */
let simulator: Simulator;
let client: ItGlueClient;

beforeAll(async () => {
  simulator = await startSimulator();
  client = clientWith({});
});
afterAll(() => simulator.close());
afterEach(() => simulator.faults.clear());

const clientWith = (options: { apiKey?: string; region?: 'us' | 'eu' | 'au' }): ItGlueClient =>
  createItGlueClient({
    apiKey: simulator.tenant.itglue.keys[0]?.key ?? '',
    region: simulator.tenant.itglue.region,
    fetch: simulator.fetch,
    now: () => Date.now(),
    random: () => 0,
    budget: { acquire: () => Promise.resolve() },
    ...options,
  });

const anOrganization = () =>
  organizationId([...simulator.tenant.itglue.organizations.keys()][0] ?? '');
const typeId = async () => (await client.findConfigurationType('Switch'))?.id ?? '';

describe('organizations', () => {
  test('are all read', async () => {
    const { rows, skipped } = await readAll((page) => client.organizationsPage(page));
    expect(skipped).toEqual([]);
    expect(rows.map(({ id }) => id as string).sort()).toEqual(
      [...simulator.tenant.itglue.organizations.keys()].sort(),
    );
  });

  test('one is made and found by its name, ids of 16 digits and more intact', async () => {
    const name = 'Frog, Toad & Söhne, "Ltd"';
    const made = await client.createOrganization({ name });
    expect(simulator.tenant.itglue.organizations.get(made.id)?.name).toBe(name);
    expect((await client.organizationsPage(1, { name })).rows).toEqual([made]);
    expect(await client.organization(made.id)).toEqual(made);
  });
});

describe('configurations', () => {
  test('of several organizations are read with the MACs of every interface', async () => {
    const organizations = [...simulator.tenant.itglue.organizations.keys()].map(organizationId);
    const { rows, skipped } = await readAll((page) =>
      client.configurationsPage(page, { organizationIds: organizations }),
    );
    expect(skipped).toEqual([]);
    expect(rows).toHaveLength(simulator.tenant.itglue.configurations.size);
    const several = rows.filter(({ macs }) => macs.length > 1);
    expect(several.length).toBeGreaterThan(0);
    for (const row of several.slice(0, 3)) expect(await client.configuration(row.id)).toEqual(row);
  });

  test('are made one by one and in bulk, changed and found again', async () => {
    const organization = anOrganization();
    const draft = { name: 'AP Lobby', typeId: await typeId(), macAddress: 'AC:86:74:0A:0B:0C' };
    const one = await client.createConfiguration(organization, {
      ...draft,
      primaryIp: '10.1.2.3',
      serialNumber: 'SN-1',
    });
    expect(one).toMatchObject({ name: 'AP Lobby', macs: ['ac86740a0b0c'], ips: ['10.1.2.3'] });
    const many = await client.createConfigurations(organization, [
      { ...draft, name: 'AP 1' },
      { ...draft, name: 'AP 2' },
    ]);
    expect(many.map(({ name }) => name)).toEqual(['AP 1', 'AP 2']);
    const organizationIds = [organization];
    const byMac = await client.configurationsPage(1, {
      organizationIds,
      macAddress: draft.macAddress,
    });
    expect(byMac.totalCount).toBe(3);
    const changed = await client.updateConfiguration(one.id, { name: 'AP Foyer' });
    expect(changed).toMatchObject({ name: 'AP Foyer', serialNumber: 'SN-1' });
    const bySerial = await client.configurationsPage(1, { organizationIds, serialNumber: 'SN-1' });
    expect(bySerial.rows).toEqual([changed]);
  });

  test('one that a PSA syncs refuses a change and says so', async () => {
    const made = await client.createConfiguration(anOrganization(), {
      name: 'Synced',
      typeId: await typeId(),
    });
    const row = simulator.tenant.itglue.configurations.get(made.id);
    if (row) row.psaSynced = true;
    const failure = await failureOf(client.updateConfiguration(made.id, { name: 'Other' }));
    expect(failure).toMatchObject({ kind: 'refused', outcome: 'refused', status: 422 });
    expect(failure.details.join()).toContain('PSA');
  });

  test('one that is not there is not found', async () => {
    const failure = await failureOf(client.configuration(configurationId('99999999999999999')));
    expect(failure).toMatchObject({ kind: 'not-found', outcome: null });
  });
});

test('a manufacturer and its model are made and found', async () => {
  expect(await client.findManufacturer('Datto')).toBeNull();
  const datto = await client.createManufacturer('Datto');
  expect(await client.findManufacturer('Datto')).toEqual(datto);
  const model = await client.createModel(datto.id, 'AP840E');
  expect(await client.models(datto.id)).toEqual([model]);
  expect(await client.findModel(datto.id, 'AP840E')).toEqual(model);
  expect((await client.findConfigurationStatus('Active'))?.name).toBe('Active');
  expect((await client.manufacturers()).map(({ name }) => name)).toContain('Datto');
});

describe('documentation of a Wi-Fi network', () => {
  const key = '  correct "horse" battery, staple 🐴 ';

  test('goes through its whole life: type, record, password, relations, archive', async () => {
    const organization = anOrganization();
    const name = 'Wi-Fi of the test';
    const type = await client.createFlexibleAssetType({
      name,
      description: 'Made by a test',
      icon: 'wifi',
      showInMenu: true,
      fields: [
        {
          order: 1,
          name: 'SSID Name',
          kind: 'Text',
          required: true,
          useForTitle: true,
          showInList: true,
        },
        { order: 2, name: 'Devices', kind: 'Tag', tagType: 'Configurations' },
      ],
    });
    await client.addFlexibleAssetFields(type, [{ order: 3, name: 'Pre-shared Key', kind: 'Text' }]);
    await client.updateFlexibleAssetType(type, { enabled: false });
    const [read] = await client.flexibleAssetTypesNamed(name);
    expect(read).toMatchObject({ id: type, enabled: false });
    expect(read?.fields.map(({ nameKey, kind }) => [nameKey, kind])).toEqual([
      ['ssid-name', 'Text'],
      ['devices', 'Tag'],
      ['pre-shared-key', 'Text'],
    ]);

    const device = await client.createConfiguration(organization, {
      name: 'AP',
      typeId: await typeId(),
    });
    const record = await client.createFlexibleAsset(organization, type, {
      'ssid-name': ' Guest ',
      devices: [device.id],
      'pre-shared-key': key,
    });
    // The account keeps texts without white space at their ends.
    expect(record.traits).toMatchObject({
      'ssid-name': 'Guest',
      'pre-shared-key': key.trim(),
      devices: { values: [{ id: device.id, name: 'AP' }] },
    });
    const updated = await client.updateFlexibleAsset(record.id, { 'ssid-name': 'Guest' });
    expect(Object.keys(updated.traits)).toEqual(['ssid-name']);
    const more = await client.createFlexibleAssets(organization, type, [
      { 'ssid-name': 'Second' },
      { 'ssid-name': 'Third' },
    ]);
    const page = await client.flexibleAssetsPage(1, type, { organizationId: organization });
    expect(page.rows.map(({ id }) => id).sort()).toEqual(
      [record, ...more].map(({ id }) => id).sort(),
    );

    const password = await client.createPassword(organization, { name: 'Guest', value: key });
    expect(simulator.tenant.itglue.passwords.get(password.id)?.password).toBe(key);
    expect(JSON.stringify(await client.password(password.id))).not.toContain('horse');
    await client.updatePassword(password.id, { notes: 'line\nnetwork 1, SSID 2' });
    const found = await client.passwordsPage(1, { organizationIds: [organization], name: 'Guest' });
    expect(found.rows).toMatchObject([
      { id: password.id, notes: 'line\nnetwork 1, SSID 2', embeddedIn: null },
    ]);

    const source = { kind: 'flexible-asset', id: record.id } as const;
    await client.createRelatedItem(source, { kind: 'password', id: password.id });
    const link = await client.createRelatedItem(
      source,
      { kind: 'configuration', id: device.id },
      'access point',
    );
    expect(link).toMatchObject({ kind: 'configuration', destinationId: device.id });
    const { relatedItems } = await client.flexibleAsset(record.id);
    expect(relatedItems.map(({ kind, destinationId }) => [kind, destinationId])).toEqual([
      ['password', password.id],
      ['configuration', device.id],
    ]);
    await client.deleteRelatedItems(source, [link.id]);
    expect(await client.relatedItems(source)).toHaveLength(1);
    expect(await client.relatedItems({ kind: 'password', id: password.id })).toEqual([]);

    expect((await client.archiveFlexibleAsset(record.id, true)).archived).toBe(true);
    expect((await client.archivePassword(password.id, true)).archived).toBe(true);
    const archived = await client.passwordsPage(1, { archived: true, name: 'Guest' });
    expect(archived.rows.map(({ id }) => id)).toContain(password.id);
    const back = await client.archiveFlexibleAsset(record.id, false);
    expect(back).toMatchObject({ archived: false, traits: { 'ssid-name': 'Guest' } });
  });
});

test('users know the organizations of their groups', async () => {
  const { rows, skipped } = await client.users();
  expect(skipped).toEqual([]);
  const { users, groups } = simulator.tenant.itglue;
  expect(rows).toHaveLength(users.size);
  for (const user of rows) {
    const expected = [...groups.values()]
      .filter(({ userIds }) => userIds.includes(user.id))
      .flatMap(({ organizationIds }) => organizationIds);
    expect([...user.organizationIds].sort()).toEqual([...new Set(expected)].sort());
  }
});

describe('faults', () => {
  test.each([
    { kind: 'reset' },
    { kind: 'truncated' },
    { kind: 'malformed' },
    { kind: 'server-error' },
    { kind: 'too-many-requests', retryAfterSeconds: 1 },
  ] as const)('a read survives $kind', async (fault) => {
    simulator.faults.add({ ...fault, api: 'itglue' });
    expect((await client.organizationsPage(1)).rows.length).toBeGreaterThan(0);
  });

  test.each([
    { kind: 'reset', effect: 'after' },
    { kind: 'server-error', effect: 'after' },
    { kind: 'truncated' },
    { kind: 'malformed' },
  ] as const)(
    'a write whose answer is lost ($kind) is made once and reported as unknown',
    async (fault) => {
      const name = `Made with ${JSON.stringify(fault)}`;
      simulator.faults.add({ ...fault, api: 'itglue', method: 'POST' });
      const failure = await failureOf(client.createOrganization({ name }));
      expect(failure.outcome).toBe('unknown');
      expect((await client.organizationsPage(1, { name })).rows).toHaveLength(1);
    },
  );

  test('a write that meets 429 is made once, after the wait', async () => {
    simulator.faults.add({ kind: 'too-many-requests', retryAfterSeconds: 1, method: 'POST' });
    const made = await client.createOrganization({ name: 'After the rush' });
    const { rows } = await client.organizationsPage(1, { name: 'After the rush' });
    expect(rows).toEqual([made]);
  });
});

describe('verify', () => {
  test('confirms what belongs together and names what does not', async () => {
    const { subdomain, region } = simulator.tenant.itglue;
    expect(await client.verify(subdomain)).toEqual({ ok: true, portal: 'confirmed' });
    expect(await client.verify('somebody-else')).toEqual({
      ok: false,
      problem: 'subdomain',
      portal: { subdomain, region },
    });
    const elsewhere = clientWith({ region: region === 'eu' ? 'us' : 'eu' });
    expect(await elsewhere.verify(subdomain)).toEqual({ ok: false, problem: 'region', region });
    const wrong = clientWith({ apiKey: 'ITG.nobody' });
    expect(await wrong.verify(subdomain)).toEqual({ ok: false, problem: 'key' });
  });
});
