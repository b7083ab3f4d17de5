import type { Locator } from '@playwright/test';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Where a panel stands in the window, CSS pixels. */
export interface Standing extends Box {
  /** The corner, of a docked one; else `null`. */
  readonly corner: string | null;
  readonly collapsed: boolean;
  readonly window: { readonly width: number; readonly height: number };
  /** Lower edge of the lowest bar that stays at the top. */
  readonly bars: number;
  /** Whether it is part of a menu, a bar or a list, or shares a pixel with the side menu. */
  readonly aside: boolean;
  /** Points of it, as far as the window shows them, over which something else lies. */
  readonly covered: number;
  /** Square pixels that it shares with what has the focus outside of it. */
  readonly overFocus: number;
}

/** The portal's own bars and menus, whatever its pages are made of. */
const bars = 'header, .navbar-fixed-top, .toolbar-fixed';
const menus = 'nav, .sidebar-container, .cls-sidebar';
const inside = `${menus}, ${bars}, ul, ol`;

export async function standing(panel: Locator): Promise<Standing> {
  const seen = await panel.evaluate(look, { bars, menus, inside });
  const { box, corner, collapsed, window, covered } = seen;
  const visible = ({ width, height }: Box) => width > 0 && height > 0;
  return {
    ...box,
    corner,
    collapsed,
    window,
    covered,
    bars: Math.max(0, ...seen.bars.filter(visible).map(({ bottom }) => bottom)),
    aside:
      seen.isInside ||
      // A docked one may lie over the menu, which stays reachable once it is moved aside.
      (corner === null && seen.menus.some((menu) => shared(box, menu) > 0)),
    overFocus: seen.focused === null ? 0 : shared(box, seen.focused),
  };
}

function shared(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Runs in the page: nothing of it may refer to anything outside, nor be a function with a name. */
function look(element: Element, selectors: Readonly<Record<'bars' | 'menus' | 'inside', string>>) {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) throw new Error('The panel has no shadow root.');
  const { host } = root;
  const { activeElement } = document;
  const { innerWidth: width, innerHeight: height } = window;
  const [box, focused, ...others] = [
    host,
    activeElement === host || activeElement === document.body ? null : activeElement,
    ...document.querySelectorAll(selectors.bars),
    ...document.querySelectorAll(selectors.menus),
  ].map((one) => (one ? (one.getBoundingClientRect().toJSON() as Box) : null));
  const count = document.querySelectorAll(selectors.bars).length;
  const boxes = others.filter((one) => one !== null);
  if (!box) throw new Error('The panel has no box.');
  return {
    box,
    focused: focused ?? null,
    bars: boxes.slice(0, count),
    menus: boxes.slice(count),
    isInside: host.closest(selectors.inside) !== null,
    corner: host.getAttribute('data-docked'),
    collapsed: host.hasAttribute('data-collapsed'),
    window: { width, height },
    covered: [0.02, 0.5, 0.98]
      .flatMap((x) =>
        [0.02, 0.5, 0.98].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
      )
      .filter(([x, y]) => x < width && y < height && document.elementFromPoint(x, y) !== host)
      .length,
  };
}
