import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readState, total } from '@/lib/itglue/budget-window';
import type { ConnectRequest } from '@/lib/messages/protocol';
import type { ConnectFailure } from '@/lib/model/connect';
import { readMeta } from '@/lib/store/meta';
import { dattoKey, itGlueKey } from '@/test/simulator/tenant/tenant';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';

const subdomain = 'contoso-msp';
let world: World;
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    const acme = builder.organization({ name: 'Acme' });
    const network = builder.network({ name: 'Acme' });
    const lobby = builder.accessPoint(network, { name: 'Lobby' });
    builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant), { connected: false });
});
afterEach(() => world.close());

const right: ConnectRequest = {
  dattoPublicKey: dattoKey.key,
  dattoSecretKey: dattoKey.secret,
  itGlueApiKey: itGlueKey.key,
  region: 'us',
  subdomain,
};
const connect = (changes: Partial<ConnectRequest> = {}) =>
  world.ask('connection.connect', { ...right, ...changes });
/** Requests to IT Glue that count against the account's limit. */
const requestsCounted = async () => total(readState(await readMeta(world.store, 'budget')));
const otherKey = 'f'.repeat(64);

describe('connecting', () => {
  it('saves the keys, remembers the host that took them, and starts the first sync', async () => {
    expect(await connect()).toEqual({ ok: true });
    expect(await world.ask('options.view')).toMatchObject({
      status: { state: 'syncing' },
      connection: { region: 'us', subdomain, dattoHost: 'api-v2.cloudtrax.com' },
      saved: { dattoPublicKey: true, dattoSecretKey: true, itGlueApiKey: true },
    });
    const run = await world.settled();
    expect(run).toMatchObject({ state: 'done', trigger: 'connect' });
    expect((await world.events()).map(({ kind }) => kind)).toContain('connected');
    expect((await world.ask('status.view')).devices.matched).toBe(1);
  });

  it('keeps the keys whatever is looked at while they are saved', async () => {
    const { lock } = await world.services();
    let saved = false;
    const looking = (async () => {
      while (!saved) {
        await lock.check();
        await new Promise((done) => setTimeout(done));
      }
    })();
    expect(await connect()).toEqual({ ok: true });
    saved = true;
    await looking;
    expect(await world.settled()).toMatchObject({ state: 'done', trigger: 'connect' });
    expect((await world.ask('options.view')).saved.itGlueApiKey).toBe(true);
  });

  it.each<[what: string, changes: Partial<ConnectRequest>, failure: ConnectFailure]>([
    [
      'an unknown Datto public key',
      { dattoPublicKey: otherKey },
      { field: 'dattoPublicKey', reason: 'unknown-key' },
    ],
    [
      'a wrong Datto secret key',
      { dattoSecretKey: otherKey },
      { field: 'dattoSecretKey', reason: 'wrong-secret' },
    ],
    [
      'a wrong IT Glue key',
      { itGlueApiKey: 'ITG.x' },
      { field: 'itGlueApiKey', reason: 'wrong-key' },
    ],
    ['the wrong region', { region: 'eu' }, { field: 'region', reason: 'wrong-region' }],
    [
      'the region that a pasted address contradicts',
      { subdomain: `https://${subdomain}.eu.itglue.com/1` },
      { field: 'region', reason: 'wrong-region' },
    ],
    [
      "another tenant's subdomain",
      { subdomain: 'fabrikam' },
      { field: 'subdomain', reason: 'wrong-subdomain' },
    ],
    ['no subdomain', { subdomain: 'api.itglue.com' }, { field: 'subdomain', reason: 'malformed' }],
    [
      'a public key left out',
      { dattoPublicKey: undefined },
      { field: 'dattoPublicKey', reason: 'missing' },
    ],
    [
      'a secret key left out',
      { dattoSecretKey: undefined },
      { field: 'dattoSecretKey', reason: 'missing' },
    ],
    [
      'an IT Glue key left out',
      { itGlueApiKey: undefined },
      { field: 'itGlueApiKey', reason: 'missing' },
    ],
  ])('with %s names that field alone, and saves nothing', async (_, changes, failure) => {
    expect(await connect(changes)).toEqual({ ok: false, failures: [failure] });
    expect(await world.ask('options.view')).toMatchObject({
      status: { state: 'not-connected' },
      connection: null,
      saved: { dattoPublicKey: false, dattoSecretKey: false, itGlueApiKey: false },
    });
  });

  it('says of an expired pair of keys that it has expired', async () => {
    world.tenant.datto.keys[0]!.expired = true;
    expect(await connect()).toEqual({
      ok: false,
      failures: [{ field: 'dattoPublicKey', reason: 'expired-key' }],
    });
  });

  it('names what is wrong on both sides at once', async () => {
    const reply = await connect({ dattoSecretKey: otherKey, itGlueApiKey: 'ITG.x' });
    expect(reply).toEqual({
      ok: false,
      failures: [
        { field: 'dattoSecretKey', reason: 'wrong-secret' },
        { field: 'itGlueApiKey', reason: 'wrong-key' },
      ],
    });
  });

  it('says of a pair whose keys are each in the other’s field that they are to be exchanged', async () => {
    const { key, secret } = world.tenant.datto.keys[0]!;
    expect(await connect({ dattoPublicKey: secret, dattoSecretKey: key })).toEqual({
      ok: false,
      failures: [
        { field: 'dattoPublicKey', reason: 'swapped-keys' },
        { field: 'dattoSecretKey', reason: 'swapped-keys' },
      ],
    });
  });

  it('says how a key was pasted wrongly, and sends none', async () => {
    expect(await connect({ dattoPublicKey: '"abc"', itGlueApiKey: 'API key: ITG.x' })).toEqual({
      ok: false,
      failures: [
        { field: 'dattoPublicKey', reason: 'quoted-key' },
        { field: 'itGlueApiKey', reason: 'labelled-key' },
      ],
    });
    expect(world.vendors.requests.count()).toBe(0);
  });

  it('sends no key where a field cannot be right', async () => {
    await connect({ subdomain: 'https://example.com' });
    await connect({ subdomain: `${subdomain}.au.itglue.com` });
    expect(world.vendors.requests.count()).toBe(0);
  });

  it.each(['datto', 'itglue'] as const)('blames no field when %s is not reached', async (api) => {
    world.vendors.faults.add({ kind: 'reset', api, times: Infinity });
    expect(await connect()).toMatchObject({
      ok: false,
      failures: [{ field: 'form', reason: 'problem', problem: { kind: 'offline', side: api } }],
    });
  });

  it('is a status of its own while the keys are tried', async () => {
    const hang = world.vendors.faults.add({ kind: 'hang', api: 'itglue' });
    const reply = connect();
    await hang.reached;
    expect((await world.ask('status.view')).status).toEqual({ state: 'connecting' });
    expect((await world.ask('options.view')).status).toEqual({ state: 'connecting' });
    hang.release();
    await reply;
    expect((await world.ask('status.view')).status.state).toBe('syncing');
  });
});

