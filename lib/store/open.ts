import { openDB } from 'idb';
import { migrate, version } from './migrations';
import type { Database, Schema, WriteTransaction } from './schema';

const databaseName = 'datto-networking';

/**
 * Opens the database, migrated to the present version.
 * @throws what a step of the migration threw; the database is then as it was
 */
export async function openStore(name = databaseName): Promise<Database> {
  let failure: { readonly error: unknown } | undefined;
  try {
    return await openDB<Schema>(name, version, {
      // idb waits for the transaction, not for this: a step that fails aborts it and so the opening.
      upgrade(database, oldVersion, _newVersion, transaction) {
        migrate(database, oldVersion, transaction).catch((error: unknown) => {
          failure = { error };
          abort(transaction);
        });
      },
      // A newer version of the extension wants to migrate: let it.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
  } catch (error) {
    throw failure ? failure.error : error;
  }
}

/** Takes back all of a transaction. */
function abort(transaction: { readonly done: Promise<void>; abort(): void }): void {
  transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch {
    // Aborted already, by a request that failed.
  }
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
    abort(transaction);
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
