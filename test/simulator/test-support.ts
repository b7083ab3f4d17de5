import { randomUUID } from 'node:crypto';
import { dattoSignature } from './datto/authorize';
import type { Simulator } from './index';
import { parseJson } from './json';
import { dattoKey, itGlueKey } from './tenant/tenant';

export interface DattoCall {
  host?: string;
  key?: string;
  secret?: string;
  /** Unix seconds. */
  timestamp?: number;
  nonce?: string;
  /** Sent instead of what would be right; null leaves the header out. */
  authorization?: string | null;
  signature?: string | null;
  version?: string | null;
  method?: string;
  body?: string;
}

type Values = Record<string, unknown>;

/** The parts of Datto's answers that tests look at; what a call does not answer is not there. */
interface DattoBody extends Values {
  time: string;
  errors?: { code: number }[];
  networks: (Values & { id: number })[];
  network: { advanced: Values };
  ssids: Record<string, { general: Values }>;
  nodes: Record<string, Values>;
  switches: (Values & { id: number })[];
  powerstrips: Values[];
  routers: (Values & { model: string })[];
  ports: (Values & { status: string; enable: boolean })[];
  usage: unknown[];
}

/** A signed request, right in every respect that the call does not say otherwise. */
export async function askDatto(simulator: Simulator, path: string, call: DattoCall = {}) {
  const {
    host = 'api-v2.cloudtrax.com',
    method = 'GET',
    key = dattoKey.key,
    secret = dattoKey.secret,
  } = call;
  const timestamp = call.timestamp ?? Math.floor(Date.now() / 1000);
  const right = `key=${key},timestamp=${timestamp},nonce=${call.nonce ?? randomUUID()}`;
  const authorization = call.authorization === undefined ? right : call.authorization;
  const signature =
    call.signature === undefined
      ? dattoSignature(secret, authorization ?? '', path, call.body ?? '')
      : call.signature;
  const version = call.version === undefined ? '1' : call.version;
  const response = await simulator.fetch(`https://${host}${path}`, {
    method,
    ...(call.body !== undefined && { body: call.body }),
    headers: {
      ...(authorization !== null && { Authorization: authorization }),
      ...(signature !== null && { Signature: signature }),
      ...(version !== null && { 'OpenMesh-API-Version': version }),
    },
  });
  const body = JSON.parse(await response.text()) as DattoBody;
  return { status: response.status, body, code: body.errors?.[0]?.code };
}

interface Row {
  id: string;
  type: string;
  attributes: Values & { name: string; traits: Values };
  relationships: Record<string, { data: { id: string }[] }>;
}

/** The parts of IT Glue's answers that tests look at; `data` is one row or several, as was asked. */
interface Document {
  data: Row & Row[];
  included: Row[];
  meta: Values;
  links: { next: string | null };
  errors: { status: number; detail: string; source: unknown }[];
}

export interface ItGlueCall {
  host?: string;
  key?: string | null;
  contentType?: string;
}

/** A request to IT Glue with a body in JSON:API's form; ids of the answer that are too long come as strings. */
export async function askItGlue(
  simulator: Simulator,
  method: string,
  path: string,
  body?: unknown,
  call: ItGlueCall = {},
) {
  const {
    host = 'api.itglue.com',
    key = itGlueKey.key,
    contentType = 'application/vnd.api+json',
  } = call;
  const response = await simulator.fetch(`https://${host}${path}`, {
    method,
    headers: {
      ...(key !== null && { 'x-api-key': key }),
      ...(body !== undefined && { 'content-type': contentType }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = (text.startsWith('{') ? parseJson(text) : undefined) as Document;
  return { status: response.status, headers: response.headers, text, json };
}

/** A body with one record, or with several. */
export function data(type: string, attributes: object | object[]) {
  return Array.isArray(attributes)
    ? { data: attributes.map((one: object) => ({ type, attributes: one })) }
    : { data: { type, attributes } };
}
