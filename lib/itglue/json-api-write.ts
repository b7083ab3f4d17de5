import * as z from 'zod/mini';
import { includedIn, readRows, readSingle, type Reader } from './json-api-read';
import { ItGlueError } from './errors';
import { queryOf, withOptional } from './optional-parts';
import type { Query, Transport } from './transport';

type Attributes = Readonly<Record<string, unknown>>;
type Relationships = Readonly<Record<string, { readonly data: readonly unknown[] }>>;

/** An element under `data` of a body. Attributes that are undefined are not sent. */
export interface WrittenRow {
  readonly type: string;
  readonly attributes: Attributes;
  readonly relationships?: Relationships;
}

/** `GET` of one record. */
export function readOne<Wire, Row>(
  transport: Transport,
  reader: Reader<Wire, Row>,
  path: string,
  query?: Query,
): Promise<Row> {
  return readSingle(
    withOptional(transport.memory.refusals, reader.resource, reader.includes ?? [], (parts) =>
      transport.get(path, { ...query, ...queryOf(parts) }),
    ),
    reader,
    () => new ItGlueError({ kind: 'transient', request: `GET ${path}`, outcome: null }),
  );
}

/** Creates or changes one record; an answer that cannot be read leaves the outcome unknown. */
export function writeOne<Wire, Row>(
  transport: Transport,
  reader: Reader<Wire, Row>,
  method: 'POST' | 'PATCH',
  path: string,
  row: WrittenRow,
): Promise<Row> {
  return readSingle(transport.send(method, path, { data: row }), reader, () =>
    unreadableWrite(method, path),
  );
}

/**
 * Creates several records in one request; in the order of the answer, which need not be that of the
 * request.
 */
export async function createMany<Wire, Row>(
  transport: Transport,
  reader: Reader<Wire, Row>,
  path: string,
  rows: readonly WrittenRow[],
): Promise<readonly Row[]> {
  const answer = await transport.send('POST', path, { data: rows });
  const parsed = z.object({ data: z.array(z.unknown()) }).safeParse(answer);
  if (!parsed.success) throw unreadableWrite('POST', path);
  const { rows: read, skipped } = readRows(reader, parsed.data.data, includedIn(null));
  if (skipped.length > 0) throw unreadableWrite('POST', path);
  return read;
}

const unreadableWrite = (method: string, path: string) =>
  new ItGlueError({ kind: 'transient', request: `${method} ${path}`, outcome: 'unknown' });
