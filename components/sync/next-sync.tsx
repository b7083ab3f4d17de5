import { Time } from '@/components/ui/time';
import { t } from '@/lib/i18n';
import type { IntegrationStatus } from '@/lib/model/integration-status';

/** When the next sync begins, or what it waits for. */
export function NextSync({
  status,
  at,
  now,
}: {
  status: IntegrationStatus;
  /** ISO 8601; `null` where none is planned. */
  at: string | null;
  now: number;
}) {
  if (status.state === 'syncing') return <>{t('sync_next_after_this')}</>;
  if (status.state === 'credentials-failed') return <>{t('sync_next_after_keys')}</>;
  if (at === null) return <>{t('popup_none_due')}</>;
  if (status.state === 'locked') return <>{t('popup_after_unlocking')}</>;
  return <Time at={at} now={now} />;
}
