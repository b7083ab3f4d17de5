import type { FollowUp, JournalRow } from '@/lib/model/journal';
import { log } from '@/lib/store/activity';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Executor, WithoutDuplicates } from './executor';

const minute = 60_000;
/** When a copy is looked for between syncs, milliseconds since the write was settled. */
const looksAt = [minute, 5 * minute, 15 * minute];
/** A request is held for minutes: what is not there when this has passed does not come any more. */
const overMs = 24 * 60 * minute;

type Copies = Extract<FollowUp, { kind: 'copies' }>;

/** That a write is to be looked for again, as it may have had its effect more than once. */
export const copiesOf = (row: JournalRow, named: Copies['named'], at: string): Copies => ({
  kind: 'copies',
  id: row.id,
  write: row.write,
  who: row.who,
  known: row.known,
  named,
  at,
  looks: 0,
});

/** Whether nothing of the write can come any more at this time, milliseconds since 1970. */
export const isOver = ({ at }: Copies, now: number): boolean => now - Date.parse(at) > overMs;

/** When it is looked for by itself, milliseconds since 1970; `null` where only a sync does so. */
export function nextLookAt({ at, looks }: Copies): number | null {
  const next = looksAt[looks];
  return next === undefined ? null : Date.parse(at) + next;
}

/**
 * Looks again whether a write is there more than once, and puts the duplicates away.
 * @throws ItGlueError where it cannot be looked for now
 */
export async function removeCopies<Result>(
  store: Database,
  now: () => number,
  copies: Copies,
  executor: Executor<Result>,
): Promise<void> {
  const began = now();
  const removed = await executor.removeDuplicates?.(null, copies.known);
  await write(store, async (transaction) => {
    if (!(await stored.followUps.has(transaction, copies.id))) return;
    const news = (removed?.duplicates ?? []).filter(
      ({ id, archived }) =>
        !copies.named.some((named) => named.id === id && named.archived === archived),
    );
    const at = new Date(now()).toISOString();
    await logDuplicates(transaction, executor.subject, news, { who: copies.who, at });
    if (removed) await executor.keep?.(transaction, removed, at);
    if (isOver(copies, began)) await stored.followUps.remove(transaction, copies.id);
    else
      await stored.followUps.put(transaction, {
        ...copies,
        looks: copies.looks + 1,
        named: [...copies.named, ...news],
      });
  });
}

/** Names in the activity list what was written more than once, and what became of it. */
export async function logDuplicates(
  transaction: WriteTransaction,
  subject: Executor<unknown>['subject'],
  duplicates: WithoutDuplicates<unknown>['duplicates'],
  { who, at }: { readonly who: string; readonly at: string },
): Promise<void> {
  for (const { id, archived } of duplicates)
    await log(
      transaction,
      at,
      archived
        ? { kind: 'archived', id, reason: 'sent-twice', ...subject }
        : { kind: 'created', id, reason: 'sent-twice-left', ...subject },
      who,
    );
}
