import { t } from '@/lib/i18n';
import { syncIntervals } from '@/lib/model/settings';
import type { SyncInterval } from '@/lib/model/settings';
import { FieldList } from '@/components/ui/field-list';
import { ProgressBar } from '@/components/ui/progress-bar';
import { StatusLine } from '@/components/ui/status-line';
import { syncIntervalNames } from '@/lib/words/settings';
import { statusText } from '@/lib/words/statuses';
import { Time } from '@/components/ui/time';
import { useNow } from '@/components/state/use-now';
import { NextSync } from '@/components/sync/next-sync';
import { RunProblems } from '@/components/sync/run-problems';
import type { SectionProps } from './section';
import { SettingSelect } from './setting-select';

const choices = () =>
  syncIntervals.map((hours) => [String(hours), t(syncIntervalNames[hours])] as const);

/** When it syncs by itself, and how the last sync went. */
export function SyncSection({ client, view, status }: SectionProps) {
  const now = useNow();
  return (
    <>
      <SettingSelect
        id="automatic-sync"
        label={t('options_automatic_sync')}
        hint={t('options_automatic_sync_hint')}
        value={String(view.settings.syncEveryHours)}
        choices={choices()}
        managed={view.managed.fields.includes('syncEveryHours')}
        onSave={(value) =>
          client.send('settings.save', { syncEveryHours: Number(value) as SyncInterval })
        }
      />
      {view.connection === null ? (
        <p>{t('options_connect_first')}</p>
      ) : (
        status && (
          <>
            <FieldList
              items={[
                {
                  key: 'status',
                  label: t('options_status'),
                  value: <StatusLine status={status.status} now={now} />,
                },
                {
                  key: 'last',
                  label: t('popup_last_sync'),
                  value: status.lastSync ? (
                    <Time at={status.lastSync.at} now={now} />
                  ) : (
                    t('popup_never')
                  ),
                },
                {
                  key: 'next',
                  label: t('popup_next_sync'),
                  value: <NextSync status={status.status} at={status.nextSync} now={now} />,
                },
              ]}
            />
            {status.status.state === 'syncing' && (
              <ProgressBar
                label={statusText(status.status, now)}
                done={status.status.done}
                total={status.status.total}
              />
            )}
            {status.lastSync && (
              <RunProblems {...status.lastSync} refusedParts={status.refusedParts} />
            )}
          </>
        )
      )}
    </>
  );
}
