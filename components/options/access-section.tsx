import { t } from '@/lib/i18n';
import { userId } from '@/lib/model/ids';
import type { SectionProps } from './section';
import { SettingSelect } from './setting-select';

/** Who sits at this browser, which decides what it shows. */
export function AccessSection({ client, view }: SectionProps) {
  const { users, settings } = view;
  if (users.length === 0) return <p>{t('options_no_users')}</p>;

  const user = users.find(({ id }) => id === settings.userId);
  return (
    <>
      <SettingSelect
        id="user"
        label={t('options_i_am')}
        hint={t('options_i_am_hint')}
        value={user?.id ?? ''}
        choices={[
          ['', t('options_i_am_nobody')],
          ...users.map(
            ({ id, name, roleName }) => [id, t('options_user', [name, roleName])] as const,
          ),
        ]}
        onSave={(value) =>
          client.send('settings.save', { userId: value === '' ? null : userId(value) })
        }
      />
      <p aria-live="polite">{roleText(user?.roleName)}</p>
    </>
  );
}

/** What a role of IT Glue sees here. */
function roleText(roleName: string | undefined): string {
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
