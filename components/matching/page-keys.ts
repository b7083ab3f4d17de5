/** What a key does wherever the focus is on the page, except where something is typed. */
export type PageKeyAction = 'search' | 'undo' | 'choose-all' | 'clear' | 'help' | 'rows';

/** What the key does; `null` where it is left to the browser. */
export function pageKeyAction(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'>,
): PageKeyAction | null {
  if (event.altKey || event.repeat) return null;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return key === 'a' ? 'choose-all' : null;
  switch (key) {
    case '/':
      return 'search';
    case 'u':
      return 'undo';
    case '?':
      return 'help';
    case 'escape':
      return 'clear';
    // On a row they are the row's; from elsewhere they lead to it.
    case 'j':
    case 'k':
    case 'x':
      return 'rows';
    default:
      return null;
  }
}
