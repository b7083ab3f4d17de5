import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import type { IconName } from '@/components/icons/icon';
import { Icon } from '@/components/icons/icon';

interface Props extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'icon' | 'label' | 'class' | 'className'
> {
  /** `plain` by default; one `primary` at most per view; `danger` for what cannot be undone. */
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  icon?: IconName;
  /** The accessible name where the visible words do not say enough, or there are none. */
  label?: string;
  /** Under way: the icon turns, the button keeps the focus and takes no clicks. */
  busy?: boolean;
  /** The visible words; without them only the icon is seen. */
  children?: ComponentChildren;
}

/** A button; a `type` of `submit` makes it the form's. */
export function Button({
  kind = 'plain',
  icon,
  label,
  busy = false,
  title,
  children,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      class={`button button-${kind}${children === undefined ? ' button-icon' : ''}`}
      aria-label={label}
      title={title ?? (children === undefined ? label : undefined)}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
