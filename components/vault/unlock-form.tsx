import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { problemText } from '@/lib/words/problems';
import { Button } from '@/components/ui/button';
import type { Client } from '@/components/state/client';
import { PassphraseField } from './passphrase-field';

/** Asks for the passphrase that locks the keys. */
export function UnlockForm({
  client,
  focused = false,
  onUnlocked,
}: {
  client: Client;
  /** Whether it takes the focus when it appears. */
  focused?: boolean;
  onUnlocked?: () => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused || error) input.current?.focus();
  }, [focused, error]);

  async function unlock() {
    setError(null);
    if (!passphrase) return setError(t('vault_enter'));
    setPending(true);
    const reply = await client.send('vault.unlock', { passphrase });
    setPending(false);
    if (!reply.ok) return setError(problemText(reply.problem));
    if (!reply.value.right) return setError(t('vault_wrong'));
    setPassphrase('');
    onUnlocked?.();
  }

  return (
    <form
      class="vault-form"
      noValidate
      autocomplete="off"
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void unlock();
      }}
    >
      <PassphraseField
        label={t('vault_passphrase')}
        value={passphrase}
        error={error}
        input={input}
        onInput={setPassphrase}
      />
      <div class="vault-actions">
        <Button kind="primary" type="submit" busy={pending}>
          {t(pending ? 'vault_unlocking' : 'vault_unlock')}
        </Button>
      </div>
    </form>
  );
}
