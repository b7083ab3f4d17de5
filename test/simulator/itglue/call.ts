import type { SimulatorRequest } from '../exchange';
import { parseJson, type Json, type JsonObject } from '../json';
import type { ItGlueQuirks } from '../tenant/quirks';
import { badRequest, ProblemError, unprocessable } from './errors';
import { checkItem } from './reach';
import type { ItGlueKey, ItGlueState, LogRow } from './state';
import { takeId } from './state';

/** One call being handled: what the functions of every resource need. */
export interface Call {
  state: ItGlueState;
  quirks: ItGlueQuirks;
  /** Of everything drawn for a quirk. */
  seed: number;
  key: ItGlueKey;
  request: SimulatorRequest;
  /** The time now, RFC 3339 with milliseconds. */
  now: string;
  /** The placeholders of the route. */
  parameters: Record<string, string>;
}

/** One element under `data` of a body: its attributes with dashed names, its id from either place. */
export interface Written {
  id: string | undefined;
  attributes: Record<string, unknown>;
  relationships: Record<string, unknown> | undefined;
}

const dashed = (name: string) => name.replaceAll('_', '-');

/**
 * The body's `data`. Attribute names are taken with dashes or underscores, as the vendor's own examples mix them;
 * the keys inside an attribute (traits) stay as they are.
 */
export function readBody(call: Call, type: string): { bulk: boolean; items: Written[] } {
  const mediaType = (call.request.headers['content-type'] ?? '')
    .split(';')[0]
    ?.trim()
    .toLowerCase();
  if (mediaType !== 'application/vnd.api+json') {
    throw new ProblemError(415, [
      { detail: 'The Content-Type has to be application/vnd.api+json.' },
    ]);
  }
  let document: unknown;
  try {
    document = parseJson(call.request.body);
  } catch {
    throw badRequest('The request body is not valid JSON.');
  }
  const data = isObject(document) ? document.data : undefined;
  const bulk = Array.isArray(data);
  const items = (bulk ? data : [data]).map((item) => readItem(call, item, type));
  return { bulk, items };
}

function readItem(call: Call, item: unknown, type: string): Written {
  if (!isObject(item)) throw badRequest("Invalid parameter 'data': must be a Hash.");
  if (typeof item.type !== 'string' || dashed(item.type) !== type) {
    throw badRequest(`Invalid parameter 'type': must be one of: ${type.replaceAll('-', '_')}.`);
  }
  if (!isObject(item.attributes)) throw badRequest("Missing parameter 'attributes'.");
  const attributes = dashedKeys(item.attributes);
  const written = item.id ?? attributes.id;
  const id = written === undefined || written === null ? undefined : idText(written, 'id');
  checkItem(call, type, id, attributes);
  return {
    id,
    attributes: call.quirks.trimmedTexts ? trimmed(attributes) : attributes,
    relationships: isObject(item.relationships) ? dashedKeys(item.relationships) : undefined,
  };
}

/** Every text but a secret. */
function trimmed(attributes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'password' ? value.trim() : value,
    ]),
  );
}

export function dashedKeys(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [dashed(key), value]));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An id written as a number or as a string of digits. */
export function idText(value: unknown, attribute: string): string {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (!/^\d+$/.test(text)) throw unprocessable(`${attribute} must be a number.`, attribute);
  return text;
}

/** A text attribute: undefined when it was not written, null when it was cleared. */
export function text(written: Written, name: string): string | null | undefined {
  const value = written.attributes[name];
  if (value === undefined || value === null) return value;
  if (typeof value !== 'string') throw unprocessable(`${name} must be a String.`, name);
  return value;
}

export function requiredText(written: Written, name: string, before: string | undefined): string {
  const value = text(written, name);
  const result = value === undefined ? before : value;
  if (result === undefined || result === null || result.trim() === '') {
    throw unprocessable(`${name} can't be blank`, name);
  }
  return result;
}

export function flag(written: Written, name: string, before: boolean): boolean {
  const value = written.attributes[name];
  if (value === undefined || value === null) return before;
  if (value === true || value === 'true' || value === 1 || value === '1') return true;
  if (value === false || value === 'false' || value === 0 || value === '0') return false;
  throw unprocessable(`${name} must be one of: true, false, 1, 0.`, name);
}

/** The id of a row in a table: undefined when not written, null when cleared, 422 when there is no such row. */
export function reference(
  written: Written,
  name: string,
  table: ReadonlyMap<string, unknown>,
): string | null | undefined {
  const value = written.attributes[name];
  if (value === undefined || value === null) return value;
  const id = idText(value, name);
  if (!table.has(id)) throw unprocessable(`${name} ${id} does not exist.`, name);
  return id;
}

/** An id as an attribute shows it: a JSON number with all its digits. */
export function idNumber(id: string | null): bigint | null {
  return id === null ? null : BigInt(id);
}

export function noteLog(
  call: Call,
  action: LogRow['action'],
  resourceType: string,
  resourceName: string,
  organizationId: string | null,
): void {
  call.state.logs.push({
    id: takeId(call.state),
    createdAt: call.now,
    userId: null,
    organizationId,
    action,
    resourceType,
    resourceName,
  });
}

interface Relationship {
  data: { id: string; type: string }[] | { id: string; type: string };
  /** The reference's example of one configuration has one relationship inside another. */
  [within: string]: unknown;
}

export interface ResourceObject {
  id?: string;
  type: string;
  attributes: JsonObject;
  relationships?: Record<string, Relationship>;
}

export function asJson(resource: ResourceObject): Json {
  return resource as unknown as Json;
}
