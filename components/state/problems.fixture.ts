import type { DecidedRefusal } from '@/lib/model/decided-refusal';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import type { DattoFailure, Problem, ProblemCause } from '@/lib/model/problem';

type Kind = Problem['kind'];
/** What only IT Glue answers with. */
type ItGlueOnly = 'address-refused' | 'no-api-access';

/** What can keep a device from being read: one problem of each kind. */
export const deviceProblems = {
  offline: { kind: 'offline', side: 'datto' },
  timeout: { kind: 'timeout', side: 'datto' },
  'rate-limited': { kind: 'rate-limited', side: 'datto' },
  server: { kind: 'server', side: 'datto' },
  credentials: { kind: 'credentials', side: 'datto' },
  locked: { kind: 'locked' },
  managed: { kind: 'managed' },
  'out-of-reach': { kind: 'out-of-reach', side: 'datto' },
  'not-permitted': { kind: 'not-permitted', side: 'datto' },
  'not-found': { kind: 'not-found', side: 'datto' },
  refused: {
    kind: 'refused',
    side: 'datto',
    cause: {
      kind: 'datto-answer',
      failure: 'clock',
      host: 'api.cloudtrax.com',
      codes: [13002],
      status: 401,
    },
  },
  storage: { kind: 'storage', detail: 'UnknownError: Internal error opening backing store.' },
  'storage-full': { kind: 'storage-full', detail: 'QuotaExceededError' },
  'too-fast': { kind: 'too-fast' },
  internal: { kind: 'internal', detail: 'TypeError: x is undefined' },
} as const satisfies Record<Exclude<Kind, ItGlueOnly>, Problem>;

/** One problem of each kind, as a sync or a write meets it. */
export const problems = {
  ...deviceProblems,
  'rate-limited': { kind: 'rate-limited', side: 'itglue' },
  credentials: { kind: 'credentials', side: 'itglue' },
  'address-refused': { kind: 'address-refused', side: 'itglue' },
  'no-api-access': { kind: 'no-api-access', side: 'itglue' },
  'out-of-reach': { kind: 'out-of-reach', side: 'itglue' },
  refused: { kind: 'refused', side: 'itglue', detail: 'Name is too long (maximum is 255)' },
} as const satisfies Record<Kind, Problem>;

/** A problem that says how Datto failed. */
const dattoAnswer = (kind: Kind, failure: DattoFailure | null, codes: readonly number[] = []) =>
  ({
    kind,
    side: 'datto',
    cause: { kind: 'datto-answer', failure, host: 'api.cloudtrax.com', codes, status: 503 },
  }) as const satisfies Problem;

/** Each way in which Datto fails to answer. */
const dattoFailures = {
  clock: deviceProblems.refused,
  nonce: dattoAnswer('refused', 'nonce', [13003]),
  malformed: {
    ...dattoAnswer('server', 'malformed'),
    cause: {
      kind: 'datto-answer',
      failure: 'malformed',
      host: 'api.cloudtrax.com',
      codes: [],
      status: null,
      wrong: [
        { field: 'nodes.0.mac', expected: 'string' },
        { field: 'nodes.0.last_checkin', expected: null },
      ],
    },
  },
  'not-implemented': dattoAnswer('not-found', 'not-implemented', [1002]),
  'bad-request': dattoAnswer('internal', 'bad-request', [1001]),
} as const satisfies Record<DattoFailure, Problem>;

/** Why something was not written, whatever it was. */
const notWritten = (why: DecidedRefusal['kind']) =>
  ({
    kind: 'refused',
    side: 'itglue',
    cause: { kind: 'not-written', why },
  }) as const satisfies Problem;

/** Each decision in the way of a write. */
const heldWrites = {
  'decided-meanwhile': notWritten('decided-meanwhile'),
  'row-gone': notWritten('row-gone'),
  'configuration-taken': notWritten('configuration-taken'),
  exists: notWritten('exists'),
  'has-mac': notWritten('has-mac'),
} as const satisfies Record<DecidedRefusal['kind'], Problem>;

type Caused<Found extends ProblemCause['kind']> = Problem & {
  readonly cause: Extract<ProblemCause, { readonly kind: Found }>;
};

const conflict = {
  kind: 'field-of-another-kind',
  field: 'Location',
  type: 'Datto Networking Wireless',
  expected: 'Text',
  actual: 'Tag (Locations)',
} as const;

/** A problem of each cause that the extension finds itself. */
export const causes = {
  'datto-answer': dattoAnswer('server', null),
  'unreadable-rows': {
    kind: 'server',
    side: 'itglue',
    cause: {
      kind: 'unreadable-rows',
      rows: [
        { id: '18', fields: [{ field: 'attributes.name', expected: 'string' }] },
        { id: '#3', fields: [{ field: '', expected: 'object' }] },
      ],
    },
  },
  'words-withheld': { kind: 'refused', side: 'itglue', cause: { kind: 'words-withheld' } },
  'no-configuration-type': {
    kind: 'not-found',
    side: 'itglue',
    cause: { kind: 'no-configuration-type' },
  },
  'no-network-listed': { kind: 'server', side: 'datto', cause: { kind: 'no-network-listed' } },
  'written-elsewhere': { kind: 'internal', cause: { kind: 'written-elsewhere' } },
  'no-keys-saved': { kind: 'internal', cause: { kind: 'no-keys-saved' } },
  'not-written': heldWrites['row-gone'],
  'record-held': {
    kind: 'refused',
    side: 'itglue',
    cause: { kind: 'record-held', fields: ['Floor plan', 'Door code'] },
  },
  'field-of-another-kind': { kind: 'refused', side: 'itglue', cause: conflict },
  'reference-refused': {
    kind: 'refused',
    side: 'itglue',
    cause: {
      kind: 'reference-refused',
      reference: 'manufacturer',
      name: 'Datto',
      problem: problems.refused,
    },
  },
  several: {
    kind: 'refused',
    side: 'itglue',
    cause: {
      kind: 'several',
      problems: [
        { subject: 'Guest', problem: problems.refused },
        { subject: 'Location', problem: { kind: 'refused', side: 'itglue', cause: conflict } },
      ],
    },
  },
} as const satisfies { [Found in ProblemCause['kind']]: Caused<Found> };

/** Everything that can go wrong, once each, by what it is. */
export const allProblems: readonly (readonly [name: string, problem: Problem])[] = [
  ...Object.entries(problems),
  ...Object.entries(causes),
  ...Object.entries(dattoFailures).map(
    ([failure, problem]) => [`Datto ${failure}`, problem] as const,
  ),
  ...Object.entries(heldWrites).map(([why, problem]) => [`not written, ${why}`, problem] as const),
];

/** One refusal of each kind. */
export const refusals = {
  'decided-meanwhile': { kind: 'decided-meanwhile' },
  'configuration-taken': { kind: 'configuration-taken', by: 'Warehouse 12' },
  'has-mac': { kind: 'has-mac', mac: 'AC-86-74-33-7A-C0' },
  gone: { kind: 'gone', name: 'Acme Corp' },
  exists: { kind: 'exists', name: 'Acme Corp' },
  'row-gone': { kind: 'row-gone' },
  'not-permitted': { kind: 'not-permitted' },
  'suggestion-undecided': { kind: 'suggestion-undecided' },
  creating: { kind: 'creating' },
  problem: { kind: 'problem', problem: problems.refused },
} as const satisfies Record<DecisionRefusal['kind'], DecisionRefusal>;
