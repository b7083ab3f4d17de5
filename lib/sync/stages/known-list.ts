import { mergeOddFields, type OddField } from '@/lib/model/rows';
import type { KnownList } from '@/lib/store/meta';
import type { ReadPart } from '@/lib/store/schema';

const day = 24 * 60 * 60_000;
/** So often everything is read again: a change of an interface or of an RMM's record may not move a row's own time. */
const wholeEveryMs = 7 * day;
/** What a clock may be off, and a change be seen later than it says, milliseconds. */
const marginMs = 5 * 60_000;

/** Whether what changed since then is all that need be read. @param version the extension's */
export const isFresh = (known: KnownList, version: string, now: number): boolean =>
  known.version === version && now >= known.wholeAt && now - known.wholeAt < wholeEveryMs;

/**
 * What is known after a run, which is what its parts tell, and nothing where they leave rows out.
 *
 * A row changed after it was read has a later time than IT Glue's clock showed when the first answer was
 * asked for. That clock is not known, but it was past the newest change when the last answer came, and
 * this computer's tells how long that was after the first.
 * @param before what was known before the run
 */
export function knownAfter(
  parts: readonly ReadPart[],
  before: KnownList | undefined,
  { version, oddFields }: Pick<KnownList, 'version' | 'oddFields'>,
): KnownList | undefined {
  if (parts.length === 0) return undefined;
  const to = Math.max(...parts.map((part) => part.to));
  const lasted = Math.max(0, to - Math.min(...parts.map(({ from }) => from)));
  const newest = Math.max(...parts.map((part) => part.newest ?? 0));
  const onlyNews = parts.every(({ whole }) => !whole);
  return {
    // In one order, whichever list was read first.
    organizations: parts.flatMap(({ organizations }) => organizations).sort(),
    until: Math.max(
      0,
      onlyNews ? (before?.until ?? 0) : 0,
      Math.min(newest, to) - lasted - marginMs,
    ),
    wholeAt: parts.some(({ whole }) => !whole) ? (before?.wholeAt ?? 0) : to,
    version,
    oddFields,
  };
}

/** What was met when everything was read, beyond what a run met that read less: it is still so. */
export const stillOdd = (
  before: readonly OddField[],
  met: readonly OddField[],
): readonly OddField[] =>
  before.flatMap((odd) => {
    const again = met.find(({ kind, field }) => kind === odd.kind && field === odd.field);
    const count = odd.count - (again?.count ?? 0);
    return count > 0 ? [{ ...odd, count }] : [];
  });

/** Of these kinds alone. */
export const oddFieldsOf = (
  kinds: ReadonlySet<OddField['kind']>,
  all: readonly OddField[],
): OddField[] => mergeOddFields(all.filter(({ kind }) => kinds.has(kind)));

/**
 * Whether a row changed so late that the list may have shifted between two of its pages, and rows been
 * passed over. @param ahead how far IT Glue's clock is ahead, milliseconds
 */
export const mayHaveShifted = ({ pages, newest, from }: ReadPart, ahead: number): boolean =>
  pages > 1 && newest !== null && newest >= from + ahead - marginMs;
