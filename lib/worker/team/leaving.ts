import type { ItGlueCalls } from '@/lib/itglue/client';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import type { Clients } from '@/lib/sync/api-clients';
import { ownRecord, withoutRecord } from '@/lib/team/absorb';
import type { SharedState } from '@/lib/team/shared-state';
import type { InTurn } from '../in-turn';
import { countUnshared, readSharing } from './sharing';

/** Until a person joins again. */
const forGood = Number.MAX_SAFE_INTEGER;

export interface Leaving {
  /**
   * Publishes what no other browser can see yet; asks for nothing where there is no such thing.
   * @returns how many decisions could not be shared until the signal ended it
   */
  shareRest(signal: AbortSignal): Promise<number>;
  /**
   * Shares no more and works alone. What was decided stays with the others.
   * @param listed what becomes of the record in which this browser says what it is
   */
  leave(listed: 'keep' | 'remove', signal: AbortSignal): Promise<void>;
  /** Shares again. @throws ProblemError where IT Glue cannot be reached */
  join(): Promise<void>;
}

/** How a browser leaves the team and comes back. */
export function createLeaving(options: {
  readonly store: Database;
  readonly clients: () => Promise<Clients | null>;
  /** The shared state, asked by these clients. */
  readonly stateOf: (clients: { readonly itGlue: ItGlueCalls }) => SharedState;
  readonly keep: () => Promise<void>;
  readonly publish: (shared: SharedState) => Promise<void>;
  readonly inTurn: InTurn;
  readonly left: () => Promise<void>;
  readonly joined: () => Promise<void>;
}): Leaving {
  const { store, inTurn } = options;

  async function reach(signal: AbortSignal): Promise<SharedState | null> {
    const clients = await options.clients();
    return clients && options.stateOf({ itGlue: clients.itGlue.withSignal(signal) });
  }

  /** Settles when the work does, or with `undefined` when the signal ends it. */
  const bounded = (signal: AbortSignal, work: () => Promise<void>): Promise<void> =>
    Promise.race([
      inTurn(work).catch(() => undefined),
      new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener('abort', () => resolve(), { once: true });
      }),
    ]);

  return {
    async shareRest(signal) {
      if (!(await readSharing(store))) return 0;
      // What was decided counts, however long another turn takes.
      await options.keep();
      await bounded(signal, async () => {
        if ((await countUnshared(store)) === 0) return;
        const shared = await reach(signal);
        if (shared) await options.publish(shared);
      });
      return countUnshared(store);
    },

    async leave(listed, signal) {
      const state = await readMeta(store, 'team');
      const record = state ? ownRecord(state) : null;
      await writeMeta(store, 'teamOff', { reason: 'left', until: forGood });
      if (listed === 'remove' && record !== null)
        await bounded(signal, async () => {
          await (await reach(signal))?.remove([record]);
          await write(store, async (transaction) => {
            const now = await readMeta(transaction, 'team');
            if (now) await writeMeta(transaction, 'team', withoutRecord(now, record));
          });
        });
      await options.left();
    },

    async join() {
      await writeMeta(store, 'teamOff', undefined);
      await options.joined();
    },
  };
}
