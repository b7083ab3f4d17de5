import type { Problem } from '@/lib/model/problem';
import { NotBegun, roomOf } from './room';
import type { Database } from './schema';

/** How often a transaction is tried that the browser aborts. */
const attempts = 4;

/** What IndexedDB fails with for reasons of the browser: https://www.w3.org/TR/IndexedDB/#exceptions */
const browserFailures: ReadonlySet<string> = new Set([
  'AbortError',
  'UnknownError',
  'QuotaExceededError',
  // The connection was closed: by the browser, or since the database is deleted or migrated.
  'InvalidStateError',
  'TransactionInactiveError',
  'VersionError',
  // The file of a large value is gone or cannot be read.
  'NotReadableError',
  'TimeoutError',
]);

/** Chromium writes large values to files of their own; our own wrong keys have the same name. */
const isUnwrittenFile = ({ name, message }: DOMException): boolean =>
  name === 'DataError' && /blob/i.test(message);

/** Chromium's and Firefox's words for a disk without room, whatever the exception's name. */
const noRoomWords = /no[ _]space|disk is full|disk[ _]full|failed to write blobs/i;

/** That the browser failed to store or to read, as a problem; `null` for everything else. */
export function storageProblem(error: unknown): Problem | null {
  if (!(error instanceof DOMException)) return null;
  if (!browserFailures.has(error.name) && !isUnwrittenFile(error)) return null;
  const isFull = error.name === 'QuotaExceededError' || noRoomWords.test(error.message);
  return {
    kind: isFull ? 'storage-full' : 'storage',
    detail: `${error.name}: ${error.message}`,
  };
}

/** An abort or an unknown failure passes as a rule; a full disk and a closed connection do not. */
const mayPass = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'AbortError' || error.name === 'UnknownError');

/**
 * Does the work, a transaction of its own each time, until the browser does not abort it.
 * @throws what it failed with, or a QuotaExceededError where the disk has no room
 */
export async function untilCommitted<Result>(
  database: Database,
  work: () => Promise<Result>,
): Promise<Result> {
  const room = roomOf(database);
  if (room && !(await room.mayWrite())) throw new NotBegun();
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (room && storageProblem(error) && !(await room.mayWrite('fresh'))) throw full(error);
      if (attempt >= attempts || !mayPass(error)) throw error;
    }
}

/** Whatever the browser calls it: where there is no room, that is why. */
const full = (error: unknown): DOMException =>
  new DOMException(String(error), 'QuotaExceededError');
