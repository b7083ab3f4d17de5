import { t } from '@/lib/i18n';
import { inSentence } from '@/lib/words/in-sentence';
import type { Chosen } from './use-selection';

/** Chooses a row by pointer; by keyboard that is Space on the row. */
export function RowCheck({
  name,
  checked,
  onToggle,
  onExtend,
}: {
  name: string;
  checked: boolean;
  onToggle: () => void;
  /** With Shift: everything up to this row. */
  onExtend: () => void;
}) {
  return (
    <label class="matching-choose">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('matching_choose', [inSentence(name)])}
        checked={checked}
        onClick={(event) => {
          if (!event.shiftKey) return onToggle();
          // The browser has turned it already; it is part of the range in any case.
          event.currentTarget.checked = true;
          onExtend();
        }}
      />
    </label>
  );
}

/** Chooses all that is shown. */
export function AllCheck({ chosen }: { chosen: Chosen }) {
  return (
    <label class="matching-choose">
      <input
        type="checkbox"
        aria-label={t('matching_choose_all')}
        aria-keyshortcuts="Control+A"
        checked={chosen.shown === 'all'}
        indeterminate={chosen.shown === 'some'}
        onClick={chosen.toggleAll}
      />
    </label>
  );
}
