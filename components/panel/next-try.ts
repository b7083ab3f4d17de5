import type { Problem } from '@/lib/model/problem';

/** What may pass by itself. */
const passing: ReadonlySet<Problem['kind']> = new Set([
  'offline',
  'timeout',
  'rate-limited',
  'server',
]);

const first = 60_000;
const longest = 8 * 60_000;

/**
 * When to ask again by oneself: when the server asked for it, else after a minute, and after twice as
 * long each time it fails again.
 * @param failures how often it has failed by now, one after the other
 * @param now milliseconds
 * @returns milliseconds; `null` where only a person can help
 */
export function nextTryAt(
  { kind, retryAt }: Problem,
  failures: number,
  now: number,
): number | null {
  const asked = retryAt === undefined ? NaN : Date.parse(retryAt);
  if (!Number.isNaN(asked)) return Math.max(asked, now + 1_000);
  if (!passing.has(kind)) return null;
  return now + Math.min(first * 2 ** (failures - 1), longest);
}
