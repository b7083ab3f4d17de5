import type { Viewer } from '@/lib/access/access';
import type { Executor } from '@/lib/journal/executor';
import { fieldChanges } from '@/lib/journal/field-changes';
import type { Journal } from '@/lib/journal/journal';
import { ItGlueError } from '@/lib/itglue/errors';
import type { ItGlueClient } from '@/lib/itglue/client';
import type { Configuration } from '@/lib/model/configuration';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { JournalWrite } from '@/lib/model/journal';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { By } from '../context';
import { openBatch } from './batch';

type Write = Extract<JournalWrite, { kind: 'archive-configuration' }>;

/**
 * Writes down that configurations that were created are to be archived, and leaves the work to the background.
 * @throws DecisionRefused while configurations of the organization are still being created
 */
export async function planArchiving(
  transaction: WriteTransaction,
  { journal, newId }: { readonly journal: Journal; readonly newId: () => string },
  configurations: readonly {
    readonly configurationId: ConfigurationId;
    readonly organizationId: OrganizationId;
    readonly name: string;
  }[],
  by: By,
  { userId }: Pick<Viewer, 'userId'>,
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { configurationId, organizationId, name } of configurations) {
    const batch = await openBatch(
      transaction,
      newId,
      organizationId,
      { archives: true },
      by,
      userId,
    );
    const before =
      counts.get(batch) ?? (await stored.journalRows.ofBatch.count(transaction, batch));
    counts.set(batch, before + 1);
    await journal.plan(transaction, `${batch} ${String(before).padStart(6, '0')}`, {
      batch,
      key: `archive ${configurationId}`,
      write: { kind: 'archive-configuration', organizationId, configurationId, name },
      who: by.who,
    });
  }
}

/** Archives a configuration; one that is gone or archived already is as it should be. */
export function archiveExecutor(
  itGlue: Pick<ItGlueClient, 'configuration' | 'updateConfiguration'>,
  { configurationId, organizationName, name }: Write & { readonly organizationName: string },
): Executor<Pick<Configuration, 'id'>> {
  const itself = { id: configurationId };
  const isOut = async () => {
    try {
      return (await itGlue.configuration(configurationId)).archived;
    } catch (error) {
      if (error instanceof ItGlueError && error.kind === 'not-found') return true;
      throw error;
    }
  };
  return {
    subject: { resource: 'configuration', name, organizationName },
    changes: () => fieldChanges([['Archived', false, true]]),
    did: 'archived',
    repeatable: true,
    before: async () =>
      (await isOut()) ? { next: 'adopt', result: itself } : { next: 'send', known: [] },
    send: () => itGlue.updateConfiguration(configurationId, { archived: true }),
    find: async () => ((await isOut()) ? itself : null),
    idOf: ({ id }) => id,
    async commit(transaction) {
      await stored.configurations.changeMany(transaction, [configurationId], (row) => ({
        ...row,
        archived: true,
      }));
    },
  };
}
