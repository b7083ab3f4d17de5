const cells = 'td, th, [role=cell], [role=gridcell], [role=rowheader]';
/** Between a name and its word, and its dot; the dot's own width. CSS pixels. */
const gap = { word: 8, dot: 4 };
const dotWidth = 8;

/** How much of a mark there is room for: its dot and word, its dot alone, or what only screen readers are told. */
export type MarkForm = 'word' | 'dot' | 'hidden';

/** Where a mark goes, in CSS pixels of the window. */
export interface MarkPlace {
  readonly form: MarkForm;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** A box by where lines begin and end. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where there is room for a mark beside the words of a link, without moving anything: behind them in their cell, else
 * before them, else nowhere.
 * @param mark what is already inside the link, at its end
 * @param width the mark's own with its word, CSS pixels
 */
export function placeBeside(link: HTMLElement, mark: HTMLElement, width: number): MarkPlace {
  const around = document.createRange();
  around.setStart(link, 0);
  around.setEndBefore(mark);
  const lines = seen(around);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return { form: 'hidden', left: 0, top: 0, height: 0 };
  const rightToLeft = getComputedStyle(link).direction === 'rtl';
  const span = ({ left, right }: DOMRect): Span =>
    rightToLeft ? { start: -right, end: -left } : { start: left, end: right };
  const room = roomOf(link, span);
  const at = (form: MarkForm, start: number, markWidth: number, line: DOMRect): MarkPlace => ({
    form,
    left: rightToLeft ? -start - markWidth : start,
    top: line.top,
    height: line.height,
  });

  // What is cut off ends where it is cut.
  const end = Math.min(span(last).end, room.end);
  const behind = Math.min(room.end, nextOnLine(link, last, end, span)) - end;
  if (behind >= gap.word + width + 2) return at('word', end + gap.word, width, last);
  const free = Math.max(behind, span(last).end > room.end ? 0 : behind + room.beyond);
  if (free > dotWidth) return at('dot', end + Math.min(gap.dot, free - dotWidth), dotWidth, last);
  const before = span(first).start - room.start;
  if (before > dotWidth) {
    const start = span(first).start - dotWidth - Math.min(gap.dot, before - dotWidth);
    return at('dot', start, dotWidth, first);
  }
  return at('hidden', end, 0, last);
}

/** The boxes that are to be seen of what a range holds. */
const seen = (range: Range): DOMRect[] =>
  [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);

/** What a cell holds, up to where something cuts it off; `beyond`: the next cell's own margin, that stays empty. */
function roomOf(link: HTMLElement, span: (box: DOMRect) => Span): Span & { beyond: number } {
  const cell = cellOf(link);
  let { start, end } = span(cell.getBoundingClientRect());
  let isCut = false;
  for (let node: HTMLElement | null = link; node; node = node.parentElement) {
    const { overflowX, display } = getComputedStyle(node);
    if (overflowX !== 'visible' && display !== 'inline') {
      const box = span(node.getBoundingClientRect());
      start = Math.max(start, box.start);
      end = Math.min(end, box.end);
      isCut = true;
    }
    if (node === cell) break;
  }
  const next = cell.nextElementSibling;
  const beyond =
    isCut || !next?.matches(cells) ? 0 : parseFloat(getComputedStyle(next).paddingInlineStart) - 2;
  return { start, end, beyond: Math.max(0, beyond || 0) };
}

/** The cell, or what stands for one where rows are none of a table. */
function cellOf(link: HTMLElement): HTMLElement {
  const cell = link.closest<HTMLElement>(cells);
  if (cell) return cell;
  let node = link.parentElement ?? link;
  while (node.parentElement && getComputedStyle(node).display.startsWith('inline'))
    node = node.parentElement;
  return node;
}

/** Where what follows the link in its cell begins on the same line. */
function nextOnLine(
  link: HTMLElement,
  line: DOMRect,
  end: number,
  span: (box: DOMRect) => Span,
): number {
  const rest = document.createRange();
  rest.setStartAfter(link);
  rest.setEndAfter(cellOf(link).lastChild ?? link);
  if (rest.collapsed) return Infinity;
  const starts = seen(rest)
    .filter(({ top, bottom }) => top < line.bottom && bottom > line.top)
    .map((box) => span(box).start)
    .filter((start) => start >= end - 1);
  return Math.min(Infinity, ...starts) - 2;
}
