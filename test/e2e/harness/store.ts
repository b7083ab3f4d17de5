import type { BrowserContext } from '@playwright/test';
import type { Schema } from '@/lib/store/schema';

/** A store of the extension's database. */
export type StoreName = Exclude<keyof Schema & string, number>;
export type Row<Name extends StoreName> = Schema[Name] extends { value: infer Value }
  ? Value
  : never;

export const databaseName = 'datto-networking';

/**
 * All rows of a store of the extension's database, read beside the extension from a page of its origin that runs
 * none of its code. Empty where the store or the database is not there yet.
 */
export async function readStore<Name extends StoreName>(
  context: BrowserContext,
  extensionId: string,
  store: Name,
): Promise<Row<Name>[]> {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    return (await page.evaluate(rowsOf, { databaseName, store })) as Row<Name>[];
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function rowsOf(asked: { databaseName: string; store: string }): Promise<unknown[]> {
  // Opening a database that is not there would make an empty one and spoil the extension's own first opening.
  const present = await indexedDB.databases();
  if (!present.some(({ name }) => name === asked.databaseName)) return [];
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
  const database = await result(indexedDB.open(asked.databaseName));
  try {
    if (!database.objectStoreNames.contains(asked.store)) return [];
    return (await result(
      database.transaction(asked.store, 'readonly').objectStore(asked.store).getAll(),
    )) as unknown[];
  } finally {
    database.close();
  }
}
