import { t } from '@/lib/i18n';
import { clockTime, relativeTime } from '@/lib/i18n/time';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** From so many milliseconds on the age is said beside the time of day. */
const minute = 60_000;

/** Asks for the words once, as long as there is an extension to ask. */
export function keepCutOffWords(): void {
  t('panel_cut_off');
  t('panel_cut_off_values', ['']);
  t('panel_cut_off_age', ['', '']);
  t('panel_reload_page');
}

/** That the extension was updated under the open page, so that nothing on it follows any more. */
export function CutOffNotice({
  readAt,
  now,
  onReload,
}: {
  /** When what is shown was read, ISO 8601; `null` where nothing is. */
  readAt: string | null;
  /** Milliseconds. */
  now: number;
  onReload: (event: Event) => void;
}) {
  return (
    <Notice
      tone="warning"
      role="alert"
      action={
        <Button icon="refresh" kind="primary" onClick={onReload}>
          {t('panel_reload_page')}
        </Button>
      }
    >
      {t('panel_cut_off')} {readAt !== null && t('panel_cut_off_values', [age(readAt, now)])}
    </Notice>
  );
}

function age(readAt: string, now: number): string {
  const at = clockTime(readAt, now);
  if (now - Date.parse(readAt) < minute) return at;
  return t('panel_cut_off_age', [at, relativeTime(readAt, now)]);
}
