import type { SimulatorAnswer } from '../exchange';
import { stringifyJson, type Json, type JsonObject } from '../json';
import { asJson, type Call, type ResourceObject } from './call';
import { badRequest } from './errors';
import { listed } from './reach';

/** How one kind of row is read: its wire form and what may be asked about it. */
export interface Resource<Row> {
  present: (row: Row, call: Call) => ResourceObject;
  /** By name with underscores; an unknown one is refused. A test gets one of the comma-separated values. */
  filters: Record<string, (row: Row, value: string, call: Call) => boolean>;
  /** Filters whose value may contain commas. */
  wholeValue?: readonly string[];
  sorts: Record<string, (row: Row) => string | number>;
  /** By name with underscores: the rows that come along, and the name of the relationship. */
  includes?: Record<string, Include<Row>>;
  /** Includes only the call for a single record knows. */
  singleIncludes?: Record<string, Include<Row>>;
  lastPage?: number;
}

export interface Include<Row> {
  relationship: string;
  /** The relationship inside which this one stands; undefined when it stands for itself. */
  within?: (call: Call) => string | undefined;
  rows: (row: Row, call: Call) => ResourceObject[];
}

/** The largest page (the reference: "up to 1000"). */
const largestPage = 1000;
const defaultPage = 50;

export function jsonApi(status: number, body: Json): SimulatorAnswer {
  return {
    status,
    headers: { 'content-type': 'application/vnd.api+json' },
    body: stringifyJson(body),
  };
}

/** Filters, sorts and pages the rows as the address asks, with `meta`, `links` and what is to be included. */
export function answerList<Row extends { id: string }>(
  call: Call,
  resource: Resource<Row>,
  all: Iterable<Row>,
): SimulatorAnswer {
  const { filters, sort, size, number, include } = readQuery(call, resource);
  if (size > (call.quirks.maxPageSize[resourceOf(call)] ?? Infinity)) return oversized(call);
  if (number > 1) call.quirks.betweenPages.shift()?.();
  const rows = listed(
    call,
    resourceOf(call),
    [...all].filter((row) =>
      filters.every(({ test, values }) => values.some((value) => test(row, value, call))),
    ),
  );
  if (sort !== undefined && !call.quirks.sortIgnored) {
    rows.sort((a, b) => sort.direction * compare(sort.by(a), sort.by(b)));
  }
  const page = rows.slice((number - 1) * size, number * size);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  return jsonApi(200, {
    ...present(call, resource, page, include, true),
    meta: metaOf(call, number, pages, rows.length),
    links: call.quirks.links ? links(call, number, pages) : undefined,
  });
}

/** The last plain segment of the address: `configurations`, also below an organization. */
const resourceOf = ({ request }: Call): string => request.path.split('/').at(-1) ?? '';

function oversized({ quirks }: Call): SimulatorAnswer {
  return {
    status: 504,
    headers: { 'content-type': 'text/html' },
    body: '<html><body><h1>504 Gateway Time-out</h1></body></html>',
    ...(quirks.oversizedPage === 'unanswered' && { unanswered: true }),
  };
}

function metaOf({ quirks }: Call, number: number, pages: number, count: number): JsonObject {
  const meta: JsonObject = {
    'current-page': number,
    'next-page': number < pages ? number + 1 : null,
    'prev-page': number > 1 ? number - 1 : null,
    'total-pages': pages,
    'total-count': count,
    filters: {},
  };
  return Object.fromEntries(
    Object.entries(meta).filter(([key]) => !quirks.metaWithout.includes(key)),
  );
}

/** One row, with what is to be included. */
export function answerSingle<Row>(
  call: Call,
  resource: Resource<Row>,
  row: Row,
  status: 200 | 201 = 200,
): SimulatorAnswer {
  const include = call.request.method === 'GET' ? readInclude(call, allIncludes(resource)) : [];
  const { data, included } = present(call, resource, [row], include, false);
  return jsonApi(status, { data: (data as Json[])[0], included });
}

/** Several rows without paging: what bulk writes answer. */
export function answerRows<Row>(
  call: Call,
  resource: Resource<Row>,
  rows: Row[],
  status: 200 | 201 = 200,
): SimulatorAnswer {
  return jsonApi(status, present(call, resource, rows, [], true));
}

