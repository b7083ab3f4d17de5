export type Theme = 'light' | 'dark';

/** IT Glue marks its dark theme with this class on the body. */
const darkClass = 'ui-theme-dark';

const themeOf = (document: Document): Theme =>
  document.body?.classList.contains(darkClass) ? 'dark' : 'light';

/** Calls back with the portal's theme now and whenever it changes, until the signal aborts. */
export function watchTheme(
  document: Document,
  listener: (theme: Theme) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let last: Theme | null = null;
  let body: HTMLElement | null = null;
  const look = () => {
    // A single-page application may put another body in the place of the first.
    if (document.body !== body) {
      body = document.body;
      observer.disconnect();
      observer.observe(document.documentElement, { childList: true });
      if (body) observer.observe(body, { attributes: true, attributeFilter: ['class'] });
    }
    const theme = themeOf(document);
    if (theme === last) return;
    last = theme;
    listener(theme);
  };
  const observer = new MutationObserver(look);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  look();
}
