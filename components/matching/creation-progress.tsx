import { t } from '@/lib/i18n';
import type { DeviceKey } from '@/lib/model/device';
import type { CreationView } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { refusedText, ResultList } from './result-list';

type Row = CreationView['rows'][number];

/** How far a bulk creation is and what came of each row. */
export function CreationProgress({
  where,
  creation,
  onStop,
  onAgain,
  onDismiss,
}: {
  /** Whose they are, where that is not said by the page. */
  where: string | null;
  creation: CreationView;
  onStop: () => void;
  /** Shows what creating the refused ones again would write. */
  onAgain: (keys: readonly DeviceKey[]) => void;
  onDismiss: () => void;
}) {
  const { state, created, refused, stopped, total, rows } = creation;
  const found = rows.filter((row) => row.state === 'found').length;
  const done = rows.filter((row) => row.state !== 'waiting').length;
  const what = t(
    state === 'open'
      ? 'matching_creation_running'
      : stopped > 0
        ? 'matching_creation_stopped'
        : 'matching_creation_done',
  );
  const title = where === null ? what : t('matching_batch_of', [what, where]);
  return (
    <section class="matching-creation card" aria-label={title}>
      <div class="matching-creation-head">
        <h2>{title}</h2>
        <p role="status">
          {state === 'open' && <span>{t('matching_creation_progress', [done, total])}</span>}
          <span>{t('matching_creation_created', created)}</span>
          {found > 0 && <span>{t('matching_creation_found', found)}</span>}
          {refused > 0 && (
            <span class="matching-bad">{t('matching_creation_refused', refused)}</span>
          )}
          {stopped > 0 && <span>{t('matching_creation_not_sent', stopped)}</span>}
        </p>
        {state === 'open' && rows.some((row) => row.state === 'waiting') && (
          <Button onClick={onStop}>{t('matching_creation_stop')}</Button>
        )}
        {state === 'done' && refused > 0 && (
          <Button
            onClick={() =>
              onAgain(rows.flatMap((row) => (row.state === 'refused' ? [row.deviceKey] : [])))
            }
          >
            {t('matching_creation_again')}
          </Button>
        )}
        {state === 'done' && <Button onClick={onDismiss}>{t('matching_creation_dismiss')}</Button>}
      </div>
      {state === 'open' && <ProgressBar label={title} done={done} total={total} />}
      <ResultList
        results={rows.map((row) => ({
          key: row.deviceKey,
          name: row.name,
          state: row.state === 'created' || row.state === 'found' ? 'done' : row.state,
          text: resultText(row),
        }))}
      />
    </section>
  );
}

/** What came of a row, in words: "refused: Name has already been taken". */
function resultText({ state, refusal, missing }: Row): string {
  switch (state) {
    case 'waiting':
      return t('matching_creation_waiting');
    case 'created':
      return missing === null
        ? t('matching_creation_row_created')
        : t('matching_creation_row_created_without_serial');
    case 'found':
      return t('matching_creation_row_found');
    case 'refused':
      return refusedText(refusal);
  }
}
