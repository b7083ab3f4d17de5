import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DattoError } from '@/lib/datto/errors';
import { writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import {
  deviceByHand,
  deviceIgnored,
  freshStore,
  hour,
  networkIgnored,
  noon,
  openedRun,
  sync,
} from '@/test/sync/store';
import { sampleTenant } from '@/test/sync/sample';
import { createStatusService, readStatus, readStatusView } from './status';

let store: Database;
beforeEach(async () => {
  store = await freshStore();
});

const connect = () =>
  writeMeta(store, 'connection', {
    region: 'us',
    subdomain: 'acme',
    dattoHost: 'api.cloudtrax.com',
    connectedAt: '2026-01-01T00:00:00Z',
  });

describe('the status', () => {
  it('is "not connected" before keys were entered', async () => {
    expect(await readStatus(store)).toEqual({ state: 'not-connected' });
  });

  it('is OK without a time before the first sync, and with the last one after it', async () => {
    await connect();
    expect(await readStatus(store)).toEqual({ state: 'ok', at: null });
    await sync(store, sampleTenant(), noon);
    await sync(store, sampleTenant(), noon + hour);
    expect(await readStatus(store)).toEqual({ state: 'ok', at: '2026-01-01T13:00:00.000Z' });
  });

  it('tells stage and progress of an open run', async () => {
    await connect();
    await sync(store, sampleTenant());
    await store.put('runs', { ...openedRun('open'), stage: 'devices', done: 2, total: 7 });
    expect(await readStatus(store)).toEqual({
      state: 'syncing',
      stage: 'devices',
      done: 2,
      total: 7,
    });
  });

  it('says which side refused the keys, above all else', async () => {
    await connect();
    await store.put('runs', openedRun('open'));
    await writeMeta(store, 'credentialsFailed', { side: 'itglue', detail: 'no', at: 'now' });
    expect(await readStatus(store)).toEqual({
      state: 'credentials-failed',
      side: 'itglue',
      detail: 'no',
    });
  });

  it('is an error with the next try when the last run failed, until one succeeds', async () => {
    await connect();
    const problem = { kind: 'offline', side: 'datto' } as const;
    await store.put('runs', {
      ...openedRun('failed', noon),
      state: 'failed',
      finishedAt: new Date(noon).toISOString(),
      failure: problem,
    });
    await writeMeta(store, 'nextSync', '2026-01-01T12:05:00.000Z');
    expect(await readStatus(store)).toEqual({
      state: 'error',
      problem,
      nextTry: '2026-01-01T12:05:00.000Z',
    });
    await sync(store, sampleTenant(), noon + hour);
    expect(await readStatus(store)).toMatchObject({ state: 'ok' });
  });
});

describe('the status view', () => {
  it('counts networks and devices, those of an ignored network as ignored', async () => {
    const tenant = sampleTenant();
    await store.put('networkMatches', networkIgnored('n3'));
    await store.put('deviceMatches', deviceIgnored(['managed-power', '1'], 'n1'));
    await store.put('deviceMatches', deviceByHand(['router', '1'], 'n1', 'c3', 'o1'));
    await sync(store, tenant);
    const { networks, devices } = await readStatusView(store);
    expect(networks).toEqual({ matched: 2, unmatched: 0, ignored: 1 });
    expect(devices).toEqual({ matched: 4, unmatched: 0, ignored: 2 });
  });

  it('counts undecided devices as unmatched', async () => {
    await sync(store, { ...sampleTenant(), organizations: [] });
    const { networks, devices } = await readStatusView(store);
    expect(networks).toEqual({ matched: 0, unmatched: 3, ignored: 0 });
    expect(devices).toEqual({ matched: 0, unmatched: 6, ignored: 0 });
  });

  it('counts no network that has no devices, unless it is decided', async () => {
    const tenant = { ...sampleTenant(), organizations: [] };
    tenant.devices = tenant.devices.filter(({ networkId }) => networkId === 'n2');
    await store.put('networkMatches', networkIgnored('n3'));
    await sync(store, tenant);
    expect((await readStatusView(store)).networks).toEqual({
      matched: 0,
      unmatched: 1,
      ignored: 1,
    });
  });

  it('counts an ignored device of an ignored network once', async () => {
    await store.put('networkMatches', networkIgnored('n3'));
    await store.put('deviceMatches', deviceIgnored(['switch', '3'], 'n3'));
    await sync(store, sampleTenant());
    expect((await readStatusView(store)).devices).toEqual({ matched: 3, unmatched: 2, ignored: 1 });
  });

  it('counts without reading a table of devices, matches or configurations', async () => {
    await connect();
    await sync(store, sampleTenant());
    const read: string[] = [];
    const original = Reflect.get(IDBObjectStore.prototype, 'getAll') as (
      ...given: unknown[]
    ) => IDBRequest;
    const whole = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
      this: IDBObjectStore,
      ...given: unknown[]
    ) {
      read.push(this.name);
      return original.apply(this, given) as never;
    });
    const { networks, devices } = await readStatusView(store);
    whole.mockRestore();
    expect(read).toEqual(['runs', 'firstSeen', 'runs']);
    expect([networks.matched, devices.matched]).toEqual([2, 3]);
  });

  it('names what the last sync could not read, and not what the open one could not', async () => {
    const tenant = sampleTenant();
    tenant.faults.set('devices n2', new DattoError('rate-limited', 'api.cloudtrax.com'));
    tenant.unreadable.add('switch 1');
    await sync(store, tenant);
    const row = { stage: 'networks', subject: 'network', id: '9', fields: [] } as const;
    await store.put('runs', { ...openedRun('open', noon + hour), skipped: [row] });
    const { lastSync } = await readStatusView(store);
    expect(lastSync).toMatchObject({
      at: '2026-01-01T12:00:00.000Z',
      problems: [{ subject: 'Bolt', problem: { kind: 'rate-limited' } }],
      skipped: [{ id: '1' }],
    });
    expect(lastSync!.skipped).toHaveLength(1);
  });

  it('has no last sync before the first', async () => {
    expect(await readStatusView(store)).toMatchObject({ lastSync: null, nextSync: null });
  });
});

