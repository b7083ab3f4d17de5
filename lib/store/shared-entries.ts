import type { Schema } from './schema';
import { by, table } from './table';

/** An entry as it is stored. */
export type SharedRow = Schema['sharedEntries']['value'];

/** What the company's browsers share, entry by entry. */
export const sharedEntries = {
  ...table('sharedEntries'),
  /** Those that no record of IT Glue holds: `new` and `missing`. */
  ofPublication: by('sharedEntries', 'publication'),
};
