import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import type { PanelDecision } from '@/lib/model/panel-decision';
import { decidedText } from '@/lib/words/panel';

/** Decisions that are taken back by **Undo**; of the others the panel shows the opposite. */
const undoable: ReadonlySet<PanelDecision['action']> = new Set([
  'match',
  'change-match',
  'unmatch',
]);

/** What was decided here a moment ago about the configuration's device, with the way back. */
export function Decided({
  decided,
  deciding,
  onUndo,
}: {
  decided: PanelDecision | null;
  deciding: boolean;
  onUndo: (event: Event) => void;
}) {
  if (decided === null || !undoable.has(decided.action)) return null;
  return (
    <p class="panel-decided">
      {decidedText(decided)}{' '}
      <Button kind="quiet" busy={deciding} onClick={onUndo}>
        {t('panel_undo')}
      </Button>
    </p>
  );
}
