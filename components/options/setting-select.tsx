import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import { ManagedMark } from './managed-mark';
import { problemText } from '@/lib/words/problems';

/** A setting chosen from a list and saved at once, with a word that it was. */
export function SettingSelect({
  id,
  label,
  hint,
  value,
  choices,
  managed = false,
  notSaved = problemText,
  onSave,
}: {
  id: string;
  label: string;
  hint: string;
  value: string;
  /** Value and text of each choice. */
  choices: readonly (readonly [value: string, text: string])[];
  /** The company has set it: it is shown, and not changed. */
  managed?: boolean;
  /** Why it was not saved, in words. */
  notSaved?: (problem: Problem) => string;
  onSave: (value: string) => Promise<{ ok: true } | { ok: false; problem: Problem }>;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [result, setResult] = useState<'saved' | Problem | null>(null);

  // From here on the view says it.
  useEffect(() => setChosen(null), [value]);

  async function save(next: string) {
    setChosen(next);
    setResult(null);
    const reply = await onSave(next);
    if (!reply.ok) setChosen(null);
    setResult(reply.ok ? 'saved' : reply.problem);
  }

  return (
    <div class="options-field">
      <label for={id}>{label}</label>
      <div class="options-setting">
        <select
          class="select"
          id={id}
          aria-describedby={`${id}-hint`}
          disabled={managed}
          value={chosen ?? value}
          onChange={(event) => void save(event.currentTarget.value)}
        >
          {choices.map(([choice, text]) => (
            <option key={choice} value={choice}>
              {text}
            </option>
          ))}
        </select>
        {managed && <ManagedMark />}
        <span role="status">
          {result === 'saved' && <span class="options-saved">{t('options_setting_saved')}</span>}
          {result && result !== 'saved' && (
            <span class="options-field-error">
              {t('options_setting_not_saved', [notSaved(result)])}
            </span>
          )}
        </span>
      </div>
      <p class="options-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
