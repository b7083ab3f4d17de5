import { t } from '@/lib/i18n';
import { factsText } from '@/lib/i18n/list';
import type { WirelessResult } from '@/lib/views/wireless';
import { changesMade } from '@/lib/words/auto-create';
import { problemDetail } from '@/lib/words/problems';
import { Icon } from '@/components/icons/icon';
import { Time } from '@/components/ui/time';
import { useNow } from '@/components/state/use-now';

/** What came of the last time, and what was left out, by name and reason. */
export function AutoCreateResult({ result }: { result: WirelessResult }) {
  const now = useNow();
  const { refused } = result;
  return (
    <section class="auto-create-result" aria-labelledby="auto-create-last">
      <h3 id="auto-create-last">
        {t('options_auto_last')} <Time at={result.at} now={now} />
      </h3>
      <p class="auto-create-counts">{resultText(result)}</p>
      {refused.length > 0 && (
        <div class="auto-create-refused">
          <p class="tone-bad">
            <Icon name="warning" /> {t('options_auto_refused', refused.length)}
          </p>
          {/* Focusable, because a long list scrolls. */}
          <ul tabIndex={0} aria-label={t('options_auto_refused', refused.length)}>
            {refused.map(({ subject, problem }, index) => (
              <li key={index}>
                <bdi>{subject}</bdi>
                <span dir="auto">{problemDetail(problem)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** "28 records and passwords created, 14 links made or removed". */
export function resultText(result: WirelessResult): string {
  const parts = [
    ...(['created', 'updated', 'unarchived', 'archived'] as const).flatMap((verb) =>
      result[verb] > 0 ? [t(changesMade[verb], result[verb])] : [],
    ),
    ...(result.related > 0 ? [t('options_auto_related', result.related)] : []),
  ];
  return parts.length > 0 ? factsText(parts) : t('options_auto_unchanged');
}
