import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n';
import type { DecisionState } from '@/lib/views/matching';
import { RowButton } from './row-button';
import type { Change } from './row-decisions';

/**
 * A row's buttons by its state, the same on both levels.
 * @param create the button that creates what an unmatched row is matched to
 * @param lead the first button of a matched row
 */
export function RowActions({
  row,
  create,
  lead,
  onMatchTo,
  onChange,
}: {
  row: { readonly name: string; readonly state: DecisionState };
  create: ComponentChildren;
  lead?: ComponentChildren;
  onMatchTo: () => void;
  onChange: (action: Change) => void;
}) {
  const button = (action: string, onClick: () => void) => (
    <RowButton action={action} row={row.name} onClick={onClick} />
  );
  switch (row.state) {
    case 'unmatched':
      return (
        <>
          {button(t('matching_match_to'), onMatchTo)}
          {create}
          {button(t('matching_ignore'), () => onChange('ignore'))}
        </>
      );
    case 'matched':
      return (
        <>
          {lead}
          {button(t('matching_change'), onMatchTo)}
          {button(t('matching_unmatch'), () => onChange('unmatch'))}
        </>
      );
    case 'ignored':
      return button(t('matching_unignore'), () => onChange('unignore'));
  }
}

/** The words of a row's buttons, the level's own first. */
export function actionLabels(
  state: DecisionState,
  own: { readonly create: string; readonly lead?: string },
): readonly string[] {
  switch (state) {
    case 'matched':
      return [own.lead ?? '', t('matching_change'), t('matching_unmatch')];
    case 'ignored':
      return [t('matching_unignore')];
    case 'unmatched':
      return [t('matching_match_to'), own.create, t('matching_ignore')];
  }
}
