import { isOver } from '@/lib/journal/copies';
import type { FlexibleAsset } from '@/lib/model/flexible-asset';
import type { FollowUp, InMemoryWrite } from '@/lib/model/journal';
import { log } from '@/lib/store/activity';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { copiesOfRecord } from '@/lib/wireless/record-copies';
import { taggedIds } from '@/lib/wireless/traits';
import { recordsNamed } from './record-writes';
import type { Work } from './work';

type Written = Extract<FollowUp, { kind: 'copies' }> & { readonly write: InMemoryWrite };

/**
 * Archives records that a creation of unknown outcome left beside the one that is kept. Nothing links a
 * record that came late with its password, so that only the journal knows it as ours. Passwords are
 * recognized by the marker in their notes.
 * @returns the records as they are now
 * @throws ItGlueError
 */
export async function removeRecordCopies(
  store: Database,
  now: () => number,
  { input, itGlue, type }: Pick<Work, 'input' | 'itGlue' | 'type'>,
): Promise<readonly FlexibleAsset[]> {
  const remembered = new Map(
    input.ledger.entries.flatMap(({ record }) => (record ? [[String(record.id), record]] : [])),
  );
  const archived = new Set<string>();
  for (const one of (await stored.followUps.all(store)).filter(isWritten)) {
    const { creation, event } = one.write;
    const { slot, names = [] } = creation ?? {};
    const entry = input.ledger.entries.find(
      ({ slot: { organizationId, networkId, number } }) =>
        organizationId === slot?.organizationId &&
        networkId === slot.networkId &&
        number === slot.number,
    );
    const kept = input.records.find(({ id }) => id === entry?.record?.id);
    const copies =
      type && slot && kept && event.resource === 'record'
        ? copiesOfRecord(
            type,
            recordsNamed(type, input.records, slot.organizationId, names),
            kept,
          ).filter(
            (row) =>
              !one.known.includes(row.id) &&
              !remembered.has(row.id) &&
              // A tag makes a link by itself; any other one is a user's, or tells whose the record is.
              (input.recordRelations.get(row.id) ?? []).every(({ destinationId }) =>
                taggedIds(row).includes(destinationId),
              ),
          )
        : [];
    for (const { id } of copies) await itGlue.archiveFlexibleAsset(id, true);
    const at = now();
    await write(store, async (transaction) => {
      for (const { id } of copies) {
        archived.add(id);
        await log(
          transaction,
          new Date(at).toISOString(),
          { ...event, kind: 'archived', id, reason: 'sent-twice', fields: [] },
          one.who,
        );
      }
      if (isOver(one, at)) await stored.followUps.remove(transaction, one.id);
    });
  }
  return input.records.map((row) => (archived.has(row.id) ? { ...row, archived: true } : row));
}

const isWritten = (one: FollowUp): one is Written =>
  one.kind === 'copies' && one.write.kind === 'in-memory';
