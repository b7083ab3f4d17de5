import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../index';
import { DEMO } from '../tenant/demo-ids';
import { catalogue, itGlueKeyWithoutPasswords } from '../tenant/tenant';
import { referenceQuirks } from '../tenant/quirks';
import { askItGlue, data, type ItGlueCall } from '../test-support';
import { primaryInterface } from './state';

let simulator: Simulator;
let ask: (
  method: string,
  path: string,
  body?: unknown,
  call?: ItGlueCall,
) => ReturnType<typeof askItGlue>;
beforeEach(async () => {
  simulator = await startSimulator();
  simulator.tenant.quirks = referenceQuirks();
  ask = (...call) => askItGlue(simulator, ...call);
});
afterEach(() => simulator.close());

const { northwind, harbor } = DEMO.organizations;
const names = (answer: Awaited<ReturnType<typeof askItGlue>>) =>
  answer.json.data.map(({ attributes }) => attributes.name);

describe('who may ask, and how', () => {
  it('a wrong key and a missing one are 401, a key of another region too', async () => {
    expect((await ask('GET', '/organizations', undefined, { key: 'ITG.wrong' })).status).toBe(401);
    expect((await ask('GET', '/organizations', undefined, { key: null })).status).toBe(401);
    expect(
      (await ask('GET', '/organizations', undefined, { host: 'api.eu.itglue.com' })).status,
    ).toBe(401);
  });

  it('a forbidden key is 403', async () => {
    simulator.tenant.itglue.keys.push({
      key: 'ITG.forbidden',
      passwordAccess: false,
      refusedWith: 403,
    });
    expect((await ask('GET', '/organizations', undefined, { key: 'ITG.forbidden' })).status).toBe(
      403,
    );
  });

  it('a body of another content type is 415, one that is not JSON 400', async () => {
    const body = data('organizations', { name: 'New' });
    expect(
      (await ask('POST', '/organizations', body, { contentType: 'application/json' })).status,
    ).toBe(415);
    expect((await ask('POST', '/organizations', '{"data":')).status).toBe(400);
  });

  it('the account has 3000 requests in 5 minutes, all keys together, and room again after that', async () => {
    let now = Date.now();
    const other = await startSimulator({ now: () => now });
    other.tenant.quirks = referenceQuirks();
    other.tenant.itglue.rateLimit.requests = 2;
    await askItGlue(other, 'GET', '/users');
    now += 60_000;
    await askItGlue(other, 'GET', '/users', undefined, { key: itGlueKeyWithoutPasswords.key });
    const refused = await askItGlue(other, 'GET', '/users');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('240');
    now += 240_000;
    expect((await askItGlue(other, 'GET', '/users')).status).toBe(200);
    await other.close();
    expect(simulator.tenant.itglue.rateLimit).toEqual({ requests: 3000, windowSeconds: 300 });
  });
});

