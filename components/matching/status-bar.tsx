import { t } from '@/lib/i18n';
import type { UndoView } from '@/lib/views/matching';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import type { Decisions } from './decisions';
import { undoText } from './undo-text';

const keys = [
  [['↑', '↓'], t('matching_key_rows')],
  [['Enter'], t('matching_key_enter')],
  [['←', '→'], t('matching_key_across')],
  [['/'], t('matching_key_search')],
  [['u'], t('matching_key_undo')],
  [['Esc'], t('matching_key_escape')],
] as const;

/** At the foot of the page: what came of the last decision, what Undo takes back, and the keys. */
export function StatusBar({
  announcement,
  undo,
  undoing,
  onUndo,
}: {
  announcement: Decisions['announcement'];
  undo: UndoView | null;
  undoing: boolean;
  onUndo: () => void;
}) {
  const { text, refused } = announcement.value;
  const what = undo && undoText(undo);
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
        {what !== null && (
          <span class="matching-quiet matching-undo-what" id="undo-what" title={what}>
            {what}
          </span>
        )}
        <Button
          disabled={undo === null}
          busy={undoing}
          aria-describedby={what === null ? undefined : 'undo-what'}
          aria-keyshortcuts="u"
          onClick={onUndo}
        >
          {t('matching_undo')}
        </Button>
      </div>
      <details class="matching-keys">
        <summary>{t('matching_keyboard')}</summary>
        <dl class="card">
          {keys.map(([names, meaning]) => (
            <div key={meaning}>
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </footer>
  );
}
