/** What one part of the benchmark found. Times are only ever compared with others of the same run. */
export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
  /** What the figures do not say. */
  readonly note?: string;
}

export interface Line {
  readonly what: string;
  /** e.g. `×1.04`, `5 of 12`. */
  readonly figure: string;
}

/** How many times as much the one is as the other. */
export const ratio = (one: number, other: number): string => {
  const times = one / other;
  return `×${times >= 100 ? Math.round(times) : times.toPrecision(3)}`;
};
