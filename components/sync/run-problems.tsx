import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n';
import type { OptionalPart } from '@/lib/model/optional-part';
import type { OddField } from '@/lib/model/rows';
import type { RunProblem, SkippedRow } from '@/lib/model/run';
import { oddFieldText, wrongFieldsText } from '@/lib/words/json-types';
import { refusedPartWords } from '@/lib/words/refused-parts';
import { rowKindWords } from '@/lib/words/row-kinds';
import { causeText, problemText } from '@/lib/words/problems';
import { subjectText } from '@/lib/words/subjects';

/** What syncs cannot read, in numbers, and on request by name and reason. */
export function RunProblems({
  problems,
  skipped,
  oddFields,
  refusedParts,
}: {
  problems: readonly RunProblem[];
  skipped: readonly SkippedRow[];
  oddFields: readonly OddField[];
  refusedParts: readonly OptionalPart[];
}) {
  const ofNetworks = problems.filter(({ networkId }) => networkId !== undefined);
  const others = problems.filter(({ networkId }) => networkId === undefined);
  const networks = new Set(ofNetworks.map(({ networkId }) => networkId));
  return (
    <div class="run-problems">
      {networks.size > 0 && (
        <Disclosure
          summary={t('popup_problem_networks', networks.size)}
          hint={t('popup_problem_networks_hint')}
        >
          {ofNetworks.map((problem, index) => (
            <ProblemItem key={index} {...problem} />
          ))}
        </Disclosure>
      )}
      {others.length > 0 && (
        <Disclosure summary={t('popup_problem_steps', others.length)}>
          {others.map((problem, index) => (
            <ProblemItem key={index} {...problem} />
          ))}
        </Disclosure>
      )}
      {skipped.length > 0 && (
        <Disclosure summary={t('popup_skipped', skipped.length)} hint={t('popup_skipped_hint')}>
          {skipped.map(({ subject, id, fields }, index) => (
            <li key={index}>
              <bdi>{subjectText(subject)}</bdi> <bdi class="run-problem-id">{id}</bdi>
              <span class="run-problem-reason" dir="auto">
                {wrongFieldsText(fields)}
              </span>
            </li>
          ))}
        </Disclosure>
      )}
      {oddFields.length > 0 && (
        <Disclosure
          summary={t('popup_odd_fields', oddFields.length)}
          hint={t('popup_odd_fields_hint')}
        >
          {oddFields.map((odd) => (
            <li key={`${odd.kind} ${odd.field}`}>
              {t(rowKindWords[odd.kind])} <bdi class="run-problem-id">{odd.field}</bdi>
              <span class="run-problem-reason">{oddFieldText(odd)}</span>
            </li>
          ))}
        </Disclosure>
      )}
      {refusedParts.length > 0 && (
        <Disclosure summary={t('popup_refused_parts', refusedParts.length)}>
          {refusedParts.map((part) => (
            <li key={part}>
              <bdi class="run-problem-id">{part}</bdi>
              <span class="run-problem-reason">{t(refusedPartWords[part])}</span>
            </li>
          ))}
        </Disclosure>
      )}
    </div>
  );
}

function ProblemItem({ subject, problem }: RunProblem) {
  const detail = problem.detail ?? causeText(problem);
  return (
    <li>
      <bdi>{subjectText(subject)}</bdi>
      <span class="run-problem-reason">
        {problemText(problem)} {detail && <bdi>{detail}</bdi>}
      </span>
    </li>
  );
}

function Disclosure({
  summary,
  hint,
  children,
}: {
  summary: string;
  /** What follows, and what to do about it. */
  hint?: string;
  children: ComponentChildren;
}) {
  return (
    <details>
      <summary>{summary}</summary>
      {hint !== undefined && <p class="run-problem-hint">{hint}</p>}
      {/* Focusable, because a long list scrolls. */}
      <ul tabIndex={0} aria-label={summary}>
        {children}
      </ul>
    </details>
  );
}
