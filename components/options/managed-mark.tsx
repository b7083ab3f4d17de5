import { t } from '@/lib/i18n';
import { Icon } from '@/components/icons/icon';

/** Says of a control beside it that the company has set it. */
export function ManagedMark({ id }: { id?: string }) {
  return (
    <span class="options-managed" {...(id !== undefined && { id })}>
      <Icon name="lock" />
      {t('managed_set')}
    </span>
  );
}
