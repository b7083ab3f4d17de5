import PQueue from 'p-queue';
import { nextLookAt } from '@/lib/journal/copies';
import type { Journal } from '@/lib/journal/journal';
import type { CreationBatch, JournalRow } from '@/lib/model/journal';
import { concernsOneThing } from '@/lib/model/problem';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import type { Clients } from '@/lib/sync/api-clients';
import { reportProblem, type MatchingContext } from '../context';
import type { Refresher } from '../refresh';
import { rememberCreated } from '../undo/remember-created';
import { createShared } from './shared';
import { withExecutor } from './executors';
import { followUp, nextFollowUpAt } from './follow-up';
import * as stored from '@/lib/store/stored';

/**
 * Configurations are created one by one, some at a time: IT Glue takes a list as a whole or not at
 * all, so that one row it refuses would cost all the others.
 */
const concurrency = 4;

export interface CreationWorker {
  /** Works on everything that is open, unless another context does already; for every wake of the worker. */
  work(): Promise<void>;
}

export interface CreationWorkerOptions {
  readonly context: MatchingContext;
  readonly journal: Journal;
  readonly refresher: Refresher;
  exclusively(name: string, work: () => Promise<void>): Promise<void>;
  /** Told when there is something open, or nothing any more. */
  readonly scheduled: () => Promise<void>;
}

/** The writes that are not settled and that any worker can go on with. */
export async function openWrites(store: Database): Promise<JournalRow[]> {
  const rows = await stored.journalRows.open(store);
  return rows.filter((row) => row.write.kind !== 'in-memory');
}

const isAtWork = ({ state }: CreationBatch): boolean => state === 'open';

/** Takes planned writes to their outcomes, across any number of worker lives. */
export function createCreationWorker(options: CreationWorkerOptions): CreationWorker {
  const { context, journal, refresher } = options;
  const { store } = context;
  let working: Promise<void> | undefined;
  let again = false;

  async function turn(): Promise<void> {
    await options.exclusively('journal', async () => {
      const rows = await openWrites(store);
      const isDue = ((await nextFollowUpAt(store)) ?? Infinity) <= context.now();
      const isIdle = rows.length === 0 && !(await stored.batches.all(store)).some(isAtWork);
      if (isIdle && !isDue) return;
      if (await stored.failedCredentials.read(store)) return;
      const clients = await context.clients();
      if (!clients) return;
      const stopKeepAlive = context.keepAlive();
      try {
        await performAll(rows, clients);
        if (isDue) await lookAgain(clients);
      } finally {
        stopKeepAlive();
      }
      await closeBatches();
    });
  }

  /** Stops at the first row that cannot be settled now: what hinders it hinders the others, unless it is only about that row. */
  async function performAll(rows: readonly JournalRow[], clients: Clients): Promise<void> {
    const shared = createShared(context, clients, journal);
    const queue = new PQueue({ concurrency });
    let halted = false;
    let failure: { readonly error: unknown } | undefined;
    for (const row of rows)
      void queue.add(async () => {
        if (halted) return;
        try {
          const outcome = await withExecutor(context, clients, shared, row, (executor) =>
            journal.perform(row.id, executor),
          );
          if (outcome?.state === 'open') {
            halted ||= !concernsOneThing(outcome.problem);
            if (outcome.problem.kind === 'credentials') await context.refused(outcome.problem);
          }
        } catch (error) {
          halted = true;
          failure ??= { error };
        }
        context.committed();
      });
    await queue.onIdle();
    if (failure) throw failure.error;
  }

  /** Looks for copies of what was created a short while ago; what cannot be read now the next sync looks for. */
  async function lookAgain(clients: Clients): Promise<void> {
    for (const one of await stored.followUps.all(store))
      if (one.kind === 'copies' && (nextLookAt(one) ?? Infinity) <= context.now())
        await followUp(context, clients, journal, one).catch((error: unknown) =>
          reportProblem(context, error),
        );
    context.committed();
  }

  /** Batches without an open row are done; what is left undecided is suggested again. */
  async function closeBatches(): Promise<void> {
    const at = new Date(context.now()).toISOString();
    const closed = await write(store, async (transaction) => {
      const done = [];
      for (const batch of await stored.batches.all(transaction))
        if (isAtWork(batch) && !(await stored.batches.hasOpenWrites(transaction, batch.id))) {
          await stored.batches.put(transaction, { ...batch, state: 'done' });
          await rememberCreated(transaction, batch, at);
          done.push(batch.organizationId);
        }
      return done;
    });
    for (const organizationId of closed) await refresher.devices(organizationId);
    if (closed.length > 0) context.committed();
  }

  return {
    work() {
      again = true;
      working ??= (async () => {
        // What was planned while the last rows were settled is not left to the next alarm.
        while (again) {
          again = false;
          await turn();
        }
        await options.scheduled();
      })().finally(() => {
        working = undefined;
      });
      return working;
    },
  };
}
