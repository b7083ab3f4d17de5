import { deleteDB, openDB } from 'idb';

const names = ['datto-networking-tidy-1', 'datto-networking-tidy-2'] as const;
/** So long after a database is deleted its part of the files is surely written anew, milliseconds. */
const settledMs = 6000;

/**
 * Makes Chromium drop what rows held before they were written anew. It keeps all databases of an origin in
 * one LevelDB, which leaves overwritten values in its files until it happens to merge them, and merges them
 * when a database is deleted: the first one's end brings everything from the log into a file; the end of
 * the second, of which that file has a part, merges the file. The one before goes when the browser opens
 * the database next.
 */
export async function dropOverwritten(
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  const [first, second] = names;
  await put(first);
  await put(second);
  await deleteDB(first);
  await wait(settledMs);
  await put(second);
  await deleteDB(second);
}

async function put(name: string): Promise<void> {
  const database = await openDB(name, 1, {
    upgrade: (opened) => void opened.createObjectStore('any'),
  });
  await database.put('any', Math.random(), 1);
  database.close();
}
