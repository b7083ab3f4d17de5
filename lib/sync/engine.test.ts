import { afterEach, describe, expect, it } from 'vitest';
import { toProblem } from './problems';
import { DattoError } from '@/lib/datto/errors';
import { ItGlueError } from '@/lib/itglue/errors';
import { readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import { wipe } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import type { SyncInterval } from '@/lib/model/settings';
import { contents, freshStore, goOn, hour, minute, noon, openedRun } from '@/test/sync/store';
import { sampleTenant } from '@/test/sync/sample';
import { clientsOf } from '@/test/sync/tenant';
import type { Tenant } from '@/test/sync/tenant';
import type { SyncClients } from './clients';
import { createEngine } from './engine';
import type { Schedule } from './engine';
import { stages } from './stages';

const unauthorized = new ItGlueError({
  kind: 'credentials',
  request: 'GET /organizations',
  outcome: null,
  details: ['This key was revoked.'],
});
const offline = new DattoError('offline', 'api.cloudtrax.com');

/** Everything outside the engine, as one worker after another meets it. */
class World {
  clock = noon;
  clients: SyncClients | null;
  readonly schedules: Schedule[] = [];
  /** How many workers are kept alive right now. */
  awake = 0;
  committed = 0;
  /** What a turn at the work fails with. */
  breaks: Error | null = null;
  /** Runs when the work is done and its lock is still held. */
  lettingGo: () => Promise<void> = () => Promise.resolve();
  readonly turns = new Set<Promise<void>>();
  #runs = 0;
  #locked = false;

  private constructor(
    readonly store: Database,
    readonly tenant: Tenant,
  ) {
    this.clients = clientsOf(tenant);
  }

  static async connected(hours: SyncInterval = 24): Promise<World> {
    const world = new World(await freshStore(), sampleTenant());
    await world.connect();
    await world.every(hours);
    return world;
  }

  connect(): Promise<void> {
    return writeMeta(this.store, 'connection', {
      region: 'us',
      subdomain: 'acme',
      dattoHost: 'api.cloudtrax.com',
      connectedAt: '2026-01-01T00:00:00Z',
    });
  }

  async every(hours: SyncInterval): Promise<void> {
    const settings = await readSettings(this.store);
    await writeMeta(this.store, 'settings', { ...settings, syncEveryHours: hours });
  }

  worker() {
    return createEngine({
      store: this.store,
      stages,
      clients: () => Promise.resolve(this.clients),
      exclusively: (work) => {
        const turn = this.#lock(work);
        this.turns.add(turn);
        return turn;
      },
      now: () => this.clock,
      newId: () => `run ${++this.#runs}`,
      committed: () => void (this.committed += 1),
      scheduled: (schedule) => {
        this.schedules.push(schedule);
        return Promise.resolve();
      },
      keepAlive: () => {
        this.awake += 1;
        return () => void (this.awake -= 1);
      },
    });
  }

  async #lock(work: () => Promise<void>): Promise<void> {
    if (this.breaks) throw this.breaks;
    if (this.#locked) return;
    this.#locked = true;
    try {
      await work();
      await this.lettingGo();
    } finally {
      this.#locked = false;
    }
  }

  /** Resolves when no run is open and nobody works any more. */
  async settled(): Promise<void> {
    do {
      await Promise.allSettled(this.turns);
      await new Promise((resolve) => setTimeout(resolve));
    } while (this.awake > 0 || (await this.store.countFromIndex('runs', 'state', 'open')) > 0);
  }

  runs() {
    return this.store.getAll('runs');
  }

  async minutesToNext(): Promise<number | null> {
    const next = await readMeta(this.store, 'nextSync');
    return next === undefined ? null : (Date.parse(next) - this.clock) / minute;
  }

  /**
   * Holds the calls that begin so.
   * @returns `asked` resolves at the first of them; `answer` lets all go on
   */
  hold(beginning: string) {
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const asked = new Promise<void>((resolve) => {
      this.tenant.before = (call) => {
        if (!call.startsWith(beginning)) return;
        resolve();
        return held;
      };
    });
    return { asked, answer: () => answer() };
  }
}

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

  it('does nothing but say when it wants to be woken, when nothing is due', async () => {
    world = await World.connected();
    await world.worker().wake();
    expect(world.schedules).toEqual([{ open: false, next: null }]);
    expect(await world.runs()).toEqual([]);
  });
});

