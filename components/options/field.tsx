import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n';
import type { ConnectField } from '@/lib/model/connect';
import { fieldHints, fieldId, fieldLabels } from '@/lib/words/connection-fields';

/** What a control of the form takes so that its hint and its error are read with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

/** One labelled control of the Connection form, with the hint where its value comes from and its error. */
export function Field({
  field,
  error,
  children,
}: {
  field: ConnectField;
  /** What is wrong with the value, as a sentence. */
  error: string | null;
  children: (props: ControlProps) => ComponentChildren;
}) {
  const id = fieldId(field);
  const describedBy = error ? `${id}-error ${id}-hint` : `${id}-hint`;
  return (
    <div class="options-field">
      <label for={id}>{t(fieldLabels[field])}</label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error !== null })}
      {error && (
        <p class="options-field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <p class="options-hint" id={`${id}-hint`}>
        {t(fieldHints[field])}
      </p>
    </div>
  );
}
