import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configurationId, organizationId } from '@/lib/model/ids';
import { readMeta } from '@/lib/store/meta';
import { dattoKey, itGlueKey } from '@/test/simulator/tenant/tenant';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';

const passphrase = 'nine quiet ferries';
const minute = 60_000;

let world: World;
let page: { organizationId: string; configurationId: string };
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    const acme = builder.organization({ name: 'Acme' });
    const network = builder.network({ name: 'Acme' });
    const lobby = builder.accessPoint(network, { name: 'Lobby' });
    builder.accessPoint(network, { name: 'Roof' });
    const configuration = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    page = { organizationId: acme.id, configurationId: configuration.id };
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
  await world.iAm('1');
});
afterEach(() => world.close());

const protect = (current: string | null = null) =>
  world.ask('vault.protect', { passphrase, current });
const unlock = (text = passphrase) => world.ask('vault.unlock', { passphrase: text });
const state = async () => (await world.ask('status.view')).status.state;
const requests = () => world.vendors.requests.count();

async function lock(): Promise<void> {
  await protect();
  await world.idle();
  await world.ask('vault.lock');
  world.vendors.requests.clear();
}

describe('locked', () => {
  it('is a state of every surface, with what is stored still shown', async () => {
    await lock();
    expect(await state()).toBe('locked');
    expect(await world.ask('options.view')).toMatchObject({
      status: { state: 'locked' },
      passphrase: true,
      saved: { dattoPublicKey: true, dattoSecretKey: true, itGlueApiKey: true },
    });
    const path = `/${page.organizationId}/configurations/${page.configurationId}`;
    const { value: panel } = (await world.portal('panel.refresh', page, path)) as {
      value: { kind: string };
    };
    expect(panel).toMatchObject({ kind: 'device', status: { state: 'locked' }, problem: null });
    expect((await world.ask('status.view')).devices.matched).toBe(1);
    await world.wake();
    expect(world.chrome.badge.text).toBe('🔒');
    expect(requests()).toBe(0);
  });

  it('asks neither side, whatever a person wants or an alarm wakes', async () => {
    await lock();
    const locked = { ok: false, problem: { kind: 'locked' } };
    expect(await world.page('sync.start')).toEqual(locked);
    expect(await world.page('auto-create.save', { on: true })).toEqual(locked);
    expect(await world.page('types.list')).toEqual(locked);
    expect(await world.page('team.start', { home: null })).toEqual(locked);
    expect(await world.page('setup-check.run', { id: 'datto-clock' })).toEqual(locked);
    expect(await world.ask('auto-create.preview', { on: true })).toMatchObject({
      problem: { kind: 'locked' },
    });
    const { region, subdomain } = world.tenant.itglue;
    expect(await world.ask('connection.connect', { region, subdomain })).toMatchObject({
      failures: [{ problem: { kind: 'locked' } }],
    });
    const keys = await world.store.getAllKeys('devices');
    const creation = { organizationId: page.organizationId, deviceKeys: keys } as never;
    expect(await world.ask('creation.start', creation)).toMatchObject({
      ok: false,
      refusal: { problem: { kind: 'locked' } },
    });
    world.vendors.clock.pass(48 * 60 * minute);
    await world.wake();
    await world.idle();
    expect(requests()).toBe(0);
    expect([...world.chrome.set.keys()]).toEqual([]);
    expect(await state()).toBe('locked');
  });

  it('lets nobody ask who still has the keys at hand', async () => {
    const { matching } = await world.services();
    const clients = (await matching.context.clients())!;
    await lock();
    await expect(clients.itGlue.configurationTypes()).rejects.toThrow();
    await expect(clients.datto.listNetworks()).rejects.toThrow();
    expect(requests()).toBe(0);
  });

  it('lets the sync that became due begin once it is unlocked', async () => {
    await lock();
    world.vendors.clock.pass(48 * 60 * minute);
    await world.wake();
    expect(await unlock()).toEqual({ right: true });
    world.vendors.clock.pass(2 * minute);
    await world.wake();
    const run = await world.settled();
    expect(run).toMatchObject({ state: 'done', trigger: 'schedule' });
    expect(await state()).toBe('ok');
  });

  it('keeps an open sync open, for it to go on where it stood', async () => {
    await protect();
    const hang = world.vendors.faults.add({ kind: 'hang', api: 'itglue', path: '/configurations' });
    await world.ask('sync.start');
    await hang.reached;
    await world.ask('vault.lock');
    hang.release();
    expect(await state()).toBe('locked');
    world.vendors.requests.clear();
    await world.wake();
    expect(requests()).toBe(0);
    const [open] = await world.store.getAllFromIndex('runs', 'state', 'open');
    expect(open).toMatchObject({ trigger: 'manual' });
    expect(await world.store.getAllKeys('steps')).toContain('configurations: end');
    await unlock();
    expect(await world.settled()).toMatchObject({ id: open!.id, state: 'done', failure: null });
  });

  it('lets Auto-Create wait, says so, and carries it out once after unlocking', async () => {
    await protect();
    const hang = world.vendors.faults.add({ kind: 'hang', api: 'datto', path: /settings/ });
    await world.ask('auto-create.save', { on: true });
    await hang.reached;
    await world.ask('vault.lock');
    hang.release();
    expect(await world.ask('auto-create.view')).toMatchObject({
      on: true,
      state: 'failed',
      problem: { kind: 'locked' },
    });
    await unlock();
    expect(await world.settled()).toMatchObject({ failure: null });
    expect(await world.ask('auto-create.view')).toMatchObject({ state: 'idle', problem: null });
  });

  it('keeps a creation that is under way, and settles it once after unlocking', async () => {
    await protect();
    const hang = world.vendors.faults.add({ kind: 'hang', api: 'itglue', method: 'POST' });
    const keys = await world.store.getAllKeys('devices');
    const creation = { organizationId: page.organizationId, deviceKeys: keys } as never;
    expect(await world.ask('creation.start', creation)).toMatchObject({ ok: true });
    await hang.reached;
    await world.ask('vault.lock');
    hang.release();
    await unlock();
    await world.idle();
    expect((await world.ask('status.view')).devices).toMatchObject({ matched: 2, unmatched: 0 });
    expect(world.configurationsOf({ id: page.organizationId })).toHaveLength(2);
  });

  it('stays locked with a wrong passphrase, however often it is tried', async () => {
    await lock();
    for (let tries = 0; tries < 3; tries++)
      expect(await unlock('nine loud ferries')).toEqual({ right: false });
    expect(await state()).toBe('locked');
    expect(await unlock()).toEqual({ right: true });
    expect(await world.sync()).toMatchObject({ failure: null });
  });
});