describe('connecting again', () => {
  beforeEach(async () => {
    await connect();
    await world.settled();
    await world.iAm('1');
  });

  it('keeps each secret that is left out, and what is known of the tenant', async () => {
    const kept = await connect({
      dattoPublicKey: undefined,
      dattoSecretKey: undefined,
      itGlueApiKey: undefined,
    });
    expect(kept).toEqual({ ok: true });
    expect((await world.ask('status.view')).devices.matched).toBe(1);
    expect((await world.ask('options.view')).settings.userId).toBe('1');
  });

  it('ends that credentials have failed', async () => {
    world.tenant.itglue.keys[0]!.key = 'ITG.renewed';
    await world.sync();
    expect((await world.ask('status.view')).status).toMatchObject({
      state: 'credentials-failed',
      side: 'itglue',
    });
    expect(await connect({ itGlueApiKey: 'ITG.renewed' })).toEqual({ ok: true });
    expect(await world.settled()).toMatchObject({ state: 'done' });
    expect((await world.ask('status.view')).status.state).toBe('ok');
  });

  it('forgets what belongs to another tenant, but not what was used of its limit', async () => {
    world.tenant.itglue.subdomain = 'fabrikam';
    const before = await requestsCounted();
    expect(before).toBeGreaterThan(0);
    expect(await connect({ subdomain: 'fabrikam' })).toEqual({ ok: true });
    expect((await world.ask('options.view')).settings.userId).toBeNull();
    const connections = (await world.events()).filter(({ kind }) => kind === 'connected');
    expect(connections).toHaveLength(1);
    expect(await requestsCounted()).toBeGreaterThanOrEqual(before);
    expect(await world.settled()).toMatchObject({ state: 'done', trigger: 'connect' });
  });

  it('leaves the connection as it is when the new keys are wrong', async () => {
    expect(await connect({ itGlueApiKey: 'ITG.x' })).toMatchObject({ ok: false });
    expect(await world.sync()).toMatchObject({ state: 'done' });
  });
});

describe('disconnecting', () => {
  it('wipes keys and data, sets no alarm any more, and leaves the badge empty', async () => {
    await connect();
    await world.settled();
    expect(world.chrome.set.size).toBe(1);
    await world.ask('connection.disconnect', { documented: 'keep' });
    expect(await world.ask('options.view')).toMatchObject({
      status: { state: 'not-connected' },
      connection: null,
      saved: { dattoPublicKey: false, dattoSecretKey: false, itGlueApiKey: false },
      users: [],
      nextSync: null,
    });
    await world.wake();
    expect(world.chrome.badge.text).toBe('');
    expect([...world.chrome.set]).toEqual([]);
    expect(await world.page('sync.start')).toMatchObject({
      ok: false,
      problem: { kind: 'credentials' },
    });
    const left = ['networks', 'devices', 'organizations', 'configurations', 'activity'] as const;
    for (const name of left) expect(await world.store.count(name), name).toBe(0);
  });

  it('leaves alone what is connected while it is still at work', async () => {
    await connect();
    await world.settled();
    for (let times = 0; times < 3; times++) {
      const { connection } = await world.services();
      const [, connected] = await Promise.all([connection.disconnect(), connection.connect(right)]);
      expect(connected).toEqual({ ok: true });
      expect((await world.settled()).state).toBe('done');
      expect((await world.ask('options.view')).status.state).toBe('ok');
    }
  });

  it('wipes what is connected while it waits for its turn', async () => {
    const { connection } = await world.services();
    await Promise.all([connection.connect(right), connection.disconnect()]);
    expect((await world.ask('options.view')).connection).toBeNull();
    expect((await world.ask('options.view')).saved.itGlueApiKey).toBe(false);
    expect(await world.store.count('runs')).toBe(0);
  });
});
