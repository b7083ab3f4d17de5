import { normalizeName } from '@/lib/model/name';
import type { MatchingPlace } from '../matching-address';

/**
 * How well a name fits what is searched for, the best first: it is that, it begins so, one of its words
 * begins so, anything else. Both as `normalizeName` leaves them.
 */
export function nameRank(name: string, wanted: string): 0 | 1 | 2 | 3 {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  for (let at = name.indexOf(wanted, 1); at !== -1; at = name.indexOf(wanted, at + 1))
    if (!/[\p{L}\p{N}]/u.test(name.charAt(at - 1))) return 2;
  return 3;
}

type Asked = Pick<MatchingPlace, 'text' | 'sort' | 'descending'>;

/** Whether a list shows its best matches first: something is searched for, and no order was chosen. */
export const isBestFirst = ({ text, sort, descending }: Asked): boolean =>
  sort === 'name' && !descending && text.trim() !== '';

/** What was found, the best matches first; those that fit alike stay as they are, and all do in a chosen order. */
export function bestFirst<Row extends { readonly name: string }>(
  rows: readonly Row[],
  asked: Asked,
): readonly Row[] {
  if (!isBestFirst(asked)) return rows;
  const wanted = normalizeName(asked.text);
  const ranks: Row[][] = [[], [], [], []];
  for (const row of rows) ranks[nameRank(normalizeName(row.name), wanted)]?.push(row);
  return ranks.flat();
}
