import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { problemText } from '@/lib/words/problems';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { PassphraseField } from '@/components/vault/passphrase-field';
import { newPassphraseErrors } from './new-passphrase';
import { passphraseActs, type PassphraseAct } from '@/lib/words/passphrase';

type Errors = { readonly [Name in 'current' | 'next' | 'again' | 'form']?: string };
const nothing = { current: '', next: '', again: '' };

/** Sets, changes or removes the passphrase. */
export function PassphraseForm({
  client,
  act,
  onDone,
  onCancel,
}: {
  client: Client;
  act: PassphraseAct;
  onDone: () => void;
  /** Absent where there is no way around it. */
  onCancel?: () => void;
}) {
  const [draft, setDraft] = useState(nothing);
  const [errors, setErrors] = useState<Errors>({});
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(
    () => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
    [errors],
  );

  async function submit() {
    const found = faults(act, draft);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setPending(true);
    const current = act === 'set' ? null : draft.current;
    const reply =
      current !== null && act === 'remove'
        ? await client.send('vault.expose', { current })
        : await client.send('vault.protect', { passphrase: draft.next, current });
    setPending(false);
    if (!reply.ok) setErrors({ form: problemText(reply.problem) });
    else if (!reply.value.right) setErrors({ current: t('vault_wrong') });
    else onDone();
  }

  const field = (name: keyof typeof nothing, label: string, hint?: string) => (
    <PassphraseField
      label={label}
      hint={hint}
      value={draft[name]}
      error={errors[name] ?? null}
      onInput={(value) => setDraft((before) => ({ ...before, [name]: value }))}
    />
  );
  return (
    <form
      ref={form}
      class="vault-form"
      noValidate
      autocomplete="off"
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void submit();
      }}
    >
      {act !== 'set' && field('current', t('vault_current'))}
      {act !== 'remove' && field('next', t('vault_new'), t('vault_new_hint'))}
      {act !== 'remove' && field('again', t('vault_again'))}
      {errors.form && (
        <Notice tone="bad" role="alert">
          {errors.form}
        </Notice>
      )}
      <div class="vault-actions">
        <Button kind={act === 'remove' ? 'danger' : 'primary'} type="submit" busy={pending}>
          {t(passphraseActs[act].button)}
        </Button>
        {onCancel && (
          <Button busy={pending} onClick={onCancel}>
            {t('options_cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What cannot be right before anything is sent. */
function faults(act: PassphraseAct, draft: typeof nothing): Errors {
  return {
    ...(act !== 'set' && !draft.current && { current: t('vault_enter') }),
    ...(act !== 'remove' && newPassphraseErrors(draft)),
  };
}
