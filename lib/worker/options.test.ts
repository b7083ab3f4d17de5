import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userId } from '@/lib/model/ids';
import { syncIntervals, type SyncInterval } from '@/lib/model/settings';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';

const hour = 3_600_000;
let world: World;
beforeEach(async () => {
  world = await World.start(
    new DirectVendors(tenantWith((builder) => [builder.organization({ name: 'Acme' })])),
  );
});
afterEach(() => world.close());

const view = () => world.ask('options.view');
/** When the browser wakes the worker for the next automatic sync; `null` where it does not. */
const due = () => {
  const alarm = world.chrome.set.get('sync-due');
  return alarm && 'when' in alarm ? alarm.when : null;
};

describe('what the options show', () => {
  it('is the connection without any secret, and by default a sync each day', async () => {
    const { tenant } = world;
    expect(await view()).toMatchObject({
      status: { state: 'ok', at: null },
      connection: { region: 'us', subdomain: 'contoso-msp' },
      saved: { dattoPublicKey: true, dattoSecretKey: true, itGlueApiKey: true },
      settings: { syncEveryHours: 24, userId: null, autoCreate: false },
      users: [],
      nextSync: null,
    });
    const { key, secret } = tenant.datto.keys[0]!;
    for (const text of [key, secret, tenant.itglue.keys[0]!.key])
      expect(JSON.stringify(await view())).not.toContain(text);
  });

  it('is, after a sync, the users by name with their roles, and when the next one is due', async () => {
    const run = await world.sync();
    const { users, nextSync } = await view();
    expect(users.map(({ name, roleName }) => `${name}: ${roleName}`)).toEqual([
      'Ada: Administrator',
      'Carl: Editor',
      'Max: Manager',
    ]);
    expect(Date.parse(nextSync!) - Date.parse(run.finishedAt!)).toBe(24 * hour);
    expect(due()).toBe(Date.parse(nextSync!));
  });
});

describe('saving', () => {
  it('changes what is given and leaves the rest, across a restart of the worker', async () => {
    await world.ask('settings.save', { userId: userId('2') });
    await world.ask('settings.save', { syncEveryHours: 6 });
    world.startWorker();
    expect((await view()).settings).toMatchObject({ userId: '2', syncEveryHours: 6 });
    await world.ask('settings.save', { userId: null });
    expect((await view()).settings).toMatchObject({ userId: null, syncEveryHours: 6 });
  });

  it.each(syncIntervals.filter((hours) => hours > 0))(
    'an interval of %i hours moves the next sync to that long after the last one',
    async (hours: SyncInterval) => {
      const run = await world.sync();
      await world.ask('settings.save', { syncEveryHours: hours });
      const next = Date.parse(run.finishedAt!) + hours * hour;
      expect(Date.parse((await view()).nextSync!)).toBe(next);
      expect(due()).toBe(next);
    },
  );

  it('no automatic sync takes the alarm away, and another interval sets it again', async () => {
    await world.sync();
    await world.ask('settings.save', { syncEveryHours: 0 });
    expect((await view()).nextSync).toBeNull();
    expect(due()).toBeNull();
    await world.ask('settings.save', { syncEveryHours: 1 });
    expect(due()).not.toBeNull();
  });

  it('who sits there leaves the alarm alone', async () => {
    await world.sync();
    const before = due();
    await world.ask('settings.save', { userId: userId('1') });
    expect(due()).toBe(before);
  });
});

describe('the next automatic sync', () => {
  it('starts by itself when it is due, and not before', async () => {
    await world.sync();
    await world.ask('settings.save', { syncEveryHours: 6 });
    world.vendors.clock.pass(6 * hour - 60_000);
    await world.wake();
    expect(await world.store.count('runs')).toBe(1);
    world.vendors.clock.pass(2 * 60_000);
    await world.wake();
    expect(await world.settled()).toMatchObject({ state: 'done', trigger: 'schedule' });
    expect(await world.store.count('runs')).toBe(2);
  });

  it('is tried again sooner after a failure, and later each time', async () => {
    world.vendors.faults.add({ kind: 'reset', api: 'datto', times: Infinity });
    const waits: number[] = [];
    for (let failures = 1; failures <= 4; failures++) {
      const run = await world.sync();
      waits.push((due()! - Date.parse(run.finishedAt!)) / 60_000);
    }
    expect(waits).toEqual([5, 10, 20, 40]);
  });
});
