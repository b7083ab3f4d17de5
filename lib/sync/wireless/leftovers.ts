import type { Journal } from '@/lib/journal/journal';
import { heldMs, settleMs } from '@/lib/journal/unknown-outcome';
import type { InMemoryWrite, JournalRow } from '@/lib/model/journal';
import type { Database } from '@/lib/store/schema';
import { slotKey } from '@/lib/wireless/slot';
import { keepPassword, passwordsNamed } from './password-writes';
import { keepRecord, recordsNamed } from './record-writes';
import { count, isRepeatable, prepared, type Work } from './work';
import * as stored from '@/lib/store/stored';

/** A write of ours that an earlier worker left open. */
type Leftover = JournalRow & { readonly write: InMemoryWrite };

async function leftovers(store: Database): Promise<Leftover[]> {
  const rows = await stored.journalRows.open(store);
  return rows.filter((row): row is Leftover => row.write.kind === 'in-memory');
}

/** Milliseconds until nothing that an earlier worker sent can still be at work in IT Glue. */
export async function restOfLeftovers(store: Database, now: number): Promise<number> {
  const sent = (await leftovers(store)).filter(({ state }) => state === 'sending');
  const until = ({ at, write }: Leftover) =>
    Date.parse(at) + (isRepeatable(write.event) ? settleMs : heldMs);
  return Math.max(0, ...sent.map((row) => until(row) - now));
}

/**
 * Looks for what an earlier worker created without learning of it, by its natural key in what was
 * read of IT Glue. What is found is remembered as ours.
 * @returns whether the ledger changed
 */
export async function recoverCreations(
  store: Database,
  journal: Journal,
  work: Work,
): Promise<boolean> {
  let changed = false;
  for (const row of await leftovers(store)) {
    if (row.state !== 'sending' || row.write.creation === null) continue;
    const found = await recover(store, journal, work, row, row.write.creation);
    changed ||= found;
  }
  return changed;
}

async function recover(
  store: Database,
  journal: Journal,
  work: Work,
  row: Leftover,
  { slot, names, digest }: NonNullable<InMemoryWrite['creation']>,
): Promise<boolean> {
  const { input, type } = work;
  const remembered = await stored.documentedSsids.all(store);
  const free = ({ id }: { readonly id: string }) =>
    !row.known.includes(id) &&
    !remembered.some(({ record, password }) => record?.id === id || password?.id === id);
  const settle = <Result extends { readonly id: string }>(
    result: Result,
    commit: NonNullable<ReturnType<typeof prepared>['executor']['commit']>,
  ) => {
    const nothing = () => Promise.reject(new Error('Sent before.'));
    const how = { send: nothing, find: nothing, commit };
    return journal.conclude(row.id, prepared(work, row.key, row.write, how).executor, result);
  };

  if (row.write.event.resource === 'password') {
    const [name = ''] = names;
    const password = passwordsNamed(input.passwords, slot.organizationId, name).find(free);
    if (!password) return false;
    await settle(password, (transaction) =>
      keepPassword(transaction, slot, password, { digest, texts: null }, work.namesOf),
    );
    return true;
  }
  if (type === null) return false;
  const record = recordsNamed(type, input.records, slot.organizationId, names).find(free);
  if (!record) return false;
  // With another key by now it does not matter how the old one reads: it is overwritten.
  const current = work.desired.get(slotKey(slot))?.key ?? '';
  const written = { key: current, digest, values: null };
  await settle(record, (transaction) =>
    keepRecord(transaction, slot, record, type, written, work.namesOf),
  );
  return true;
}

/**
 * Settles what an earlier worker left open and what is not planned any more, by what was read of IT
 * Glue: there already, or not wanted any more.
 * @param planned the natural keys of what is to be written
 */
export async function settleLeftovers(
  store: Database,
  journal: Journal,
  work: Work,
  planned: ReadonlySet<string>,
): Promise<void> {
  for (const row of await leftovers(store)) {
    if (planned.has(row.key)) continue;
    const { did, ...subject } = row.write.event;
    const done = row.state === 'sending' && isThere(work, row);
    await journal.conclude(
      row.id,
      {
        did,
        subject,
        idOf: ({ id }: { id: string }) => id,
        commit: (transaction) => count(transaction, work.runId, row.write.event),
      },
      done ? { id: row.key.split(' ')[1] ?? '' } : null,
    );
  }
}

/** Whether what was sent is in IT Glue. */
function isThere({ input }: Work, { key, write }: Leftover): boolean {
  const id = key.split(' ')[1];
  const rows = write.event.resource === 'record' ? input.records : input.passwords;
  switch (write.event.did) {
    case 'created':
      // Found before, or made in vain; only the type has no record of its own.
      return write.event.resource === 'type' && input.type !== null;
    case 'archived':
      return rows.some((row) => row.id === id && row.archived);
    case 'unarchived':
      return rows.some((row) => row.id === id && !row.archived);
    case 'updated':
    case 'related':
    case 'unrelated':
      // Otherwise it would be planned again.
      return true;
  }
}
