import type { KeptEntry, SharedEntry, TeamState } from '@/lib/model/shared-entry';
import { entriesOf } from './absorb';
import { formVersion } from './content';
import { groupByKey } from './group-by-key';
import { compareIds } from '@/lib/model/copies';
import { byKey } from './memory';
import type { TeamRules } from './rules';
import type { TeamRow } from './shared-state';

/** So many small records are worth one large one. */
const manySmall = 20;
/** A record of fewer entries is small. */
const smallEntries = 200;
/** A browser that says nothing for so long is forgotten, milliseconds. */
const forgottenAfter = 30 * 24 * 60 * 60_000;
const hour = 60 * 60_000;

/** What is to be added before anything may be removed. */
export function toGather(
  rows: readonly TeamRow[],
  kept: readonly KeptEntry[],
  rules: TeamRules,
): readonly SharedEntry[] {
  const unheld = kept.filter(({ publication }) => publication !== 'published');
  const own = rows.filter(isCompactable);
  const alive = aliveCounts(own, rules);
  const worn = own.filter((row) => {
    const count = entriesOf(row).length;
    const left = alive.get(row.id) ?? 0;
    return left > 0 && (count < smallEntries || left < count / 2);
  });
  if (worn.length < manySmall) return unheld;
  const known = byKey(kept);
  const keys = new Set([
    ...worn.flatMap((row) => entriesOf(row).map(({ key }) => key)),
    ...unheld.map(({ key }) => key),
  ]);
  return [...keys].flatMap((key) => known.get(key) ?? []);
}

/**
 * The records that others stand for entry by entry, and what browsers said of themselves that is over.
 * @param rows all that were read, and those added since
 */
export function toRemove(
  rows: readonly TeamRow[],
  state: TeamState,
  now: number,
  rules: TeamRules,
): readonly string[] {
  const own = rows.filter(isCompactable);
  const alive = aliveCounts(own, rules);
  const covered = own.filter(({ id }) => alive.get(id) === 0).map(({ id }) => id);
  return [...covered, ...oldPresences(rows, state, now)];
}

/** Live records that cannot be read and were left alone for an hour. */
export const toArchive = (rows: readonly TeamRow[], now: number): readonly string[] =>
  rows
    .filter(({ content, archived }) => content.kind === 'damaged' && !archived)
    .filter(({ updatedAt }) => updatedAt !== null && updatedAt < now - hour)
    .map(({ id }) => id);

/** Whether this version understood all of it: what it left out would be lost with the record. */
const isCompactable = ({ content, archived }: TeamRow): boolean =>
  !archived &&
  content.kind === 'entries' &&
  content.form <= formVersion &&
  content.odd === 0 &&
  content.entries.length > 0;

/** How many entries of each record no other that stands for it holds as new or newer. */
function aliveCounts(rows: readonly TeamRow[], rules: TeamRules): ReadonlyMap<string, number> {
  const holders = groupByKey(
    rows.flatMap((row) => entriesOf(row).map((entry) => ({ id: row.id, entry }))),
    ({ entry }) => entry.key,
  );
  return new Map(
    rows.map(({ id, content }) => [
      id,
      content.kind !== 'entries'
        ? 0
        : content.entries.filter(
            (entry) =>
              !holders
                .get(entry.key)
                ?.some(
                  (other) =>
                    other.id !== id &&
                    rules.standsFor(other.id, id) &&
                    rules.compare(other.entry, entry) >= 0,
                ),
          ).length,
    ]),
  );
}

/** Of one browser only the first record counts, and of one that was not seen for long none. */
function oldPresences(rows: readonly TeamRow[], state: TeamState, now: number): string[] {
  const first = new Map<string, string>();
  const records = rows
    .flatMap(({ id, content, archived }) =>
      content.kind === 'presence' && !archived ? [{ id, presence: content.presence }] : [],
    )
    .sort((a, b) => compareIds(a.id, b.id));
  return records
    .filter(({ id, presence }) => {
      const isExtra = first.has(presence.browser);
      if (!isExtra) first.set(presence.browser, id);
      const age = now - presence.at;
      if (isExtra) return age > hour;
      return age > forgottenAfter && presence.browser !== state.browser;
    })
    .map(({ id }) => id);
}
