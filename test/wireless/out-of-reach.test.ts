import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMeta } from '@/lib/store/meta';
import type { World } from '@/test/world/world';
import { documentation, passwordsOf, recordsOf } from './documentation';
import { syncedWorld } from './synced-world';
import { smallTenant, type SmallTenant } from './tenant';

let small: SmallTenant;
let world: World;
beforeEach(async () => {
  small = smallTenant();
  world = await syncedWorld(small.tenant, '1');
  await world.autoCreate(true);
  world.writes();
});
afterEach(() => world.close());

const outOfReach = { kind: 'out-of-reach', side: 'itglue' };
const quirks = () => small.tenant.quirks.itglue;
const record = (name: string) =>
  recordsOf(small.tenant).find(({ traits }) => Object.values(traits).includes(name))!;
const rename = (name: string) => (small.main.ssids['2']!.wifi_name = name);
const live = () => documentation(small.tenant).filter(({ archived }) => !archived);

describe.each([true, false])('a record out of reach (listed all the same: %s)', (shown) => {
  beforeEach(() => {
    quirks().outOfReach = [`flexible_assets/${record('Guests').id}`];
    quirks().outOfReachListed = shown;
  });

  it('is named and left, while every other change is carried out, and is caught up on later', async () => {
    rename('Visitors');
    small.other.ssids['1']!.wifi_name = 'Beta new';
    const run = await world.wirelessSync();
    expect(run.state).toBe('done');
    expect(run.problems).toMatchObject([
      { stage: 'wireless', subject: 'Visitors (Alpha)', problem: outOfReach },
    ]);
    expect(live().map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringContaining('Beta new') as string]),
    );
    expect(recordsOf(small.tenant)).toHaveLength(3);
    expect(passwordsOf(small.tenant)).toHaveLength(3);
    expect(await readMeta(world.store, 'credentialsFailed')).toBeUndefined();
    expect((await world.events()).map(({ kind }) => kind)).not.toContain('deletion-noticed');

    quirks().outOfReach = [];
    const next = await world.wirelessSync();
    expect(next.problems).toEqual([]);
    expect(recordsOf(small.tenant)).toHaveLength(3);
    expect(live().map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringContaining('Visitors') as string]),
    );
  });

  it('is neither forgotten nor archived when Auto-Create is switched off, until it is in reach', async () => {
    const run = await world.autoCreate(false);
    expect(run.problems).toMatchObject([{ problem: outOfReach }]);
    expect(live()).toHaveLength(1);
    expect(await world.ask('auto-create.view')).toMatchObject({ on: false, state: 'failed' });
    quirks().outOfReach = [];
    await world.wirelessSync();
    expect(live()).toEqual([]);
    expect(await world.ask('auto-create.view')).toMatchObject({ on: false, state: 'idle' });
  });
});

it.each([
  ['PATCH', /^\/flexible_assets\/\d+$/],
  ['PATCH', /^\/passwords\/\d+$/],
])('a write refused as out of reach is named and left: %s %s', async (method, path) => {
  world.vendors.faults.add({
    kind: 'answer',
    status: 401,
    body: { errors: [{ title: 'Unauthorized', source: { pointer: 'id' } }] },
    method,
    path,
  });
  for (const [number, name] of [
    ['1', 'Staff new'],
    ['2', 'Visitors'],
  ] as const)
    small.main.ssids[number]!.wifi_name = name;
  const run = await world.wirelessSync();
  expect(run.state).toBe('done');
  expect(run.problems).toMatchObject([{ stage: 'wireless', problem: outOfReach }]);
  const refused = (await world.events()).filter(({ kind }) => kind === 'refused');
  expect(refused).toMatchObject([{ problem: outOfReach }]);
  expect(await readMeta(world.store, 'credentialsFailed')).toBeUndefined();
  const renamed = () => JSON.stringify([live(), passwordsOf(small.tenant)]);
  expect(renamed()).toContain('Visitors');
  expect((await world.wirelessSync()).problems).toEqual([]);
  expect(renamed()).toContain('Staff new');
  expect(recordsOf(small.tenant)).toHaveLength(3);
});

