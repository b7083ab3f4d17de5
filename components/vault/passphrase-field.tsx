import type { Ref } from 'preact';
import { useId } from 'preact/hooks';

/** One passphrase to be typed, with its error and its hint. It is never offered for saving. */
export function PassphraseField({
  label,
  value,
  error,
  hint,
  input,
  onInput,
}: {
  label: string;
  value: string;
  /** What is wrong with it, as a sentence. */
  error: string | null;
  hint?: string | undefined;
  input?: Ref<HTMLInputElement>;
  onInput: (value: string) => void;
}) {
  const id = useId();
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="vault-field">
      <label for={id}>{label}</label>
      <input
        {...(input && { ref: input })}
        id={id}
        class="text-input"
        type="password"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={1000}
        aria-describedby={describedBy || undefined}
        aria-invalid={error !== null}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error && (
        <p class="vault-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="vault-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
