/** What a key does on a row; `null` where it is left to the browser. */
export type RowKeyAction =
  | { readonly kind: 'move'; readonly to: number }
  /** Along the row's buttons and links. */
  | { readonly kind: 'along'; readonly by: 1 | -1 }
  | { readonly kind: 'main' };

/** @param page so many rows a page of the list holds */
export function rowKeyAction(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'target'>,
  { current, last, page }: { current: number; last: number; page: number },
): RowKeyAction | null {
  if (event.altKey || event.metaKey) return null;
  const target = event.target as HTMLElement;
  const onRow = target.hasAttribute('data-key');
  switch (event.key) {
    case 'ArrowDown':
      return { kind: 'move', to: current + 1 };
    case 'ArrowUp':
      return { kind: 'move', to: current - 1 };
    case 'PageDown':
      return { kind: 'move', to: current + page };
    case 'PageUp':
      return { kind: 'move', to: current - page };
    case 'Home':
      return { kind: 'move', to: 0 };
    case 'End':
      return { kind: 'move', to: last };
    case 'ArrowRight':
      return { kind: 'along', by: 1 };
    case 'ArrowLeft':
      return { kind: 'along', by: -1 };
    case 'Enter':
      // On a button Enter is the button's.
      return onRow && !event.ctrlKey ? { kind: 'main' } : null;
    default:
      return null;
  }
}

/** Moves the focus along the row and its buttons and links. */
export function moveAlongRow(target: HTMLElement, by: 1 | -1): void {
  const row = target.closest<HTMLElement>('[data-key]');
  if (!row) return;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('button, a[href]')];
  stops[stops.indexOf(target) + by]?.focus();
}
