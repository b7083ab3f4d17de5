import type { Locator } from '@playwright/test';

/** Where a panel stands in the window, CSS pixels. */
export interface Standing {
  /** The corner, of a docked one; else `null`. */
  readonly corner: string | null;
  readonly collapsed: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
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

export function standing(panel: Locator): Promise<Standing> {
  return panel.evaluate(
    (element, selectors) => {
      const root = element.getRootNode();
      if (!(root instanceof ShadowRoot)) throw new Error('The panel has no shadow root.');
      const { host } = root;
      const box = host.getBoundingClientRect();
      const shared = (other: DOMRect) => {
        const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        return width > 0 && height > 0 ? width * height : 0;
      };
      const visible = (selector: string) =>
        [...document.querySelectorAll(selector)]
          .map((one) => one.getBoundingClientRect())
          .filter(({ width, height }) => width > 0 && height > 0);
      const { innerWidth: width, innerHeight: height } = window;
      const points = [0.02, 0.5, 0.98].flatMap((x) =>
        [0.02, 0.5, 0.98].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
      );
      const { activeElement } = document;
      const focused =
        activeElement && activeElement !== host && activeElement !== document.body
          ? activeElement.getBoundingClientRect()
          : null;
      const docked = host.getAttribute('data-docked');
      return {
        corner: docked,
        collapsed: host.hasAttribute('data-collapsed'),
        left: box.left,
        right: box.right,
        top: box.top,
        bottom: box.bottom,
        width: box.width,
        height: box.height,
        window: { width, height },
        bars: Math.max(0, ...visible(selectors.bars).map(({ bottom }) => bottom)),
        aside:
          host.closest(`${selectors.menus}, ${selectors.bars}, ul, ol`) !== null ||
          // A docked one may lie over the menu, which stays reachable once it is moved aside.
          (docked === null && visible(selectors.menus).some((menu) => shared(menu) > 0)),
        covered: points.filter(([x, y]) => {
          const there = x < width && y < height ? document.elementFromPoint(x, y) : host;
          return there !== host;
        }).length,
        overFocus: focused ? shared(focused) : 0,
      };
    },
    { bars, menus },
  );
}