describe('the worker', () => {
  it('stays unlocked when the browser stops it, and is locked when the browser starts', async () => {
    await protect();
    world.startWorker();
    expect(await world.sync()).toMatchObject({ failure: null });
    await world.restart();
    expect(await state()).toBe('locked');
  });

  it('is locked at the start of a browser that went on in the background', async () => {
    await protect();
    const kept = [...world.chrome.session];
    await world.restart();
    for (const [name, value] of kept) world.chrome.session.set(name, value);
    world.startWorker();
    await world.start();
    expect(await state()).toBe('locked');
  });

  it('locks nothing where there is no passphrase', async () => {
    await world.ask('settings.save', { lockAfterMinutes: 15 });
    world.vendors.clock.pass(60 * minute);
    await world.restart();
    expect(await state()).toBe('ok');
    expect(world.chrome.set.has('lock')).toBe(false);
  });
});

describe('after a time without use', () => {
  beforeEach(async () => {
    await protect();
    await world.ask('settings.save', { lockAfterMinutes: 15 });
  });

  it('locks by an alarm', async () => {
    const alarm = world.chrome.set.get('lock') as { when: number };
    expect(alarm.when - world.now()).toBeGreaterThan(14 * minute);
    world.vendors.clock.pass(16 * minute);
    await world.wake();
    expect(await state()).toBe('locked');
  });

  it('locks at the first look, where the computer slept over the alarm', async () => {
    world.vendors.clock.pass(16 * minute);
    expect(await state()).toBe('locked');
  });

  it('counts what a person does as use, in a later worker too, and what pages ask by themselves as none', async () => {
    world.vendors.clock.pass(10 * minute);
    await world.ask('settings.save', { syncEveryHours: 12 });
    world.startWorker();
    world.vendors.clock.pass(10 * minute);
    expect(await state()).toBe('ok');
    // As a page left open does each minute.
    const page = { organizationId: organizationId(2), configurationId: configurationId(9) };
    await world.portal('panel.again', page, '/2/configurations/9');
    world.vendors.clock.pass(6 * minute);
    expect(await state()).toBe('locked');
  });

  it('locks no more by time once that is switched off', async () => {
    await world.ask('settings.save', { lockAfterMinutes: 0 });
    expect(world.chrome.set.has('lock')).toBe(false);
    world.vendors.clock.pass(600 * minute);
    await world.wake();
    expect(await state()).not.toBe('locked');
  });
});

describe('the passphrase', () => {
  it('is changed and removed only by who knows it', async () => {
    await protect();
    expect(await protect()).toEqual({ right: false });
    expect(await world.ask('vault.expose', { current: 'nine loud ferries' })).toEqual({
      right: false,
    });
    expect(await world.ask('vault.expose', { current: passphrase })).toEqual({ right: true });
    expect(await world.ask('options.view')).toMatchObject({ passphrase: false });
  });

  it('protects keys that are entered later, of another tenant too', async () => {
    await protect();
    await world.ask('settings.save', { lockAfterMinutes: 60 });
    world.tenant.itglue.subdomain = 'fabrikam';
    const keys = {
      dattoPublicKey: dattoKey.key,
      dattoSecretKey: dattoKey.secret,
      itGlueApiKey: itGlueKey.key,
    };
    const request = { ...keys, region: 'us', subdomain: 'fabrikam' } as const;
    expect(await world.ask('connection.connect', request)).toEqual({ ok: true });
    await world.settled();
    expect(await world.ask('options.view')).toMatchObject({
      passphrase: true,
      settings: { lockAfterMinutes: 60 },
    });
    await world.restart();
    expect(await state()).toBe('locked');
  });

  it('goes with the keys when it is forgotten, and nothing else goes', async () => {
    await lock();
    await world.ask('vault.forget');
    expect(await state()).toBe('not-connected');
    expect(await readMeta(world.store, 'sealed')).toBeUndefined();
    await world.wake();
    expect(requests()).toBe(0);
    expect(await world.page('sync.start')).toMatchObject({ problem: { kind: 'credentials' } });
    const { connection, saved, settings } = await world.ask('options.view');
    expect(saved.dattoSecretKey).toBe(false);
    expect(settings.userId).toBe('1');
    const { region, subdomain } = connection!;
    const keys = {
      dattoPublicKey: dattoKey.key,
      dattoSecretKey: dattoKey.secret,
      itGlueApiKey: itGlueKey.key,
    };
    expect(await world.ask('connection.connect', { ...keys, region, subdomain })).toEqual({
      ok: true,
    });
    expect(await world.settled()).toMatchObject({ failure: null });
    expect((await world.ask('status.view')).devices.matched).toBe(1);
    expect(await world.ask('options.view')).toMatchObject({ passphrase: false });
  });
});
