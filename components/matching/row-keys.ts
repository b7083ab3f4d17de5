/** What a key does on a row; `null` where it is left to the browser. */
export type RowKeyAction =
  /** `extend`: what lies between is chosen. */
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  /** Along the row's buttons and links. */
  | { readonly kind: 'along'; readonly by: 1 | -1 }
  /** Chooses the row, or no longer; `extend`: everything up to it. */
  | { readonly kind: 'choose'; readonly extend: boolean }
  | { readonly kind: 'main' };

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'target'
>;

/** @param page so many rows a page of the list holds */
export function rowKeyAction(
  event: Pressed,
  { current, last, page }: { current: number; last: number; page: number },
): RowKeyAction | null {
  if (event.altKey || event.metaKey) return null;
  const target = event.target as HTMLElement;
  const onRow = target.hasAttribute('data-key');
  const extend = event.shiftKey;
  const move = (to: number): RowKeyAction => ({ kind: 'move', to, extend });
  switch (event.key) {
    case 'ArrowDown':
      return move(current + 1);
    case 'ArrowUp':
      return move(current - 1);
    case 'PageDown':
      return move(current + page);
    case 'PageUp':
      return move(current - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(last);
    case 'ArrowRight':
      return { kind: 'along', by: alongIn(target, 1) };
    case 'ArrowLeft':
      return { kind: 'along', by: alongIn(target, -1) };
    case 'Enter':
      // On a button Enter is the button's, and so is Space.
      return onRow && !event.ctrlKey ? { kind: 'main' } : null;
    case ' ':
      return onRow && !event.ctrlKey ? { kind: 'choose', extend } : null;
    default:
      return event.ctrlKey ? null : letterAction(event.key, move, current);
  }
}

/** Letters without a further key; large ones are with Shift. */
function letterAction(
  key: string,
  move: (to: number) => RowKeyAction,
  current: number,
): RowKeyAction | null {
  switch (key.toLowerCase()) {
    case 'j':
      return move(current + 1);
    case 'k':
      return move(current - 1);
    case 'x':
      return { kind: 'choose', extend: key === 'X' };
    default:
      return null;
  }
}

/** Where the page runs from right to left, the arrows go the other way along the row. */
const alongIn = (target: HTMLElement, by: 1 | -1): 1 | -1 =>
  getComputedStyle(target).direction === 'rtl' ? (by === 1 ? -1 : 1) : by;

/** Moves the focus along the row and its buttons and links. */
export function moveAlongRow(target: HTMLElement, by: 1 | -1): void {
  const row = target.closest<HTMLElement>('[data-key]');
  if (!row) return;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('button, a[href]')];
  stops[stops.indexOf(target) + by]?.focus();
}
