import { t } from '@/lib/i18n';
import type { ArchivingView } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { refusedText, ResultList } from './result-list';

/** How far the archiving of configurations is whose creation was taken back. */
export function ArchivingProgress({
  where,
  archiving,
  onDismiss,
}: {
  /** Whose they are, where that is not said by the page. */
  where: string | null;
  archiving: ArchivingView;
  onDismiss: () => void;
}) {
  const { state, rows } = archiving;
  const what = t(state === 'open' ? 'matching_archiving_running' : 'matching_archiving_done');
  const refused = rows.filter((row) => row.state === 'refused').length;
  const archived = rows.filter((row) => row.state === 'archived').length;
  const done = refused + archived;
  const title = where === null ? what : t('matching_batch_of', [what, where]);
  return (
    <section class="matching-creation card" aria-label={title}>
      <div class="matching-creation-head">
        <h2>{title}</h2>
        <p role="status">
          {state === 'open' && <span>{t('matching_creation_progress', [done, rows.length])}</span>}
          <span>{t('matching_archiving_archived', archived)}</span>
          {refused > 0 && (
            <span class="matching-bad">{t('matching_creation_refused', refused)}</span>
          )}
        </p>
        {state === 'done' && <Button onClick={onDismiss}>{t('matching_creation_dismiss')}</Button>}
      </div>
      {state === 'open' && <ProgressBar label={title} done={done} total={rows.length} />}
      <ResultList
        results={rows.map((row) => ({
          key: row.configurationId,
          name: row.name,
          state: row.state === 'archived' ? 'done' : row.state,
          text: resultText(row),
        }))}
      />
    </section>
  );
}

function resultText({ state, refusal }: ArchivingView['rows'][number]): string {
  if (state === 'waiting') return t('matching_creation_waiting');
  if (state === 'archived') return t('matching_archiving_row');
  return refusedText(refusal);
}
