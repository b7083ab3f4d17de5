import { Fragment } from 'preact';
import type { DeviceKey } from '@/lib/model/device';
import type { DeviceRow, DevicesView } from '@/lib/views/matching';
import { inSentence } from '@/lib/words/in-sentence';
import { notDoneText } from '@/lib/words/problems';
import type { Client } from '@/components/state/client';
import { ArchivingProgress } from './archiving-progress';
import { CreationProgress } from './creation-progress';
import type { Decisions } from './decisions';

/** What is created or archived in bulk; among the devices of all organizations with whose it is. */
export function Batches({
  client,
  decisions,
  view,
  onAgain,
}: {
  client: Client;
  decisions: Decisions;
  view: Pick<DevicesView, 'batches' | 'organization'>;
  /** Shows what creating the refused ones again would write. */
  onAgain: (organization: DeviceRow['organization'], keys: readonly DeviceKey[]) => void;
}) {
  async function end(how: 'creation.stop' | 'creation.dismiss', id: string) {
    const reply = await client.send(how, { id });
    if (!reply.ok) decisions.announce(notDoneText(reply.problem));
  }
  return (
    <>
      {view.batches.map(({ organization, creation, archiving }) => {
        const where = view.organization ? null : inSentence(organization.name);
        return (
          <Fragment key={organization.id}>
            {creation && (
              <CreationProgress
                key={creation.id}
                where={where}
                creation={creation}
                onStop={() => void end('creation.stop', creation.id)}
                onAgain={(keys) => onAgain(organization, keys)}
                onDismiss={() => void end('creation.dismiss', creation.id)}
              />
            )}
            {archiving && (
              <ArchivingProgress
                key={archiving.id}
                where={where}
                archiving={archiving}
                onDismiss={() => void end('creation.dismiss', archiving.id)}
              />
            )}
          </Fragment>
        );
      })}
    </>
  );
}
