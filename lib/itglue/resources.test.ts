import { describe, expect, test } from 'vitest';
import {
  configurationId,
  flexibleAssetId,
  flexibleAssetTypeId,
  organizationId,
  passwordId,
} from '@/lib/model/ids';
import configurationsExample from './examples/configurations.json';
import interfacesExample from './examples/configuration-interfaces.json';
import flexibleAssetExample from './examples/flexible-asset.json';
import passwordsExample from './examples/passwords.json';
import usersExample from './examples/users.json';
import { nameKey } from '@/lib/model/flexible-asset';
import { failureOf, fakeClient, json, type SeenRequest } from './client.fixture';

const bodyOf = (request: SeenRequest | undefined) => JSON.parse(request?.body ?? '') as unknown;
const acme = organizationId('2');

describe('configurations', () => {
  const interfaces = interfacesExample.data.map((row, index) => ({
    ...row,
    id: String([68, 78][index]),
  }));

  test("of the reference are read with the addresses of all interfaces, typing errors' text kept", async () => {
    const { client } = fakeClient(() => json({ ...configurationsExample, included: interfaces }));
    const [server, archived] = (await client.configurationsPage(1)).rows;
    expect(server).toMatchObject({
      id: '455',
      organizationId: '2',
      macAddress: '18-5E-0F-ED-99-9J',
      primaryIp: '10.10.2.231',
      typeName: 'Managed Server',
      archived: false,
      createdAt: '2016-09-14T18:15:28.000Z',
      psaSynced: false,
      macs: ['c47a92143d78', 'd46a91132d77'],
      ips: ['10.10.2.231', '10.10.1.111', '10.0.1.23'],
    });
    expect(archived).toMatchObject({ id: '456', archived: true, macs: [], ips: ['10.10.2.254'] });
  });

  test.each([
    ['enabled', true],
    ['disabled', false],
    [null, false],
  ])('are synced with a PSA where psa-integration is %s', async (value, psaSynced) => {
    const { client } = fakeClient(() =>
      json({
        data: {
          id: '1',
          type: 'configurations',
          attributes: { 'organization-id': 2, name: 'AP', 'psa-integration': value },
        },
      }),
    );
    expect(await client.configuration(configurationId('1'))).toMatchObject({ psaSynced });
  });

  test('an address that the configuration and its interface share counts once', async () => {
    const { client } = fakeClient(() =>
      json({
        data: {
          id: '1',
          type: 'configurations',
          attributes: {
            'organization-id': 2,
            name: 'AP',
            'mac-address': 'C47A.9214.3D78',
            'primary-ip': '10.10.1.111',
          },
          relationships: { 'configuration-interfaces': { data: [{ id: '68' }] } },
        },
        included: interfaces,
      }),
    );
    expect(await client.configuration(configurationId('1'))).toMatchObject({
      macs: ['c47a92143d78'],
      ips: ['10.10.1.111'],
    });
  });

  test('are created in bulk under their organization, attributes that are not given left out', async () => {
    const { client, requests } = fakeClient(() => json({ data: configurationsExample.data }, 201));
    const made = await client.createConfigurations(acme, [
      { name: 'AP 1', typeId: '42' },
      { name: 'AP 2', typeId: '42', macAddress: 'AC:86:74:00:00:01' },
    ]);
    expect(made.map(({ id }) => id)).toEqual(['455', '456']);
    expect(requests[0]?.url.pathname).toBe('/organizations/2/relationships/configurations');
    expect(bodyOf(requests[0])).toEqual({
      data: [
        { type: 'configurations', attributes: { name: 'AP 1', 'configuration-type-id': '42' } },
        {
          type: 'configurations',
          attributes: {
            name: 'AP 2',
            'configuration-type-id': '42',
            'mac-address': 'AC:86:74:00:00:01',
          },
        },
      ],
    });
  });

  test('whose bulk creation is answered with an unreadable row have an unknown outcome', async () => {
    const { client } = fakeClient(() => json({ data: [{ id: '1' }] }, 201));
    const failure = await failureOf(
      client.createConfigurations(acme, [{ name: 'A', typeId: '1' }]),
    );
    expect(failure.outcome).toBe('unknown');
  });
});

describe('passwords', () => {
  test('are read without their values, general and embedded told apart', async () => {
    const { client } = fakeClient(() => json(passwordsExample));
    const { rows } = await client.passwordsPage(1, { organizationIds: [acme] });
    expect(rows.map(({ embeddedIn }) => embeddedIn?.type ?? null)).toEqual([
      null,
      'flexible-asset-trait',
      null,
      'Configuration',
    ]);
    expect(JSON.stringify(rows)).not.toContain('p4ssw0rd');
    expect(rows[0]).toMatchObject({
      id: '54',
      organizationId: '2',
      archived: false,
      passwordUpdatedAt: '2017-08-24T00:34:40.000Z',
    });
  });

  test('one is asked for with its value hidden', async () => {
    const { client, requests } = fakeClient(() => json({ data: passwordsExample.data[3] }));
    expect(await client.password(passwordId('222'))).toMatchObject({ id: '222', relatedItems: [] });
    expect(requests[0]?.url.searchParams.get('show_password')).toBe('false');
  });

  test('a value is sent exactly, spaces and quotes included', async () => {
    const { client, requests } = fakeClient(() => json({ data: passwordsExample.data[0] }));
    await client.updatePassword(passwordId('54'), { value: '  "a\\b\' ' });
    expect(bodyOf(requests[0])).toEqual({
      data: { type: 'passwords', attributes: { password: '  "a\\b\' ' } },
    });
  });
});

