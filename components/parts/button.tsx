import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import type { IconName } from '../icons/icon';
import { Icon } from '../icons/icon';

interface Props extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'icon' | 'class' | 'className'
> {
  /** `plain` by default; one `primary` at most per view; `danger` for what cannot be undone. */
  look?: 'plain' | 'primary' | 'danger' | 'quiet';
  icon?: IconName;
  /** The icon turns while the action is under way; the button stays focusable. */
  busy?: boolean;
  /** Only the icon is seen; the children are the accessible name. */
  iconOnly?: boolean;
  children: ComponentChildren;
}

/** A button. While `busy` it keeps the focus and takes no clicks. */
export function Button({
  look = 'plain',
  icon,
  busy = false,
  iconOnly = false,
  children,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      class={`button button-${look}${iconOnly ? ' button-icon' : ''}`}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      <span class={iconOnly ? 'hidden-text' : undefined}>{children}</span>
    </button>
  );
}
