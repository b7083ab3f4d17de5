import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { factsText } from '@/lib/i18n/list';
import { buttonsWidth } from './column-widths';
import { RowButton } from './row-button';
import { Facts, Name } from './row-text';

interface Props<Suggestion> {
  /** The row's name. */
  readonly row: string;
  readonly suggestions: readonly Suggestion[];
  readonly keyOf: (suggestion: Suggestion) => string;
  readonly nameOf: (suggestion: Suggestion) => string;
  /** Why it is suggested, in words. */
  readonly reasonOf: (suggestion: Suggestion) => string;
  /** What it is and why, in the lines of a cell. */
  readonly about: (suggestion: Suggestion) => ComponentChildren;
  readonly buttons: (suggestion: Suggestion) => ComponentChildren;
}

/**
 * What is suggested for a row. The first one speaks for all until the others are asked for, so that
 * rows are equally high. Where the first is no better than the second, none can be taken unseen.
 */
export function Suggestions<Suggestion extends { readonly rejected: boolean }>({
  row,
  suggestions,
  keyOf,
  nameOf,
  reasonOf,
  about,
  buttons,
}: Props<Suggestion>) {
  const [open, setOpen] = useState(false);
  const free = suggestions.filter(({ rejected }) => !rejected);
  const [first, ...others] = [...free, ...suggestions.filter(({ rejected }) => rejected)];
  if (!first) return <span class="matching-quiet">{t('matching_no_suggestion')}</span>;
  const alike = alikeFirst(free, reasonOf);
  const undecided = !open && alike.length > 1;
  return (
    <ul class="matching-suggestions">
      <li key="first">
        {undecided ? (
          <div class="matching-stack">
            <Name text={factsText([...new Set(alike.map(nameOf))])} />
            <Facts facts={[reasonOf(first)]} />
          </div>
        ) : (
          about(first)
        )}
        {others.length > 0 && (
          <RowButton
            key="others"
            action={toggleText(open, undecided, others.length)}
            row={row}
            expanded={open}
            onClick={() => setOpen(!open)}
          />
        )}
        {!undecided && buttons(first)}
      </li>
      {open &&
        others.map((each) => (
          <li key={keyOf(each)}>
            {about(each)}
            {buttons(each)}
          </li>
        ))}
    </ul>
  );
}

/** About how much the button takes that shows the others, px. */
export const othersWidth = (suggestions: readonly unknown[]): number =>
  suggestions.length > 1
    ? buttonsWidth([t('matching_suggestions_more', suggestions.length - 1)])
    : 0;

function toggleText(open: boolean, undecided: boolean, others: number): string {
  if (open) return t('matching_suggestions_fewer');
  return undecided
    ? t('matching_suggestions_compare', others + 1)
    : t('matching_suggestions_more', others);
}

/** Those at the beginning that are suggested for one and the same reason. */
function alikeFirst<Suggestion>(
  suggestions: readonly Suggestion[],
  reasonOf: (suggestion: Suggestion) => string,
): readonly Suggestion[] {
  const reasons = suggestions.map(reasonOf);
  const other = reasons.findIndex((reason) => reason !== reasons[0]);
  return other === -1 ? suggestions : suggestions.slice(0, other);
}
