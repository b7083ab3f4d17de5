import { openDB } from 'idb';
import { migrate, version } from './migrations';
import type { Database, Schema, WriteTransaction } from './schema';

const databaseName = 'datto-networking';

/** Opens the database, migrated to the present version. */
export function openStore(name = databaseName): Promise<Database> {
  return openDB<Schema>(name, version, {
    // idb waits for the transaction, not for this: a step that fails aborts it and so the opening.
    upgrade(database, oldVersion, _newVersion, transaction) {
      void migrate(database, oldVersion, transaction).catch(() => transaction.abort());
    },
    // A newer version of the extension wants to migrate: let it.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/**
 * Runs the work in one transaction over every store: all of it is committed, or, when it throws,
 * nothing. The work may await only the transaction's own requests.
 */
export async function write<Result>(
  database: Database,
  work: (transaction: WriteTransaction) => Result | Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    transaction.done.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      // Aborted already, by the failed request that brought us here.
    }
    throw error;
  }
}

/** Forgets everything that is stored. */
export function wipe(database: Database): Promise<void> {
  return write(database, async (transaction) => {
    await Promise.all(
      [...database.objectStoreNames].map((name) => transaction.objectStore(name).clear()),
    );
  });
}
