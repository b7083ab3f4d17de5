import type { Problem, ProblemCause } from '@/lib/model/problem';
import type { Unreadable } from '@/lib/model/rows';

export type ItGlueErrorKind =
  /** The key is wrong or revoked (401, 403): confirmed by a second call that any good key may do. */
  | 'credentials'
  /** The key is good, but not for this (401, 403): one record, or a kind of thing. */
  | 'out-of-reach'
  /** IP Access Control keeps this computer's address out. */
  | 'address-refused'
  /** The account's plan has no API access. */
  | 'no-api-access'
  | 'not-found'
  /** Understood and refused, e.g. 422 for a record that a PSA syncs; `details` say why. */
  | 'refused'
  /** A request IT Glue cannot read (400, 415): a defect of this extension. */
  | 'malformed-request'
  | 'rate-limited'
  /** The server failed (5xx), or its answer was cut or unreadable. */
  | 'transient'
  /** No connection, or one that broke before an answer. */
  | 'offline'
  | 'timeout'
  /** The caller broke it off. */
  | 'aborted';

/**
 * Whether a failed write may have had its effect: `not-sent` and `refused` surely had none;
 * `unknown` has to be looked up by its natural key before anything is sent again.
 */
export type FailedWriteOutcome = 'not-sent' | 'refused' | 'unknown';

export interface ItGlueErrorFacts {
  readonly kind: ItGlueErrorKind;
  /** Method and path, e.g. `PATCH /passwords/54`; never a query, a body or a key. */
  readonly request: string;
  /** `null` for a read. */
  readonly outcome: FailedWriteOutcome | null;
  /** The HTTP status, `null` where there was no answer. */
  readonly status?: number | null;
  /** What IT Glue said, one sentence each, with the field it is about; never a secret. */
  readonly details?: readonly string[];
  /** Whether something that IT Glue said is left out, since it repeats a secret. */
  readonly withheld?: boolean;
  /** Rows of the answer that could not be read, where nothing can be done without them. */
  readonly unreadable?: readonly Unreadable[];
  /** How long IT Glue asked to wait, milliseconds. */
  readonly retryAfterMs?: number | null;
}

/** Everything a call to IT Glue can fail with. Has no `cause`, because a cause holds the request. */
export class ItGlueError extends Error implements ItGlueErrorFacts {
  override readonly name = 'ItGlueError';
  readonly kind: ItGlueErrorKind;
  readonly request: string;
  readonly outcome: FailedWriteOutcome | null;
  readonly status: number | null;
  readonly details: readonly string[];
  readonly withheld: boolean;
  readonly unreadable: readonly Unreadable[];
  readonly retryAfterMs: number | null;

  constructor(facts: ItGlueErrorFacts) {
    const details = facts.details ?? [];
    super([`${facts.request}: ${facts.kind}`, ...details].join(' · '));
    this.kind = facts.kind;
    this.request = facts.request;
    this.outcome = facts.outcome;
    this.status = facts.status ?? null;
    this.details = details;
    this.withheld = facts.withheld ?? false;
    this.unreadable = facts.unreadable ?? [];
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}

/** Whether an HTTP status refuses the key or its rights: see `accessRefusal`. */
export const refusesAccess = (status: number): boolean => status === 401 || status === 403;

/** The kind that any other HTTP status than 2xx stands for. */
export function kindOfStatus(status: number): ItGlueErrorKind {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 409 || status === 413 || status === 422 || status === 423) return 'refused';
  if (status === 429) return 'rate-limited';
  return status >= 400 && status < 500 ? 'malformed-request' : 'transient';
}

const problemKinds: Readonly<Record<ItGlueErrorKind, Problem['kind']>> = {
  credentials: 'credentials',
  'out-of-reach': 'out-of-reach',
  'address-refused': 'address-refused',
  'no-api-access': 'no-api-access',
  'not-found': 'not-found',
  refused: 'refused',
  'malformed-request': 'internal',
  'rate-limited': 'rate-limited',
  transient: 'server',
  offline: 'offline',
  timeout: 'timeout',
  // Whoever breaks a call off does not report it.
  aborted: 'internal',
};

function causeOf({ unreadable, withheld }: ItGlueError): ProblemCause | null {
  if (unreadable.length > 0) return { kind: 'unreadable-rows', rows: unreadable };
  return withheld ? { kind: 'words-withheld' } : null;
}

/** The error as the value that is stored and shown. */
export function itGlueProblem(error: ItGlueError): Problem {
  const detail = error.details.join(' ');
  const cause = causeOf(error);
  return {
    kind: problemKinds[error.kind],
    side: 'itglue',
    ...(detail && { detail }),
    ...(cause && { cause }),
  };
}