describe('the status while a sync commits', () => {
  let now = noon;
  const wait = (milliseconds: number) =>
    new Promise<void>((done) => setTimeout(done, milliseconds));
  const announced = vi.fn();
  const service = () =>
    createStatusService(
      store,
      announced,
      { problem: () => Promise.resolve(null) },
      { now: () => now, wait, version: '1', lockedBy: () => Promise.resolve(null) },
    );
  const run = { ...openedRun('open'), stage: 'devices', done: 3, total: 9 } as const;
  beforeEach(async () => {
    now = noon;
    await connect();
    await store.put('runs', openedRun('open'));
  });

  /** A commit that does not end before it is told to. */
  function commitUnderWay(): () => Promise<void> {
    let isOver = false;
    const transaction = store.transaction([...store.objectStoreNames], 'readwrite');
    const working = (async () => {
      while (!isOver) await transaction.objectStore('meta').get('connection');
      await transaction.done;
    })();
    return () => {
      isOver = true;
      return working;
    };
  }

  it('is told at once, with the progress of the last commit', async () => {
    const status = service();
    await status.view();
    status.progressed(run);
    const end = commitUnderWay();
    now += hour;
    expect((await status.view()).status).toEqual({
      state: 'syncing',
      stage: 'devices',
      done: 3,
      total: 9,
    });
    await end();
  });

  it('counts again after some seconds, and at once after a decision', async () => {
    const status = service();
    await status.view();
    status.progressed(run);
    const ignored = async () => (await status.view()).networks.ignored;
    await store.put('networkMatches', networkIgnored('n1'));
    now += 4000;
    expect(await ignored()).toBe(0);
    now += 1000;
    await ignored();
    await vi.waitFor(async () => expect(await ignored()).toBe(1));
    await store.put('networkMatches', networkIgnored('n2'));
    status.changed();
    expect(await ignored()).toBe(2);
  });

  it('is told as it was where a decision cannot be read soon, and announced when it can', async () => {
    const status = service();
    await status.view();
    status.progressed(run);
    await store.put('networkMatches', networkIgnored('n1'));
    status.changed();
    announced.mockClear();
    const end = commitUnderWay();
    expect((await status.view()).networks.ignored).toBe(0);
    expect(announced).not.toHaveBeenCalled();
    await end();
    await vi.waitFor(() => expect(announced).toHaveBeenCalled());
    expect((await status.view()).networks.ignored).toBe(1);
  });

  it('is read anew once the run has ended', async () => {
    const status = service();
    await status.view();
    status.progressed(run);
    await store.put('runs', { ...run, state: 'done', finishedAt: new Date(noon).toISOString() });
    status.progressed(null);
    status.changed();
    expect((await status.view()).status).toMatchObject({ state: 'ok' });
  });
});