describe('flexible assets', () => {
  test('are read with tags as ids that keep all their digits', async () => {
    const text = JSON.stringify(flexibleAssetExample).replace('11303436', '1130343600000000001');
    const { client } = fakeClient(() => json(text));
    const asset = await client.flexibleAsset(flexibleAssetId('401'));
    expect(asset).toMatchObject({
      id: '401',
      typeId: '33',
      organizationId: '2',
      archived: false,
      traits: {
        location: 'On-Premises',
        'email-servers': {
          type: 'Configurations',
          values: [{ id: '1130343600000000001', name: 'HF-SF-EXCH01 (Exchange)' }],
        },
      },
    });
  });

  test('texts of traits are never trimmed', async () => {
    const { data } = flexibleAssetExample;
    const attributes = { ...data.attributes, traits: { ssid: '  Café ', upload: [{ url: 'x' }] } };
    const { client } = fakeClient(() => json({ data: { ...data, attributes } }));
    const { traits } = await client.flexibleAsset(flexibleAssetId('401'));
    expect(traits).toEqual({ ssid: '  Café ', upload: { opaque: true } });
  });

  test('archiving sends no traits, updating sends all that were given and nothing else', async () => {
    const { client, requests } = fakeClient(() => json(flexibleAssetExample));
    await client.archiveFlexibleAsset(flexibleAssetId('401'), true);
    await client.updateFlexibleAsset(flexibleAssetId('401'), { devices: ['9007199254740993'] });
    expect(bodyOf(requests[0])).toEqual({
      data: { type: 'flexible_assets', attributes: { archived: true } },
    });
    expect(bodyOf(requests[1])).toEqual({
      data: { type: 'flexible_assets', attributes: { traits: { devices: ['9007199254740993'] } } },
    });
  });

  test('are listed by their type, which IT Glue demands', async () => {
    const { client, requests } = fakeClient(() => json({ data: [] }));
    await client.flexibleAssetsPage(1, flexibleAssetTypeId('33'), { organizationId: acme });
    expect(Object.fromEntries(requests[0]?.url.searchParams ?? [])).toMatchObject({
      'filter[flexible-asset-type-id]': '33',
      'filter[organization-id]': '2',
    });
  });

  test.each([
    ['SSID Name', 'ssid-name'],
    ['Wireless Devices - Matched', 'wireless-devices-matched'],
    ['Pre-shared Key', 'pre-shared-key'],
  ])('the key of the field %j is %j', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});

describe('related items', () => {
  test.each([
    [{ 'destination-type': 'Flexible Asset', 'destination-id': 5 }, 'flexible-asset'],
    [{ 'resource-type': 'flexible-assets', 'resource-id': '5' }, 'flexible-asset'],
    [{ 'destination-type': 'Password', 'destination-id': 5 }, 'password'],
    [{ 'destination-type': 'Configuration', 'destination-id': 5 }, 'configuration'],
    [{ 'destination-type': 'Document', 'destination-id': 5 }, 'other'],
  ])('are read in the spellings IT Glue uses: %j', async (attributes, kind) => {
    const { client } = fakeClient(() =>
      json({
        data: {
          id: '401',
          relationships: { 'related-items': { data: [{ id: '9', type: 'related-items' }] } },
        },
        included: [{ id: '9', type: 'related-items', attributes: { ...attributes, notes: null } }],
      }),
    );
    expect(await client.relatedItems({ kind: 'configuration', id: '401' })).toEqual([
      { id: '9', kind, destinationId: '5', notes: null },
    ]);
  });
});

describe('users', () => {
  test('have the organizations of all their groups, each once', async () => {
    const group = (id: string, users: string[], organizations: string[]) => ({
      id,
      type: 'groups',
      attributes: { name: id },
      relationships: {
        users: { data: users.map((user) => ({ id: user, type: 'users' })) },
        organizations: { data: organizations.map((one) => ({ id: one, type: 'organizations' })) },
      },
    });
    const { client } = fakeClient(({ url }) =>
      url.pathname === '/users'
        ? json(usersExample)
        : json({ data: [group('42', ['35', '36'], ['2', '6']), group('43', ['35'], ['6', '9'])] }),
    );
    const { rows } = await client.users();
    expect(rows.map(({ name, organizationIds }) => [name, organizationIds])).toEqual([
      ['Carl Beck', ['2', '6', '9']],
      ['Larry', ['2', '6']],
      ['Jackie Tilds', []],
    ]);
  });
});
