import { roleText } from '@/lib/words/roles';
import { t } from '@/lib/i18n';
import { userId } from '@/lib/model/ids';
import type { SectionProps } from './section';
import { SettingSelect } from './setting-select';

/** Which user this browser is used by, which decides what it shows. */
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
