import type { Viewer } from '@/lib/access/access';
import { configurationId, type OrganizationId } from '@/lib/model/ids';
import type { CreationBatch, JournalRow } from '@/lib/model/journal';
import type { Database } from '@/lib/store/schema';
import type { ArchivingView, BatchView, CreationView } from '@/lib/views/matching';
import { serialFollowUp } from './configuration-executor';
import * as stored from '@/lib/store/stored';

/** What is at work in bulk for an organization, or for all that the person may see (`null`), by name. */
export async function readBatches(
  store: Database,
  viewer: Viewer,
  whose: OrganizationId | null,
): Promise<BatchView[]> {
  const batches = (await stored.batches.all(store)).filter(({ organizationId }) =>
    whose === null ? viewer.mayOrganization(organizationId) : organizationId === whose,
  );
  const ids = batches.map(({ organizationId }) => organizationId);
  const names = new Map(
    (await stored.organizations.getMany(store, ids)).map(({ id, name }) => [id, name]),
  );
  const views = await Promise.all(
    batches.map(async (batch): Promise<BatchView> => {
      const id = batch.organizationId;
      return {
        organization: { id, name: names.get(id) ?? '' },
        creation: batch.archives ? null : await readCreation(store, batch),
        archiving: batch.archives ? await readArchiving(store, batch) : null,
      };
    }),
  );
  return views.sort((a, b) => a.organization.name.localeCompare(b.organization.name));
}

async function readArchiving(store: Database, batch: CreationBatch): Promise<ArchivingView> {
  const rows = await stored.journalRows.ofBatch.all(store, batch.id);
  return {
    id: batch.id,
    state: batch.state,
    rows: rows.flatMap(({ write, state, refusal }) =>
      write.kind === 'archive-configuration'
        ? [
            {
              configurationId: write.configurationId,
              name: write.name,
              state: state === 'done' ? 'archived' : state === 'refused' ? 'refused' : 'waiting',
              refusal,
            },
          ]
        : [],
    ),
  };
}

async function readCreation(store: Database, batch: CreationBatch): Promise<CreationView> {
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
