import type { JournalRow } from '@/lib/model/journal';
import { by, table, type Reader } from './table';

const rows = table('journal');
const ofState = by('journal', 'state');

/** Every write to IT Glue, from its intent to its outcome. */
export const journalRows = {
  ...rows,
  withKey: by('journal', 'key'),
  ofBatch: by('journal', 'batch'),
  /** Not settled yet, those that may have reached IT Glue first. */
  async open(from: Reader): Promise<JournalRow[]> {
    return [...(await ofState.all(from, 'sending')), ...(await ofState.all(from, 'planned'))];
  },
};

/** Creations of many configurations at once. */
export const batches = table('batches');
