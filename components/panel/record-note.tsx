import { Button } from '@/components/parts/button';
import { Time } from '@/components/parts/time';
import { t } from '@/lib/i18n';
import type { RecordView } from '@/lib/views/wireless';
import { PanelFrame } from './panel-frame';

interface Props {
  view: Extract<RecordView, { kind: 'managed' }>;
  /** Milliseconds. */
  now: number;
  onOpenOptions: (event: Event) => void;
}

/**
 * The note on a record's page: that it is kept current and by whom, since when, and where to change
 * it; one quiet sentence where it no longer is.
 */
export function RecordNote({ view, now, onOpenOptions }: Props) {
  const { networkName, ssidName, syncedAt, on, archived } = view;
  const live = on && !archived;
  return (
    <PanelFrame
      busy={false}
      layout={live ? 'live' : 'quiet'}
      header={
        live && syncedAt !== null ? (
          <span class="panel-age">
            {t('record_synced')} <Time at={syncedAt} now={now} />
          </span>
        ) : undefined
      }
    >
      <div class="record-note">
        <div>
          {live ? (
            <p>
              <strong>{t('record_managed')}</strong> {t('record_overwritten')}
            </p>
          ) : (
            <p class="panel-reason">{t(on ? 'record_archived' : 'record_off')}</p>
          )}
          <p class="record-source">
            {t('record_network')} <bdi>{networkName}</bdi> · {t('record_wifi')}{' '}
            <bdi>{ssidName}</bdi>
          </p>
        </div>
        <Button kind={live ? 'plain' : 'quiet'} icon="settings" onClick={onOpenOptions}>
          {t('panel_open_options')}
        </Button>
      </div>
    </PanelFrame>
  );
}
