import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import type { PanelUndo } from '@/lib/model/panel-decision';
import { undoableText } from '@/lib/words/panel';

/** What the user decided about the configuration's device in the last day, with the way back. */
export function Decided({
  undo,
  deciding,
  onUndo,
}: {
  undo: PanelUndo | null;
  deciding: boolean;
  onUndo: (event: Event) => void;
}) {
  if (undo === null) return null;
  return (
    <p class="panel-decided">
      {undoableText(undo)}{' '}
      <Button kind="quiet" busy={deciding} onClick={onUndo}>
        {t('panel_undo')}
      </Button>
    </p>
  );
}
