import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { fieldLabels } from '@/lib/words/connection-fields';
import type { SecretField as Name } from '@/lib/model/connect';
import { Field } from './field';
import { ManagedMark } from './managed-mark';

/**
 * A key that is written and never read back: once saved it stands as the word "saved", until it is
 * replaced.
 */
export function SecretField({
  field,
  value,
  saved,
  error,
  managed,
  onChange,
}: {
  field: Name;
  /** What is typed; `null` while the saved key is kept. */
  value: string | null;
  saved: boolean;
  error: string | null;
  /** The company has set it. */
  managed: boolean;
  onChange: (value: string | null) => void;
}) {
  const label = t(fieldLabels[field]);
  const input = useRef<HTMLInputElement>(null);
  const replacing = useRef(false);
  const kept = value === null;
  useEffect(() => {
    if (kept || !replacing.current) return;
    replacing.current = false;
    input.current?.focus();
  }, [kept]);

  return (
    <Field field={field} error={error}>
      {(props) => (
        <div class="options-secret">
          {managed ? (
            <output id={props.id} aria-describedby={props['aria-describedby']}>
              <ManagedMark />
            </output>
          ) : kept ? (
            <>
              <output
                id={props.id}
                class="options-saved"
                aria-describedby={props['aria-describedby']}
              >
                <Icon name="check" />
                {t('options_saved')}
              </output>
              <Button
                label={t('options_replace_field', [label])}
                onClick={() => {
                  replacing.current = true;
                  onChange('');
                }}
              >
                {t('options_replace')}
              </Button>
            </>
          ) : (
            <>
              <input
                {...props}
                ref={input}
                class="text-input"
                {...typeOf(field)}
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                value={value}
                onInput={(event) => onChange(event.currentTarget.value)}
              />
              {saved && (
                <Button
                  kind="quiet"
                  label={t('options_keep_field', [label])}
                  onClick={() => onChange(null)}
                >
                  {t('options_keep')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </Field>
  );
}

/** The half of a key pair that is no secret may be proof-read while it is typed. */
const typeOf = (field: Name) =>
  field === 'dattoPublicKey' ? ({ type: 'text' } as const) : ({ type: 'password' } as const);
