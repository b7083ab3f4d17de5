import { t } from '@/lib/i18n';
import type { ArchivingView } from '@/lib/views/matching';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { refusedText } from './creation-progress';
import { Name } from './row-text';

/** How far the archiving of configurations is whose creation was taken back; refused ones first. */
export function ArchivingProgress({
  archiving,
  onDismiss,
}: {
  archiving: ArchivingView;
  onDismiss: () => void;
}) {
  const { state, rows } = archiving;
  const title = t(state === 'open' ? 'matching_archiving_running' : 'matching_archiving_done');
  const refused = rows.filter((row) => row.state === 'refused');
  const archived = rows.filter((row) => row.state === 'archived');
  const others = rows.filter((row) => row.state !== 'refused');
  const done = refused.length + archived.length;
  return (
    <section class="matching-creation card" aria-label={title}>
      <div class="matching-creation-head">
        <h2>{title}</h2>
        <p role="status">
          {state === 'open' && <span>{t('matching_creation_progress', [done, rows.length])}</span>}
          <span>{t('matching_archiving_archived', archived.length)}</span>
          {refused.length > 0 && (
            <span class="matching-bad">{t('matching_creation_refused', refused.length)}</span>
          )}
        </p>
        {state === 'done' && <Button onClick={onDismiss}>{t('matching_creation_dismiss')}</Button>}
      </div>
      {state === 'open' && <ProgressBar label={title} done={done} total={rows.length} />}
      <details open={refused.length > 0}>
        <summary>{t('matching_creation_rows')}</summary>
        <ul class="matching-results" tabIndex={0} aria-label={t('matching_creation_rows')}>
          {[...refused, ...others].map((row) => (
            <li
              key={row.configurationId}
              class={`tone-${row.state === 'refused' ? 'bad' : row.state === 'archived' ? 'good' : 'neutral'}`}
            >
              <Name text={row.name} />
              <span class="matching-result">
                {row.state !== 'waiting' && (
                  <Icon name={row.state === 'refused' ? 'warning' : 'check'} />
                )}
                {resultText(row)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function resultText({ state, refusal }: ArchivingView['rows'][number]): string {
  if (state === 'waiting') return t('matching_creation_waiting');
  if (state === 'archived') return t('matching_archiving_row');
  return refusal
    ? t('matching_creation_refused_why', [refusedText(refusal)])
    : t('matching_creation_row_refused');
}
