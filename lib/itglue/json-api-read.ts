import * as z from 'zod/mini';
import type { OptionalPart } from '@/lib/model/optional-part';
import {
  mergeOddFields,
  type OddField,
  type RowKind,
  type Rows,
  type Unreadable,
} from '@/lib/model/rows';
import { OddFields } from '@/lib/wire/odd-fields';
import { wrongFields } from '@/lib/wire/wrong-fields';
import { list } from '@/lib/wire/shapes';
import { ItGlueError } from './errors';
import { queryOf, withOptional } from './optional-parts';
import { smallerThan } from './page-sizes';
import type { Query, Transport } from './transport';
import { id } from './wire';

/** A page among pages of one size. */
export interface Place {
  /** From 1 on. */
  readonly number: number;
  readonly size: number;
}

/** Which page to read: the first, of whatever size the tenant can bear, or what a page calls its next. */
export type PageAt = 1 | Place;

/** What was read of a list, and which of its rows hold values whose meaning is lost. */
export interface List<Row> extends Rows<Row> {
  /** Rows that were read, with their fields that were taken for absent. */
  readonly lost: readonly Unreadable[];
}

/** One page of a list. */
export interface Page<Row> extends List<Row> {
  /** The page that this is: the first again where the one asked for took too long. */
  readonly at: Place;
  /** The page to read next, `null` after the last one. */
  readonly nextPage: Place | null;
  /** Rows of the whole list, now. */
  readonly totalCount: number;
  readonly totalPages: number;
  /** When one of the page's rows changed last by IT Glue's clock, milliseconds since 1970; `null` where none tells. */
  readonly newest: number | null;
}

/** Looks up a row that came along under `included`; `undefined` if it did not. */
export type Included = (type: string, id: string) => unknown;

/** How one kind of row is read: checked against its wire form, then turned into the model's. */
export interface Reader<Wire, Row> {
  readonly resource: RowKind;
  /** By what its pages are sorted: the id, unless IT Glue does not offer that. */
  readonly sort?: 'created_at';
  /** What comes along where the account does not refuse it. */
  readonly includes?: readonly OptionalPart[];
  readonly wire: z.ZodMiniType<Wire>;
  readonly toModel: (wire: Wire, included: Included, odd: OddFields) => Row;
}

const identified = z.object({ id, type: z.catch(z.nullish(z.string()), null) });
const count = z.union([
  z.int().check(z.nonnegative()),
  z.pipe(z.string().check(z.regex(/^\d+$/)), z.transform(Number)),
]);
/** The document of a list. */
export const listDocument = z.object({
  data: list,
  included: z.nullish(list),
  meta: z.nullish(
    z.object({
      'next-page': z.nullish(count),
      'total-count': z.catch(z.nullish(count), null),
      'total-pages': z.catch(z.nullish(count), null),
    }),
  ),
});
const singleDocument = z.object({
  data: z.unknown().check(z.refine((data) => data !== undefined && data !== null)),
  included: z.nullish(list),
});

/**
 * Reads one page in an order that stays, because pages shift when rows come or go between two
 * requests. One that takes IT Glue too long is not asked for again: the list begins again with
 * smaller pages, so that the rows of the pages before it come once more.
 * @throws ItGlueError; `transient` where the answer is not a list
 */
export async function readPage<Wire, Row>(
  transport: Transport,
  reader: Reader<Wire, Row>,
  path: string,
  asked: PageAt,
  query: Query = {},
): Promise<Page<Row>> {
  const { pageSizes, refusals } = transport.memory;
  const { resource, sort = 'id', includes = [] } = reader;
  const first = asked === 1 ? { number: 1, size: await pageSizes.of(resource) } : asked;
  const { at, answer } = await withOptional(
    refusals,
    resource,
    [`sort=${sort}`, ...includes],
    (parts) => getPage(transport, path, first, { ...query, ...queryOf(parts) }),
  );
  const parsed = listDocument.safeParse(answer);
  const unreadable = () =>
    new ItGlueError({ kind: 'transient', request: `GET ${path}`, outcome: null });
  if (!parsed.success) throw unreadable();
  const { data, meta, included } = parsed.data;
  const next = meta?.['next-page'] ?? null;
  const totalCount = meta?.['total-count'] ?? data.length;
  // A list that goes round in circles, or one that does not tell whether it goes on, has no end to trust.
  if (next !== null && next <= at.number) throw unreadable();
  if (!meta && data.length >= at.size) throw unreadable();
  await pageSizes.answered(resource, at.size, at.size < first.size ? 'took-too-long' : 'not-asked');
  return {
    ...readRows(reader, data, includedIn(included), (at.number - 1) * at.size),
    at,
    nextPage: next === null ? null : { number: next, size: at.size },
    totalCount,
    totalPages: meta?.['total-pages'] ?? at.number,
    newest: newestIn(data),
  };
}

const dated = z.object({ attributes: z.object({ 'updated-at': z.string() }) });

function newestIn(data: readonly unknown[]): number | null {
  const times = data.map((row) =>
    Date.parse(dated.safeParse(row).data?.attributes['updated-at'] ?? ''),
  );
  const told = times.filter((time) => !Number.isNaN(time));
  return told.length > 0 ? Math.max(...told) : null;
}

/** The page, or the list's first of a size that is answered in time. */
async function getPage(
  transport: Transport,
  path: string,
  at: Place,
  query: Query,
): Promise<{ readonly at: Place; readonly answer: unknown }> {
  const smaller = smallerThan(at.size);
  try {
    const page = { ...query, 'page[size]': String(at.size), 'page[number]': String(at.number) };
    // Repeated as it is only where no smaller page is left to try.
    return { at, answer: await transport.get(path, page, smaller === null ? 'repeat' : 'fail') };
  } catch (error) {
    if (smaller === null || !tookTooLong(error)) throw error;
    return getPage(transport, path, { number: 1, size: smaller }, query);
  }
}

const tookTooLong = (error: unknown): boolean =>
  error instanceof ItGlueError && (error.kind === 'timeout' || error.status === 504);

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
): List<Row> {
  const rows: Row[] = [];
  const skipped: Unreadable[] = [];
  const lost: Unreadable[] = [];
  const oddFields: OddField[][] = [];
  for (const [index, item] of data.entries()) {
    const odd = new OddFields();
    try {
      rows.push(reader.toModel(odd.parse(reader.resource, reader.wire, item), included, odd));
      const fields = odd.list.filter((each) => each.lost).map(({ field }) => field);
      const { data: row } = identified.safeParse(item);
      if (fields.length > 0 && row)
        lost.push({ id: row.id, fields: fields.map((field) => ({ field, expected: null })) });
    } catch (error) {
      if (!(error instanceof z.core.$ZodError)) throw error;
      const known = identified.safeParse(item).data?.id;
      skipped.push({ id: known ?? `#${before + index + 1}`, fields: wrongFields(error) });
    }
    if (odd.list.length > 0) oddFields.push([...odd.list]);
  }
  return { rows, skipped, lost, oddFields: mergeOddFields(...oddFields) };
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
