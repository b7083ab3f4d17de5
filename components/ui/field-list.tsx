import type { ComponentChildren } from 'preact';
import type { Tone } from '@/lib/words/tone';
import { ValueText } from './value-text';

export interface FieldListItem {
  readonly key: string;
  readonly label: string;
  readonly value: ComponentChildren;
  /** Colours the value; `undefined` for the usual, quiet row. */
  readonly tone?: Tone | undefined;
  /** Changed a moment ago. */
  readonly changed?: boolean | undefined;
}

/** A compact list of label and value in two columns; wide enough, the rows stand in several. */
export function FieldList({ items }: { items: readonly FieldListItem[] }) {
  return (
    <dl class="field-list">
      {items.map(({ key, label, value, tone, changed }) => (
        <div
          key={key}
          class={`field${tone ? ` tone-${tone}` : ''}`}
          data-field={key}
          data-changed={changed || undefined}
        >
          <dt>
            <ValueText text={label} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
