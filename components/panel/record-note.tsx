import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';
import { listText } from '@/lib/i18n/list';
import type { RecordView } from '@/lib/views/wireless';
import { inSentence } from '@/lib/words/in-sentence';
import { PanelFrame } from './panel-frame';

type Managed = Extract<RecordView, { kind: 'managed' }>;

interface Props {
  view: Managed;
  /** Milliseconds. */
  now: number;
  onOpenOptions: (event: Event) => void;
}

/**
 * The note on a record's page: that it is kept current and by whom, since when, and where to change
 * it; one quiet line where it no longer is.
 */
export function RecordNote({ view, now, onOpenOptions }: Props) {
  const { networkName, ssidName, syncedAt } = view;
  const ended = endedText(view);
  if (ended !== null)
    return (
      <PanelFrame
        busy={false}
        layout="ended"
        header={
          <>
            <p class="panel-reason">{ended}</p>
            <div class="panel-tucked">
              <Button kind="quiet" icon="settings" onClick={onOpenOptions}>
                {t('panel_open_options')}
              </Button>
            </div>
          </>
        }
      />
    );
  return (
    <PanelFrame
      busy={false}
      layout="managed"
      header={
        syncedAt !== null && (
          <span class="panel-age">
            {t('record_synced')} <Time at={syncedAt} now={now} />
          </span>
        )
      }
    >
      <div class="record-note">
        <div>
          <p>
            <strong>{t('record_managed')}</strong>{' '}
            {view.heldBy.length === 0 && t('record_overwritten')}
          </p>
          {view.heldBy.length > 0 && (
            <p class="tone-warning record-held">
              <Icon name="warning" />{' '}
              {t('cause_record_held', [listText(view.heldBy.map(inSentence))])}
            </p>
          )}
          <p class="record-source">
            {t('record_network')}{' '}
            <bdi>
              <ValueText text={networkName} />
            </bdi>{' '}
            · {t('record_wifi')}{' '}
            <bdi>
              <ValueText text={ssidName} />
            </bdi>
          </p>
        </div>
        <Button icon="settings" onClick={onOpenOptions}>
          {t('panel_open_options')}
        </Button>
      </div>
    </PanelFrame>
  );
}

/** Why the record is no longer kept current; `null` while it is. */
function endedText({ on, archived }: Managed): string | null {
  if (!on) return t('record_off');
  return archived ? t('record_archived') : null;
}
