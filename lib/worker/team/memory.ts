import type { KeptEntry, SharedValue, TeamState } from '@/lib/model/shared-entry';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { freshState, type TeamMemory, type TeamTransaction } from '@/lib/team/memory';

/** The memory's transaction, with the store's around it: decisions and what follows from them are one commit. */
export interface StoreTransaction extends TeamTransaction {
  readonly transaction: WriteTransaction;
}

/** The shared state as this browser keeps it, in its database. */
export const createStoreMemory = (
  store: Database,
  newId: () => string,
): TeamMemory<StoreTransaction> => ({
  transact: (work) => write(store, (transaction) => work(teamTransaction(transaction, newId))),
});

function teamTransaction(transaction: WriteTransaction, newId: () => string): StoreTransaction {
  const { sharedEntries } = stored;
  return {
    transaction,
    async state(): Promise<TeamState> {
      const known = await readMeta(transaction, 'team');
      // What an earlier version kept lacks what came since.
      if (known) return { ...freshState(known.browser), ...known };
      const fresh = freshState(newId());
      await writeMeta(transaction, 'team', fresh);
      return fresh;
    },
    putState: (state) => writeMeta(transaction, 'team', state),
    entries: async (keys) =>
      (await sharedEntries.getMany(transaction, keys)).map(({ entry }) => entry),
    allEntries: async () => (await sharedEntries.all(transaction)).map(({ entry }) => entry),
    unpublished: async () =>
      (await sharedEntries.ofPublication.allOf(transaction, ['new', 'missing'])).map(
        ({ entry }) => entry,
      ),
    async putEntries(entries) {
      const bases = await basesOf(transaction, entries);
      await sharedEntries.putAll(
        transaction,
        entries.map((each) => {
          const base = bases.get(each.key);
          return {
            key: each.key,
            publication: each.publication,
            entry: each,
            ...(base !== undefined && { base }),
          };
        }),
      );
    },
  };
}

async function basesOf(
  transaction: WriteTransaction,
  entries: readonly KeptEntry[],
): Promise<Map<string, SharedValue | undefined>> {
  const rows = await stored.sharedEntries.getMany(
    transaction,
    entries.map(({ key }) => key),
  );
  return new Map(rows.map(({ key, base }) => [key, base]));
}

/** Remembers what of an entry is carried out here. */
export async function putBase(
  transaction: WriteTransaction,
  key: string,
  base: SharedValue,
): Promise<void> {
  await stored.sharedEntries.changeMany(transaction, [key], (row) => ({ ...row, base }));
}
