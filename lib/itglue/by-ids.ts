import { hasUnknownRows, joinRows, type RowKind, type Rows } from '@/lib/model/rows';
import { ItGlueError } from './errors';
import { withOptional } from './optional-parts';
import type { Transport } from './transport';

/** So many ids of 20 digits fit into an address. */
const idsPerRequest = 100;

/** What IT Glue says of each of the ids that were asked for. */
export interface ById<Id extends string, Row> extends Rows<Row> {
  /** Surely deleted. */
  readonly gone: readonly Id[];
  /** There or not: the key may not read them. */
  readonly outOfReach: readonly Id[];
}

/**
 * Reads rows by their ids, some at a time. A list may leave out without a word what is out of the
 * key's reach, so each id that it does not show is asked for by itself before it counts as gone.
 * @throws ItGlueError
 */
export async function readByIds<Id extends string, Row extends { readonly id: Id }>(
  ids: readonly Id[],
  list: (chunk: readonly Id[]) => Promise<Rows<Row>>,
  single: (id: Id) => Promise<Row>,
): Promise<ById<Id, Row>> {
  const lists: Rows<Row>[] = [];
  const rows: Row[] = [];
  const gone: Id[] = [];
  const outOfReach: Id[] = [];

  async function readSingle(id: Id): Promise<void> {
    try {
      rows.push(await single(id));
    } catch (error) {
      if (!(error instanceof ItGlueError)) throw error;
      if (error.kind === 'not-found') gone.push(id);
      else if (error.kind === 'out-of-reach') outOfReach.push(id);
      else throw error;
    }
  }

  for (let start = 0; start < ids.length; start += idsPerRequest) {
    const chunk = ids.slice(start, start + idsPerRequest);
    const page = await orNothing(list(chunk));
    lists.push(page);
    const there = new Set<string>([...page.rows, ...page.skipped].map(({ id }) => id));
    // A row without an id may be any of them.
    if (hasUnknownRows(page)) continue;
    for (const id of chunk) if (!there.has(id)) await readSingle(id);
  }
  return { ...joinRows([...lists, { rows, skipped: [], oddFields: [] }]), gone, outOfReach };
}

/** A list by ids, or nothing where the account refuses the filter: then each is asked for by itself. */
export const listById =
  <Id, Row>(
    { memory }: Transport,
    resource: RowKind,
    list: (chunk: readonly Id[]) => Promise<Rows<Row>>,
  ) =>
  (chunk: readonly Id[]): Promise<Rows<Row>> =>
    withOptional(memory.refusals, resource, ['filter[id]'], (parts) =>
      parts.length > 0 ? list(chunk) : Promise.resolve(none),
    );

const none = { rows: [], skipped: [], oddFields: [] };

/** One that is out of reach may be refused for all. */
async function orNothing<Row>(list: Promise<Rows<Row>>): Promise<Rows<Row>> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof ItGlueError && error.kind === 'out-of-reach') return none;
    throw error;
  }
}
