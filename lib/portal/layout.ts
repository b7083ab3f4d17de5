/** No panel stands in a column narrower than this, in CSS pixels. */
const minWidth = 320;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Text as people compare it: white space joined, composed characters, no case. */
export const comparable = (text: string): string => oneLine(text).normalize('NFKC').toLowerCase();

/** Whether the page is laid out at all; before that no measure says anything. */
export const isLaidOut = (document: Document): boolean =>
  document.documentElement.getBoundingClientRect().width > 0;

/** Whether a person can see the element. `checkVisibility` is younger than the oldest browsers supported. */
export function isVisible(element: Element): boolean {
  const { checkVisibility } = element as {
    checkVisibility?: (options: Record<string, boolean>) => boolean;
  };
  const rendered = checkVisibility?.call(element, {
    checkOpacity: true,
    checkVisibilityCSS: true,
    // The names of the same options in older versions.
    opacityProperty: true,
    visibilityProperty: true,
  });
  if (rendered === false) return false;
  if (!isLaidOut(element.ownerDocument)) return true;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const { scrollX, scrollY } = element.ownerDocument.defaultView ?? { scrollX: 0, scrollY: 0 };
  // One pixel, or left of the page: hidden from sight for screen readers.
  return width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0;
}

/** Whether the element or one around it stays in the window while the page scrolls. */
export function isFixed(element: Element | null): boolean {
  for (let node = element; node; node = node.parentElement) {
    const { position } = getComputedStyle(node);
    if (position === 'fixed' || position === 'sticky') return true;
  }
  return false;
}

/** Whether a panel inside the element has the width that it needs. */
export function isWide(element: Element): boolean {
  const document = element.ownerDocument;
  if (!isLaidOut(document)) return true;
  const available = document.documentElement.clientWidth;
  // On a window that is narrower itself, what fills the window is wide enough.
  return contentWidth(element) >= Math.min(minWidth, available - 48);
}

function contentWidth(element: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return element.clientWidth - parseFloat(paddingLeft || '0') - parseFloat(paddingRight || '0');
}

/** Children stand side by side, so that one more would squeeze them. */
export function isRow(element: Element): boolean {
  const { display, flexDirection, gridTemplateColumns } = getComputedStyle(element);
  if (display.endsWith('flex')) return !flexDirection.startsWith('column');
  if (display.endsWith('grid')) return gridTemplateColumns.trim().split(/\s+/).length > 1;
  if (display.startsWith('table')) return display !== 'table-cell' && display !== 'table-caption';
  return [...element.children].some((child) => isFloat(child));
}

function isFloat(element: Element): boolean {
  const { float } = getComputedStyle(element);
  return float === 'left' || float === 'right' || float.startsWith('inline-');
}
