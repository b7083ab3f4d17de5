import type { Corner } from '@/lib/model/placement';
import { corners } from '@/lib/model/placement';

/** Distance of a docked panel from the window's edges, CSS pixels; the same as in panel.css. */
export const dockMargin = 12;

/** A rectangle of the window, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface DockedWindow {
  readonly width: number;
  readonly height: number;
  /** Height of the page's bar at the window's top. */
  readonly bar: number;
  readonly rightToLeft: boolean;
}

/** Where a panel of that size stands in a corner of the window. */
export function boxIn(
  corner: Corner,
  { width, height }: Pick<Box, 'width' | 'height'>,
  within: DockedWindow,
): Box {
  const atEnd = corner.endsWith('end') !== within.rightToLeft;
  return {
    width,
    height,
    left: atEnd ? within.width - width - dockMargin : dockMargin,
    top: corner.startsWith('top') ? within.bar + dockMargin : within.height - height - dockMargin,
  };
}

/** Square pixels that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * The corner in which a panel covers nothing of the box: the chosen one where it can be, else the
 * first that can; `null` where each covers some of it.
 */
export function freeCorner(
  chosen: Corner,
  size: Pick<Box, 'width' | 'height'>,
  within: DockedWindow,
  kept: Box,
): Corner | null {
  const order = [chosen, ...corners.filter((corner) => corner !== chosen)];
  return order.find((corner) => overlap(boxIn(corner, size, within), kept) === 0) ?? null;
}

export interface DockWishes {
  corner(): Corner;
  collapsed(): boolean;
}

/** A docked panel's way of standing. */
export interface Dock {
  /** The wishes have changed. */
  update(): void;
}

/**
 * Keeps the element in a corner of the window until the signal aborts: in the one that was chosen,
 * below the page's bar, and aside, or folded to its header, while it would cover what has the
 * focus. The styles are those of `:host([data-docked])`.
 */
export function keepDocked(
  host: HTMLElement,
  document: Document,
  signal: AbortSignal,
  wishes: DockWishes,
): Dock {
  const view = document.defaultView;
  let frame = 0;

  function stand() {
    frame = 0;
    if (signal.aborted) return;
    const within = windowOf(document, host);
    host.style.setProperty('--dock-bar', `${within.bar}px`);
    set(wishes.corner(), wishes.collapsed());
    const kept = focusedBox(document, host);
    if (kept === null) return;
    const free = freeCorner(wishes.corner(), host.getBoundingClientRect(), within, kept);
    if (free !== null) return set(free, wishes.collapsed());
    // Folded, the panel is small enough for one of the corners; else it covers the least it can.
    set(wishes.corner(), true);
    const folded = host.getBoundingClientRect();
    set(freeCorner(wishes.corner(), folded, within, kept) ?? least(folded, within, kept), true);
  }

  function set(corner: Corner, collapsed: boolean) {
    host.dataset['docked'] = corner;
    host.toggleAttribute('data-collapsed', collapsed);
  }

  const soon = () => {
    frame ||= view?.requestAnimationFrame(stand) ?? 0;
  };
  document.addEventListener('focusin', soon, { signal });
  document.addEventListener('focusout', soon, { signal });
  document.addEventListener('scroll', soon, { signal, capture: true, passive: true });
  view?.addEventListener('resize', soon, { signal });
  signal.addEventListener(
    'abort',
    () => {
      if (frame !== 0) view?.cancelAnimationFrame(frame);
      delete host.dataset['docked'];
      host.removeAttribute('data-collapsed');
      host.style.removeProperty('--dock-bar');
    },
    { once: true },
  );
  stand();
  return { update: stand };
}

function least(size: Pick<Box, 'width' | 'height'>, within: DockedWindow, kept: Box): Corner {
  const covered = (corner: Corner) => overlap(boxIn(corner, size, within), kept);
  return corners.reduce((best, corner) => (covered(corner) < covered(best) ? corner : best));
}

/** What has the focus outside the panel, as far as the window shows it. */
function focusedBox(document: Document, host: HTMLElement): Box | null {
  const { activeElement } = document;
  if (activeElement === null || activeElement === host) return null;
  if (activeElement === document.body || activeElement === document.documentElement) return null;
  return activeElement.getBoundingClientRect();
}

function windowOf(document: Document, host: HTMLElement): DockedWindow {
  const { clientWidth, clientHeight } = document.documentElement;
  return {
    width: clientWidth,
    height: document.defaultView?.innerHeight ?? clientHeight,
    bar: barHeight(document, host),
    rightToLeft: getComputedStyle(host).direction === 'rtl',
  };
}

/** How far the bars that stay at the window's top, one below the other, reach down; at most a third of the window. */
function barHeight(document: Document, host: HTMLElement): number {
  const { clientWidth, clientHeight } = document.documentElement;
  const stays = (element: Element) =>
    element !== host && ['fixed', 'sticky'].includes(getComputedStyle(element).position);
  for (let reached = 0; ;) {
    const bottoms = document
      .elementsFromPoint(clientWidth / 2, reached + 1)
      .filter(stays)
      .map((element) => element.getBoundingClientRect().bottom)
      .filter((bottom) => bottom > reached && bottom < clientHeight / 3);
    if (bottoms.length === 0) return reached;
    reached = Math.max(...bottoms);
  }
}
