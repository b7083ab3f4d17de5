import { by, table } from './table';

/** What the company's browsers share, entry by entry. */
export const sharedEntries = {
  ...table('sharedEntries'),
  /** Those that no record of IT Glue holds: `new` and `missing`. */
  ofPublication: by('sharedEntries', 'publication'),
};
