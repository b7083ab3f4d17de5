import type { ComponentChildren, HTMLAttributes } from 'preact';
import { Icon } from '@/components/icons/icon';
import type { Tone } from '@/lib/words/tone';

interface Props extends Omit<
  HTMLAttributes<HTMLDivElement>,
  'title' | 'action' | 'class' | 'className'
> {
  tone: Tone;
  /** In bold before the sentence. */
  title?: string;
  /** One sentence. */
  children?: ComponentChildren;
  /** The one next step: a button or a link. */
  action?: ComponentChildren;
}

const icons = {
  good: 'check',
  warning: 'warning',
  bad: 'warning',
  info: null,
  neutral: null,
} as const;

/** One sentence and one next step. Announced by itself only when placed in a live region. */
export function Notice({ tone, title, children, action, ...rest }: Props) {
  const icon = icons[tone];
  return (
    <div {...rest} class={`notice tone-${tone}`}>
      {icon && <Icon name={icon} />}
      <p class="notice-sentence">
        {title !== undefined && <strong>{title} </strong>}
        {children}
      </p>
      {action && <div class="notice-action">{action}</div>}
    </div>
  );
}
