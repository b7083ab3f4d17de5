import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { deviceKey, deviceKinds } from '@/lib/model/device';
import { networkId, organizationId } from '@/lib/model/ids';
import { migrate } from './migrations';
import { openStore } from './open';
import type { Database } from './schema';

const name = 'migrated with a run';
let open: Database | undefined;
afterEach(async () => {
  open?.close();
  await deleteDB(name);
});

const network = {
  id: networkId(1),
  name: 'Acme',
  latitude: null,
  longitude: null,
  withoutDevices: false,
};

describe('a migration', () => {
  it('gives lines of the activity what they are found by, and those of one sync their run', async () => {
    const old = await openDB(name, 17, {
      upgrade: (database, from, _to, transaction) =>
        void migrate(database as never, from, transaction as never, 17),
    });
    await old.put('organizations', { id: '2', name: 'Acme Inc.' });
    const line = (who: string, event: object) => old.add('activity', { at: 'then', who, event });
    await line('sync', { kind: 'device-matched', deviceKey: 'switch:1', name: 'SW-01' });
    await line('Ada', { kind: 'network-ignored', networkId: '1', name: 'Lab' });
    const acme = { resource: 'record', name: 'Guest', organizationName: 'Acme Inc.' };
    await line('sync', { kind: 'refused', ...acme });
    await line('sync', { kind: 'sync-finished', networks: 1, devices: 1 });
    await line('sync', { kind: 'sync-failed', reason: 'offline' });
    old.close();

    open = await openStore(name);
    const lines = await open.getAll('activity');
    expect(lines.map(({ run, topic, failed }) => [run, topic, failed])).toEqual([
      ['before 1', 'matches', undefined],
      [undefined, 'matches', undefined],
      ['before 1', 'writes', 1],
      ['before 1', 'syncs', undefined],
      ['before 5', 'syncs', 1],
    ]);
    const { activity } = await import('./activity');
    expect(await activity.select(open, { organization: organizationId(2) })).toEqual([3]);
    expect(await activity.select(open, { failed: true, topics: ['syncs'] })).toEqual([5]);
  });

  it('takes what an open run of the fifteenth version saw with it, and marks no row any more', async () => {
    const old = await openDB(name, 15, {
      upgrade: (database, from, _to, transaction) =>
        void migrate(database as never, from, transaction as never, 15),
    });
    const readAt = '2026-01-01T00:00:00Z';
    const by = (runId: string) => ({ runId, readAt });
    await old.put('runs', { id: 'open', state: 'open' });
    await old.put('runs', { id: 'before', state: 'done' });
    await old.put('networks', { ...network, kindsRead: ['switch'], ...by('open') });
    for (const [id, runId] of [
      ['1', 'open'],
      ['2', 'before'],
    ] as const) {
      const key = deviceKey('switch', id);
      await old.put('devices', { key, networkId: network.id, name: id, ...by(runId) });
      await old.put('organizations', { id, name: id, ...by(runId) });
      await old.put('configurations', { id, organizationId: '1', name: id, ...by(runId) });
    }
    old.close();

    open = await openStore(name);
    const store = open;
    expect(await store.getAll('networks')).toEqual([network]);
    expect(await store.getAll('devices')).toEqual(
      ['1', '2'].map((id) => ({
        key: deviceKey('switch', id),
        networkId: network.id,
        name: id,
        readAt,
      })),
    );
    expect(await store.getAll('organizations')).toEqual(['1', '2'].map((id) => ({ id, name: id })));
    expect(await store.getAll('configurations')).toEqual(
      ['1', '2'].map((id) => ({ id, organizationId: '1', name: id })),
    );
    expect(await store.getAll('deviceLists')).toMatchObject([
      { networkId: network.id, runId: 'open', kinds: ['switch'], devices: ['switch:1'] },
    ]);
    expect(await store.getAll('seen')).toEqual([
      { runId: 'open', kind: 'organizations', ids: ['1'] },
      { runId: 'open', kind: 'configurations', ids: ['1'] },
    ]);
  });

  it('gives devices of before what only their own call tells, as not known yet', async () => {
    const old = await openDB(name, 16, {
      upgrade: (database, from, _to, transaction) =>
        void migrate(database as never, from, transaction as never, 16),
    });
    for (const kind of deviceKinds)
      await old.put('devices', { key: deviceKey(kind, '1'), kind, networkId: network.id });
    old.close();

    open = await openStore(name);
    const devices = await open.getAll('devices');
    expect(devices.sort((a, b) => a.key.localeCompare(b.key))).toEqual(
      (
        [
          ['access-point', { channels: [], neighbors: [] }],
          ['managed-power', { outlets: [], schedule: [], voltage: null }],
          ['router', { lteSignal: null }],
          ['switch', {}],
        ] as const
      ).map(([kind, more]) => ({
        key: deviceKey(kind, '1'),
        kind,
        networkId: network.id,
        ...more,
      })),
    );
  });
});
