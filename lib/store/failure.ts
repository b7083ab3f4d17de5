import type { Problem } from '@/lib/model/problem';

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
]);

/** That the browser failed to store or to read, as a problem; `null` for everything else. */
export function storageProblem(error: unknown): Problem | null {
  if (!(error instanceof DOMException) || !browserFailures.has(error.name)) return null;
  return {
    kind: error.name === 'QuotaExceededError' ? 'storage-full' : 'storage',
    detail: `${error.name}: ${error.message}`,
  };
}

/** An abort or an unknown failure passes as a rule; a full disk and a closed connection do not. */
const mayPass = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'AbortError' || error.name === 'UnknownError');

/** Does the work, a transaction of its own each time, until the browser does not abort it. */
export async function untilCommitted<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !mayPass(error)) throw error;
    }
}
