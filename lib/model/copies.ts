/** Orders numerical ids without turning them into numbers, which would lose digits. */
export const compareIds = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** One of several things that stand for the same: browsers of a company may each have made one. */
export interface Copy {
  readonly id: string;
  /** Archived, or disabled. */
  readonly archived?: boolean;
  /** Whether it carries the extension's marker. */
  readonly marked?: boolean;
}

/**
 * The order in which every browser of a company chooses the one of several copies: marked before not,
 * live before archived, then the lowest id. It depends on nothing but what IT Glue holds, so that all
 * keep the same one. The marker comes first: what a user made is never taken while one of the
 * extension's own is there, though archived.
 */
export const compareCopies = (a: Copy, b: Copy): number =>
  Number(b.marked ?? false) - Number(a.marked ?? false) ||
  Number(a.archived ?? false) - Number(b.archived ?? false) ||
  compareIds(a.id, b.id);

/** The one of several copies that every browser keeps. */
export const firstCopy = <Row extends Copy>(copies: readonly Row[]): Row | undefined =>
  copies.toSorted(compareCopies)[0];
