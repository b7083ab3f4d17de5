import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { IconName } from '@/components/icons/icon';
import { Icon } from '@/components/icons/icon';
import { inSentence } from '@/lib/words/in-sentence';

/** 0 within the current row, -1 elsewhere: Tab goes through the buttons of one row only. */
export const RowTabIndex = createContext(0);

interface Props {
  /** The visible words. */
  action: string;
  /** The row's name, for the accessible name. */
  row: string;
  /** Which of the row's suggestions, where there are several. */
  choice?: string | undefined;
  /** `main` is what the row is about, `choice` is one of several such; `icon` shows no words. */
  look?: 'main' | 'choice' | 'quiet' | 'icon';
  icon?: IconName;
  /** Why it cannot be done yet. The button stays reachable and says so. */
  refusal?: string | null;
  onRefused?: (why: string) => void;
  /** Whether what it shows is shown. */
  expanded?: boolean;
  onClick: () => void;
}

/** A button of a row, named by what it does and for which row: "Ignore for Acme". */
export function RowButton(props: Props) {
  const { action, row, choice, look = 'quiet', icon, refusal = null } = props;
  const { onRefused, expanded, onClick } = props;
  const tabIndex = useContext(RowTabIndex);
  const id = useId();
  const label =
    choice === undefined
      ? t('matching_action_for', [action, inSentence(row)])
      : t('matching_action_of', [action, inSentence(row), inSentence(choice)]);
  return (
    <>
      <button
        type="button"
        class={`matching-action matching-action-${look}`}
        tabIndex={tabIndex}
        aria-label={label}
        aria-expanded={expanded}
        aria-disabled={refusal === null ? undefined : true}
        aria-describedby={refusal === null ? undefined : id}
        title={refusal ?? (look === 'icon' ? action : undefined)}
        onClick={() => (refusal === null ? onClick() : onRefused?.(refusal))}
      >
        {icon && <Icon name={icon} />}
        {look !== 'icon' && action}
      </button>
      {refusal !== null && (
        <span class="hidden-text" id={id}>
          {refusal}
        </span>
      )}
    </>
  );
}
