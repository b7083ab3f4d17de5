import { z } from 'zod';
import type { Rows, Unreadable } from '@/lib/model/rows';
import { OddFields } from '@/lib/wire/odd-fields';
import { reasonOf } from '@/lib/wire/reason';
import { list } from '@/lib/wire/shapes';
import { ItGlueError } from './errors';
import type { Query, Transport } from './transport';
import { id } from './wire';

/** One page of a list. */
export interface Page<Row> extends Rows<Row> {
  /** The number of the page to read next, `null` after the last one. */
  readonly nextPage: number | null;
  /** Rows of the whole list, now. */
  readonly totalCount: number;
  readonly totalPages: number;
}

/** Looks up a row that came along under `included`; `undefined` if it did not. */
export type Included = (type: string, id: string) => unknown;

/** How one kind of row is read: checked against its wire form, then turned into the model's. */
export interface Reader<Wire, Row> {
  readonly resource: string;
  /** By what its pages are sorted: the id, unless IT Glue does not offer that. */
  readonly sort?: 'created_at';
  readonly wire: z.ZodType<Wire>;
  readonly toModel: (wire: Wire, included: Included, odd: OddFields) => Row;
}

/** IT Glue's largest page (api.itglue.com/developer, "Pagination"). */
const pageSize = 1000;

const identified = z.object({ id, type: z.string().nullish().catch(null) });
const count = z.union([z.int().nonnegative(), z.string().regex(/^\d+$/).transform(Number)]);
const listDocument = z.object({
  data: list,
  included: list.nullish(),
  meta: z
    .object({
      'next-page': count.nullish(),
      'total-count': count.nullish().catch(null),
      'total-pages': count.nullish().catch(null),
    })
    .nullish(),
});
const singleDocument = z.object({
  data: z.unknown().refine((data) => data !== undefined && data !== null),
  included: list.nullish(),
});

/**
 * Reads one page in an order that stays, because pages shift when rows come or go between two requests.
 * @throws ItGlueError; `transient` where the answer is not a list
 */
export async function readPage<Wire, Row>(
  transport: Transport,
  reader: Reader<Wire, Row>,
  path: string,
  page: number,
  query: Query = {},
): Promise<Page<Row>> {
  const answer = await transport.get(path, {
    ...query,
    sort: reader.sort ?? 'id',
    'page[size]': String(pageSize),
    'page[number]': String(page),
  });
  const parsed = listDocument.safeParse(answer);
  const unreadable = () =>
    new ItGlueError({ kind: 'transient', request: `GET ${path}`, outcome: null });
  if (!parsed.success) throw unreadable();
  const { data, meta, included } = parsed.data;
  const nextPage = meta?.['next-page'] ?? null;
  // A list that goes round in circles, or one that does not tell whether it goes on, has no end to trust.
  if (nextPage !== null && nextPage <= page) throw unreadable();
  if (!meta && data.length >= pageSize) throw unreadable();
  return {
    ...readRows(reader, data, includedIn(included), (page - 1) * pageSize),
    nextPage,
    totalCount: meta?.['total-count'] ?? data.length,
    totalPages: meta?.['total-pages'] ?? page,
  };
}

/** Reads the one row under `data`, of a read or of a write's answer. */
export async function readSingle<Wire, Row>(
  answer: Promise<unknown>,
  reader: Reader<Wire, Row>,
  unreadable: () => ItGlueError,
): Promise<Row> {
  const parsed = singleDocument.safeParse(await answer);
  if (!parsed.success) throw unreadable();
  const { data, included } = parsed.data;
  const row = readRows(reader, [data], includedIn(included)).rows[0];
  if (row === undefined) throw unreadable();
  return row;
}

/**
 * Checks the rows one by one: one that does not fit is left out and reported.
 * @param before how many rows of the list were on the pages before this one
 */
export function readRows<Wire, Row>(
  reader: Reader<Wire, Row>,
  data: readonly unknown[],
  included: Included,
  before = 0,
): Rows<Row> {
  const rows: Row[] = [];
  const skipped: Unreadable[] = [];
  const odd = new OddFields();
  for (const [index, item] of data.entries()) {
    try {
      rows.push(reader.toModel(odd.parse(reader.resource, reader.wire, item), included, odd));
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const known = identified.safeParse(item).data?.id;
      skipped.push({ id: known ?? `#${before + index + 1}`, reason: reasonOf(error) });
    }
  }
  return { rows, skipped, oddFields: odd.list };
}

const dashed = (type: string) => type.replaceAll('_', '-');

export function includedIn(rows: readonly unknown[] | null | undefined): Included {
  const byKey = new Map<string, unknown>();
  for (const row of rows ?? []) {
    const { data } = identified.safeParse(row);
    if (data?.type) byKey.set(`${dashed(data.type)} ${data.id}`, row);
  }
  return (type, rowId) => byKey.get(`${type} ${rowId}`);
}
