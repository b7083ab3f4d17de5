import { configurationId, type OrganizationId } from '@/lib/model/ids';
import type { JournalRow } from '@/lib/model/journal';
import type { Database } from '@/lib/store/schema';
import type { CreationView } from '@/lib/views/matching';
import { serialFollowUp } from './configuration-executor';
import * as stored from '@/lib/store/stored';

/** The organization's bulk creation that is at work or was not yet dismissed. */
export async function readCreation(
  store: Database,
  id: OrganizationId,
): Promise<CreationView | null> {
  const batch = (await stored.batches.all(store)).find(
    ({ organizationId }) => organizationId === id,
  );
  if (!batch) return null;
  const open = new Set(await stored.followUps.keys(store));
  const rows = (await stored.journalRows.ofBatch.all(store, batch.id)).flatMap((row) =>
    rowView(row, open),
  );
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return {
    id: batch.id,
    state: batch.state,
    created: count('created'),
    refused: count('refused'),
    stopped: batch.stopped ?? 0,
    total: rows.length,
    rows,
  };
}

/** @param open ids of what is still to be seen to */
function rowView(row: JournalRow, open: ReadonlySet<string>): CreationView['rows'] {
  if (row.write.kind !== 'create-configuration') return [];
  const { deviceKey, name } = row.write;
  const id = row.resultId === null ? null : configurationId(row.resultId);
  return [
    {
      deviceKey,
      name,
      state:
        row.state === 'done'
          ? row.found
            ? 'found'
            : 'created'
          : row.state === 'refused'
            ? 'refused'
            : 'waiting',
      refusal: row.refusal,
      configurationId: id,
      missing: id !== null && open.has(serialFollowUp(id)) ? 'serial-number' : null,
    },
  ];
}
