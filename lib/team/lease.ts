import type { Presence, TeamState } from '@/lib/model/shared-entry';
import { browsers } from './absorb';
import { formVersion } from './content';
import { compareStamps } from './stamp';

const day = 24 * 60 * 60_000;

/** Why a browser leaves the sync to others; `null` where nothing keeps it from claiming it. */
export type NotLeading =
  /** Another browser synced within the interval. */
  | { readonly kind: 'synced'; readonly by: Presence }
  /** Another browser is at it. */
  | { readonly kind: 'syncing'; readonly by: Presence }
  /** A newer version was seen within a day; `by` is `null` where only its records are known. */
  | { readonly kind: 'newer-version'; readonly by: Presence | null }
  /** Its own claim ran out before it could be seen that it stands. */
  | { readonly kind: 'too-slow' };

/**
 * Whether a browser may claim the sync. A claim spares requests; nothing depends on its being the only one.
 * @param interval how long a sync of another counts, milliseconds
 */
export function whyNotLead(
  state: TeamState,
  version: string,
  interval: number,
  now: number,
): NotLeading | null {
  const synced = syncOfAnother(state, interval, now);
  if (synced) return { kind: 'synced', by: synced };
  const others = browsers(state).filter(({ browser }) => browser !== state.browser);
  const newer = others.find(
    (each) =>
      now - each.at < day &&
      (each.form > formVersion || compareVersions(each.version, version) > 0),
  );
  if (newer || state.newerForm) return { kind: 'newer-version', by: newer ?? null };
  const syncing = others.find((each) => hasClaim(each, now));
  return syncing ? { kind: 'syncing', by: syncing } : null;
}

/** The newest sync of another browser within the interval, milliseconds; `null` where there is none. */
export function syncOfAnother(state: TeamState, interval: number, now: number): Presence | null {
  const syncedAt = ({ lastSync }: Presence) => lastSync ?? -Infinity;
  const [newest] = browsers(state)
    .filter((each) => each.browser !== state.browser && now - syncedAt(each) < interval)
    .sort((a, b) => syncedAt(b) - syncedAt(a));
  return newest ?? null;
}

/** Whether this browser's claim counts: it has not run out, and no earlier one stands beside it. */
export function leads(state: TeamState, now: number): boolean {
  const { claim } = state;
  if (!claim || claim.until <= now) return false;
  return !browsers(state).some(
    (each) =>
      each.browser !== state.browser &&
      hasClaim(each, now) &&
      each.claim !== null &&
      compareStamps(each.claim.from, claim.from) < 0,
  );
}

const hasClaim = ({ claim }: Presence, now: number): boolean => claim !== null && claim.until > now;

/** Orders versions such as `1.10.0` by their numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 4; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference) return difference;
  }
  return 0;
}
