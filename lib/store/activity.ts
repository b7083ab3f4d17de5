import type { Activity, ActivityEvent } from '@/lib/model/activity';
import type { WriteTransaction } from './schema';
import { reading, type Reader } from './table';

/** Adds a line to the activity list, in the transaction that makes it true. */
export async function log(
  transaction: WriteTransaction,
  at: string,
  event: ActivityEvent,
  who = 'sync',
): Promise<void> {
  await transaction.objectStore('activity').add({ at, who, event });
}

/** Adds lines in their order. */
export async function logAll(
  transaction: WriteTransaction,
  at: string,
  events: readonly ActivityEvent[],
  who?: string,
): Promise<void> {
  await Promise.all(events.map((event) => log(transaction, at, event, who)));
}

/** What happened, by number: the newest has the highest. */
export const activity = {
  /** The number of the newest line; 0 where there is none. */
  async newest(from: Reader): Promise<number> {
    const cursor = await reading(from, 'activity').openKeyCursor(null, 'prev');
    return cursor?.key ?? 0;
  },
  /** The lines numbered from `from` to below `to`, oldest first. */
  async between(
    reader: Reader,
    from: number,
    to: number,
  ): Promise<(Activity & { readonly id: number })[]> {
    const range = IDBKeyRange.bound(from, to, false, true);
    const store = reading(reader, 'activity');
    const [ids, lines] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return lines.flatMap((line, place) => {
      const id = ids[place];
      return id === undefined ? [] : { ...line, id };
    });
  },
};
