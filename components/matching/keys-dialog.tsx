import { t } from '@/lib/i18n';
import { Dialog } from './dialog';

/** What the keys do. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const shift = 'Shift';
  const keys = [
    [['↑', '↓', 'j', 'k'], t('matching_key_rows')],
    [['Enter'], t('matching_key_enter')],
    [['←', '→'], t('matching_key_across')],
    [[t('matching_key_space'), 'x'], t('matching_key_choose')],
    [[`${shift} ↑`, `${shift} ↓`, `${shift} ${t('matching_key_click')}`], t('matching_key_range')],
    [['Ctrl A'], t('matching_key_all')],
    [['Esc'], t('matching_key_escape')],
    [['/'], t('matching_key_search')],
    [['u'], t('matching_key_undo')],
    [['?'], t('matching_key_help')],
  ] as const;
  return (
    <Dialog title={t('matching_keys_title')} onClose={onClose}>
      <dl class="matching-keys">
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
    </Dialog>
  );
}
