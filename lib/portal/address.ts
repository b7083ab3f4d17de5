/** The part of the Navigation API used here; not yet in every browser, nor in TypeScript's own types. */
interface NavigationLike extends EventTarget {
  readonly currentEntry: unknown;
}

/** How often the address is looked at where the browser does not tell of a change, milliseconds. */
const pollEvery = 300;

/**
 * Calls back with the address now and after every change of it, navigation without reload
 * (`history.pushState`) included, until the signal aborts. In browsers with the Navigation API the
 * call comes within the navigation itself, so nothing of the old page is ever seen on the new one.
 */
export function watchAddress(listener: (address: string) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let last: string | null = null;
  const look = () => {
    if (signal.aborted || location.href === last) return;
    last = location.href;
    listener(last);
  };
  const { navigation } = globalThis as { navigation?: NavigationLike };
  if (typeof navigation?.addEventListener === 'function') {
    navigation.addEventListener('currententrychange', look, { signal });
  } else {
    // A content script does not see the page's calls of pushState: its window is its own.
    const timer = setInterval(look, pollEvery);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }
  addEventListener('popstate', look, { signal });
  addEventListener('hashchange', look, { signal });
  look();
}
