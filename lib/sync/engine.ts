import { keptDays } from '@/lib/model/activity';
import { ProblemError } from '@/lib/model/problem-error';
import type { Problem } from '@/lib/model/problem';
import { unlessAborted } from '@/lib/model/unless-aborted';
import { syncStages } from '@/lib/model/run';
import type { RunTrigger, SyncRun } from '@/lib/model/run';
import { readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import { log } from '@/lib/store/activity';
import { isConnected } from '@/lib/store/credentials';
import { toProblem } from './problems';
import { advance } from './runner';
import type { StageOrder } from './stage';
import * as stored from '@/lib/store/stored';

const minute = 60_000;
const hour = 60 * minute;
const activityKept = keptDays * 24 * hour;
/** Scheduled syncs begin within so long, so that the browsers of a company do not all ask at once. */
const spreadMs = minute;

export interface EngineOptions<Clients> {
  readonly store: Database;
  readonly stages: StageOrder<Clients>;
  /** Clients with the saved keys, for a run to go on with; `null` where there are none. */
  clients(run: SyncRun): Promise<Clients | null>;
  /**
   * Does the work under a lock across all contexts of the extension, and does nothing when another
   * context holds it. It is released when its holder dies, as a Web Lock is.
   */
  exclusively(work: () => Promise<void>): Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  readonly newId: () => string;
  /** Told after every commit; after those of a run's steps how it stands. */
  readonly committed: (run?: SyncRun) => void;
  /** Told when a run was opened or has ended, and when the next automatic sync is due. */
  readonly scheduled: (schedule: Schedule) => Promise<void>;
  /** Told when a run came to its end without failing. */
  readonly synced?: (run: SyncRun) => Promise<void>;
  /** Whether the keys are locked: no run is opened or gone on with until they are not. */
  readonly locked?: () => Promise<boolean>;
  /** Keeps the worker alive while it works; returns what ends that. */
  readonly keepAlive: () => () => void;
}

/** What is to wake the worker. */
export interface Schedule {
  /** Whether a run is open that is to be taken to its end. */
  readonly open: boolean;
  /** When the next automatic sync is due, ISO 8601. */
  readonly next: string | null;
}

export interface Engine {
  /**
   * Opens a run, unless one is open, and works on it.
   * @returns why no run could be opened, or `null`; it does not wait for the run's end
   */
  start(trigger: RunTrigger): Promise<Problem | null>;
  /** Goes on with an open run, and starts one when the automatic sync is due. For every wake of the worker. */
  wake(): Promise<void>;
  /** Breaks off whatever is at work and closes the open run; resolves when nothing of it is left. */
  stop(): Promise<void>;
  /** Breaks off whatever is at work and leaves the run open; resolves when nothing of it is left. */
  pause(): Promise<void>;
  /** Works out again when the next automatic sync is due; for a changed setting. */
  reschedule(): Promise<void>;
}

/** The one place that opens, works on and closes runs: one at a time, whoever asks. */
export function createEngine<Clients>(options: EngineOptions<Clients>): Engine {
  const { store, now } = options;
  let abort = new AbortController();
  let working: Promise<void> = Promise.resolve();
  const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
  const spread = () => Math.floor(options.random() * spreadMs);
  const isLocked = async () => (await options.locked?.()) === true;

  function work(): Promise<void> {
    const { signal } = abort;
    // After the turn before, for a run that was opened while that one was about to end.
    const turn = working.then(() =>
      options.exclusively(async () => {
        for (;;) {
          const run = await stored.runs.open(store);
          if (!run || signal.aborted || (await isLocked())) return;
          const stopKeepAlive = options.keepAlive();
          try {
            await takeToItsEnd(run, signal);
          } finally {
            stopKeepAlive();
          }
        }
      }),
    );
    working = turn.catch(() => undefined);
    return turn;
  }

  async function takeToItsEnd(run: SyncRun, signal: AbortSignal): Promise<void> {
    let failure: Problem | null = null;
    try {
      const clients = await unlessAborted(options.clients(run), signal);
      if (!clients) throw new ProblemError({ kind: 'internal', cause: { kind: 'no-keys-saved' } });
      const { stages, committed } = options;
      const advancing = advance({ store, stages, clients, now, signal, committed }, run.id);
      // Requests still under way when the run is stopped are not waited for: they commit nothing.
      await unlessAborted(advancing, signal);
    } catch (error) {
      // A run whose keys were locked waits for them.
      if (signal.aborted || (await isLocked())) return;
      failure = toProblem(error);
    }
    await close(run.id, failure);
    if (!failure) await options.synced?.(run);
  }

  async function close(runId: string, failure: Problem | null): Promise<void> {
    const at = now();
    await write(store, async (transaction) => {
      const run = await stored.runs.get(transaction, runId);
      if (run?.state !== 'open') return;
      await stored.runs.put(transaction, {
        ...run,
        state: failure ? 'failed' : 'done',
        finishedAt: iso(at),
        failure,
      });
      await stored.runs.clearWork(transaction);
      await stored.runs.prune(transaction);
      await stored.activity.dropBefore(transaction, iso(at - activityKept));
      if (failure) {
        await log(
          transaction,
          iso(at),
          {
            kind: 'sync-failed',
            problem: failure,
          },
          'sync',
          runId,
        );
        if (failure.kind === 'credentials')
          await stored.failedCredentials.remember(transaction, failure, iso(at));
      } else if (run.trigger !== 'settings')
        await log(
          transaction,
          iso(at),
          {
            kind: 'sync-finished',
            networks: await stored.networks.count(transaction),
            devices: await stored.devices.count(transaction),
          },
          'sync',
          runId,
        );
      // One that only carried out the setting stands for no sync.
      if (!failure && run.trigger === 'settings') return;
      const failures = failure ? ((await readMeta(transaction, 'failures')) ?? 0) + 1 : 0;
      await writeMeta(transaction, 'failures', failures);
      await plan(transaction, at, failures);
    });
    options.committed();
    await announce();
  }

  /** Says what is to wake the worker, as the store has it now. */
  async function announce(): Promise<void> {
    const next = (await readMeta(store, 'nextSync')) ?? null;
    await options.scheduled({ open: await stored.runs.isOpen(store), next });
  }

  /** Writes down when the next automatic sync is due. */
  async function plan(
    transaction: WriteTransaction,
    from: number,
    failures: number,
  ): Promise<void> {
    const { syncEveryHours } = await readSettings(transaction);
    const stopped =
      syncEveryHours === 0 ||
      !(await isConnected(transaction)) ||
      (await stored.failedCredentials.read(transaction)) !== null;
    const wait =
      failures === 0
        ? syncEveryHours * hour
        : Math.min(5 * minute * 2 ** (failures - 1), syncEveryHours * hour);
    await writeMeta(transaction, 'nextSync', stopped ? undefined : iso(from + wait + spread()));
  }

  /** @returns when the automatic sync is due now, milliseconds since 1970 */
  async function postpone(until: number): Promise<number> {
    if (until <= now()) return until;
    await write(store, (transaction) => writeMeta(transaction, 'nextSync', iso(until)));
    options.committed();
    await announce();
    return until;
  }

  async function breakOff(): Promise<void> {
    abort.abort();
    await working;
    abort = new AbortController();
  }

  const engine: Engine = {
    async start(trigger) {
      if (await isLocked()) return { kind: 'locked' };
      const refused = await write(store, async (transaction): Promise<Problem | null> => {
        const failed = await stored.failedCredentials.read(transaction);
        if (failed) return failed;
        if (!(await isConnected(transaction))) return { kind: 'credentials' };
        if (!(await stored.runs.isOpen(transaction))) {
          const run = newRun(options.newId(), trigger, iso(now()));
          // Without a whole sync before it, it is not known what is to be documented.
          const short = trigger === 'settings' && (await stored.runs.hasWholeSync(transaction));
          const whole: SyncRun = { ...run, trigger: trigger === 'settings' ? 'manual' : trigger };
          await stored.runs.put(transaction, short ? { ...run, stage: 'wireless' } : whole);
        }
        return null;
      });
      if (refused) return refused;
      options.committed();
      await announce();
      // Where it cannot even be stored that the run failed, the next alarm goes on with it.
      work().catch(() => undefined);
      return null;
    },

    async wake() {
      await announce();
      if (await isLocked()) return;
      if (await stored.runs.isOpen(store)) return work();
      const next = await readMeta(store, 'nextSync');
      if (next === undefined) return;
      const late = now() - Date.parse(next);
      // Due while the computer was off, as everybody's at nine o'clock.
      const due = late > spreadMs ? await postpone(now() + spread()) : Date.parse(next);
      if (due <= now()) await engine.start('schedule');
    },

    async stop() {
      await breakOff();
      await write(store, (transaction) => stored.runs.removeOpen(transaction));
      await options.scheduled({ open: false, next: null });
    },

    pause: breakOff,

    async reschedule() {
      await write(store, async (transaction) => {
        const last = await stored.runs.last(transaction);
        const failures = (await readMeta(transaction, 'failures')) ?? 0;
        await plan(transaction, last?.finishedAt ? Date.parse(last.finishedAt) : now(), failures);
      });
      options.committed();
      await announce();
    },
  };
  return engine;
}

function newRun(id: string, trigger: RunTrigger, startedAt: string): SyncRun {
  return {
    id,
    trigger,
    startedAt,
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
  };
}
