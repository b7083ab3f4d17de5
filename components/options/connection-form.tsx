import { Fragment, type ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { ConnectFailure, ConnectField } from '@/lib/model/connect';
import type { Portal } from '@/lib/model/portal';
import type { OptionsView } from '@/lib/views/options';
import { regions } from '@/lib/model/settings';
import type { Region } from '@/lib/model/settings';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { draftOf, requestOf, withAddressRead } from './connect-draft';
import type { ConnectDraft } from './connect-draft';
import { secretFields } from '@/lib/model/connect';
import { failureText } from '@/lib/words/connect-failures';
import { regionNames } from '@/lib/words/settings';
import { PassphraseField } from '@/components/vault/passphrase-field';
import { Field, type ControlProps } from './field';
import { ManagedMark } from './managed-mark';
import { newPassphraseErrors } from './new-passphrase';
import { SecretField } from './secret-field';
import { SideChecked } from './side-checked';
import { refusedBy, useSideChecks } from './use-side-checks';

/** The keys and the tenant, verified live on both sides before anything is saved. */
export function ConnectionForm({
  client,
  view,
  firstRun,
  onOutcome,
}: {
  client: Client;
  view: OptionsView;
  /** On the first run each side's keys are tried as soon as they are there; `portal` is the one that is open. */
  firstRun?: { readonly portal: Portal | null };
  /** Verified and saved, or not; said at once when a new attempt begins. */
  onOutcome: (connected: boolean) => void;
}) {
  const [draft, setDraft] = useState<ConnectDraft>(() => draftOf(view, firstRun?.portal));
  const checks = useSideChecks(client, draft, firstRun !== undefined);
  const [failures, setFailures] = useState<readonly ConnectFailure[]>([]);
  const [pending, setPending] = useState(false);
  const [passphrase, setPassphrase] = useState({ next: '', again: '' });
  const [passphraseErrors, setPassphraseErrors] = useState<{ next?: string; again?: string }>({});
  const { managed } = view;
  const isManaged = (field: ConnectField) => managed.fields.includes(field);
  const asksPassphrase = managed.values.passphraseRequired === true && !view.passphrase;
  const form = useRef<HTMLFormElement>(null);

  // The first field to correct; the notice where it is none of them.
  useEffect(() => {
    if (failures.length > 0 || Object.keys(passphraseErrors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-form-failure]')?.focus();
  }, [failures, passphraseErrors]);

  const change = (part: Partial<ConnectDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setFailures((before) => before.filter(({ field }) => !(field in part)));
  };
  const errorAt = (field: ConnectField) => {
    const failure = [...failures, ...refusedBy(checks.datto), ...refusedBy(checks.itglue)].find(
      (each) => each.field === field,
    );
    return failure ? failureText(failure) : null;
  };
  const fail = (found: readonly ConnectFailure[]) => {
    setFailures(found);
    // A saved key that was refused has to be entered again, so its field opens.
    setDraft((before) => {
      const open = secretFields.filter(
        (field) =>
          before[field] === null &&
          !isManaged(field) &&
          found.some((failure) => failure.field === field),
      );
      return { ...before, ...Object.fromEntries(open.map((field) => [field, ''])) };
    });
  };

  async function connect() {
    onOutcome(false);
    const ready = requestOf(draft, view.saved);
    const passphraseFound = asksPassphrase ? newPassphraseErrors(passphrase) : {};
    setPassphraseErrors(passphraseFound);
    if ('failures' in ready) return fail(ready.failures);
    if (Object.keys(passphraseFound).length > 0) return setFailures([]);
    setDraft(withAddressRead);
    setFailures([]);
    setPending(true);
    const reply = await client.send('connection.connect', {
      ...ready.request,
      ...(asksPassphrase && { passphrase: passphrase.next }),
    });
    setPending(false);
    if (!reply.ok) return fail([{ field: 'form', reason: 'problem', problem: reply.problem }]);
    if (!reply.value.ok) return fail(reply.value.failures);
    setDraft((before) => ({
      ...before,
      dattoPublicKey: null,
      dattoSecretKey: null,
      itGlueApiKey: null,
    }));
    setPassphrase({ next: '', again: '' });
    onOutcome(true);
  }

  const elsewhere = failures.find(({ field }) => field === 'form' || field === 'passphrase');
  return (
    <form
      ref={form}
      class="options-form"
      noValidate
      autocomplete="off"
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void connect();
      }}
    >
      {firstRun && <h3>{t('welcome_from_datto')}</h3>}
      {secretFields.map((field) => (
        <Fragment key={field}>
          {firstRun && field === 'itGlueApiKey' && (
            <>
              <SideChecked check={checks.datto} words={t('welcome_accepted_datto')} />
              <h3>{t('welcome_from_itglue')}</h3>
            </>
          )}
          <SecretField
            field={field}
            value={draft[field]}
            saved={view.saved[field]}
            error={errorAt(field)}
            managed={isManaged(field)}
            onChange={(value) => change({ [field]: value })}
          />
        </Fragment>
      ))}
      <Field field="region" error={errorAt('region')}>
        {(props) =>
          isManaged('region') ? (
            <ManagedValue {...props}>{t(regionNames[draft.region])}</ManagedValue>
          ) : (
            <select
              {...props}
              class="select"
              value={draft.region}
              onChange={(event) => change({ region: event.currentTarget.value as Region })}
            >
              {regions.map((region) => (
                <option key={region} value={region}>
                  {t(regionNames[region])}
                </option>
              ))}
            </select>
          )
        }
      </Field>
      <Field field="subdomain" error={errorAt('subdomain')}>
        {(props) =>
          isManaged('subdomain') ? (
            <ManagedValue {...props}>{draft.subdomain}</ManagedValue>
          ) : (
            <input
              {...props}
              class="text-input"
              type="text"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              value={draft.subdomain}
              onInput={(event) => change({ subdomain: event.currentTarget.value })}
              onBlur={() => setDraft(withAddressRead)}
            />
          )
        }
      </Field>
      {firstRun && <SideChecked check={checks.itglue} words={t('welcome_accepted_itglue')} />}
      {asksPassphrase && (
        <div class="vault-form" role="group" aria-label={t('vault_passphrase')}>
          <p>{t('vault_required_form')}</p>
          <PassphraseField
            label={t('vault_new')}
            hint={t('vault_new_hint')}
            value={passphrase.next}
            error={passphraseErrors.next ?? null}
            onInput={(next) => setPassphrase((before) => ({ ...before, next }))}
          />
          <PassphraseField
            label={t('vault_again')}
            value={passphrase.again}
            error={passphraseErrors.again ?? null}
            onInput={(again) => setPassphrase((before) => ({ ...before, again }))}
          />
        </div>
      )}
      {failures.length > 0 && (
        <Notice tone="bad" role="alert" tabIndex={-1} data-form-failure>
          {elsewhere ? failureText(elsewhere) : t('options_failures', failures.length)}
        </Notice>
      )}
      <Button kind="primary" type="submit" busy={pending}>
        {t(pending ? 'options_connecting' : 'options_connect')}
      </Button>
    </form>
  );
}

/** A value that the company has set, where its control would be. */
function ManagedValue({
  id,
  'aria-describedby': describedBy,
  children,
}: ControlProps & { children: ComponentChildren }) {
  return (
    <output id={id} class="options-setting" aria-describedby={describedBy}>
      <bdi>{children}</bdi>
      <ManagedMark />
    </output>
  );
}
