import { t } from '@/lib/i18n';
import { Icon } from '@/components/icons/icon';
import type { SideCheck } from './use-side-checks';

/** Whether one side takes its keys, below them; what is wrong stands at the field. */
export function SideChecked({ check, words }: { check: SideCheck; words: string }) {
  return (
    <p role="status">
      {check.state === 'checking' && <span class="options-hint">{t('welcome_checking')}</span>}
      {check.state === 'accepted' && (
        <span class="options-saved">
          <Icon name="check" />
          {words}
        </span>
      )}
    </p>
  );
}
