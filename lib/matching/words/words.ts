/** A table of words as it is written in this folder: apart by white space, `_` for a space within one. */
export const words = (table: string): ReadonlySet<string> =>
  new Set(
    table
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll('_', ' ')),
  );
