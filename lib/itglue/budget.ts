import { unlessAborted } from '@/lib/model/unless-aborted';
import {
  add,
  bucketOf,
  expire,
  nextFreedAt,
  pace,
  readState,
  requestsPerWindow,
  total,
  type BudgetState,
} from './budget-window';

/** Requests are reserved in blocks, so that not every one of them is a save. */
const blockSize = 10;

export interface BudgetOptions {
  /** What was last saved, anything if nothing was. Called once. */
  readonly load: () => Promise<unknown>;
  readonly save: (state: BudgetState) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface Budget {
  /**
   * Resolves when one more request may be sent, in the order of the calls; soon while little was
   * used, later the nearer the limit is. Rejects where the state cannot be loaded or saved, and as
   * soon as the signal is aborted, which takes nothing of the budget.
   */
  acquire(signal?: AbortSignal): Promise<void>;
}

/**
 * At most 1500 requests in any 5 minutes, however often the worker is stopped: a block is saved as
 * used before its first request is sent, so a stopped worker has counted too many, never too few.
 * There must be one budget for all clients of an account.
 */
export function createBudget({ load, save, now, wait }: BudgetOptions): Budget {
  let state: BudgetState | undefined;
  /** What is left of the block reserved in the bucket `reservedIn`; void once that bucket is over. */
  let left = 0;
  let reservedIn = 0;
  let lastGrant = 0;
  let queue: Promise<void> = Promise.resolve();

  async function grant(signal: AbortSignal | undefined): Promise<void> {
    state ??= readState(await load());
    for (;;) {
      signal?.throwIfAborted();
      const time = now();
      if (left > 0 && reservedIn !== bucketOf(time)) {
        state = add(state, reservedIn, -left);
        left = 0;
      }
      state = expire(state, time);
      const freed = nextFreedAt(state);
      const due = Math.min(lastGrant, time) + pace(total(state) - left, requestsPerWindow);
      const block = Math.min(blockSize, requestsPerWindow - total(state));
      if (left === 0 && block <= 0) {
        await unlessAborted(wait(freed - time), signal);
      } else if (due > time) {
        await unlessAborted(wait(Math.ceil(Math.min(due, freed) - time)), signal);
      } else if (left === 0) {
        // Saved before it is used. Saving takes time: the turn of the loop looks at the clock again.
        const reserved = add(state, bucketOf(time), block);
        await save(reserved);
        state = reserved;
        left = block;
        reservedIn = bucketOf(time);
      } else {
        left -= 1;
        lastGrant = time;
        return;
      }
    }
  }

  return {
    acquire(signal) {
      const granted = queue.then(() => grant(signal));
      queue = granted.catch(() => undefined);
      return unlessAborted(granted, signal);
    },
  };
}
