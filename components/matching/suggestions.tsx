import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { factsText } from '@/lib/i18n/list';
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
 * What is suggested for a row, in one line until more is asked for, so that rows are equally high. Of
 * several that are to be chosen from none can be taken unseen; those that were turned down come last.
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
  const undecided = !open && free.length > 1;
  return (
    <ul class="matching-suggestions">
      <li key="first">
        {undecided ? (
          <div class="matching-stack">
            <Name text={factsText([...new Set(free.map(nameOf))])} />
            <Facts facts={[...new Set(free.map(reasonOf))]} />
          </div>
        ) : (
          about(first)
        )}
        {others.length > 0 && (
          <RowButton
            key="others"
            action={toggleText(open, undecided, others.length)}
            row={row}
            look={undecided ? 'choice' : 'quiet'}
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

function toggleText(open: boolean, undecided: boolean, others: number): string {
  if (open) return t('matching_suggestions_fewer');
  return undecided
    ? t('matching_suggestions_compare', others + 1)
    : t('matching_suggestions_more', others);
}
