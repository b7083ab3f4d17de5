import type { BrowserContext, Page } from '@playwright/test';
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
  const page = await peek(context, extensionId);
  return (await page.evaluate(rowsOf, { databaseName, store })) as Row<Name>[];
}

/** One page for all looks: a tab of its own each time would take longer than what is looked at. */
const peeks = new WeakMap<BrowserContext, Page>();

async function peek(context: BrowserContext, extensionId: string): Promise<Page> {
  const open = peeks.get(context);
  if (open && !open.isClosed()) return open;
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  peeks.set(context, page);
  return page;
}

/** Runs in the page, so it is whole in itself: tsx would give a helper within it a name by a function of its own. */
async function rowsOf(asked: { databaseName: string; store: string }): Promise<unknown[]> {
  // Opening a database that is not there would make an empty one and spoil the extension's own first opening.
  const present = await indexedDB.databases();
  if (!present.some(({ name }) => name === asked.databaseName)) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(asked.databaseName);
    opening.onerror = () => reject(new Error(opening.error?.message));
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains(asked.store)) {
        database.close();
        resolve([]);
        return;
      }
      const rows = database.transaction(asked.store).objectStore(asked.store).getAll();
      // An open connection would hold up the extension when it wants to delete the database.
      rows.onsuccess = () => {
        database.close();
        resolve(rows.result);
      };
      rows.onerror = () => {
        database.close();
        reject(new Error(rows.error?.message));
      };
    };
  });
}
