import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import type { PanelView } from '@/lib/views/panel';
import { noDeviceReasons } from '@/lib/words/panel';
import { refusalText } from '@/lib/words/refusals';
import { Button } from '@/components/ui/button';
import type { Client } from '@/components/state/client';

type Unmatched = Extract<PanelView, { kind: 'unmatched' }>;

/** Why the page in front has no device, and the way back where its configuration is ignored. */
export function NoDevice({ client, view }: { client: Client; view: Unmatched }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<DecisionRefusal | null>(null);

  async function stopIgnoring() {
    setBusy(true);
    const reply = await client.send('matching.ignore-configuration', {
      ...view.page,
      ignored: false,
    });
    setBusy(false);
    if (!reply.ok) setRefusal({ kind: 'problem', problem: reply.problem });
    else setRefusal(reply.value.ok ? null : reply.value.refusal);
  }

  const reason = view.ignored ? t('panel_ignored') : t(noDeviceReasons[view.why]);
  return (
    <>
      <p class="popup-device-text popup-quiet" role="status">
        {refusal ? refusalText(refusal, 'device') : reason}
      </p>
      {view.ignored && view.mayMatch && (
        <Button busy={busy} onClick={() => void stopIgnoring()}>
          {t('panel_stop_ignoring')}
        </Button>
      )}
    </>
  );
}
