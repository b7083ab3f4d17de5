import { afterEach, describe, expect, it } from 'vitest';
import { toProblem } from './problems';
import { DattoError } from '@/lib/datto/errors';
import { ItGlueError } from '@/lib/itglue/errors';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { hour, minute } from '@/test/sync/store';
import { World } from './engine.fixture';

const unauthorized = new ItGlueError({
  kind: 'credentials',
  request: 'GET /organizations',
  outcome: null,
  details: ['This key was revoked.'],
});
const offline = new DattoError('offline', 'api.cloudtrax.com');

let world: World;
afterEach(async () => {
  world.tenant.before = () => undefined;
  await Promise.allSettled(world.turns);
  expect(world.awake).toBe(0);
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
