import { t } from '@/lib/i18n';
import { ProgressBar } from '@/components/ui/progress-bar';

/** How far documenting (`on`) or archiving in IT Glue is, in organizations. */
export function WritingProgress({
  on,
  done,
  total,
}: {
  on: boolean;
  done: number;
  /** 0 until it is known. */
  total: number;
}) {
  const words = writingText(on);
  return (
    <div>
      <p class="auto-create-writing">
        {words}
        {total > 0 && (
          <span>{t('options_auto_progress', [done, t('options_auto_organizations', total)])}</span>
        )}
      </p>
      <ProgressBar label={words} done={done} total={total} />
    </div>
  );
}

export const writingText = (on: boolean): string =>
  t(on ? 'options_auto_working_on' : 'options_auto_working_off');
