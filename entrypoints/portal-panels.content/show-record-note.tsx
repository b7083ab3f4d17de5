import { RecordNote } from '@/components/panel/record-note';
import { useNow } from '@/components/state/use-now';
import { send } from '@/lib/messages/client';
import type { RecordPage } from '@/lib/model/page-ids';
import { trusted } from '@/lib/portal/trusted';
import type { RecordView } from '@/lib/views/wireless';
import { portalCard } from './portal-card';

/**
 * Shows on the page of a record that is kept current who keeps it and where it is to be changed,
 * until the signal aborts; nothing on any other record. Asked again when the tab is looked at again:
 * a sync may have come by, or the options may have been changed.
 * @param onReply called after every answer, before it is shown
 */
export function showRecordNote(page: RecordPage, signal: AbortSignal, onReply: () => void): void {
  const card = portalCard(signal);
  const openOptions = trusted(() => void send('panel.open-options'));

  async function ask() {
    const reply = await send('record.view', page);
    onReply();
    if (!reply.ok) return;
    const view = reply.value;
    card.paint(
      view.kind === 'none' ? null : <LiveNote view={view} onOpenOptions={openOptions} />,
      null,
    );
  }

  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') void ask();
    },
    { signal },
  );
  void ask();
}

function LiveNote(props: {
  view: Extract<RecordView, { kind: 'managed' }>;
  onOpenOptions: (event: Event) => void;
}) {
  const now = useNow();
  return <RecordNote {...props} now={now} />;
}
