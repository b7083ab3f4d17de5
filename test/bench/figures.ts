/** One round of a row: what the extension took, and what cannot be undercut. */
export interface Figure {
  readonly ours: number;
  /** `null` where there is nothing to compare with. */
  readonly floor: number | null;
}

/** What a row is to reach. */
export type Aim =
  /** At most so many times the floor. */
  | { readonly kind: 'times'; readonly most: number }
  /** At least so many times faster than the floor. */
  | { readonly kind: 'faster'; readonly least: number }
  /** At most so much more than the floor. */
  | { readonly kind: 'more'; readonly most: number }
  /** At most so much. */
  | { readonly kind: 'most'; readonly most: number };

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Result {
  readonly ours: Spread;
  readonly floor: Spread | null;
  /** What the aim is about: a ratio, a difference or the figure itself; `null` without a floor to compare with. */
  readonly value: number | null;
  readonly met: boolean;
}

/** @throws where there is no figure */
export function spread(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || min === undefined || max === undefined)
    throw new RangeError('No figure was measured.');
  return { median: (low + high) / 2, min, max };
}

/** Compares the medians of all rounds with the aim. */
export function judge(rounds: readonly Figure[], aim: Aim): Result {
  const ours = spread(rounds.map((round) => round.ours));
  const floors = rounds.flatMap((round) => round.floor ?? []);
  const floor = floors.length > 0 ? spread(floors) : null;
  const value = compare(ours.median, floor?.median ?? null, aim);
  return { ours, floor, value, met: value !== null && isMet(value, aim) };
}

function compare(ours: number, floor: number | null, aim: Aim): number | null {
  if (aim.kind === 'most') return ours;
  if (floor === null) return null;
  if (aim.kind === 'more') return ours - floor;
  return aim.kind === 'times' ? ours / floor : floor / ours;
}

const isMet = (value: number, aim: Aim): boolean =>
  aim.kind === 'faster' ? value >= aim.least : value <= aim.most;

/** Whether a run of the bench fails: an aim is missed and nothing says why. */
export const isFailure = ({ met }: Pick<Result, 'met'>, reason: string | undefined): boolean =>
  !met && reason === undefined;
