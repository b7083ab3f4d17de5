/** What one column needs, px. */
export interface ColumnNeed {
  readonly id: string;
  /** It never gets less. */
  readonly min: number;
  /** With so much its longest text stands whole. */
  readonly wanted: number;
}

/** Widths that a person has set, px, by the column's id. */
export type SetWidths = Readonly<Record<string, number>>;

/** Between the columns, and at both ends of a row, as in grid.css, px. */
const gap = 16;
const choose = 28;

/** A column can be set to no less, and no more, px. */
export const narrowest = 64;
export const widest = 1200;
export const withinReason = (width: number): number =>
  Math.round(Math.min(widest, Math.max(narrowest, width)));

/**
 * The columns of a row, as `grid-template-columns`: each has its part of the room by what it wants, so
 * that names stand whole before a column with little in it is wide. What a person set stays so.
 * @param actions how wide all buttons of a row are beside each other, px
 */
export function columnTemplate(
  columns: readonly ColumnNeed[],
  set: SetWidths,
  actions: number,
): { readonly columns: string; readonly least: number } {
  const tracks = columns.map(({ id, min, wanted }) => {
    const own = set[id];
    return own === undefined
      ? `minmax(${min}px, ${Math.max(min, Math.round(wanted))}fr)`
      : `${own}px`;
  });
  const all = columns.every(({ id }) => set[id] !== undefined);
  // Where every width is set, what is left stands before the buttons, which stay at the end.
  const last = all ? `minmax(${leastActions}px, 1fr)` : `minmax(${leastActions}px, ${actions}px)`;
  const least = columns.reduce((sum, { id, min }) => sum + (set[id] ?? min), leastActions + choose);
  return {
    columns: [`${choose}px`, ...tracks, last].join(' '),
    least: least + gap * (columns.length + 3),
  };
}

/** A row's buttons stand below each other in less, px. */
const leastActions = 150;

/** About how wide a text is, px: enough for what is shared out by it. */
export const textWidth = (text: string | null | undefined): number =>
  Math.min(460, (text?.length ?? 0) * 7.6);

/** How much a mark beside a name takes, px. */
export const newWidth = (isNew: boolean): number => (isNew ? 48 : 0);

/** The name beside a row's button gets no less, px. */
export const leastName = 130;

/** How wide a row's buttons are beside each other, px. */
export const buttonsWidth = (labels: readonly string[]): number =>
  Math.ceil(labels.reduce((sum, label) => sum + label.length * 7.2 + 22, 0));
