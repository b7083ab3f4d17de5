/** How long a setting that was gone to stays marked, milliseconds. */
const markedMs = 3_000;
/** How long a setting is waited for that its section has yet to read, milliseconds. */
const patienceMs = 5_000;

/** What can take the focus. */
const controls = ['input', 'select', 'button', 'a[href]', '[tabindex]'].join();

/**
 * Goes to a setting as soon as its section shows it: into view, with the focus, marked for a moment.
 * @returns how to give it up
 */
export function goTo(section: HTMLElement, id: string): () => void {
  const look = () => {
    const found = section.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (found === null) return;
    leave();
    const folded = found.closest('details');
    if (folded) folded.open = true;
    const field = found.closest<HTMLElement>('.options-field') ?? found;
    field.scrollIntoView({ block: 'center' });
    field.dataset['found'] = '';
    setTimeout(() => delete field.dataset['found'], markedMs);
    const control = found.matches(controls) ? found : field.querySelector<HTMLElement>(controls);
    control?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => observer.disconnect(), patienceMs);
  const leave = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  observer.observe(section, { childList: true, subtree: true });
  look();
  return leave;
}
