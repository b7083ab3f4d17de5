import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { SyncRun } from '@/lib/model/run';
import type { Counts, IntegrationStatus, StatusView } from '@/lib/views/status';

/** The integration's state as the store has it. */
export async function readStatus(store: Database): Promise<IntegrationStatus> {
  if (!(await readMeta(store, 'connection'))) return { state: 'not-connected' };
  const failed = await readMeta(store, 'credentialsFailed');
  if (failed) return { state: 'credentials-failed', side: failed.side, detail: failed.detail };
  const open = await store.getFromIndex('runs', 'state', 'open');
  if (open) {
    const { stage, done, total } = open;
    return { state: 'syncing', stage, done, total };
  }
  const [last, sync] = await lastRuns(store);
  if (last?.failure)
    return {
      state: 'error',
      problem: last.failure,
      nextTry: (await readMeta(store, 'nextSync')) ?? null,
    };
  return { state: 'ok', at: sync?.finishedAt ?? null };
}

/** Status, last and next sync, and the counts. */
export async function readStatusView(store: Database): Promise<StatusView> {
  const [status, [, last], next, networks, devices] = await Promise.all([
    readStatus(store),
    lastRuns(store),
    readMeta(store, 'nextSync'),
    countNetworks(store),
    countDevices(store),
  ]);
  return {
    status,
    lastSync: last?.finishedAt
      ? { at: last.finishedAt, problems: last.problems, skipped: last.skipped }
      : null,
    nextSync: next ?? null,
    networks,
    devices,
  };
}

/** The last run that ended, and the last one that was a sync: carrying out a setting is none. */
async function lastRuns(
  store: Database,
): Promise<[last: SyncRun | undefined, sync: SyncRun | undefined]> {
  const ended = (await store.getAll('runs'))
    .filter(({ finishedAt }) => finishedAt !== null)
    .sort((a, b) => ((a.finishedAt ?? '') < (b.finishedAt ?? '') ? 1 : -1));
  return [ended[0], ended.find(({ trigger }) => trigger !== 'settings')];
}

async function countNetworks(store: Database): Promise<Counts> {
  const total = await store.count('networks');
  const matches = await store.getAll('networkMatches');
  const matched = matches.filter(({ state }) => state === 'matched').length;
  const ignored = matches.length - matched;
  return { matched, ignored, unmatched: total - matched - ignored };
}

async function countDevices(store: Database): Promise<Counts> {
  const total = await store.count('devices');
  const matches = new Map(
    (await store.getAll('deviceMatches')).map((match) => [match.deviceKey as string, match.state]),
  );
  const ignoredNetworks = (await store.getAll('networkMatches')).filter(
    ({ state }) => state === 'ignored',
  );
  for (const { networkId } of ignoredNetworks)
    for (const key of await store.getAllKeysFromIndex('devices', 'network', networkId))
      if (!matches.has(key)) matches.set(key, 'ignored');
  const states = [...matches.values()];
  const matched = states.filter((state) => state === 'matched').length;
  const ignored = states.length - matched;
  return { matched, ignored, unmatched: total - matched - ignored };
}
