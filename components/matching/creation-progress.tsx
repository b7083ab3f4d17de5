import { t } from '@/lib/i18n';
import type { DeviceKey } from '@/lib/model/device';
import type { CreationView } from '@/lib/views/matching';
import type { IconName } from '@/components/icons/icon';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { Tone } from '@/lib/words/tone';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import { problemDetail } from '@/lib/words/problems';
import { refusalText } from '@/lib/words/refusals';
import { Name } from './row-text';

type Row = CreationView['rows'][number];

const icons: Readonly<Record<Row['state'], IconName | null>> = {
  waiting: null,
  created: 'check',
  found: 'check',
  refused: 'warning',
};
const tones: Readonly<Record<Row['state'], Tone>> = {
  waiting: 'neutral',
  created: 'good',
  found: 'good',
  refused: 'bad',
};

/** How far a bulk creation is and what came of each row; refused rows first, as they need a decision. */
export function CreationProgress({
  creation,
  onStop,
  onAgain,
  onDismiss,
}: {
  creation: CreationView;
  onStop: () => void;
  /** Shows what creating the refused ones again would write. */
  onAgain: (keys: readonly DeviceKey[]) => void;
  onDismiss: () => void;
}) {
  const { state, created, refused, stopped, total, rows } = creation;
  const found = rows.filter((row) => row.state === 'found').length;
  const done = rows.filter((row) => row.state !== 'waiting').length;
  const title = t(
    state === 'open'
      ? 'matching_creation_running'
      : stopped > 0
        ? 'matching_creation_stopped'
        : 'matching_creation_done',
  );
  const inOrder = [
    ...rows.filter((row) => row.state === 'refused'),
    ...rows.filter((row) => row.state !== 'refused'),
  ];
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
      <details open={refused > 0}>
        <summary>{t('matching_creation_rows')}</summary>
        <ul class="matching-results" tabIndex={0} aria-label={t('matching_creation_rows')}>
          {inOrder.map((row) => {
            const icon = icons[row.state];
            return (
              <li key={row.deviceKey} class={`tone-${tones[row.state]}`}>
                <Name text={row.name} />
                <span class="matching-result">
                  {icon && <Icon name={icon} />}
                  {resultText(row)}
                </span>
              </li>
            );
          })}
        </ul>
      </details>
    </section>
  );
}

/** Why a row was refused: what was found or said, without "IT Glue refused" before it. */
export const refusedText = (refusal: DecisionRefusal): string =>
  refusal.kind === 'problem' ? problemDetail(refusal.problem) : refusalText(refusal, 'device');

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
    case 'refused': {
      const why = refusal && refusedText(refusal);
      return why === null
        ? t('matching_creation_row_refused')
        : t('matching_creation_refused_why', [why]);
    }
  }
}
