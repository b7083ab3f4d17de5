import { t } from '@/lib/i18n';

/** What a role of IT Glue sees here. */
export function roleText(roleName: string | undefined): string {
  switch (roleName) {
    case undefined:
      return t('options_role_none');
    case 'Administrator':
      return t('options_role_administrator');
    case 'Manager':
      return t('options_role_manager');
    default:
      return t('options_role_other', [roleName]);
  }
}