function present<Row>(
  call: Call,
  resource: Resource<Row>,
  rows: Row[],
  include: Include<Row>[],
  list: boolean,
): JsonObject {
  const included = new Map<string, ResourceObject>();
  const data = rows.map((row) => {
    const object = resource.present(row, call);
    for (const { relationship, within, rows: related } of include) {
      const objects = related(row, call);
      for (const one of objects) included.set(`${one.type} ${one.id ?? ''}`, one);
      const data = objects.map(({ id = '', type }) => ({ id, type }));
      const outer = within?.(call);
      object.relationships = {
        ...object.relationships,
        ...(outer === undefined
          ? { [relationship]: { data } }
          : {
              [outer]: {
                ...(object.relationships?.[outer] ?? { data: [] }),
                [relationship]: { data },
              },
            }),
      };
    }
    if (!list && object.relationships === undefined) object.relationships = {};
    return asJson(object);
  });
  return {
    data,
    included: include.length > 0 ? [...included.values()].map(asJson) : undefined,
  };
}

function readQuery<Row>(call: Call, resource: Resource<Row>) {
  const filters: { test: Resource<Row>['filters'][string]; values: string[] }[] = [];
  let sort: { by: (row: Row) => string | number; direction: 1 | -1 } | undefined;
  let size = defaultPage;
  let number = 1;
  for (const [name, value] of call.request.query) {
    const filter = /^filter\[([\w-]+)\]$/.exec(name)?.[1]?.replaceAll('-', '_');
    if (filter !== undefined) {
      const test = resource.filters[filter];
      if (test === undefined || call.quirks.refusedParameters.includes(name))
        throw badRequest(`Unknown filter '${filter}'.`, name);
      const whole = resource.wholeValue?.includes(filter) ?? false;
      filters.push({ test, values: whole ? [value] : value.split(',').map((one) => one.trim()) });
    } else if (name === 'sort') {
      const field = value.replace(/^-/, '').replaceAll('-', '_');
      const by = resource.sorts[field];
      if (by === undefined || call.quirks.refusedParameters.includes(`sort=${value}`)) {
        const allowed = Object.keys(resource.sorts).join(', ');
        throw badRequest(
          `Invalid parameter 'sort' value "${value}": Must be one of: ${allowed}.`,
          name,
        );
      }
      sort = { by, direction: value.startsWith('-') ? -1 : 1 };
    } else if (name === 'page[size]') {
      size = wholeNumber(name, value);
      if (size > largestPage) throw badRequest(`page[size] may not exceed ${largestPage}.`, name);
    } else if (name === 'page[number]') {
      number = wholeNumber(name, value);
      if (resource.lastPage !== undefined && number > resource.lastPage) {
        throw badRequest(`page[number] must be between 1 and ${resource.lastPage}.`, name);
      }
    }
  }
  return { filters, sort, size, number, include: readInclude(call, resource.includes ?? {}) };
}

function allIncludes<Row>(resource: Resource<Row>): Record<string, Include<Row>> {
  return { ...resource.includes, ...resource.singleIncludes };
}

function readInclude<Row>(call: Call, known: Record<string, Include<Row>>): Include<Row>[] {
  const names = (call.request.query.get('include') ?? '').split(',').filter((name) => name !== '');
  return names.map((name) => {
    const include = known[name.trim().replaceAll('-', '_')];
    if (include === undefined || call.quirks.refusedParameters.includes(`include=${name.trim()}`)) {
      throw badRequest(
        `Invalid parameter 'include' value "${name}": Must be one of: ${Object.keys(known).join(', ')}.`,
        'include',
      );
    }
    return include;
  });
}

function wholeNumber(name: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value))
    throw badRequest(`Invalid parameter '${name}': Must be a number.`, name);
  return Number(value);
}

/** Ids compare by value, names as text. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  if (/^\d+$/.test(left) && /^\d+$/.test(right) && left.length !== right.length) {
    return left.length - right.length;
  }
  return left < right ? -1 : left > right ? 1 : 0;
}

function links(call: Call, number: number, pages: number): JsonObject {
  const address = (page: number) => {
    const url = new URL(call.request.target, `https://${call.request.host}`);
    url.searchParams.set('page[number]', String(page));
    return url.toString();
  };
  return {
    self: address(number),
    first: address(1),
    prev: number > 1 ? address(number - 1) : null,
    next: number < pages ? address(number + 1) : null,
    last: address(pages),
  };
}
