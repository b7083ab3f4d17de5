import type { Clock, KeptEntry, SharedEntry, SharedValue } from '@/lib/model/shared-entry';
import { teamRules, type TeamRules } from './rules';
import { compareStamps } from './stamp';

/** An entry that took another's place. */
export interface Replacement {
  readonly before: KeptEntry | null;
  readonly after: KeptEntry;
  /** Whether whoever made the later one had not seen the earlier one: both are to be told. */
  readonly unseen: boolean;
}

/** What reading records changed in what is kept. */
export interface Merged {
  readonly changed: readonly KeptEntry[];
  readonly replaced: readonly Replacement[];
}

/**
 * The entries that change when others are read from live records, or, with `held` false, from archived
 * ones. The same whatever the order in which, and however often, the same entries come.
 */
export function merge(
  kept: ReadonlyMap<string, KeptEntry>,
  incoming: readonly SharedEntry[],
  held: boolean,
  compare: TeamRules['compare'] = teamRules.compare,
): Merged {
  const now = new Map<string, KeptEntry>();
  for (const entry of incoming) {
    const mine = now.get(entry.key) ?? kept.get(entry.key);
    const order = mine ? compare(entry, mine) : 1;
    if (order > 0) now.set(entry.key, { ...entry, publication: held ? 'published' : 'missing' });
    else if (mine && order === 0 && held && mine.publication !== 'published')
      now.set(entry.key, { ...mine, publication: 'published' });
  }
  const replaced = [...now.values()].flatMap((after): Replacement[] => {
    const before = kept.get(after.key) ?? null;
    if (before && compare(before, after) === 0) return [];
    return [{ before, after, unseen: before !== null && madeUnseen(after, before) }];
  });
  return { changed: [...now.values()], replaced };
}

/** Whether the later of two decisions of one key was made without seeing the earlier one. */
export const madeUnseen = (later: SharedEntry, earlier: SharedEntry): boolean =>
  JSON.stringify(later.value) !== JSON.stringify(earlier.value) &&
  (later.over === null || compareStamps(later.over, earlier.at) < 0);

export interface Maker {
  readonly clock: Clock;
  /** Milliseconds since 1970, by IT Glue's clock as far as it is known. */
  readonly now: number;
  readonly browser: string;
  readonly user: string | null;
}

/** What a person decides here, above what stood there. @returns the clock as it goes on */
export function decide(
  maker: Maker,
  before: KeptEntry | null,
  key: string,
  value: SharedValue,
  stampOf: TeamRules['stampOf'] = teamRules.stampOf,
): { readonly entry: KeptEntry; readonly clock: Clock } {
  const over = before?.at ?? null;
  const { clock, stamp } = stampOf(maker.clock, maker.now, maker.browser, over);
  const entry = { key, value, at: stamp, over, user: maker.user, more: [] };
  return { entry: { ...entry, publication: 'new' }, clock };
}