describe('failing credentials', () => {
  it.each([
    ['datto', 'networks', new DattoError('credentials', 'api.cloudtrax.com')],
    ['datto', 'devices n2', new DattoError('credentials', 'api.cloudtrax.com')],
    ['itglue', 'organizations page 1', unauthorized],
    ['itglue', 'configurations of', unauthorized],
  ] as const)('of %s (%s) stop syncing until they are entered again', async (side, call, error) => {
    const problem = toProblem(error);
    // What is remembered of it are the server's own words.
    const detail = side === 'datto' ? null : 'This key was revoked.';
    world = await World.connected(1);
    const engine = world.worker();
    await engine.start('manual');
    await world.settled();
    world.tenant.faults.set(call === 'configurations of' ? 'configurations of o1,o2' : call, error);
    world.clock += hour;
    await engine.wake();
    await world.settled();

    expect(await world.runs()).toMatchObject([
      { state: 'done' },
      { state: 'failed', failure: { kind: 'credentials', side } },
    ]);
    expect(await readMeta(world.store, 'credentialsFailed')).toEqual({
      side,
      detail,
      at: new Date(world.clock).toISOString(),
    });
    expect(await world.minutesToNext()).toBeNull();
    expect(world.schedules.at(-1)).toEqual({ open: false, next: null });
    expect((await world.store.getAll('activity')).at(-1)!.event).toEqual({
      kind: 'sync-failed',
      problem,
    });

    world.tenant.faults.clear();
    world.clock += 48 * hour;
    const asked = world.tenant.calls.length;
    await engine.wake();
    await engine.reschedule();
    await engine.wake();
    expect(await engine.start('manual')).toEqual({
      kind: 'credentials',
      side,
      ...(detail !== null && { detail }),
    });
    expect(world.tenant.calls).toHaveLength(asked);
    expect(await world.store.count('deviceMatches')).toBe(3);

    await writeMeta(world.store, 'credentialsFailed', undefined);
    expect(await engine.start('connect')).toBeNull();
    await world.settled();
    expect((await world.runs()).at(-1)).toMatchObject({ state: 'done' });
    expect(await world.minutesToNext()).toBe(60);
  });
});

describe('other failures', () => {
  it('are tried again after 5, 10, 20 … minutes, never later than the interval, until one succeeds', async () => {
    world = await World.connected(1);
    const engine = world.worker();
    world.tenant.faults.set('networks', offline);
    await engine.start('manual');
    await world.settled();
    for (const wait of [5, 10, 20, 40, 60, 60]) {
      expect(await world.minutesToNext()).toBe(wait);
      world.clock += wait * minute;
      await engine.wake();
      await world.settled();
    }
    expect(await world.runs()).toHaveLength(7);
    expect(await readMeta(world.store, 'credentialsFailed')).toBeUndefined();

    world.tenant.faults.clear();
    await engine.start('manual');
    await world.settled();
    expect(await world.minutesToNext()).toBe(60);
    world.tenant.faults.set('networks', offline);
    await engine.start('manual');
    await world.settled();
    expect(await world.minutesToNext()).toBe(5);
  });

  it('leave nothing planned when automatic sync is off', async () => {
    world = await World.connected(0);
    world.tenant.faults.set('networks', offline);
    await world.worker().start('manual');
    await world.settled();
    expect(await world.minutesToNext()).toBeNull();
  });
});

describe('the automatic sync', () => {
  it('switched off plans nothing', async () => {
    world = await World.connected(0);
    await world.worker().start('manual');
    await world.settled();
    expect(await world.minutesToNext()).toBeNull();
    expect(world.schedules.at(-1)).toEqual({ open: false, next: null });
  });

  it('is due at a changed interval after the last sync', async () => {
    world = await World.connected(24);
    const engine = world.worker();
    await engine.start('manual');
    await world.settled();
    world.clock += 2 * hour;
    await world.every(12);
    await engine.reschedule();
    expect(await world.minutesToNext()).toBe(10 * 60);
    expect(world.schedules.at(-1)).toEqual({ open: false, next: '2026-01-02T00:00:00.000Z' });
    await world.every(0);
    await engine.reschedule();
    expect(await world.minutesToNext()).toBeNull();
    await world.every(1);
    await engine.reschedule();
    await engine.wake();
    await world.settled();
    expect(await world.runs()).toHaveLength(2);
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
