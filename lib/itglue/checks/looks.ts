import * as z from 'zod/mini';
import {
  finding,
  verdict,
  type Finding,
  type Sight,
  type Subject,
  type Verdict,
} from '@/lib/model/setup-check';
import type { ItGlueError, ItGlueErrorKind } from '../errors';
import type { ItGlueProbe } from '../probe';
import type { Query } from '../transport';
import { id } from '../wire';

const sightOf: Readonly<Record<ItGlueErrorKind, Sight>> = {
  credentials: 'refused',
  'out-of-reach': 'out-of-reach',
  'address-refused': 'address-refused',
  'no-api-access': 'no-api-access',
  'not-found': 'absent',
  refused: 'refused',
  'malformed-request': 'refused',
  'rate-limited': 'failed',
  transient: 'failed',
  offline: 'offline',
  timeout: 'late',
  aborted: 'failed',
};

/** What an error says of what was asked for: in one word, and by the HTTP status. */
export const itGlueFindings = (subject: Subject, { kind, status }: ItGlueError): Finding[] => [
  finding(subject, status === 504 ? 'late' : sightOf[kind]),
  ...(status === null ? [] : [finding(subject, 'status', status)]),
];

/** Nothing is known where no answer came in time; a refusal is an answer. */
const noAnswer: ReadonlySet<ItGlueErrorKind> = new Set([
  'timeout',
  'transient',
  'offline',
  'rate-limited',
  'aborted',
]);

/** What a failure says of the assumption that this is answered. */
export const failedVerdict = (subject: Subject, error: ItGlueError): Verdict =>
  verdict(noAnswer.has(error.kind) ? 'unseen' : 'differs', ...itGlueFindings(subject, error));

const row = z.object({
  id,
  attributes: z.record(z.string(), z.unknown()),
  relationships: z.nullish(z.record(z.string(), z.unknown())),
});
export type LooseRow = z.infer<typeof row>;

const document = z.object({
  data: z.union([
    z.array(z.unknown()),
    z.pipe(
      z.unknown(),
      z.transform((one) => [one]),
    ),
  ]),
  included: z.nullish(z.array(z.unknown())),
  meta: z.nullish(z.record(z.string(), z.unknown())),
});

const readable = (rows: readonly unknown[]): LooseRow[] =>
  rows.flatMap((one) => row.safeParse(one).data ?? []);

/** An answer's rows as far as they can be read at all, with nothing taken for granted of their attributes. */
export function looselyRead(json: unknown) {
  const { data, included, meta } = z
    .catch(document, { data: [], included: [], meta: {} })
    .parse(json);
  return { rows: readable(data), included: readable(included ?? []), meta: meta ?? {} };
}

export type Looked = ReturnType<typeof looselyRead>;

/** A page of a list. @throws ItGlueError */
export async function look(probe: ItGlueProbe, path: string, size: number, query: Query = {}) {
  const page = { 'page[size]': String(size), 'page[number]': '1' };
  return looselyRead(await probe.get(path, { ...page, ...query }));
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
