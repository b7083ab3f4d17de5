import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { ConnectFailure, ConnectField } from '@/lib/model/connect';
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
import { Field } from './field';
import { SecretField } from './secret-field';

/** The keys and the tenant, verified live on both sides before anything is saved. */
export function ConnectionForm({
  client,
  view,
  onOutcome,
}: {
  client: Client;
  view: OptionsView;
  /** Verified and saved, or not; said at once when a new attempt begins. */
  onOutcome: (connected: boolean) => void;
}) {
  const [draft, setDraft] = useState<ConnectDraft>(() => draftOf(view));
  const [failures, setFailures] = useState<readonly ConnectFailure[]>([]);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  // The first field to correct; the notice where it is none of them.
  useEffect(() => {
    if (failures.length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-form-failure]')?.focus();
  }, [failures]);

  const change = (part: Partial<ConnectDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setFailures((before) => before.filter(({ field }) => !(field in part)));
  };
  const errorAt = (field: ConnectField) => {
    const failure = failures.find((each) => each.field === field);
    return failure ? failureText(failure) : null;
  };
  const fail = (found: readonly ConnectFailure[]) => {
    setFailures(found);
    // A saved key that was refused has to be entered again, so its field opens.
    setDraft((before) => {
      const open = secretFields.filter(
        (field) => before[field] === null && found.some((failure) => failure.field === field),
      );
      return { ...before, ...Object.fromEntries(open.map((field) => [field, ''])) };
    });
  };

  async function connect() {
    onOutcome(false);
    const ready = requestOf(draft, view.saved);
    if ('failures' in ready) return fail(ready.failures);
    setDraft(withAddressRead);
    setFailures([]);
    setPending(true);
    const reply = await client.send('connection.connect', ready.request);
    setPending(false);
    if (!reply.ok) return fail([{ field: 'form', reason: 'problem', problem: reply.problem }]);
    if (!reply.value.ok) return fail(reply.value.failures);
    setDraft((before) => ({
      ...before,
      dattoPublicKey: null,
      dattoSecretKey: null,
      itGlueApiKey: null,
    }));
    onOutcome(true);
  }

  const elsewhere = failures.find(({ field }) => field === 'form');
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
      {secretFields.map((field) => (
        <SecretField
          key={field}
          field={field}
          value={draft[field]}
          saved={view.saved[field]}
          error={errorAt(field)}
          onChange={(value) => change({ [field]: value })}
        />
      ))}
      <Field field="region" error={errorAt('region')}>
        {(props) => (
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
        )}
      </Field>
      <Field field="subdomain" error={errorAt('subdomain')}>
        {(props) => (
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
        )}
      </Field>
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
