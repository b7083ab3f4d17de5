import type { ActivityEvent } from '@/lib/model/activity';
import type { WriteTransaction } from './schema';

/** Adds a line to the activity list, in the transaction that makes it true. */
export async function log(
  transaction: WriteTransaction,
  at: string,
  event: ActivityEvent,
  who = 'sync',
): Promise<void> {
  await transaction.objectStore('activity').add({ at, who, event });
}
