import { refusedPartsIn } from '@/lib/itglue/optional-parts';
import { readMeta, readSettings } from '@/lib/store/meta';
import { read } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import type { Reader } from '@/lib/store/table';
import type { StatusView } from '@/lib/views/status';
import { readViewerOf } from '@/lib/access/viewer';
import { countNew } from '@/lib/decisions/new-rows';
import { countFor } from './counts';
import type { IntegrationStatus, LockedBy } from '@/lib/model/integration-status';
import type { SyncRun } from '@/lib/model/run';
import type { StorageHealth } from './storage-health';
import { readSwitchedOff } from './auto-create/switched-off';
import { readTeamStatus } from './team/status';
import * as stored from '@/lib/store/stored';

export interface StatusService {
  readonly status: () => Promise<IntegrationStatus>;
  /** While a sync commits: what was read last, a few seconds old, with its progress as it is. */
  readonly view: () => Promise<StatusView>;
  /** Told where the run stands after each of its commits; `null`: that it was opened, or has ended. */
  readonly progressed: (run: SyncRun | null) => void;
  /** Told of everything else that was committed. */
  readonly changed: () => void;
  /** Does the work and says meanwhile that keys are being tried. */
  readonly whileConnecting: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/**
 * So long what was read stands while a sync commits, milliseconds: a read waits for the commit under way, and counts
 * whole tables.
 */
const standsMs = 5000;
/** So long an answer may take while a sync commits, milliseconds. */
const soonMs = 80;

interface Known {
  readonly view: StatusView;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly locked: LockedBy;
  /** Something was committed since that is not the sync's. */
  readonly isOld: boolean;
}

/** Where things stand: what the store has, and that keys are being tried, which is only known here. */
export function createStatusService(
  store: Database,
  committed: () => void,
  storage: Pick<StorageHealth, 'problem'>,
  {
    now,
    wait,
    version,
    lockedBy,
  }: {
    readonly now: () => number;
    readonly wait: (milliseconds: number) => Promise<void>;
    readonly version: string;
    readonly lockedBy: () => Promise<LockedBy>;
  },
): StatusService {
  let trying = 0;
  let progress: Pick<SyncRun, 'stage' | 'done' | 'total'> | null = null;
  let known: Known | null = null;
  let reading: Promise<StatusView> | null = null;
  /** Counts what makes a read that is under way one of before. */
  let changes = 0;

  async function readWhole(locked: LockedBy): Promise<StatusView> {
    const at = now();
    const change = changes;
    // A transaction waits for the commit of a sync that is under way: one waits for one.
    const [view, team, switchedOff] = await read(store, (from) =>
      Promise.all([
        readStatusView(from, locked),
        readTeamStatus(from, at, version),
        readSwitchedOff(from, at),
      ]),
    );
    const whole = { ...view, team, switchedOff };
    if (change === changes) known = { view: whole, at, locked, isOld: false };
    return whole;
  }

  /** Reads it again beside whoever asks, one at a time. */
  function readAgain(locked: LockedBy): void {
    reading ??= readWhole(locked).finally(() => (reading = null));
    // Who asks next reads it.
    reading.catch(() => undefined);
  }

  async function current(): Promise<StatusView> {
    const locked = await lockedBy();
    if (!progress || known?.locked !== locked || known.view.status.state !== 'syncing')
      return readWhole(locked);
    const asLast: StatusView = { ...known.view, status: { state: 'syncing', ...progress } };
    if (known.isOld) return soonOr(asLast, readWhole(locked));
    if (now() - known.at >= standsMs) readAgain(locked);
    return asLast;
  }

  /** What is read where that does not take long; else it is told of when it is there. */
  function soonOr(asLast: StatusView, read: Promise<StatusView>): Promise<StatusView> {
    let isRead = false;
    const noted = read.finally(() => (isRead = true));
    const late = wait(soonMs).then(() => {
      if (!isRead) noted.then(committed, () => undefined);
      return asLast;
    });
    return Promise.race([noted, late]);
  }

  const orConnecting = async (status: IntegrationStatus): Promise<IntegrationStatus> => {
    if (trying > 0) return { state: 'connecting' };
    const problem = await storage.problem();
    return problem ? { state: 'error', problem, nextTry: null } : status;
  };
  return {
    async status() {
      const locked = await lockedBy();
      return orConnecting(await read(store, (from) => readStatus(from, locked)));
    },
    async view() {
      const view = await current();
      return { ...view, status: await orConnecting(view.status) };
    },
    progressed(run) {
      progress = run && { stage: run.stage, done: run.done, total: run.total };
    },
    changed() {
      changes += 1;
      if (known) known = { ...known, isOld: true };
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
  store: Reader,
  locked: LockedBy = null,
): Promise<IntegrationStatus> {
  const [isConnected, failed, open] = await Promise.all([
    stored.isConnected(store),
    stored.failedCredentials.read(store),
    stored.runs.open(store),
  ]);
  if (!isConnected) return { state: 'not-connected' };
  if (locked) return { state: 'locked', passphrase: locked };
  if (failed)
    return { state: 'credentials-failed', side: failed.side, detail: failed.detail ?? null };
  if (open) {
    const { stage, done, total } = open;
    return { state: 'syncing', stage, done, total };
  }
  const { any: last, sync } = await stored.runs.lastOfBoth(store);
  if (last?.failure)
    return {
      state: 'error',
      problem: last.failure,
      nextTry: (await readMeta(store, 'nextSync')) ?? null,
    };
  return { state: 'ok', at: sync?.finishedAt ?? null };
}

/** Status, last and next sync, and the counts. */
export async function readStatusView(
  store: Reader,
  locked: LockedBy = null,
): Promise<Omit<StatusView, 'team' | 'switchedOff'>> {
  const viewer = await readViewerOf(store, (await readSettings(store)).userId);
  const [status, last, next, refused, vendor, setupCheck, counts, fresh] = await Promise.all([
    readStatus(store, locked),
    stored.runs.lastSync(store),
    readMeta(store, 'nextSync'),
    readMeta(store, 'refusedParts'),
    readMeta(store, 'vendorIntegration'),
    readMeta(store, 'setupCheck'),
    countFor(store, viewer),
    countNew(store, viewer),
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
    access: viewer.access,
    fresh,
    ...counts,
  };
}
