import * as z from 'zod/mini';

/**
 * A sliding window over the requests made, in buckets of ten seconds. A bucket counts until every
 * request in it is older than the window, so the sum is never less than what was really sent.
 */
const bucketMs = 10_000;

/** IT Glue's window: 3000 requests in any 5 minutes for the whole account (api.itglue.com/developer). */
export const windowMs = 300_000;
/** This extension takes at most half of what belongs to the whole company. */
export const requestsPerWindow = 1500;

const bucketSchema = z.object({
  /** Milliseconds since the epoch. */
  start: z.int().check(z.nonnegative()),
  count: z.int().check(z.positive()),
});
const windowSchema = z.object({ buckets: z.array(bucketSchema) });

/** The requests of the last five minutes: small, and plain JSON. */
export type BudgetState = z.infer<typeof windowSchema>;

/** The state as it was saved; an empty one where there is none or it is not readable. */
export function readState(saved: unknown): BudgetState {
  const parsed = windowSchema.safeParse(saved);
  return parsed.success ? parsed.data : { buckets: [] };
}

export const bucketOf = (now: number): number => Math.floor(now / bucketMs) * bucketMs;

export const total = (state: BudgetState): number =>
  state.buckets.reduce((sum, { count }) => sum + count, 0);

/** Without what the window has left behind. Buckets of a clock that was since set back count as now. */
export function expire(state: BudgetState, now: number): BudgetState {
  const live = state.buckets.filter(({ start }) => freedAt(start) > now);
  return live.reduce<BudgetState>(
    (result, { start, count }) => add(result, Math.min(start, bucketOf(now)), count),
    { buckets: [] },
  );
}

/** With `count` more requests (fewer, if negative) in the bucket that starts at `start`. */
export function add(state: BudgetState, start: number, count: number): BudgetState {
  const before = state.buckets.find((bucket) => bucket.start === start)?.count ?? 0;
  const others = state.buckets.filter((bucket) => bucket.start !== start);
  const sum = before + count;
  return { buckets: sum > 0 ? [...others, { start, count: sum }] : others };
}

/** When the next requests leave the window, milliseconds since the epoch; infinite if there are none. */
export function nextFreedAt(state: BudgetState): number {
  return Math.min(...state.buckets.map(({ start }) => freedAt(start)), Number.POSITIVE_INFINITY);
}

const freedAt = (start: number) => start + bucketMs + windowMs;

/**
 * The pause between two requests, milliseconds: none in the first half of the budget, then longer
 * the less is left, so that a long burst fades into a steady flow (80 % of the limit) instead of
 * running into a wall and standing still for minutes.
 */
export function pace(used: number, limit: number): number {
  if (used < limit / 2) return 0;
  return windowMs / 4 / Math.max(1, limit - used);
}
