import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMeta } from '@/lib/store/meta';
import { readStatus, readStatusView } from '@/lib/worker/status';
import { documentation } from './documentation';
import { smallTenant, type SmallTenant } from './tenant';
import { syncedWorld } from './synced-world';
import type { World } from '@/test/world/world';

let small: SmallTenant;
let world: World;
beforeEach(async () => {
  small = smallTenant();
  world = await syncedWorld(small.tenant, '1');
});
afterEach(() => world.close());

const isFinish = ({ kind }: { kind: string }) => kind === 'sync-finished';

describe('carrying out the setting', () => {
  it('asks Datto for nothing but Wi-Fi settings, and stands for no sync', async () => {
    const before = await readStatusView(world.store);
    const next = await readMeta(world.store, 'nextSync');
    await world.autoCreate(true);
    const asked = world.vendors.requests
      .all({ api: 'datto' })
      .map(({ path }) => path.split('/')[3]);
    expect(asked.slice(-2)).toEqual(['settings', 'settings']);
    expect(await readStatus(world.store)).toEqual(before.status);
    expect((await readStatusView(world.store)).lastSync).toEqual(before.lastSync);
    expect(await readMeta(world.store, 'nextSync')).toBe(next);
    expect((await world.events()).filter(isFinish)).toHaveLength(1);
  });

  it('shows what went wrong in the status, until it went well', async () => {
    world.vendors.faults.add({ kind: 'reset', api: 'itglue', times: Infinity });
    await world.autoCreate(true);
    expect(await readStatus(world.store)).toMatchObject({ state: 'error' });
    world.vendors.faults.clear();
    await world.autoCreate(true);
    expect(await readStatus(world.store)).toMatchObject({ state: 'ok' });
  });

  it('begins with a whole sync where there was none', async () => {
    await world.store.clear('runs');
    const run = await world.autoCreate(true);
    expect(run.trigger).toBe('manual');
    expect((await world.events()).filter(isFinish)).toHaveLength(2);
    expect(documentation(small.tenant)).toHaveLength(3);
  });

  it('writes in a sync that is open and has not come so far', async () => {
    await (await world.services()).engine.start('manual');
    const run = await world.autoCreate(true);
    expect(run.trigger).toBe('manual');
    expect(documentation(small.tenant)).toHaveLength(3);
  });
});

it('leaves a tenant alone where it was never switched on', async () => {
  world.vendors.requests.clear();
  await world.sync();
  expect(world.vendors.requests.count({ path: /flexible_asset|passwords|settings/ })).toBe(0);
  expect(await world.ask('auto-create.preview', { on: false })).toMatchObject({
    archives: { records: 0, passwords: 0 },
    organizations: 0,
  });
  expect(world.vendors.requests.count({ path: /flexible_asset|passwords/ })).toBe(0);
});