describe('lists', () => {
  it('come in pages of at most 1000, with the way to the next', async () => {
    const first = await ask('GET', '/organizations?page[size]=5&sort=id');
    expect(first.json.data).toHaveLength(5);
    expect(first.json.meta).toMatchObject({
      'current-page': 1,
      'next-page': 2,
      'prev-page': null,
      'total-pages': 3,
      'total-count': 12,
    });
    expect(decodeURIComponent(first.json.links.next!)).toContain('page[number]=2');
    const last = await ask('GET', '/organizations?page[size]=5&page[number]=3&sort=id');
    expect(last.json.data).toHaveLength(2);
    expect(last.json.links.next).toBeNull();
    expect((await ask('GET', '/organizations?page[size]=1001')).status).toBe(400);
    expect((await ask('GET', '/organizations?page[size]=0')).status).toBe(400);
  });

  it('sort by id as a number, by name, and backwards', async () => {
    const ids = (await ask('GET', '/organizations?sort=id')).json.data.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(ids.at(-1)).toBe(DEMO.organizations.acme);
    const backwards = names(await ask('GET', '/organizations?sort=-name'));
    expect(backwards).toEqual(names(await ask('GET', '/organizations?sort=name')).reverse());
    expect((await ask('GET', '/organizations?sort=color')).status).toBe(400);
  });

  it('flexible assets and groups are not sorted by id, as in the reference', async () => {
    expect(
      (await ask('GET', `/flexible_assets?filter[flexible-asset-type-id]=33&sort=id`)).status,
    ).toBe(400);
    expect((await ask('GET', '/groups?sort=id')).status).toBe(400);
  });

  it('filter exactly, with several organizations at once; an unknown filter is 400', async () => {
    expect(names(await ask('GET', '/organizations?filter[name]=Lakeside Logistics'))).toHaveLength(
      2,
    );
    expect(names(await ask('GET', '/organizations?filter[name]=lakeside logistics'))).toEqual([]);
    expect(names(await ask('GET', '/organizations?filter[name]=Acme, Inc.'))).toEqual([
      'Acme, Inc.',
    ]);
    const both = await ask(
      'GET',
      `/configurations?filter[organization_id]=${northwind},${harbor}&page[size]=1000`,
    );
    const owners = new Set(both.json.data.map((row) => row.attributes['organization-id']));
    expect(owners).toEqual(new Set([2, 3]));
    const archived = await ask('GET', '/configurations?filter[archived]=true');
    expect(archived.json.meta['total-count']).toBe(2);
    expect((await ask('GET', '/configurations?filter[colour]=red')).status).toBe(400);
  });

  it('compare a MAC as text', async () => {
    const { configurationId } = DEMO.matching.macAndIp;
    const row = simulator.tenant.itglue.configurations.get(configurationId)!;
    const typed = primaryInterface(row)?.macAddress ?? '';
    expect(
      (await ask('GET', `/configurations?filter[mac_address]=${typed}`)).json.data[0]!.id,
    ).toBe(configurationId);
    expect(
      (await ask('GET', `/configurations?filter[mac_address]=${typed.toUpperCase()}`)).json.data,
    ).toEqual([]);
  });

  it('include interfaces, fields, users and organizations', async () => {
    const { configurationId } = DEMO.matching.secondInterface;
    const list = await ask(
      'GET',
      `/organizations/${northwind}/relationships/configurations?filter[id]=${configurationId}&include=configuration_interfaces`,
    );
    expect(list.json.included).toHaveLength(3);
    expect(
      list.json.data[0]!.relationships['configuration-interfaces']!.data.map((r) => r.id),
    ).toEqual(list.json.included.map((row) => row.id));
    const nested = await ask(
      'GET',
      `/configurations/${configurationId}/relationships/configuration_interfaces`,
    );
    expect(nested.json.data[0]).not.toHaveProperty('id');
    const groups = await ask('GET', '/groups?include=users,organizations&filter[name]=East');
    expect(groups.json.data[0]!.relationships.organizations!.data).toHaveLength(2);
    const types = await ask('GET', '/flexible_asset_types?include=flexible_asset_fields');
    expect(types.json.included[0]!.attributes).toHaveProperty('name-key', 'type');
    expect((await ask('GET', '/configurations?include=related_items')).status).toBe(400);
  });
});

