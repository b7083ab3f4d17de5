import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { ActivityEvent } from '@/lib/model/activity';
import { deviceKey } from '@/lib/model/device';
import type { DeviceKind } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import { syncStages } from '@/lib/model/run';
import type { SyncRun } from '@/lib/model/run';
import { openStore } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import type { SyncClients } from '@/lib/sync/clients';
import { advance } from '@/lib/sync/runner';
import { stages } from '@/lib/sync/stages';
import { clientsOf } from './tenant';
import type { Tenant } from './tenant';

export const noon = Date.parse('2026-01-01T12:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;

/** An empty store that no other test knows. */
export function freshStore(): Promise<Database> {
  globalThis.indexedDB = new IDBFactory();
  return openStore('test');
}

export const openedRun = (id: string, at = noon): SyncRun => ({
  id,
  trigger: 'manual',
  startedAt: new Date(at).toISOString(),
  finishedAt: null,
  state: 'open',
  stage: syncStages[0],
  begun: false,
  done: 0,
  total: 0,
  problems: [],
  skipped: [],
  oddFields: [],
  failure: null,
});

/** Takes an open run on; `committed` and `signal` let a test break it off. */
export function goOn(
  store: Database,
  clients: SyncClients,
  runId: string,
  how: { at?: number; signal?: AbortSignal; committed?: () => void } = {},
): Promise<void> {
  const { at = noon, signal = new AbortController().signal, committed = () => undefined } = how;
  return advance({ store, stages, clients, now: () => at, signal, committed }, runId);
}

let runs = 0;

/**
 * One undisturbed sync of the tenant.
 * @returns the run as it ended: what it could not read is named there
 */
export async function sync(store: Database, tenant: Tenant, at = noon): Promise<SyncRun> {
  const run = openedRun(`run ${++runs}`, at);
  await store.put('runs', run);
  await goOn(store, clientsOf(tenant), run.id, { at });
  const ended = (await store.get('runs', run.id))!;
  await store.put('runs', { ...ended, state: 'done', finishedAt: new Date(at).toISOString() });
  return ended;
}

/** The store's rows without what tells one sync from the next: times of reading. */
export async function contents(store: Database) {
  const without = (rows: readonly object[]) =>
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'readAt')),
    );
  return {
    networks: await store.getAll('networks'),
    devices: without(await store.getAll('devices')),
    organizations: await store.getAll('organizations'),
    configurations: await store.getAll('configurations'),
    users: await store.getAll('users'),
    networkMatches: await store.getAll('networkMatches'),
    networkSuggestions: await store.getAll('networkSuggestions'),
    deviceMatches: await store.getAll('deviceMatches'),
    deviceSuggestions: await store.getAll('deviceSuggestions'),
    departedDevices: await store.getAll('departedDevices'),
    sharedMacs: await store.getAll('sharedMacs'),
    activity: await store.getAll('activity'),
  };
}

export async function events(store: Database): Promise<ActivityEvent[]> {
  return (await store.getAll('activity')).map(({ event }) => event);
}

/** Which configuration each matched device has, and by which rule: `switch:1 → c1 (mac)`. */
export async function deviceMatches(store: Database): Promise<string[]> {
  return (await store.getAll('deviceMatches')).map((match) =>
    match.state === 'matched'
      ? `${match.deviceKey} → ${match.configurationId} (${match.rule})`
      : `${match.deviceKey} ignored`,
  );
}

export async function networkMatches(store: Database): Promise<string[]> {
  return (await store.getAll('networkMatches')).map((match) =>
    match.state === 'matched'
      ? `${match.networkId} → ${match.organizationId} (${match.rule})`
      : `${match.networkId} ignored`,
  );
}

const decidedAt = '2025-06-01T00:00:00.000Z';

export const networkByHand = (id: string, organization: string): NetworkMatch => ({
  networkId: networkId(id),
  at: decidedAt,
  state: 'matched',
  organizationId: organizationId(organization),
  rule: 'by-hand',
});

export const networkIgnored = (id: string): NetworkMatch => ({
  networkId: networkId(id),
  at: decidedAt,
  state: 'ignored',
});

export const deviceByHand = (
  [kind, id]: [DeviceKind, string],
  network: string,
  configuration: string,
  organization: string,
): DeviceMatch => ({
  deviceKey: deviceKey(kind, id),
  networkId: networkId(network),
  at: decidedAt,
  state: 'matched',
  configurationId: configurationId(configuration),
  organizationId: organizationId(organization),
  rule: 'by-hand',
});

export const deviceIgnored = ([kind, id]: [DeviceKind, string], network: string): DeviceMatch => ({
  deviceKey: deviceKey(kind, id),
  networkId: networkId(network),
  at: decidedAt,
  state: 'ignored',
});