it('an organization out of reach keeps its network, matches and documentation, and is named', async () => {
  quirks().outOfReach = [`organizations/${small.alpha.id}`];
  const matches = async () => [
    await world.store.getAll('networkMatches'),
    await world.store.getAll('deviceMatches'),
  ];
  const before = await matches();
  const configurations = await world.store.count('configurations');
  const run = await world.sync();
  expect(run.state).toBe('done');
  expect(run.problems.map(({ stage, problem }) => [stage, problem.kind])).toEqual(
    expect.arrayContaining([['organizations', 'out-of-reach']]),
  );
  expect(run.problems.every(({ problem }) => problem.kind === 'out-of-reach')).toBe(true);
  expect(await matches()).toEqual(before);
  expect(await world.store.count('configurations')).toBe(configurations);
  expect(world.writes()).toEqual([]);
  quirks().outOfReach = [];
  expect((await world.sync()).problems).toEqual([]);
  expect(live()).toHaveLength(3);
});

it('types out of reach are named, and nothing else of the sync is lost', async () => {
  world.vendors.faults.add({
    kind: 'answer',
    status: 403,
    body: { errors: [{ title: 'Forbidden' }] },
    path: /^\/flexible_asset_types/,
    times: Infinity,
  });
  const run = await world.sync();
  expect(run).toMatchObject({ state: 'done', stage: 'wireless' });
  expect(run.problems).toMatchObject([
    { subject: 'Datto Networking Wireless', problem: outOfReach },
  ]);
  expect(world.writes()).toEqual([]);
  expect(await world.ask('auto-create.view')).toMatchObject({ on: true, state: 'failed' });
  world.vendors.faults.clear();
  expect((await world.sync()).problems).toEqual([]);
  expect(await world.ask('auto-create.view')).toMatchObject({ on: true, state: 'idle' });
});

describe('a configuration out of reach', () => {
  const page = () => `/${small.alpha.id}/configurations/${small.configuration.id}`;
  const ids = () => ({
    organizationId: small.alpha.id,
    configurationId: small.configuration.id,
  });

  it('keeps its match, is said on its own page, and stops nothing', async () => {
    quirks().outOfReach = [`configurations/${small.configuration.id}`];
    const reply = await world.portal('panel.refresh', ids(), page());
    expect(reply).toMatchObject({ ok: true, value: { kind: 'device', problem: outOfReach } });
    expect(await readMeta(world.store, 'credentialsFailed')).toBeUndefined();
    const run = await world.sync();
    expect(run.state).toBe('done');
    expect(run.problems).toContainEqual({
      stage: 'configurations',
      subject: 'Lobby AP',
      problem: outOfReach,
    });
    expect((await world.store.getAll('deviceMatches')).map(({ state }) => state)).toEqual([
      'matched',
    ]);
  });
});

it('the address or the plan keeps the account out: said as that, and no key is taken for wrong', async () => {
  for (const [refusal, kind] of [
    ['address', 'address-refused'],
    ['plan', 'no-api-access'],
  ] as const) {
    quirks().refusal = refusal;
    const run = await world.sync();
    expect(run).toMatchObject({ state: 'failed', failure: { kind, side: 'itglue' } });
    expect((await world.ask('status.view')).status).toMatchObject({
      state: 'error',
      problem: { kind },
    });
    expect(await readMeta(world.store, 'credentialsFailed')).toBeUndefined();
  }
  quirks().refusal = null;
  expect(await world.sync()).toMatchObject({ state: 'done' });
});

it('a read-only Datto key without access to a component costs only what that shows', async () => {
  const answer = { errors: [{ code: 13006, message: 'Read only key', values: {} }] };
  world.vendors.faults.add({
    kind: 'answer',
    status: 403,
    body: answer,
    path: `/network/${small.main.id}/settings`,
    times: Infinity,
  });
  world.vendors.faults.add({
    kind: 'answer',
    status: 403,
    body: answer,
    path: `/node/network/${small.main.id}/list`,
    times: Infinity,
  });
  const devices = await world.store.count('devices');
  const run = await world.sync();
  expect(run.state).toBe('done');
  expect(run.problems.map(({ stage, subject, problem }) => [stage, subject, problem.kind])).toEqual(
    [
      ['devices', 'Alpha', 'out-of-reach'],
      ['wireless', 'Alpha', 'out-of-reach'],
    ],
  );
  expect(await world.store.count('devices')).toBe(devices);
  expect(live()).toHaveLength(3);
  expect(await readMeta(world.store, 'credentialsFailed')).toBeUndefined();
});
