import { DattoError } from '@/lib/datto/errors';
import { ItGlueError, itGlueProblem } from '@/lib/itglue/errors';
import type { DattoFailure, Problem, ProblemCause } from '@/lib/model/problem';
import { storageProblem } from '@/lib/store/failure';
import { ProblemError } from '@/lib/model/problem-error';

/** Whether an account has no such call. */
export const isNotImplemented = (problem: Problem | null): boolean =>
  problem?.cause?.kind === 'datto-answer' && problem.cause.failure === 'not-implemented';

/** The failure as a value that a surface can turn into a sentence. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DattoError)
    return { kind: dattoKinds[error.kind], side: 'datto', cause: causeOf(error) };
  if (error instanceof ItGlueError) return itGlueProblem(error);
  if (error instanceof ProblemError) return error.problem;
  const storage = storageProblem(error);
  if (storage) return storage;
  return {
    kind: 'internal',
    ...(error instanceof Error && { detail: `${error.name}: ${error.message}` }),
  };
}

/** How long the server asked to wait, milliseconds; `null` where it did not. */
export function askedToWaitMs(error: unknown): number | null {
  if (error instanceof ItGlueError) return error.retryAfterMs;
  if (!(error instanceof DattoError) || error.retryAfterSeconds === null) return null;
  return error.retryAfterSeconds * 1000;
}

function causeOf({ kind, host, codes, status, wrong }: DattoError): ProblemCause {
  const failure = dattoFailures.find((each) => each === kind) ?? null;
  return {
    kind: 'datto-answer',
    failure,
    host,
    codes,
    status: status === 200 ? null : status,
    ...(wrong.length > 0 && { wrong }),
  };
}

/** What the kind of the problem does not say. */
const dattoFailures: readonly DattoFailure[] = [
  'clock',
  'nonce',
  'malformed',
  'not-implemented',
  'bad-request',
];

const dattoKinds: Record<DattoError['kind'], Problem['kind']> = {
  credentials: 'credentials',
  'bad-request': 'internal',
  clock: 'refused',
  nonce: 'refused',
  'out-of-reach': 'out-of-reach',
  'not-permitted': 'not-permitted',
  'not-found': 'not-found',
  'not-implemented': 'not-found',
  'rate-limited': 'rate-limited',
  transient: 'server',
  malformed: 'server',
  offline: 'offline',
};

/**
 * Whether a failed step must end the whole run, rather than be named in it: a side refuses whatever
 * is asked, no server answers, the run was stopped, or the defect is ours.
 */
export function endsRun(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted || ending.has(toProblem(error).kind);
}

const ending: ReadonlySet<Problem['kind']> = new Set([
  'credentials',
  'address-refused',
  'no-api-access',
  'offline',
  'storage',
  'storage-full',
  'internal',
]);

/**
 * What was asked for, or the problem where only this one thing is out of the key's reach: it is
 * named, what was known of it stays, and the next sync tries it again.
 * @throws every other failure
 */
export async function withinReach<Answer>(
  asked: Promise<Answer>,
): Promise<{ readonly answer: Answer } | { readonly outOfReach: Problem }> {
  try {
    return { answer: await asked };
  } catch (error) {
    const problem = toProblem(error);
    if (problem.kind === 'out-of-reach') return { outOfReach: problem };
    throw error;
  }
}
