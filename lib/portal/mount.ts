import type { PlacedBy } from '@/lib/model/placement';
import { isFixed, isLaidOut, isWide } from './layout';
import type { Place } from './place';
import { findPlace, putAt } from './place';
import { hostTag } from './shadow-host';

/** How long a page may load without its title before the panel takes a lesser place, milliseconds. */
const patience = { untitled: 2_500, busy: 10_000 };
/** How long, and how often, a page whose panel is docked is looked at for a better place, milliseconds. */
const better = { within: 15_000, every: 500 };
/** So many insertions in so many milliseconds are a page that removes what is foreign; then a pause. */
const burst = { count: 30, within: 2_000 };
/** After so many pauses the page has won. */
const pauses = 5;
/** The customers' portal, on which nothing is shown. */
const myGlueClass = 'myglue';

/** Whether this is MyGlue, where nothing is shown. */
export const isMyGlue = (document: Document): boolean =>
  document.body?.classList.contains(myGlueClass) ?? false;

export interface MountWishes {
  /** What the page's title is known to say; `null` where that is not known. */
  name(): string | null;
  /** Whether the panel is to be docked even where the page has a place for it. */
  docked(): boolean;
  /** Told whenever the element was put somewhere. */
  placed(by: PlacedBy): void;
  /** Told when the page has removed the element so often that it is left away. */
  givenUp?(): void;
}

export interface Mount {
  /** The wishes have changed. */
  update(): void;
}

/**
 * Puts the element into the page, and again at once, with its state, whenever the page's rendering
 * removes it, until the signal aborts; then it is removed. A place that turns out too narrow or
 * covered by a bar is given up for the corner of the window. A panel left behind by an earlier life
 * of the extension is removed.
 */
export function keepMounted(
  host: HTMLElement,
  document: Document,
  signal: AbortSignal,
  wishes: MountWishes,
): Mount {
  if (signal.aborted) return { update: () => undefined };
  for (const old of document.querySelectorAll(hostTag)) if (old !== host) old.remove();

  const focus = rememberFocus(host, signal);
  let waitingSince: number | null = null;
  let recent: number[] = [];
  let paused = 0;
  let resumeAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** How the element stands; `null` before it was put anywhere. */
  let standing: PlacedBy | null = null;
  /** Since when it is docked for want of a place, for as long as a better one is looked for. */
  let dockedAt: number | null = null;
  let lookedAt = -Infinity;
  /** A place that did not serve: it is not tried again at this width of the window. */
  let misfitAt: number | null = null;

  function look() {
    clearTimeout(timer);
    if (signal.aborted || paused > pauses) return;
    // The page is not there yet; the observer tells when it is.
    if (!document.body) return;
    if (isMyGlue(document)) return host.remove();
    const now = performance.now();
    if (host.isConnected) return lookForBetter(now);
    const place = wanted();
    const wait = waitFor(place, now);
    if (wait > 0) timer = setTimeout(look, wait);
    else put(place, now);
  }

  /** Docked for want of a place: the page may have one by now. */
  function lookForBetter(now: number) {
    if (dockedAt === null || now - dockedAt > better.within) return;
    const wait = lookedAt + better.every - now;
    if (wait > 0) {
      timer = setTimeout(look, wait);
      return;
    }
    lookedAt = now;
    const place = wanted();
    if (place.by !== 'docked' && place.settled) put(place, now);
  }

  function wanted(): Place {
    const misfits = misfitAt === document.documentElement.clientWidth;
    if (wishes.docked() || misfits) return { by: 'docked' };
    return findPlace(document, wishes.name());
  }

  /** Milliseconds until the element may be put there. */
  function waitFor(place: Place, now: number): number {
    if (now < resumeAt) return resumeAt - now;
    // What was chosen, and where it stood before, is not waited for.
    if (wishes.docked() || misfitAt !== null || place.by === standing) return 0;
    if (place.by !== 'docked' && place.settled) return 0;
    waitingSince ??= now;
    const busy = place.by !== 'docked' && place.busy;
    return waitingSince + (busy ? patience.busy : patience.untitled) - now;
  }

  function put(place: Place, now: number) {
    recent = [...recent.filter((at) => now - at < burst.within), now];
    if (recent.length > burst.count) {
      recent = [];
      paused += 1;
      if (paused > pauses) wishes.givenUp?.();
      timer = setTimeout(look, burst.within);
      // Even a look caused by the page's next change comes only after the pause.
      resumeAt = now + burst.within;
      return;
    }
    waitingSince = null;
    standing = place.by;
    const searching = place.by === 'docked' && !wishes.docked() && misfitAt === null;
    dockedAt = searching ? (dockedAt ?? now) : null;
    putAt(place, host);
    focus.restore();
    wishes.placed(place.by);
    if (place.by !== 'docked') document.defaultView?.requestAnimationFrame(check);
  }

  /** Gives up a place in the page that does not serve. */
  function check() {
    if (signal.aborted || standing === 'docked' || !host.isConnected || fits(host)) return;
    misfitAt = document.documentElement.clientWidth;
    put({ by: 'docked' }, performance.now());
  }

  /** The window's width or the wishes have changed. */
  function again() {
    if (signal.aborted || standing === null || isMyGlue(document)) return;
    if (standing !== 'docked' && !wishes.docked()) return check();
    misfitAt = null;
    const place = wanted();
    if (place.by !== standing) put(place, performance.now());
  }

  const observer = new MutationObserver(look);
  // The document itself: even its element may be replaced.
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['aria-busy'],
  });
  let resized: ReturnType<typeof setTimeout> | undefined;
  document.defaultView?.addEventListener(
    'resize',
    () => {
      clearTimeout(resized);
      resized = setTimeout(again, 200);
    },
    { signal },
  );
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(resized);
      host.remove();
    },
    { once: true },
  );
  look();
  return { update: again };
}

/** Whether the element in the page has its width and no bar of the page lies over it. */
function fits(host: HTMLElement): boolean {
  const document = host.ownerDocument;
  if (!isLaidOut(document)) return true;
  const box = host.getBoundingClientRect();
  // Nothing painted yet, or taken out of the page for a moment by its rendering.
  if (box.width === 0 || box.height === 0) return true;
  if (host.parentElement && !isWide(host.parentElement)) return false;
  const available = document.documentElement.clientWidth;
  if (box.width < Math.min(320, available - 48)) return false;
  // Scrolled, everything goes under a bar at some time.
  if ((document.defaultView?.scrollY ?? 0) > 0) return true;
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + 4);
  return over === null || over === host || !isFixed(over);
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
