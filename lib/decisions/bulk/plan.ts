import type { LeftOut } from '@/lib/model/left-out';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import type { MatchingTab } from '@/lib/views/matching-address';
import type { BulkAction } from '@/lib/model/bulk-action';
import type { BulkPreview, BulkRow } from '@/lib/views/bulk';

/** What an action on many rows would do about one: touch it, or leave it out and why. */
export type Verdict =
  | Pick<LeftOut, 'name' | 'why'>
  | (Omit<BulkRow, 'key'> & {
      /** Only for ordering: the least sure comes first. */
      readonly sure: number;
    });

/** What is known of the chosen rows of one level. */
export interface Planner<Key extends string> {
  /** What the action would do about a row. */
  readonly verdict: (action: BulkAction, key: Key) => Verdict;
  /** The tab that the row is in; `null` where it is gone. */
  readonly stateOf: (key: Key) => MatchingTab | null;
}

/** A row as it was shown when the action was confirmed. */
export interface ShownRow<Key extends string, Target extends string> {
  readonly key: Key;
  readonly version: string;
  readonly target: Target | null;
}

/** What came of an action on many rows. */
export interface BulkDone {
  readonly count: number;
  readonly left: readonly LeftOut[];
}

/** Puts the verdicts on all rows together, the least sure first. */
export function planned<Key extends string>(
  keys: readonly Key[],
  verdict: (key: Key) => Verdict,
): BulkPreview {
  const rows: { readonly row: BulkRow; readonly sure: number }[] = [];
  const left: LeftOut[] = [];
  for (const key of new Set(keys)) {
    const about = verdict(key);
    if ('why' in about) left.push({ key, ...about });
    else {
      const { sure, ...row } = about;
      rows.push({ sure, row: { key, ...row } });
    }
  }
  return {
    rows: rows
      .sort(
        (a, b) =>
          a.sure - b.sure ||
          a.row.name.localeCompare(b.row.name) ||
          (a.row.key < b.row.key ? -1 : 1),
      )
      .map(({ row }) => row),
    left,
  };
}

/** Whether the action can be done about what stands. */
export function fits(action: BulkAction, match: NetworkMatch | DeviceMatch | null): boolean {
  switch (action) {
    case 'accept':
    case 'ignore':
      return match === null;
    case 'match':
      return match?.state !== 'ignored';
    case 'unmatch':
      return match?.state === 'matched';
    case 'unignore':
      return match?.state === 'ignored';
    case 'legitimate':
    case 'not-legitimate':
      return false;
  }
}
