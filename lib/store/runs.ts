import type { SyncRun } from '@/lib/model/run';
import type { WriteTransaction } from './schema';
import { by, table, type Reader } from './table';

const rows = table('runs');
const ofState = by('runs', 'state');
/** Ended runs that are kept. */
const kept = 20;

const newestFirst = (a: SyncRun, b: SyncRun) =>
  (a.finishedAt ?? '') < (b.finishedAt ?? '') ? 1 : -1;

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
  /** Whether everything was read and matched before; carrying out a setting reads nothing else. */
  async hasWholeSync(from: Reader): Promise<boolean> {
    return (await rows.all(from)).some(
      ({ state, trigger }) => state === 'done' && trigger !== 'settings',
    );
  },
  /** Forgets the open run. */
  async removeOpen(transaction: WriteTransaction): Promise<void> {
    await rows.removeAll(transaction, await ofState.keys(transaction, 'open'));
    await steps.clear(transaction);
  },
  /** Forgets ended runs but the newest. */
  async prune(transaction: WriteTransaction): Promise<void> {
    const ended = (await rows.all(transaction))
      .filter(({ state }) => state !== 'open')
      .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    await rows.removeAll(
      transaction,
      ended.slice(kept).map(({ id }) => id),
    );
  },
};

/** What the open run has still to do in its stage. */
export const steps = table('steps');

/** The last run that was a sync. */
export const lastSync = (ended: readonly SyncRun[]): SyncRun | undefined =>
  ended.find(({ trigger }) => trigger !== 'settings');
