import type { Problem } from '@/lib/model/problem';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Engine } from '@/lib/sync/engine';

/** Remembers that a side refused its keys, so that nothing else is tried with them. */
export function createCredentialsRefused(options: {
  readonly store: Database;
  readonly now: () => number;
  readonly engine: Engine;
}): (problem: Problem) => Promise<void> {
  const { store, now, engine } = options;
  return async (problem) => {
    const at = new Date(now()).toISOString();
    await write(store, (transaction) =>
      stored.failedCredentials.remember(transaction, problem, at),
    );
    // No automatic sync is due any more.
    await engine.reschedule();
  };
}
