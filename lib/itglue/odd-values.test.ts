import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flexibleAssetTypeId } from '@/lib/model/ids';
import type { Rows } from '@/lib/model/rows';
import { anyJson } from '@/lib/wire/any-json.fixture';
import type { ItGlueClient } from './client';
import { failureOf, fakeClient, json, listMeta } from './client.fixture';
import interfacesExample from './examples/configuration-interfaces.json';
import configurationsExample from './examples/configurations.json';
import flexibleAssetExample from './examples/flexible-asset.json';
import organizationsExample from './examples/organizations.json';
import passwordsExample from './examples/passwords.json';
import usersExample from './examples/users.json';

type Json = Record<string, unknown>;

interface Resource {
  readonly row: { readonly id: string; readonly attributes: Json };
  readonly read: (client: ItGlueClient) => Promise<Rows<unknown>>;
  /** What an attribute shows in; those that are not here show in nothing. */
  readonly shows: Readonly<Record<string, readonly string[]>>;
  /** Those that say what the row belongs to, or hold what would be lost. */
  readonly required: readonly string[];
}

const resources: Readonly<Record<string, Resource>> = {
  organizations: {
    row: organizationsExample.data[0]!,
    read: (client) => client.organizationsPage(1),
    shows: {
      name: ['name'],
      'short-name': ['shortName'],
      primary: ['primary'],
      'organization-type-name': ['typeName'],
      'organization-status-name': ['statusName'],
    },
    required: [],
  },
  configurations: {
    row: configurationsExample.data[0]!,
    read: (client) => client.configurationsPage(1),
    shows: {
      name: ['name'],
      hostname: ['hostname'],
      'primary-ip': ['primaryIp', 'ips'],
      'mac-address': ['macAddress', 'macs'],
      'serial-number': ['serialNumber'],
      'configuration-type-id': ['typeId'],
      'configuration-type-name': ['typeName'],
      'configuration-status-name': ['statusName'],
      'manufacturer-name': ['manufacturerName'],
      'model-name': ['modelName'],
      archived: ['archived'],
      'created-at': ['createdAt'],
      'psa-integration': ['psaSynced'],
    },
    required: ['organization-id'],
  },
  passwords: {
    row: passwordsExample.data[0]!,
    read: (client) => client.passwordsPage(1),
    shows: {
      name: ['name'],
      username: ['username'],
      url: ['url'],
      notes: ['notes'],
      'resource-type': ['embeddedIn'],
      archived: ['archived'],
      'password-updated-at': ['passwordUpdatedAt'],
      'updated-at': ['updatedAt'],
    },
    required: ['organization-id', 'resource-id'],
  },
  'flexible assets': {
    row: flexibleAssetExample.data,
    read: (client) => client.flexibleAssetsPage(1, flexibleAssetTypeId('1')),
    shows: { name: ['name'], archived: ['archived'], 'updated-at': ['updatedAt'] },
    required: ['organization-id', 'flexible-asset-type-id', 'traits'],
  },
  users: {
    row: usersExample.data[0]!,
    read: (client) => client.users(),
    shows: {
      'first-name': ['name'],
      'last-name': ['name'],
      email: ['email'],
      'role-name': ['roleName'],
    },
    required: [],
  },
};

describe.each(Object.entries(resources))('a row of %s', (_, { row, read, shows, required }) => {
  async function readWith(attributes: Json, relationships?: unknown) {
    const changed = {
      ...row,
      attributes: { ...row.attributes, ...attributes },
      ...(relationships !== undefined && { relationships }),
    };
    const { client } = fakeClient(({ url }) =>
      json(
        url.pathname === '/groups'
          ? { data: [], meta: listMeta(null, 0) }
          : { data: [changed], meta: listMeta(null, 1) },
      ),
    );
    return read(client);
  }
  const optional = [...Object.keys(row.attributes), ...Object.keys(shows)].filter(
    (name) => !required.includes(name),
  );

  it('is kept with its other fields whatever one attribute holds', async () => {
    const whole = await readWith({});
    expect(whole.oddFields).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...optional), anyJson, async (name, value) => {
        const { rows, skipped } = await readWith({ [name]: value });
        expect(skipped).toEqual([]);
        const before = whole.rows[0] as Json;
        const differing = Object.entries(rows[0] as Json)
          .filter(([field, now]) => JSON.stringify(now) !== JSON.stringify(before[field]))
          .map(([field]) => field);
        expect(shows[name] ?? []).toEqual(expect.arrayContaining(differing));
      }),
      { numRuns: 200 },
    );
  });

  it.each(required)('is left out where its %s cannot be read', async (name) => {
    const { rows, skipped } = await readWith({ [name]: [['a secret value']] });
    expect(rows).toEqual([]);
    expect(skipped).toMatchObject([
      { id: row.id, fields: [{ field: expect.stringContaining(name) as string }] },
    ]);
    expect(JSON.stringify(skipped)).not.toContain('secret');
  });
});

