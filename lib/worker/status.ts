import { refusedPartsIn } from '@/lib/itglue/optional-parts';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { Counts, StatusView } from '@/lib/views/status';
import type { IntegrationStatus, LockedBy } from '@/lib/model/integration-status';
import type { StorageHealth } from './storage-health';
import { readSwitchedOff } from './auto-create/switched-off';
import { readTeamStatus } from './team/status';
import * as stored from '@/lib/store/stored';

export interface StatusService {
  readonly status: () => Promise<IntegrationStatus>;
  readonly view: () => Promise<StatusView>;
  /** Does the work and says meanwhile that keys are being tried. */
  readonly whileConnecting: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Where things stand: what the store has, and that keys are being tried, which is only known here. */
export function createStatusService(
  store: Database,
  committed: () => void,
  storage: Pick<StorageHealth, 'problem'>,
  {
    now,
    version,
    lockedBy,
  }: {
    readonly now: () => number;
    readonly version: string;
    readonly lockedBy: () => Promise<LockedBy>;
  },
): StatusService {
  let trying = 0;
  const orConnecting = (status: IntegrationStatus): IntegrationStatus => {
    if (trying > 0) return { state: 'connecting' };
    const problem = storage.problem();
    return problem ? { state: 'error', problem, nextTry: null } : status;
  };
  return {
    status: async () => orConnecting(await readStatus(store, await lockedBy())),
    async view() {
      const view = await readStatusView(store, await lockedBy());
      const team = await readTeamStatus(store, now(), version);
      const switchedOff = await readSwitchedOff(store, now());
      return { ...view, team, switchedOff, status: orConnecting(view.status) };
    },
    async whileConnecting(work) {
      trying += 1;
      committed();
      try {
        return await work();
      } finally {
        trying -= 1;
        committed();
      }
    },
  };
}

/** The integration's state as the store has it. */
export async function readStatus(
  store: Database,
  locked: LockedBy = null,
): Promise<IntegrationStatus> {
  if (!(await stored.isConnected(store))) return { state: 'not-connected' };
  if (locked) return { state: 'locked', passphrase: locked };
  const failed = await stored.failedCredentials.read(store);
  if (failed)
    return { state: 'credentials-failed', side: failed.side, detail: failed.detail ?? null };
  const open = await stored.runs.open(store);
  if (open) {
    const { stage, done, total } = open;
    return { state: 'syncing', stage, done, total };
  }
  const last = await stored.runs.last(store);
  if (last?.failure)
    return {
      state: 'error',
      problem: last.failure,
      nextTry: (await readMeta(store, 'nextSync')) ?? null,
    };
  return { state: 'ok', at: (await stored.runs.lastSync(store))?.finishedAt ?? null };
}

/** Status, last and next sync, and the counts. */
export async function readStatusView(
  store: Database,
  locked: LockedBy = null,
): Promise<Omit<StatusView, 'team' | 'switchedOff'>> {
  const [status, last, next, refused, vendor, setupCheck, networks, devices] = await Promise.all([
    readStatus(store, locked),
    stored.runs.lastSync(store),
    readMeta(store, 'nextSync'),
    readMeta(store, 'refusedParts'),
    readMeta(store, 'vendorIntegration'),
    readMeta(store, 'setupCheck'),
    countNetworks(store),
    countDevices(store),
  ]);
  return {
    status,
    lastSync: last?.finishedAt
      ? {
          at: last.finishedAt,
          problems: last.problems,
          skipped: last.skipped,
          oddFields: last.oddFields,
        }
      : null,
    nextSync: next ?? null,
    refusedParts: refusedPartsIn(refused),
    vendorIntegration:
      vendor === true ||
      (setupCheck?.results ?? []).some(
        ({ id, outcome }) => id === 'itglue-vendor-integration' && outcome === 'differs',
      ),
    networks,
    devices,
  };
}

/** Undecided networks without devices ask for nothing, so they count nowhere. */
async function countNetworks(store: Database): Promise<Counts> {
  const networks = await stored.networks.all(store);
  const matches = await stored.networkMatches.all(store);
  const matched = matches.filter(({ state }) => state === 'matched').length;
  const decided = new Set(matches.map(({ networkId }) => networkId));
  const asking = networks.filter(({ id, withoutDevices }) => !decided.has(id) && !withoutDevices);
  return { matched, ignored: matches.length - matched, unmatched: asking.length };
}

async function countDevices(store: Database): Promise<Counts> {
  const total = await stored.devices.count(store);
  const matches = new Map(
    (await stored.deviceMatches.all(store)).map(({ deviceKey, state }) => [deviceKey, state]),
  );
  const ignoredNetworks = (await stored.networkMatches.all(store)).filter(
    ({ state }) => state === 'ignored',
  );
  const inIgnored = await stored.devices.ofNetwork.keysOf(
    store,
    ignoredNetworks.map(({ networkId }) => networkId),
  );
  for (const key of inIgnored) if (!matches.has(key)) matches.set(key, 'ignored');
  const states = [...matches.values()];
  const matched = states.filter((state) => state === 'matched').length;
  const ignored = states.length - matched;
  return { matched, ignored, unmatched: total - matched - ignored };
}
