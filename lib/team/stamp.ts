import type { Clock, SharedEntry, Stamp } from '@/lib/model/shared-entry';

/** What is further ahead of the common time counts, but moves no clock, milliseconds. */
export const maxAheadMs = 10 * 60_000;
/** What is further ahead than any clock is wrong does not count at all, milliseconds. */
export const maxFutureMs = 24 * 60 * 60_000;
/** A counter beyond this goes over into the next millisecond. */
export const maxCounter = 999_999;

export const compareClocks = (a: Clock, b: Clock): number => a.ms - b.ms || a.counter - b.counter;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A total order: of two stamps of different browsers never 0. */
export const compareStamps = (a: Stamp, b: Stamp): number =>
  compareClocks(a, b) || compareTexts(a.browser, b.browser);

/**
 * A total order of entries of one key. Two of one stamp come from a copied profile only; their contents
 * decide, so that every browser keeps the same.
 */
export const compareEntries = (a: SharedEntry, b: SharedEntry): number =>
  compareStamps(a.at, b.at) || compareTexts(contentOf(a), contentOf(b));

const contentOf = ({ value, over, user, more }: SharedEntry): string =>
  JSON.stringify([value, over, user, more]);

const after = ({ ms, counter }: Clock): Clock =>
  counter < maxCounter ? { ms, counter: counter + 1 } : { ms: ms + 1, counter: 0 };

/** The clock's next reading: never before the time, always after what it gave or heard. */
const next = (clock: Clock, now: number): Clock => {
  const time = Math.floor(now);
  return time > clock.ms ? { ms: time, counter: 0 } : after(clock);
};

/** A stamp for a decision, above the one that it replaces. @returns the clock as it goes on */
export function stampAbove(
  clock: Clock,
  now: number,
  browser: string,
  replaced: Stamp | null,
): { readonly clock: Clock; readonly stamp: Stamp } {
  const moved = next(clock, now);
  const stamp = { ...moved, browser };
  if (replaced === null || compareStamps(stamp, replaced) > 0) return { clock: moved, stamp };
  // Too far ahead for the clock to follow; the decision stands above it all the same.
  return { clock: moved, stamp: { ...after(replaced), browser } };
}

/** The clock after a stamp was seen. */
export const hear = (clock: Clock, { ms, counter }: Stamp, now: number): Clock =>
  ms <= now + maxAheadMs && compareClocks({ ms, counter }, clock) > 0 ? { ms, counter } : clock;