it('a configuration keeps the addresses of the interfaces that can be read', async () => {
  const interfaces = interfacesExample.data.map((row, index) => ({
    ...row,
    id: String([68, 78][index]),
  }));
  const [first, second] = interfaces;
  const read = async (included: unknown, relationships?: unknown) => {
    const [row] = configurationsExample.data;
    const { client } = fakeClient(() =>
      json({ data: [{ ...row, ...(relationships !== undefined && { relationships }) }], included }),
    );
    return client.configurationsPage(1);
  };
  const { rows, oddFields } = await read([
    { ...first, attributes: { ...first!.attributes, 'mac-address': 12 } },
    second,
  ]);
  expect(rows[0]?.macs).toEqual(['d46a91132d77']);
  expect(oddFields).toEqual([
    {
      kind: 'configuration_interfaces',
      field: 'attributes.mac-address',
      count: 1,
      type: 'number',
      lost: false,
    },
  ]);
  expect((await read({ 1: first, 2: second })).rows[0]?.macs).toHaveLength(2);
  for (const relationships of [[], 5, { 'configuration-interfaces': { data: [{ id: [] }, 4] } }])
    expect((await read(interfaces, relationships)).rows[0]?.macs).toEqual([]);
});

describe('what would be written again where it were taken for absent', () => {
  const asset = flexibleAssetExample.data;
  const link = {
    id: '9',
    type: 'related-items',
    attributes: { 'destination-type': 'Password', 'destination-id': '5', notes: null },
  };
  const withLinks = (relationships: unknown, included: unknown) =>
    fakeClient(() => json({ data: { ...asset, relationships }, included })).client.relatedItems({
      kind: 'flexible-asset',
      id: asset.id,
    });
  const links = { 'related-items': { data: [{ id: '9', type: 'related-items' }] } };

  it('a link that can be read is read', async () => {
    expect(await withLinks(links, [link])).toMatchObject([{ destinationId: '5' }]);
  });

  it.each<[string, unknown, unknown]>([
    ['relationships', 'x', [link]],
    ['the list of links', { 'related-items': 5 }, [link]],
    ['the id of a link', { 'related-items': { data: [{ id: {} }] } }, [link]],
    ['a destination', links, [{ ...link, attributes: { 'destination-id': {} } }]],
    ['what came along', links, 7],
  ])('%s that cannot be read fails the record', async (_, relationships, included) => {
    expect(await failureOf(withLinks(relationships, included))).toMatchObject({
      kind: 'transient',
    });
  });

  it('a type, and a field of a type', async () => {
    const type = { id: '3', type: 'flexible-asset-types', attributes: { name: 'Wi-Fi' } };
    const read = (row: object, included: unknown = []) =>
      fakeClient(() =>
        json({ data: [{ ...type, ...row }], included, meta: listMeta(null, 1) }),
      ).client.flexibleAssetTypesNamed('Wi-Fi');
    const fields = { 'flexible-asset-fields': { data: [{ id: '1' }] } };
    const field = { id: '1', type: 'flexible-asset-fields', attributes: { kind: 7, name: 'SSID' } };
    expect(await read({ relationships: fields }, [field])).toMatchObject([
      { fields: [{ name: 'SSID', kind: '7' }] },
    ]);
    expect(await failureOf(read({ id: {} }))).toMatchObject({ kind: 'transient' });
    expect(await failureOf(read({ relationships: 'x' }))).toMatchObject({ kind: 'transient' });
  });
});

describe('the frame of a list', () => {
  const data = [{ id: '1', attributes: { name: 'A' } }];
  const read = (body: object) => fakeClient(() => json(body)).client.organizationsPage(1);

  it('may hold its numbers as text', async () => {
    const meta = { 'next-page': '2', 'total-count': '3', 'total-pages': '2' };
    expect(await read({ data, meta })).toMatchObject({
      nextPage: { number: 2, size: 1000 },
      totalCount: 3,
      totalPages: 2,
    });
  });

  it('may not tell how long it is', async () => {
    const meta = { 'next-page': null, 'total-count': {}, 'total-pages': 'many' };
    expect(await read({ data, meta })).toMatchObject({ nextPage: null, totalCount: 1 });
  });

  it.each([[{}], ['more'], [true], [0]])(
    'that does not tell whether it goes on is not taken for its end: %j',
    async (next) => {
      expect(await failureOf(read({ data, meta: { 'next-page': next } }))).toMatchObject({
        kind: 'transient',
      });
    },
  );
});
