import type { SyncRun } from '@/lib/model/run';
import type { WriteTransaction } from './schema';
import { by, table, type Reader } from './table';

const rows = table('runs');
const ofState = by('runs', 'state');
/** Ended runs that are kept. */
const maxEnded = 20;

/** Carrying out a setting reads neither API's lists. */
const isSync = ({ trigger }: SyncRun) => trigger !== 'settings';

const newestFirst = (a: SyncRun, b: SyncRun) =>
  (b.finishedAt ?? '').localeCompare(a.finishedAt ?? '') || b.startedAt.localeCompare(a.startedAt);

/** Syncs, from their start to their end. */
export const runs = {
  get: rows.get,
  put: (transaction: WriteTransaction, run: SyncRun) => rows.put(transaction, run),
  /** The run that is under way; one at most. */
  open: (from: Reader): Promise<SyncRun | undefined> => ofState.first(from, 'open'),
  isOpen: (from: Reader): Promise<boolean> => ofState.any(from, 'open'),
  /** Those that ended, the last first. */
  async ended(from: Reader): Promise<SyncRun[]> {
    return (await rows.all(from)).filter(({ finishedAt }) => finishedAt !== null).sort(newestFirst);
  },
  /** The run that ended last. */
  async last(from: Reader): Promise<SyncRun | undefined> {
    return (await runs.ended(from))[0];
  },
  /** The run that ended last of those that were a sync. */
  async lastSync(from: Reader): Promise<SyncRun | undefined> {
    return (await runs.lastOfBoth(from)).sync;
  },
  /** The run that ended last, and the last that was a sync, by one read. */
  async lastOfBoth(
    from: Reader,
  ): Promise<{ readonly any: SyncRun | undefined; readonly sync: SyncRun | undefined }> {
    const ended = await runs.ended(from);
    return { any: ended[0], sync: ended.find(isSync) };
  },
  /** Whether everything was read and matched before. */
  async hasWholeSync(from: Reader): Promise<boolean> {
    return (await ofState.all(from, 'done')).some(isSync);
  },
  /** Forgets the open run. */
  async removeOpen(transaction: WriteTransaction): Promise<void> {
    await rows.removeAll(transaction, await ofState.keys(transaction, 'open'));
    await runs.clearWork(transaction);
  },
  /** Forgets what the open run had still to do, and what it saw. */
  async clearWork(transaction: WriteTransaction): Promise<void> {
    await steps.clear(transaction);
    await transaction.objectStore('seen').clear();
  },
  /** Forgets ended runs but the newest. */
  async prune(transaction: WriteTransaction): Promise<void> {
    const old = (await runs.ended(transaction)).slice(maxEnded);
    await rows.removeAll(
      transaction,
      old.map(({ id }) => id),
    );
  },
};

/** What the open run has still to do in its stage. */
export const steps = table('steps');
