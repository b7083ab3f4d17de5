import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import { lockDelays, type Settings } from '@/lib/model/settings';
import type { OptionsView } from '@/lib/views/options';
import { passphraseActs, type PassphraseAct } from '@/lib/words/passphrase';
import { problemText } from '@/lib/words/problems';
import { lockDelayNames } from '@/lib/words/settings';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { PassphraseForm } from './passphrase-form';
import { SettingSelect } from './setting-select';

const choices = () =>
  lockDelays.map((minutes) => [String(minutes), t(lockDelayNames[minutes])] as const);

/** Whether a passphrase protects the saved keys, and when it locks them. */
export function PassphrasePart({
  client,
  view,
  onDone,
}: {
  client: Client;
  view: OptionsView;
  /** Told, in words, what was done; `null` when something is begun. */
  onDone: (words: string | null) => void;
}) {
  const required = view.managed.values.passphraseRequired === true;
  const [act, setAct] = useState<PassphraseAct | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  function begin(next: PassphraseAct) {
    onDone(null);
    setAct(next);
  }
  async function lock() {
    onDone(null);
    setProblem(null);
    const reply = await client.send('vault.lock');
    if (!reply.ok) setProblem(reply.problem);
  }

  const opener = (which: PassphraseAct) => (
    <Button onClick={() => begin(which)}>{t(passphraseActs[which].button)}</Button>
  );
  return (
    <div class="vault-part">
      <h3 id="passphrase" tabIndex={-1}>
        {t('vault_passphrase')}
      </h3>
      <p>
        {t(view.passphrase ? 'vault_protected' : 'vault_unprotected')}
        {required && ` ${t('vault_required')}`}
      </p>
      {act ? (
        <PassphraseForm
          client={client}
          act={act}
          onDone={() => {
            setAct(null);
            onDone(t(passphraseActs[act].done));
          }}
          onCancel={() => setAct(null)}
        />
      ) : (
        <div class="vault-actions">
          {view.passphrase ? (
            <>
              <Button onClick={() => void lock()}>{t('vault_lock_now')}</Button>
              {opener('change')}
              {!required && opener('remove')}
            </>
          ) : (
            opener('set')
          )}
        </div>
      )}
      {problem && (
        <Notice tone="bad" role="alert">
          {problemText(problem)}
        </Notice>
      )}
      {view.passphrase && (
        <SettingSelect
          id="lock-after"
          label={t('vault_lock_after')}
          hint={t('vault_lock_after_hint')}
          value={String(view.settings.lockAfterMinutes)}
          choices={choices()}
          onSave={(value) =>
            client.send('settings.save', {
              lockAfterMinutes: Number(value) as Settings['lockAfterMinutes'],
            })
          }
        />
      )}
    </div>
  );
}
