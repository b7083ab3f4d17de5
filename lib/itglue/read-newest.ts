import type { Rows } from '@/lib/model/rows';
import { ItGlueError } from './errors';
import { includedIn, listDocument, readPage, readRows, type Reader } from './json-api-read';
import { withOptional } from './optional-parts';
import { readAll } from './read-all';
import type { Query, Transport } from './transport';

/** A row that tells when it changed last. */
interface Dated {
  readonly id: string;
  /** RFC 3339 */
  readonly updatedAt: string | null;
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
  const { refusals } = transport.memory;
  const sorted = await withOptional(refusals, reader.resource, [newest], (parts) =>
    parts.length > 0 ? readSorted(transport, reader, path, count, query) : Promise.resolve(null),
  );
  if (sorted && isNewestFirst(sorted.rows)) return sorted;
  // An order that is ignored without a word is as good as refused.
  if (sorted) await refusals.refused(reader.resource, newest);
  const { rows, ...others } = await readAll((at) => readPage(transport, reader, path, at, query));
  const newestRows = rows.toSorted((one, other) => timeOf(other) - timeOf(one)).slice(0, count);
  return { ...others, rows: newestRows };
}

async function readSorted<Wire, Row>(
  transport: Transport,
  reader: Reader<Wire, Row>,
  path: string,
  count: number,
  query: Query,
): Promise<Rows<Row>> {
  const answer = await transport.get(path, {
    ...query,
    sort: '-updated_at',
    'page[size]': String(count),
    'page[number]': '1',
  });
  const parsed = listDocument.safeParse(answer);
  if (!parsed.success)
    throw new ItGlueError({ kind: 'transient', request: `GET ${path}`, outcome: null });
  return readRows(reader, parsed.data.data, includedIn(parsed.data.included));
}

const timeOf = ({ updatedAt }: Dated): number =>
  updatedAt === null ? 0 : Date.parse(updatedAt) || 0;

const isNewestFirst = (rows: readonly Dated[]): boolean =>
  rows.every((row, place) => place === 0 || timeOf(rows[place - 1]!) >= timeOf(row));
