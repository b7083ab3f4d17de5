import { useState } from 'preact/hooks';
import type { AskHistory } from '@/components/history/ask';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import type { DeviceKind } from '@/lib/model/device';
import { Part } from './part';

/** How histories are asked for; `null` where a click was not a person's. */
export type OpenHistory = (event: Event) => AskHistory | null;

interface Props {
  kind: DeviceKind;
  now: number;
  onOpen: OpenHistory;
  /** Told when it takes another height. */
  onToggle: (open: boolean) => void;
}

/** How the device has been, once a person asks: neither figures nor the code that draws them come with the panel. */
export function PanelHistory({ kind, now, onOpen, onToggle }: Props) {
  const [ask, setAsk] = useState<AskHistory | null>(null);
  if (kind !== 'access-point' && kind !== 'managed-power') return null;

  function toggle(event: Event) {
    const next = ask ? null : onOpen(event);
    setAsk(next);
    onToggle(next !== null);
  }
  return (
    <section class="panel-history" aria-label={t('history_title')}>
      <Button kind="quiet" icon="history" aria-expanded={ask !== null} onClick={toggle}>
        {t('history_title')}
      </Button>
      {ask && (
        <Part name="history" props={{ kind, now, ask }}>
          <p class="panel-reason">{t('history_reading')}</p>
        </Part>
      )}
    </section>
  );
}
