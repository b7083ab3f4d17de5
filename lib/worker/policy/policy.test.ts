import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '@/lib/store/meta';
import { portalHost } from '@/lib/model/portal';
import { dattoKey, itGlueKey } from '@/test/simulator/tenant/tenant';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World, type WorldOptions } from '@/test/world/world';

const passphrase = 'nine quiet ferries';
const minute = 60_000;
const keys = {
  dattoPublicKey: dattoKey.key,
  dattoSecretKey: dattoKey.secret,
  itGlueApiKey: itGlueKey.key,
} as const;
const whole = { ...keys, region: 'us', subdomain: 'contoso-msp' } as const;

let world: World;
const start = async (options: WorldOptions = {}) => {
  const tenant = tenantWith((builder) => {
    const acme = builder.organization({ name: 'Acme' });
    const network = builder.network({ name: 'Acme' });
    const lobby = builder.accessPoint(network, { name: 'Lobby' });
    builder.accessPoint(network, { name: 'Roof' });
    builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant), options);
};
afterEach(() => world.close());

const view = () => world.ask('options.view');
const state = async () => (await world.ask('status.view')).status;
const asked = () => world.vendors.requests.all().length;
const settings = () => readSettings(world.store);
const lines = async (who: string) =>
  (await world.store.getAll('activity')).filter((line) => line.who === who);

describe('a browser without keys', () => {
  beforeEach(() => start({ connected: false }));

  it('connects by itself with the keys of the policy, and never tells them', async () => {
    await world.policy(whole);
    expect(await world.settled()).toMatchObject({ trigger: 'connect', failure: null });
    const { connection, managed, saved } = await view();
    expect(portalHost(connection!)).toBe('contoso-msp.itglue.com');
    expect(managed.fields).toEqual(Object.keys(whole));
    expect(saved).toEqual({ dattoPublicKey: true, dattoSecretKey: true, itGlueApiKey: true });
    expect(world.answers.join()).not.toContain(keys.itGlueApiKey);
    expect(await lines('policy')).toMatchObject([
      { event: { kind: 'policy-changed', set: Object.keys(whole), withdrawn: [] } },
      { event: { kind: 'connected' } },
    ]);
  });

  it('connects once, however often it wakes', async () => {
    await world.policy(whole);
    await world.settled();
    const before = asked();
    for (let wakes = 0; wakes < 3; wakes++) {
      world.startWorker();
      await world.wake();
      await (await world.services()).policy.carryOut();
    }
    expect(asked()).toBe(before);
  });

  it('takes what the policy leaves open from the form, and what it sets from the policy', async () => {
    await world.policy({ region: 'us', subdomain: 'contoso-msp' });
    expect(asked()).toBe(0);
    const typed = { ...keys, region: 'eu', subdomain: 'other' } as const;
    expect(await world.ask('connection.connect', typed)).toEqual({ ok: true });
    expect((await view()).connection).toMatchObject({ region: 'us', subdomain: 'contoso-msp' });
  });

  it('says which key of the policy is refused, asks no more for an hour, and at once for another', async () => {
    await world.policy({ ...whole, itGlueApiKey: 'ITG.wrong' });
    expect((await view()).managed.failures).toMatchObject([{ field: 'itGlueApiKey' }]);
    const before = asked();
    world.vendors.clock.pass(50 * minute);
    await world.wake();
    await (await world.services()).policy.carryOut();
    expect(asked()).toBe(before);
    await world.policy(whole);
    expect((await view()).managed.failures).toEqual([]);
    expect(await state()).toMatchObject({ state: 'syncing' });
  });

  it('tries again soon by an alarm where the network is away', async () => {
    const away = world.vendors.faults.add({ kind: 'reset', api: 'itglue', times: Infinity });
    await world.policy(whole);
    expect((await view()).managed.failures).toMatchObject([{ reason: 'problem' }]);
    away.remove();
    const { when } = world.chrome.set.get('policy') as { when: number };
    expect(when - world.now()).toBeLessThanOrEqual(5 * minute);
    world.vendors.clock.pass(6 * minute);
    await world.wake();
    await (await world.services()).policy.carryOut();
    expect((await view()).managed.failures).toEqual([]);
    expect(world.chrome.set.has('policy')).toBe(false);
  });

  it('names nonsense, and the rest counts', async () => {
    await world.policy({ ...whole, syncEveryHours: 5, regoin: 'eu' });
    expect(await state()).toMatchObject({ state: 'syncing' });
    expect((await view()).managed.faults).toMatchObject([
      { field: 'syncEveryHours', found: '5' },
      { field: 'regoin', reason: 'unknown-name' },
    ]);
    expect((await settings()).syncEveryHours).toBe(24);
  });
});