describe('ids', () => {
  it('are strings at the top and exact numbers among the attributes, however long', async () => {
    const organization = await ask('GET', `/organizations/${DEMO.organizations.acme}`);
    expect(organization.json.data.id).toBe('40000000000000003');
    const made = await ask(
      'POST',
      '/configurations',
      `{"data":{"type":"configurations","attributes":{"organization-id":40000000000000003,"configuration-type-id":42,"name":"New"}}}`,
    );
    expect(made.status).toBe(201);
    expect(made.text).toContain('"organization-id":40000000000000003,');
    expect(BigInt(made.json.data.id)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    expect(String(Number(made.json.data.id))).not.toBe(made.json.data.id);
    expect((await ask('GET', `/configurations/${made.json.data.id}`)).json.data.id).toBe(
      made.json.data.id,
    );
  });
});

describe('organizations, manufacturers and models', () => {
  it('a second organization of one name is made without a word', async () => {
    const made = await ask(
      'POST',
      '/organizations',
      data('organizations', { name: 'Northwind Traders' }),
    );
    expect(made.status).toBe(201);
    expect(names(await ask('GET', '/organizations?filter[name]=Northwind Traders'))).toHaveLength(
      2,
    );
    expect((await ask('POST', '/organizations', data('organizations', { name: ' ' }))).status).toBe(
      422,
    );
    expect(
      (await ask('POST', '/organizations', data('organizations', [{ name: 'A' }]))).status,
    ).toBe(400);
  });

  it('a model belongs to its manufacturer', async () => {
    const maker = await ask('POST', '/manufacturers', data('manufacturers', { name: 'Datto' }));
    const path = `/manufacturers/${maker.json.data.id}/relationships/models`;
    await ask('POST', path, data('models', { name: 'A62' }));
    expect(names(await ask('GET', path))).toEqual(['A62']);
    expect(names(await ask('GET', '/manufacturers/494/relationships/models'))).toEqual([]);
  });
});

describe('configurations', () => {
  const type = catalogue.configurationTypes.Switch;
  const bulkPath = `/organizations/${northwind}/relationships/configurations`;

  it('need a name and a type, and a MAC of at most 17 characters', async () => {
    const make = (attributes: object) => ask('POST', bulkPath, data('configurations', attributes));
    expect((await make({ 'configuration-type-id': type })).status).toBe(422);
    expect((await make({ name: 'x' })).status).toBe(422);
    const long = await make({
      name: 'x',
      'configuration-type-id': type,
      'mac-address': 'AA:BB:CC:DD:EE:FF:',
    });
    expect(long.json.errors[0]).toMatchObject({
      status: 422,
      source: { pointer: '/data/attributes/mac-address' },
    });
    expect(long.json.errors[0]!.detail).toContain('17');
  });

  it('are made in bulk on the nested path only, all or none', async () => {
    const good = { 'organization-id': 2, name: 'a', 'configuration-type-id': type };
    expect((await ask('POST', '/configurations', data('configurations', [good]))).status).toBe(400);
    const before = simulator.tenant.itglue.configurations.size;
    expect(
      (await ask('POST', bulkPath, data('configurations', [good, { name: 'b' }]))).status,
    ).toBe(422);
    expect(simulator.tenant.itglue.configurations.size).toBe(before);
    expect(
      (await ask('POST', bulkPath, data('configurations', [good, good]))).json.data,
    ).toHaveLength(2);
  });

  it('have the addresses of their primary interface, whichever of the two is written', async () => {
    const made = await ask(
      'POST',
      bulkPath,
      data('configurations', {
        name: 'x',
        'configuration-type-id': type,
        mac_address: 'AA-BB',
        primary_ip: '10.0.0.9',
      }),
    );
    const id = made.json.data.id;
    const [primary] = simulator.tenant.itglue.configurations.get(id)!.interfaces;
    expect(primary).toMatchObject({ primary: true, macAddress: 'AA-BB', ipAddress: '10.0.0.9' });
    const path = `/configurations/${id}/relationships/configuration_interfaces/${primary!.id}`;
    await ask('PATCH', path, data('configuration-interfaces', { 'mac-address': 'CC-DD' }));
    const read = await ask('GET', `/configurations/${id}`);
    expect(read.json.data.attributes).toMatchObject({
      'mac-address': 'CC-DD',
      'primary-ip': '10.0.0.9',
    });
  });

  it('are changed one by one or several at once; what is not named stays', async () => {
    const [first, second] = [
      DEMO.panel.accessPoint.configurationId,
      DEMO.panel.switch.configurationId,
    ];
    const bulk = await ask(
      'PATCH',
      '/configurations',
      data('configurations', [
        { id: first, archived: true },
        { id: second, notes: 'moved' },
      ]),
    );
    expect(bulk.status).toBe(200);
    expect(simulator.tenant.itglue.configurations.get(first)).toMatchObject({
      archived: true,
      name: 'NW-AP01 Lobby',
    });
    const related = { data: { type: 'configurations', attributes: {}, relationships: {} } };
    expect((await ask('PATCH', `/configurations/${first}`, related)).status).toBe(422);
  });

  it('of a PSA refuse every change with a reason, alone and among others', async () => {
    const { configurationId } = DEMO.matching.psaSynced;
    const alone = await ask(
      'PATCH',
      `/configurations/${configurationId}`,
      data('configurations', { name: 'x' }),
    );
    expect(alone.status).toBe(422);
    expect(alone.json.errors[0]!.detail).toContain('PSA');
    expect(
      (await ask('GET', `/configurations/${configurationId}`)).json.data.attributes,
    ).toHaveProperty('psa-integration', 'enabled');
    const own = data('configurations', { archived: false, notes: 'x', 'serial-number': 'S1' });
    expect((await ask('PATCH', `/configurations/${configurationId}`, own)).status).toBe(200);
    simulator.tenant.quirks.itglue.psaRefuses = 'everything';
    expect((await ask('PATCH', `/configurations/${configurationId}`, own)).status).toBe(422);
    const other = DEMO.panel.accessPoint.configurationId;
    const both = data('configurations', [
      { id: other, name: 'x' },
      { id: configurationId, name: 'x' },
    ]);
    expect((await ask('PATCH', '/configurations', both)).status).toBe(422);
    expect(simulator.tenant.itglue.configurations.get(other)?.name).toBe('NW-AP01 Lobby');
  });
});

describe('logs', () => {
  it('tell what was written, in at most five pages', async () => {
    await ask('PATCH', '/passwords/54', data('passwords', { notes: 'x' }));
    const { json } = await ask('GET', '/logs?sort=-created_at');
    expect(json.data[0]!.attributes).toMatchObject({
      action: 'update',
      'resource-type': 'Password',
    });
    expect((await ask('GET', '/logs?page[number]=6')).status).toBe(400);
    expect((await ask('GET', '/logs?filter[created_at]=*,2001-01-01T00:00:00Z')).json.data).toEqual(
      [],
    );
  });
});
