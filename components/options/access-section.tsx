import { useState } from 'preact/hooks';
import { problemText } from '@/lib/words/problems';
import { roleText } from '@/lib/words/roles';
import { t } from '@/lib/i18n';
import { userId } from '@/lib/model/ids';
import { RecognizedUser } from './recognized-user';
import type { SectionProps } from './section';
import { SettingSelect } from './setting-select';

/** Which user this browser is used by, which decides what it shows: as IT Glue shows it, else chosen by hand. */
export function AccessSection({ client, view }: SectionProps) {
  const { users, settings, managed } = view;
  const [code, setCode] = useState('');
  const [byHand, setByHand] = useState(false);
  if (users.length === 0) return <p>{t('options_no_users')}</p>;

  const needsCode = managed.fields.includes('userUnlock');
  const user = users.find(({ id }) => id === settings.userId);
  return (
    <>
      <p>{t('user_intro')}</p>
      <RecognizedUser
        client={client}
        view={view}
        onSeen={({ state }) => setByHand((open) => open || state === 'cannot-tell')}
      />
      <p aria-live="polite">{roleText(user?.roleName)}</p>
      <details
        class="user-by-hand"
        open={byHand}
        onToggle={({ currentTarget }) => setByHand(currentTarget.open)}
      >
        <summary>{t('user_by_hand')}</summary>
        {needsCode && (
          <div class="options-field">
            <label for="unlock-code">{t('user_unlock_code')}</label>
            <input
              class="text-input"
              id="unlock-code"
              type="password"
              autocomplete="off"
              aria-describedby="unlock-code-hint"
              maxLength={200}
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
            <p class="options-hint" id="unlock-code-hint">
              {t('user_unlock_code_hint')}
            </p>
          </div>
        )}
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
          notSaved={(problem) =>
            needsCode && problem.kind === 'managed' ? t('user_wrong_code') : problemText(problem)
          }
          onSave={(value) =>
            client.send('settings.save', {
              userId: value === '' ? null : userId(value),
              ...(needsCode && { unlockCode: code }),
            })
          }
        />
      </details>
    </>
  );
}