describe('what a policy sets', () => {
  beforeEach(async () => {
    await start();
    await world.sync();
    await world.iAm('1');
  });

  it('is so while it is set, is not changed by hand, and is up to each browser again after it', async () => {
    await world.policy({ syncEveryHours: 6, autoCreate: true });
    expect(await settings()).toMatchObject({ syncEveryHours: 6, autoCreate: true });
    await world.settled();
    const managed = { problem: { kind: 'managed' } };
    expect(await world.page('settings.save', { syncEveryHours: 1 })).toMatchObject(managed);
    expect(await world.page('auto-create.save', { on: false })).toMatchObject(managed);
    await world.policy({ syncEveryHours: 12 });
    expect(await settings()).toMatchObject({ syncEveryHours: 12, autoCreate: true });
    await world.policy(null);
    expect(await settings()).toMatchObject({ syncEveryHours: 12, autoCreate: true });
    expect(await world.page('settings.save', { syncEveryHours: 1 })).toMatchObject({ ok: true });
    expect((await lines('policy')).map(({ event }) => event)).toMatchObject([
      { kind: 'policy-changed', set: ['syncEveryHours', 'autoCreate'], withdrawn: [] },
      { kind: 'auto-create-switched', on: true },
      { kind: 'policy-changed', set: ['syncEveryHours'], withdrawn: ['autoCreate'] },
      { kind: 'policy-changed', set: [], withdrawn: ['syncEveryHours'] },
    ]);
  });

  it('leaves Auto-Create as it is where it says nothing of it, or nonsense', async () => {
    await world.autoCreate(true);
    for (const policy of [{}, { autoCreate: 'off' }, null]) await world.policy(policy);
    expect((await settings()).autoCreate).toBe(true);
  });

  it('is a configuration type by its name, which others do not take the place of', async () => {
    await world.policy({
      accessPointType: ' managed  network wifi access ',
      switchType: 'No such type',
    });
    const types = await world.ask('types.list');
    const id = types.find(({ name }) => name === 'Managed Network WiFi Access')!.id;
    const { configurationTypes } = await settings();
    expect(configurationTypes).toMatchObject({ 'access-point': id, switch: null });
    const other = types.find((type) => type.id !== id)!.id;
    const changed = { ...configurationTypes, 'access-point': other };
    expect(await world.page('types.save', changed)).toMatchObject({
      problem: { kind: 'managed' },
    });
    const own = { ...configurationTypes, router: other };
    expect(await world.page('types.save', own)).toMatchObject({ ok: true });
  });

  it('keeps a browser connected by keys of the policy, and connects it with rotated ones', async () => {
    await world.policy(whole);
    expect(
      await world.page('connection.disconnect', { documented: 'keep', anyway: false }),
    ).toMatchObject({ problem: { kind: 'managed' } });
    world.tenant.itglue.keys.push({ ...itGlueKey, key: 'ITG.rotated' });
    await world.policy({ ...whole, itGlueApiKey: 'ITG.rotated' });
    world.tenant.itglue.keys.shift();
    expect(await world.sync()).toMatchObject({ failure: null });
  });

  it('comes back with a connection to another tenant, which wipes what was set', async () => {
    await world.policy({ syncEveryHours: 6, teamHome: '77' });
    world.tenant.itglue.subdomain = 'fabrikam';
    await world.ask('connection.connect', { ...keys, region: 'us', subdomain: 'fabrikam' });
    expect((await settings()).syncEveryHours).toBe(6);
    expect(await world.store.get('meta', 'teamHome')).toBe('77');
  });
});

describe('a passphrase that is required', () => {
  it('comes before keys, which are saved under it alone', async () => {
    await start({ connected: false });
    await world.policy({ ...whole, passphraseRequired: true });
    expect(asked()).toBe(0);
    expect(await world.store.get('meta', 'sealed')).toBeUndefined();
    const typed = { region: 'us', subdomain: '-' } as const;
    expect(await world.ask('connection.connect', typed)).toEqual({
      ok: false,
      failures: [{ field: 'passphrase', reason: 'passphrase-required' }],
    });
    expect(asked()).toBe(0);
    expect(await world.ask('connection.connect', { ...typed, passphrase })).toEqual({ ok: true });
    expect(Object.keys((await world.store.get('meta', 'sealed')) as object)).toContain('wrapped');
    await world.restart();
    expect(await state()).toEqual({ state: 'locked', passphrase: 'set' });
    expect(await world.page('vault.expose', { current: passphrase })).toMatchObject({
      problem: { kind: 'managed' },
    });
  });

  describe('where keys are saved without one', () => {
    beforeEach(async () => {
      await start();
      await world.sync();
      await world.policy({ passphraseRequired: true });
      world.vendors.requests.clear();
    });

    it('takes them out of the profile and uses them no more', async () => {
      expect(await state()).toEqual({ state: 'locked', passphrase: 'missing' });
      const sealed = (await world.store.get('meta', 'sealed')) as object;
      expect(Object.keys(sealed).sort()).toEqual(['data', 'iv', 'withheld']);
      expect(await world.page('sync.start')).toMatchObject({ problem: { kind: 'locked' } });
      world.vendors.clock.pass(48 * 60 * minute);
      await world.wake();
      expect(asked()).toBe(0);
    });

    it('goes on with them once it is set, in a later worker too', async () => {
      world.startWorker();
      const set = { passphrase, current: null };
      expect(await world.ask('vault.protect', set)).toEqual({ right: true });
      expect(await world.sync()).toMatchObject({ failure: null });
      await world.restart();
      expect(await state()).toEqual({ state: 'locked', passphrase: 'set' });
    });

    it('asks for the keys again where the browser ended before, and says so', async () => {
      await world.restart();
      expect(await state()).toEqual({ state: 'not-connected' });
      expect(await world.store.get('meta', 'sealed')).toBeUndefined();
      expect(await world.events()).toContainEqual({
        kind: 'keys-forgotten',
        reason: 'no-passphrase',
      });
      expect((await world.ask('status.view')).devices.matched).toBe(1);
    });

    it('gives them back where it is required no more', async () => {
      await world.policy({});
      expect(await state()).toMatchObject({ state: 'ok' });
      expect(await world.sync()).toMatchObject({ failure: null });
      await world.restart();
      expect(await state()).toMatchObject({ state: 'ok' });
    });
  });
});
