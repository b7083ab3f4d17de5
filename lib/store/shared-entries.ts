import { by, reading, table, type Reader } from './table';

/** What the company's browsers share, entry by entry. */
export const sharedEntries = {
  ...table('sharedEntries'),
  /** Those that no record of IT Glue holds: `new` and `missing`. */
  ofPublication: by('sharedEntries', 'publication'),
  /** Those whose keys begin with a kind, e.g. `n` of `n:135587`. */
  ofKind: (from: Reader, kind: string) =>
    // Of all characters the semicolon follows the colon.
    reading(from, 'sharedEntries').getAll(IDBKeyRange.bound(`${kind}:`, `${kind};`, false, true)),
};
