import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import { workedOut } from '@/lib/views/lists/worked-out';
import type { ListView, NetworkRow } from '@/lib/views/matching';
import { readTeamMarks } from './team-mark';

type MarkedRow = Pick<NetworkRow, 'name' | 'team' | 'isNew'>;

/** The rows, those marked whose keys are new. */
export function withNew<Row extends MarkedRow>(
  rows: readonly Row[],
  fresh: ReadonlySet<string>,
  keyOf: (row: Row) => string,
): readonly Row[] {
  if (fresh.size === 0) return rows;
  return workedOut(rows, `new ${[...fresh].join(' ')}`, () =>
    rows.map((row) => (fresh.has(keyOf(row)) ? { ...row, isNew: true } : row)),
  );
}

/**
 * The window's rows with who of the company decided them, and those of all that another overruled.
 * @param keyOf as the company's entries have it
 * @param standsOf what stands there: `ignored`, `none`, or the id of the organization or configuration
 */
export async function withMarks<Row extends MarkedRow>(
  store: Database,
  all: readonly Row[],
  window: readonly Row[],
  keyOf: (row: Row) => string,
  standsOf: (row: Row) => string,
): Promise<Pick<ListView<Row, never>, 'rows' | 'overruled'>> {
  const keys = new Set(Object.keys((await readMeta(store, 'teamOverruled')) ?? {}));
  const lost = keys.size === 0 ? [] : all.filter((row) => keys.has(keyOf(row)));
  const markOf = await readTeamMarks(store, [...window, ...lost].map(keyOf));
  const marked = (row: Row): Row => ({ ...row, team: markOf(keyOf(row), standsOf(row)) });
  return {
    rows: window.map(marked),
    overruled: lost
      .map(marked)
      .filter(({ team }) => team?.overruled)
      .map(({ name, team }) => ({ name, team })),
  };
}
