import { afterEach, describe, expect, it } from 'vitest';
import { writeMeta } from '@/lib/store/meta';
import { wipe } from '@/lib/store/open';
import { contents, goOn, hour, minute, openedRun } from '@/test/sync/store';
import { clientsOf } from '@/test/sync/tenant';
import { World } from './engine.fixture';

let world: World;
afterEach(async () => {
  world.tenant.before = () => undefined;
  await Promise.allSettled(world.turns);
  expect(world.awake).toBe(0);
});

describe('starting a sync', () => {
  it('opens a run, takes it to its end, and plans the next', async () => {
    world = await World.connected(6);
    expect(await world.worker().start('manual')).toBeNull();
    await world.settled();
    expect(await world.runs()).toMatchObject([
      {
        id: 'run 1',
        trigger: 'manual',
        state: 'done',
        startedAt: '2026-01-01T12:00:00.000Z',
        finishedAt: '2026-01-01T12:00:00.000Z',
        failure: null,
      },
    ]);
    expect(await world.store.count('steps')).toBe(0);
    expect(await world.store.count('deviceMatches')).toBe(3);
    expect(await world.minutesToNext()).toBe(6 * 60);
    expect((await world.store.getAll('activity')).at(-1)!.event).toEqual({
      kind: 'sync-finished',
      networks: 3,
      devices: 6,
    });
  });

  it('asks to be woken while the run is open, and at the next due time when it has ended', async () => {
    world = await World.connected();
    await world.worker().start('manual');
    expect(world.schedules).toEqual([{ open: true, next: null }]);
    await world.settled();
    expect(world.schedules.at(-1)).toEqual({ open: false, next: '2026-01-02T12:00:00.000Z' });
  });

  it('twice at once gives one run', async () => {
    world = await World.connected();
    const engine = world.worker();
    await Promise.all([engine.start('manual'), engine.start('manual'), engine.start('schedule')]);
    await world.settled();
    expect(await world.runs()).toHaveLength(1);
    expect(world.tenant.calls.filter((call) => call === 'networks')).toHaveLength(1);
  });

  it('from two contexts at once gives one run', async () => {
    world = await World.connected();
    await Promise.all([world.worker().start('manual'), world.worker().start('schedule')]);
    await world.settled();
    expect(await world.runs()).toHaveLength(1);
    expect(world.tenant.calls.filter((call) => call === 'networks')).toHaveLength(1);
  });

  it('again while a run is open joins that run', async () => {
    world = await World.connected();
    const engine = world.worker();
    const { asked, answer } = world.hold('organizations page 1');
    await engine.start('manual');
    await asked;
    expect(await engine.start('manual')).toBeNull();
    answer();
    await world.settled();
    expect(await world.runs()).toHaveLength(1);
  });

  it('while the turn before is letting go of its lock is not forgotten', async () => {
    world = await World.connected();
    const engine = world.worker();
    world.lettingGo = async () => {
      world.lettingGo = () => Promise.resolve();
      await engine.start('manual');
    };
    await engine.start('manual');
    await world.settled();
    expect((await world.runs()).map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('is refused without a connection', async () => {
    world = await World.connected();
    await writeMeta(world.store, 'connection', undefined);
    expect(await world.worker().start('manual')).toEqual({ kind: 'credentials' });
    expect(await world.runs()).toEqual([]);
  });

  it('fails when the keys are gone', async () => {
    world = await World.connected();
    world.clients = null;
    await world.worker().start('manual');
    await world.settled();
    expect(await world.runs()).toMatchObject([{ state: 'failed', failure: { kind: 'internal' } }]);
  });

  it('keeps the last 20 runs', async () => {
    world = await World.connected();
    const engine = world.worker();
    for (let count = 0; count < 22; count += 1) {
      world.clock += minute;
      await engine.start('manual');
      await world.settled();
    }
    const ids = (await world.runs()).map(({ id }) => id);
    expect(ids).toHaveLength(20);
    expect(ids).not.toContain('run 1');
    expect(ids).not.toContain('run 2');
    expect(ids).toContain('run 22');
  });
});

describe('waking', () => {
  it('takes a run further that a dead worker left open', async () => {
    world = await World.connected();
    await world.worker().start('manual');
    await world.settled();
    const whole = await contents(world.store);

    for (const commits of [1, 4, 8, 12]) {
      world = await World.connected();
      const dead = new AbortController();
      let committed = 0;
      await world.store.put('runs', openedRun('run 1'));
      const died = goOn(world.store, clientsOf(world.tenant), 'run 1', {
        signal: dead.signal,
        committed: () => (committed += 1) === commits && dead.abort(),
      });
      await expect(died).rejects.toThrow();

      await world.worker().wake();
      expect(await world.runs()).toMatchObject([{ id: 'run 1', state: 'done' }]);
      expect(await contents(world.store)).toEqual(whole);
    }
  });

  it('starts a sync when it is due, and not before', async () => {
    world = await World.connected(1);
    const engine = world.worker();
    await engine.start('manual');
    await world.settled();
    world.clock += hour - 1;
    await engine.wake();
    await world.settled();
    expect(await world.runs()).toHaveLength(1);
    world.clock += 1;
    await engine.wake();
    await world.settled();
    expect((await world.runs()).map(({ trigger }) => trigger)).toEqual(['manual', 'schedule']);
    expect(await world.minutesToNext()).toBe(60);
  });

  it('spreads the syncs of a company over a minute, those too that were due while computers were off', async () => {
    const world = await World.connected(1);
    world.random = 0.5;
    const engine = world.worker();
    await engine.start('manual');
    await world.settled();
    expect(await world.minutesToNext()).toBe(60.5);
    world.clock += 60.4 * minute;
    await engine.wake();
    expect(await world.runs()).toHaveLength(1);
    world.clock += 0.1 * minute;
    await engine.wake();
    await world.settled();
    expect(await world.runs()).toHaveLength(2);

    world.clock += 12 * 60 * minute;
    await engine.wake();
    expect(await world.runs()).toHaveLength(2);
    expect(await world.minutesToNext()).toBe(0.5);
    expect(world.schedules.at(-1)?.next).toBe(new Date(world.clock + 0.5 * minute).toISOString());
    // Woken a little late by the alarm.
    world.clock += minute;
    await engine.wake();
    await world.settled();
    expect(await world.runs()).toHaveLength(3);
  });

  it('does nothing but say when it wants to be woken, when nothing is due', async () => {
    world = await World.connected();
    await world.worker().wake();
    expect(world.schedules).toEqual([{ open: false, next: null }]);
    expect(await world.runs()).toEqual([]);
  });
});

describe('stopping', () => {
  it('leaves nothing of a run, and an answer that comes later is not written', async () => {
    world = await World.connected();
    const engine = world.worker();
    const { asked, answer } = world.hold('devices n2 switch');
    await engine.start('manual');
    await asked;
    await engine.stop();
    expect(await world.runs()).toEqual([]);
    expect(await world.store.count('steps')).toBe(0);
    expect(world.schedules.at(-1)).toEqual({ open: false, next: null });

    await wipe(world.store);
    const committed = world.committed;
    const asking = world.tenant.calls.length;
    answer();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    for (const name of world.store.objectStoreNames) expect(await world.store.count(name)).toBe(0);
    expect(world.committed).toBe(committed);
    expect(world.tenant.calls).toHaveLength(asking);
  });

  it('at any commit leaves no open run and no step', async () => {
    for (const stopAt of [1, 2, 4, 7, 9, 11]) {
      world = await World.connected();
      const engine = world.worker();
      await engine.start('manual');
      while (world.committed < stopAt) await new Promise((resolve) => setTimeout(resolve));
      await engine.stop();
      expect((await world.runs()).filter(({ state }) => state === 'open')).toEqual([]);
      expect(await world.store.count('steps')).toBe(0);
    }
  });

  it('lets a new run start afterwards', async () => {
    world = await World.connected();
    const engine = world.worker();
    const { asked } = world.hold('users');
    await engine.start('manual');
    await asked;
    await engine.stop();
    world.tenant.before = () => undefined;
    await engine.start('connect');
    await world.settled();
    expect(await world.runs()).toMatchObject([{ trigger: 'connect', state: 'done' }]);
  });

  it('waits until the work has ended, also after an earlier turn failed', async () => {
    world = await World.connected();
    const engine = world.worker();
    await world.store.put('runs', openedRun('run 1'));
    world.breaks = new Error('The store cannot be read.');
    await expect(engine.wake()).rejects.toThrow('cannot be read');
    world.breaks = null;

    let releaseAll = () => {};
    world.lettingGo = () => new Promise((resolve) => (releaseAll = resolve));
    const { asked } = world.hold('networks');
    const woken = engine.wake();
    await asked;
    let stopped = false;
    const stopping = engine.stop().then(() => (stopped = true));
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    expect(stopped).toBe(false);
    releaseAll();
    await Promise.all([stopping, woken]);
    expect(await world.runs()).toEqual([]);
  });

  it('without a run does nothing', async () => {
    world = await World.connected();
    await world.worker().stop();
    expect(await world.store.count('activity')).toBe(0);
  });
});
