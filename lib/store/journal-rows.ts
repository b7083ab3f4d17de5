import type { JournalRow } from '@/lib/model/journal';
import type { WriteTransaction } from './schema';
import { by, table, type Reader } from './table';

const rows = table('journal');
const ofState = by('journal', 'state');
const withKey = by('journal', 'key');
const ofBatch = by('journal', 'batch');

/** Whether a write is not settled yet. */
export const isOpenRow = ({ state }: JournalRow): boolean =>
  state === 'planned' || state === 'sending';

/** Every write to IT Glue, from its intent to its outcome. */
export const journalRows = {
  ...rows,
  ofBatch,
  /** Not settled yet, those that may have reached IT Glue first. */
  async open(from: Reader): Promise<JournalRow[]> {
    return [...(await ofState.all(from, 'sending')), ...(await ofState.all(from, 'planned'))];
  },
  /** The write with this natural key that is not settled yet; one at most. */
  async openWithKey(from: Reader, key: string): Promise<JournalRow | undefined> {
    return (await withKey.all(from, key)).find(isOpenRow);
  },
};

/** What is still to be seen to of creations that are settled. */
export const followUps = table('followUps');

const batchRows = table('batches');

/** Creations of many configurations at once. */
export const batches = {
  ...batchRows,
  /** Whether writes of the batch are not settled yet. */
  async hasOpenWrites(from: Reader, id: string): Promise<boolean> {
    return (await ofBatch.all(from, id)).some(isOpenRow);
  },
  /** Forgets the batch with its writes. */
  async forget(transaction: WriteTransaction, id: string): Promise<void> {
    await rows.removeAll(transaction, await ofBatch.keys(transaction, id));
    await batchRows.remove(transaction, id);
  },
};
