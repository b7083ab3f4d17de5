import { t } from '@/lib/i18n';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import { problemDetail } from '@/lib/words/problems';
import { refusalText } from '@/lib/words/refusals';
import type { Tone } from '@/lib/words/tone';
import { Icon, type IconName } from '@/components/icons/icon';
import { Name } from './row-text';

/** What came of one row. */
export interface Result {
  readonly key: string;
  readonly name: string;
  readonly state: 'waiting' | 'done' | 'refused';
  readonly text: string;
}

const looks = {
  waiting: { tone: 'neutral', icon: null },
  done: { tone: 'good', icon: 'check' },
  refused: { tone: 'bad', icon: 'warning' },
} as const satisfies Record<Result['state'], { tone: Tone; icon: IconName | null }>;

/** What came of each row of a bulk creation or of what takes it back; refused ones first, as they need a decision. */
export function ResultList({ results }: { results: readonly Result[] }) {
  const refused = results.filter(({ state }) => state === 'refused');
  const others = results.filter(({ state }) => state !== 'refused');
  return (
    <details open={refused.length > 0}>
      <summary>{t('matching_creation_rows')}</summary>
      <ul class="matching-results" tabIndex={0} aria-label={t('matching_creation_rows')}>
        {[...refused, ...others].map(({ key, name, state, text }) => {
          const { tone, icon } = looks[state];
          return (
            <li key={key} class={`tone-${tone}`}>
              <Name text={name} />
              <span class="matching-result">
                {icon && <Icon name={icon} />}
                {text}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** That a row was refused, and why: what was found or said, without "IT Glue refused" before it. */
export function refusedText(refusal: DecisionRefusal | null): string {
  if (refusal === null) return t('matching_creation_row_refused');
  const why =
    refusal.kind === 'problem' ? problemDetail(refusal.problem) : refusalText(refusal, 'device');
  return t('matching_creation_refused_why', [why]);
}
