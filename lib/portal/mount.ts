import type { Place } from './place';
import { findPlace, putAt } from './place';
import { hostTag } from './shadow-host';

/** How long a page may load without its title before the panel stands at the content's beginning, milliseconds. */
const patience = { untitled: 2_500, busy: 10_000 };
/** So many insertions in so many milliseconds are a page that removes what is foreign; then a pause. */
const burst = { count: 30, within: 2_000 };
/** After so many pauses the page has won. */
const pauses = 5;

/**
 * Puts the element into the page, and again at once, with its state, whenever the page's rendering
 * removes it, until the signal aborts; then it is gone. A panel left behind by an earlier life of
 * the extension is removed.
 */
export function keepMounted(host: HTMLElement, document: Document, signal: AbortSignal): void {
  if (signal.aborted) return;
  for (const old of document.querySelectorAll(hostTag)) if (old !== host) old.remove();

  const focus = rememberFocus(host, signal);
  let waitingSince: number | null = null;
  let recent: number[] = [];
  let paused = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look() {
    clearTimeout(timer);
    if (signal.aborted || host.isConnected || paused > pauses) return;
    const now = performance.now();
    const place = findPlace(document);
    const wait = waitFor(place, now);
    if (wait > 0) {
      timer = setTimeout(look, wait);
      return;
    }
    recent = [...recent.filter((at) => now - at < burst.within), now];
    if (recent.length > burst.count) {
      recent = [];
      paused += 1;
      timer = setTimeout(look, burst.within);
      // Even a look caused by the page's next change comes only after the pause.
      resumeAt = now + burst.within;
      return;
    }
    waitingSince = null;
    putAt(place, host);
    focus.restore();
  }

  let resumeAt = 0;
  /** Milliseconds until the element may be put there. */
  function waitFor(place: Place, now: number): number {
    if (now < resumeAt) return resumeAt - now;
    if (place.settled) return 0;
    waitingSince ??= now;
    const limit = place.after === null ? patience.untitled : patience.busy;
    return waitingSince + limit - now;
  }

  const observer = new MutationObserver(look);
  // The document itself: even its element may be replaced.
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['aria-busy'],
  });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
      host.remove();
    },
    { once: true },
  );
  look();
}

/** Keeps what has the focus inside the element, which loses it when the page removes the element. */
function rememberFocus(host: HTMLElement, signal: AbortSignal) {
  const shadow = host.shadowRoot;
  let focused: HTMLElement | null = null;
  shadow?.addEventListener(
    'focusin',
    (event) => {
      focused = event.target as HTMLElement | null;
    },
    { signal },
  );
  shadow?.addEventListener(
    'focusout',
    () => {
      const left = focused;
      // Removal takes the focus too, but the element is then back before this runs.
      setTimeout(() => {
        if (focused === left && shadow.activeElement !== left) focused = null;
      });
    },
    { signal },
  );
  return {
    restore() {
      const { activeElement, body } = host.ownerDocument;
      if (focused && (activeElement === null || activeElement === body))
        focused.focus({ preventScroll: true });
    },
  };
}
