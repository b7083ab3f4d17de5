import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../index';
import { DEMO } from '../tenant/demo-ids';
import { referenceQuirks, type ItGlueQuirks } from '../tenant/quirks';
import { itGlueKey } from '../tenant/tenant';
import { askItGlue, data } from '../test-support';

let simulator: Simulator;
let quirks: ItGlueQuirks;
let now = Date.now();
beforeEach(async () => {
  simulator = await startSimulator({ now: () => now });
  simulator.tenant.quirks = referenceQuirks();
  quirks = simulator.tenant.quirks.itglue;
});
afterEach(() => simulator.close());

const ask = (method: string, path: string, body?: unknown) =>
  askItGlue(simulator, method, path, body);
const { harbor, northwind } = DEMO.organizations;
const configuration = DEMO.panel.accessPoint.configurationId;

describe('an account may be refused whatever its key', () => {
  it.each([
    ['address', 'IP'],
    ['plan', 'plan'],
  ] as const)('by its %s: 403 that says so, without a pointer', async (refusal, word) => {
    quirks.refusal = refusal;
    const { status, json } = await ask('GET', '/organizations');
    expect(status).toBe(403);
    expect(json.errors[0]?.detail).toContain(word);
    expect(json.errors[0]?.source).toEqual({});
  });

  it('a wrong key is 401 or 403', async () => {
    quirks.wrongKeyStatus = 403;
    const wrong = await askItGlue(simulator, 'GET', '/users', undefined, { key: 'ITG.wrong' });
    expect(wrong.status).toBe(403);
  });

  it('a key unused for 90 days is revoked, one that is used is not', async () => {
    const day = 24 * 60 * 60 * 1000;
    simulator.tenant.itglue.keys = [{ ...itGlueKey, usedAt: new Date(now).toISOString() }];
    now += 80 * day;
    expect((await ask('GET', '/users')).status).toBe(200);
    now += 80 * day;
    expect((await ask('GET', '/users')).status).toBe(200);
    now += 91 * day;
    expect((await ask('GET', '/users')).status).toBe(401);
    expect((await ask('GET', '/users')).status).toBe(401);
  });
});

describe('a record out of reach', () => {
  const path = `/configurations/${configuration}`;
  beforeEach(() => {
    quirks.outOfReach = [`configurations/${configuration}`];
  });
  const listedIds = async () =>
    (await ask('GET', `/configurations?filter[id]=${configuration}`)).json.data.map(({ id }) => id);

  it('is 401 with a pointer when it is read, changed, or linked from', async () => {
    const read = await ask('GET', path);
    expect(read.status).toBe(401);
    expect(read.json.errors).toEqual([
      {
        status: 401,
        title: 'Unauthorized',
        detail: 'Unauthorized resource access',
        source: { pointer: 'id' },
      },
    ]);
    const change = data('configurations', { name: 'x' });
    expect((await ask('PATCH', path, change)).status).toBe(401);
    const several = data('configurations', [{ id: configuration, name: 'x' }]);
    expect((await ask('PATCH', '/configurations', several)).status).toBe(401);
    const nested = `/organizations/${northwind}/relationships/configurations/${configuration}`;
    expect((await ask('GET', nested)).status).toBe(401);
    const link = data('related_items', { destination_type: 'Password', destination_id: '54' });
    expect((await ask('POST', `${path}/relationships/related_items`, link)).status).toBe(401);
    expect(simulator.tenant.itglue.configurations.get(configuration)?.name).toBe('NW-AP01 Lobby');
  });

  it('is left out of lists without a word, or shown there all the same', async () => {
    expect(await listedIds()).toEqual([]);
    quirks.outOfReachListed = true;
    expect(await listedIds()).toEqual([configuration]);
    expect((await ask('GET', path)).status).toBe(401);
  });

  it('leaves the others alone', async () => {
    expect((await ask('GET', `/configurations/${DEMO.panel.switch.configurationId}`)).status).toBe(
      200,
    );
  });
});

it('an organization out of reach takes with it all that is in it', async () => {
  quirks.outOfReach = [`organizations/${harbor}`];
  const organizations = await ask('GET', '/organizations');
  expect(organizations.json.data.map(({ id }) => id)).not.toContain(harbor);
  for (const path of [
    `/organizations/${harbor}`,
    `/organizations/${harbor}/relationships/configurations`,
    '/passwords/54',
    `/flexible_assets/${DEMO.email.recordId}`,
  ])
    expect((await ask('GET', path)).status, path).toBe(401);
  const made = data('configurations', {
    name: 'x',
    'organization-id': Number(harbor),
    'configuration-type-id': 42,
  });
  expect((await ask('POST', '/configurations', made)).status).toBe(401);
  const own = await ask(
    'GET',
    `/configurations?filter[organization_id]=${harbor},${northwind}&page[size]=1000`,
  );
  const owners = new Set(own.json.data.map((row) => row.attributes['organization-id']));
  expect(owners).toEqual(new Set([Number(northwind)]));
});
