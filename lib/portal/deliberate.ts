import { isLaidOut } from './layout';

/** How often the buttons are looked at, and how long one must have been seen in its place, milliseconds. */
const every = 100;
const moment = 350;
/** What takes a click or a key that decides: buttons, and the hits of a search with its field. */
const deciding = 'button, [role="option"], [role="combobox"]';
/** Around buttons that only show something: they decide nothing, and take clicks whatever covers a part of them. */
const reading = '[data-reads]';
/** A button smaller than this is none that a person aims at, CSS pixels. */
const smallest = 14;

/** How a button was seen last. */
interface Sight {
  /** Where it stands in what scrolls, CSS pixels. */
  readonly x: number;
  readonly y: number;
  /** Since when it is plainly there; `null` where it is not. By `performance.now()`. */
  readonly since: number | null;
}

interface Watch {
  readonly sights: WeakMap<Element, Sight>;
  /** What the browser says it painted, where it tells (`IntersectionObserver` with `trackVisibility`). */
  readonly painted: WeakMap<Element, boolean>;
}

/** By the shadow root of the buttons. */
const watches = new WeakMap<Node, Watch>();

/**
 * Watches a card's buttons, so that a click on one that a person cannot have meant is known: on a card that the
 * page made transparent, covered, or moved under the pointer. Buttons take no click until they were there for a
 * moment.
 * @param root what holds them, in a shadow root
 */
export function watchButtons(root: HTMLElement, signal: AbortSignal): void {
  const document = root.ownerDocument;
  const watch: Watch = { sights: new WeakMap(), painted: new WeakMap() };
  watches.set(root.getRootNode(), watch);
  const observer = paintObserver(watch);
  const look = () => {
    if (document.visibilityState === 'hidden' || !root.isConnected) return;
    for (const button of root.querySelectorAll<HTMLElement>(deciding)) {
      if (button.closest(reading)) continue;
      observer?.observe(button);
      const sight = see(button, watch);
      watch.sights.set(button, sight);
      if (button.dataset['busy'] !== undefined || button instanceof HTMLInputElement) continue;
      // Said to assistive technology, and to tools that click only what is enabled.
      if (isSteady(sight)) button.removeAttribute('aria-disabled');
      else button.setAttribute('aria-disabled', 'true');
    }
  };
  const timer = setInterval(look, every);
  // What has just been drawn is no target yet, from its first moment on.
  const drawn = new MutationObserver(look);
  drawn.observe(root, { childList: true, characterData: true, subtree: true });
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      drawn.disconnect();
      observer?.disconnect();
    },
    { once: true },
  );
}

/**
 * Whether a click (or a key) is a person's, on a button that is plainly to be seen, uncovered, and has been in its
 * place for a moment.
 */
export function isDeliberate(event: Event): boolean {
  const { currentTarget: button } = event;
  if (!event.isTrusted || !(button instanceof HTMLElement)) return false;
  const watch = watches.get(button.getRootNode());
  if (!watch) return false;
  if (!isLaidOut(button.ownerDocument)) return true;
  const before = watch.sights.get(button);
  const now = see(button, watch);
  return (
    before !== undefined &&
    isSteady(before) &&
    now.since !== null &&
    near(before, now) &&
    isUncovered(button, button.getBoundingClientRect())
  );
}

const isSteady = ({ since }: Sight) => since !== null && performance.now() - since >= moment;

const near = (a: Sight, b: Sight) => Math.abs(a.x - b.x) <= 2 && Math.abs(a.y - b.y) <= 2;

function see(button: HTMLElement, { sights, painted }: Watch): Sight {
  if (!isLaidOut(button.ownerDocument)) return { x: 0, y: 0, since: -Infinity };
  const box = button.getBoundingClientRect();
  const { x, y } = placeOf(button, box);
  const before = sights.get(button);
  const clear =
    box.width >= smallest &&
    box.height >= smallest &&
    isOpaque(button) &&
    // Out of the window nothing is painted, and nothing can be clicked.
    (!isInWindow(button, box) || (painted.get(button) !== false && isUncovered(button, box)));
  if (!clear) return { x, y, since: null };
  const stayed = before && before.since !== null && near(before, { x, y, since: null });
  return { x, y, since: stayed ? before.since : performance.now() };
}

/** Where it is in what scrolls: a person who scrolls and clicks at once is not kept waiting. */
function placeOf(button: HTMLElement, box: DOMRect): { x: number; y: number } {
  let [x, y] = [box.left, box.top];
  const around = [...ancestors(button)];
  if (around.some((element) => getComputedStyle(element).position === 'fixed')) return { x, y };
  for (const element of around) {
    x += element.scrollLeft;
    y += element.scrollTop;
  }
  return { x, y };
}

function isInWindow(button: HTMLElement, { left, top, right, bottom }: DOMRect): boolean {
  const { clientWidth, clientHeight } = button.ownerDocument.documentElement;
  return left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight;
}

/** Whether nothing around it makes it transparent, cuts it or paints it otherwise. */
function isOpaque(button: HTMLElement): boolean {
  let opacity = 1;
  for (const element of ancestors(button)) {
    const style = getComputedStyle(element);
    opacity *= Number(style.opacity);
    if (
      opacity < 0.9 ||
      style.visibility !== 'visible' ||
      isSet(style.filter) ||
      isSet(style.clipPath) ||
      isSet(style.maskImage) ||
      (style.mixBlendMode || 'normal') !== 'normal'
    )
      return false;
  }
  return true;
}

const isSet = (value: string | undefined) =>
  value !== undefined && value !== '' && value !== 'none';

/** Whether it is what is hit at its middle and towards its corners. */
function isUncovered(button: HTMLElement, { left, top, width, height }: DOMRect): boolean {
  const root = button.getRootNode();
  const { ownerDocument } = button;
  return [
    [0.5, 0.5],
    [0.2, 0.3],
    [0.8, 0.3],
    [0.2, 0.7],
    [0.8, 0.7],
  ].every(([across = 0, down = 0]) => {
    const [x, y] = [left + width * across, top + height * down];
    if (root instanceof ShadowRoot && ownerDocument.elementFromPoint(x, y) !== root.host)
      return false;
    const hit = (root as ShadowRoot | Document).elementFromPoint(x, y);
    return hit !== null && button.contains(hit);
  });
}

/** The element and those around it, out of shadow roots too. */
function* ancestors(element: Element): Generator<Element> {
  let node: Element | null = element;
  while (node) {
    yield node;
    const { parentNode }: Element = node;
    node = parentNode instanceof ShadowRoot ? parentNode.host : node.parentElement;
  }
}

/** Tells what covers without taking clicks, which no look at the page's elements does. */
function paintObserver({ painted }: Watch): IntersectionObserver | null {
  if (typeof IntersectionObserver === 'undefined') return null;
  const options = { threshold: [0, 0.5, 1], trackVisibility: true, delay: every };
  return new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const { isVisible } = entry as { isVisible?: boolean };
      if (isVisible === undefined || !entry.isIntersecting) painted.delete(entry.target);
      else painted.set(entry.target, isVisible);
    }
  }, options);
}
