import type { Rows } from '@/lib/model/rows';
import { ItGlueError } from './errors';
import { includedIn, listDocument, readPage, readRows, type Reader } from './json-api-read';
import { queryOf, withOptional } from './optional-parts';
import { readAll } from './read-all';
import type { Query, Transport } from './transport';

/** A row that tells when it changed last. */
interface Dated {
  readonly id: string;
  /** RFC 3339 */
  readonly updatedAt: string | null;
}

/** The rows that changed last, and how many there are in all. */
export interface Newest<Row> extends Rows<Row> {
  /** `null` where the account does not tell. */
  readonly totalCount: number | null;
}

const newest = 'sort=-updated_at';

/**
 * The rows that changed last, newest first. One that changes meanwhile moves to the top, so there is no
 * second page to go on with: whoever needs more asks for more. Where an account does not sort by the last
 * change, the whole list is read.
 * @param count at most 1000
 * @throws ItGlueError; `transient` where the answer is not a list
 */
export async function readNewest<Wire, Row extends Dated>(
  transport: Transport,
  reader: Reader<Wire, Row>,
  path: string,
  count: number,
  query: Query = {},
): Promise<Rows<Row>> {
  const sorted = await readNewestPage(transport, reader, path, count, query);
  if (sorted) return sorted;
  const { rows, ...others } = await readAll((at) => readPage(transport, reader, path, at, query));
  const newestRows = rows.toSorted((one, other) => timeOf(other) - timeOf(one)).slice(0, count);
  return { ...others, rows: newestRows };
}

/**
 * The rows that changed last, newest first, with what comes along with them.
 * @param count at most 1000
 * @returns `null` where the account does not sort by the last change
 * @throws ItGlueError; `transient` where the answer is not a list
 */
export async function readNewestPage<Wire, Row extends Dated>(
  transport: Transport,
  reader: Reader<Wire, Row>,
  path: string,
  count: number,
  query: Query = {},
): Promise<Newest<Row> | null> {
  const { refusals } = transport.memory;
  const { resource, includes = [] } = reader;
  const [isWanted] = await refusals.wanted(resource, [newest]);
  if (!isWanted) return null;
  const sorted = await withOptional(refusals, resource, [newest, ...includes], (parts) =>
    parts.includes(newest)
      ? readSorted(transport, reader, path, { ...query, ...queryOf(parts) }, count)
      : Promise.resolve(null),
  );
  if (!sorted || isNewestFirst(sorted.rows)) return sorted;
  // An order that is ignored without a word is as good as refused.
  await refusals.refused(resource, newest);
  return null;
}

async function readSorted<Wire, Row>(
  transport: Transport,
  reader: Reader<Wire, Row>,
  path: string,
  query: Query,
  count: number,
): Promise<Newest<Row>> {
  const page = { ...query, 'page[size]': String(count), 'page[number]': '1' };
  const answer = await transport.get(path, page);
  const parsed = listDocument.safeParse(answer);
  if (!parsed.success)
    throw new ItGlueError({ kind: 'transient', request: `GET ${path}`, outcome: null });
  const { data, included, meta } = parsed.data;
  const rows = readRows(reader, data, includedIn(included));
  return { ...rows, totalCount: meta?.['total-count'] ?? null };
}

const timeOf = ({ updatedAt }: Dated): number =>
  updatedAt === null ? 0 : Date.parse(updatedAt) || 0;

const isNewestFirst = (rows: readonly Dated[]): boolean =>
  rows.every((row, place) => place === 0 || timeOf(rows[place - 1]!) >= timeOf(row));
