declare global {
  interface Window {
    /** For who photographs the page. */
    layoutFaults: () => string[];
  }
}

/**
 * What of the page's texts cannot be read: those that are cut where nothing shows them whole, that run out of their box,
 * or that lie on one another.
 */
export function layoutFaults(): string[] {
  interface Text {
    readonly text: string;
    readonly element: Element;
    readonly rects: readonly DOMRect[];
  }
  const faults = new Set<string>();
  const styleOf = (element: Element) => getComputedStyle(element);
  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ??
    element.parentElement ??
    (element.getRootNode() instanceof ShadowRoot
      ? (element.getRootNode() as ShadowRoot).host
      : null);

  function textsIn(root: Element | ShadowRoot): Text[] {
    const found: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!element || text === '' || element.closest('style, script, option, svg')) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(
        ({ width, height }) => width > 0 && height > 0,
      );
      if (rects.length > 0) found.push({ text, element, rects });
    }
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot) found.push(...textsIn(element.shadowRoot));
    return found;
  }

  const named = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

  /** Whether it is there for screen readers alone. */
  function isUnseen(element: Element): boolean {
    for (let each: Element | null = element; each; each = parentOf(each)) {
      const { clipPath, position } = styleOf(each);
      const { width, height } = each.getBoundingClientRect();
      if (clipPath !== 'none' || (position === 'absolute' && (width <= 1 || height <= 1)))
        return true;
    }
    return false;
  }

  function findCut({ text, element, rects }: Text): void {
    const right = Math.max(...rects.map((rect) => rect.right));
    const left = Math.min(...rects.map((rect) => rect.left));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    let isBlock = false;
    for (let each: Element | null = element; each; each = parentOf(each)) {
      const style = styleOf(each);
      if (style.display === 'inline' || style.display === 'contents') continue;
      const box = each.getBoundingClientRect();
      const isBeyond = right > box.right + 1.5 || left < box.left - 1.5;
      if (!isBlock && isBeyond && style.overflowX === 'visible')
        faults.add(`runs out of <${each.localName} class="${each.className}">: ${named(text)}`);
      isBlock = true;
      if (style.overflowX === 'auto' || style.overflowX === 'scroll') return;
      if (style.overflowX === 'hidden' || style.overflowX === 'clip') {
        const isTold = each.closest('[title]') !== null || element.closest('[title]') !== null;
        if (isBeyond && !isTold)
          faults.add(`cut by <${each.localName} class="${each.className}">: ${named(text)}`);
        if (
          bottom > box.bottom + 4 &&
          style.overflowY !== 'auto' &&
          style.overflowY !== 'scroll' &&
          !isTold
        )
          faults.add(`cut below by <${each.localName} class="${each.className}">: ${named(text)}`);
        return;
      }
    }
  }

  /** What it moves with: the closest element that stands over others. */
  function layerOf(element: Element): Element | null {
    for (let each: Element | null = element; each; each = parentOf(each))
      if (/absolute|fixed|sticky/.test(styleOf(each).position)) return each;
    return null;
  }

  /** The part of a text's box that the boxes around it show; null where they hide all of it. */
  function shownOf(rect: DOMRect, element: Element): DOMRect | null {
    let { left, right, top, bottom } = rect;
    for (let each: Element | null = element; each; each = parentOf(each)) {
      const { display, overflowX, overflowY } = styleOf(each);
      if (display === 'inline' || display === 'contents') continue;
      const box = each.getBoundingClientRect();
      if (overflowX !== 'visible') {
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
      }
      if (overflowY !== 'visible') {
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
      }
    }
    return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null;
  }

  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  const texts = textsIn(dialog ?? document.body).filter(({ element }) => !isUnseen(element));
  texts.forEach(findCut);
  const pieces = texts.flatMap((text) =>
    text.rects.flatMap((whole) => {
      const rect = shownOf(whole, text.element);
      return rect ? [{ ...text, rect, layer: layerOf(text.element) }] : [];
    }),
  );
  pieces.sort((a, b) => a.rect.top - b.rect.top);
  for (const [at, one] of pieces.entries())
    for (let next = at + 1; next < pieces.length; next++) {
      const other = pieces[next]!;
      if (other.rect.top > one.rect.bottom) break;
      if (one.element === other.element || one.layer !== other.layer) continue;
      const across =
        Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const down =
        Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (across > 2 && down > 0.4 * Math.min(one.rect.height, other.rect.height))
        faults.add(`lie on one another: ${named(one.text)} / ${named(other.text)}`);
    }
  return [...faults];
}
