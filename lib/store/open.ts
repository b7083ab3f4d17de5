import { openDB } from 'idb';
import { untilCommitted } from './failure';
import { ended, writes } from './kept';
import { migrate, version } from './migrations';
import type { Database, ReadTransaction, Schema, WriteTransaction } from './schema';

const databaseName = 'datto-networking';

/**
 * Opens the database, migrated to the present version.
 * @param closed told when the connection ends by itself: the database is deleted or migrated by another
 * context, or the browser closed it
 * @throws what a step of the migration threw; the database is then as it was
 */
export async function openStore(
  name = databaseName,
  closed: () => void = () => undefined,
): Promise<Database> {
  let failure: { readonly error: unknown } | undefined;
  let isBlocked: () => void = () => undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    isBlocked = () => reject(new DOMException('blocked', 'InvalidStateError'));
  });
  try {
    const opening = openDB<Schema>(name, version, {
      // idb waits for the transaction, not for this: a step that fails aborts it and so the opening.
      upgrade(database, oldVersion, _newVersion, transaction) {
        migrate(database, oldVersion, transaction).catch((error: unknown) => {
          failure = { error };
          abort(transaction);
        });
      },
      // A newer version of the extension wants to migrate, or the database is to be deleted: let it.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        closed();
      },
      // Each context of this extension closes when it is asked to; one that does not may hang for good.
      blocked: isBlocked,
      terminated: closed,
    });
    blocked.catch(() => opening.then((late) => late.close())).catch(() => undefined);
    return await Promise.race([opening, blocked]);
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
 * nothing. The work may await only the transaction's own requests, and is done again where the browser
 * aborts it: what it changes outside the transaction it must be able to change twice.
 */
export function write<Result>(
  database: Database,
  work: (transaction: WriteTransaction) => Result | Promise<Result>,
): Promise<Result> {
  return untilCommitted(database, () => attempt(database, work));
}

async function attempt<Result>(
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
  } finally {
    ended(database, transaction);
  }
}

/** Reads several things as they are at one time, in one transaction; awaits only its own requests. */
export function read<Result>(
  database: Database,
  work: (from: ReadTransaction) => Promise<Result>,
): Promise<Result> {
  return work(database.transaction([...database.objectStoreNames], 'readonly'));
}

/** Forgets everything that is stored. */
export function wipe(database: Database): Promise<void> {
  return write(database, async (transaction) => {
    await Promise.all(
      [...database.objectStoreNames].map((name) => {
        writes(transaction, name);
        return transaction.objectStore(name).clear();
      }),
    );
  });
}
