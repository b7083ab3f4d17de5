import { t } from '@/lib/i18n';
import type { UndoView } from '@/lib/views/matching';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import type { Subject } from '@/lib/words/refusals';
import { notUndoneText, undoText } from '@/lib/words/undo';
import type { Decisions } from './decisions';

/** At the foot of the page: what came of the last decision, what Undo takes back, and the way to the list of keys. */
export function StatusBar({
  announcement,
  undo,
  subject,
  undoing,
  onUndo,
  onHelp,
}: {
  announcement: Decisions['announcement'];
  undo: UndoView | null;
  /** What the rows of the list are. */
  subject: Subject;
  undoing: boolean;
  onUndo: () => void;
  onHelp: () => void;
}) {
  const { text, refused } = announcement.value;
  const next = undo?.next && t('matching_undo_of', [undoText(undo.next, subject)]);
  const left = undo?.notUndone && notUndoneText(undo.notUndone);
  return (
    <footer class="matching-bar">
      <p
        class="matching-announcement"
        role="status"
        data-refused={refused || undefined}
        title={text}
      >
        {refused && <Icon name="warning" />}
        <span>{text}</span>
      </p>
      <div class="matching-undo">
        {left && (
          <span class="matching-quiet matching-undo-left" id="undo-left" title={left}>
            {left}
          </span>
        )}
        <Button
          disabled={!next}
          busy={undoing}
          title={next ?? undefined}
          aria-describedby={left ? 'undo-left' : undefined}
          aria-keyshortcuts="u"
          onClick={onUndo}
        >
          <span class="matching-undo-what">{next ?? t('matching_undo_nothing')}</span>
        </Button>
      </div>
      <Button kind="quiet" aria-keyshortcuts="?" aria-haspopup="dialog" onClick={onHelp}>
        {t('matching_keyboard')}
      </Button>
    </footer>
  );
}
