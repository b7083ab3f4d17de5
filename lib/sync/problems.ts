import { DattoError } from '@/lib/datto/errors';
import { ItGlueError, itGlueProblem } from '@/lib/itglue/errors';
import type { DattoFailure, Problem, ProblemCause } from '@/lib/model/problem';
import { ProblemError } from '@/lib/model/problem-error';

/** The failure as a value that a surface can turn into a sentence. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DattoError)
    return { kind: dattoKinds[error.kind], side: 'datto', cause: causeOf(error) };
  if (error instanceof ItGlueError) return itGlueProblem(error);
  if (error instanceof ProblemError) return error.problem;
  return {
    kind: 'internal',
    ...(error instanceof Error && { detail: `${error.name}: ${error.message}` }),
  };
}

function causeOf({ kind, host, codes, status }: DattoError): ProblemCause {
  const failure = dattoFailures.find((each) => each === kind) ?? null;
  return { kind: 'datto-answer', failure, host, codes, status: status === 200 ? null : status };
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
  'not-permitted': 'not-permitted',
  'not-found': 'not-found',
  'not-implemented': 'not-found',
  'rate-limited': 'rate-limited',
  transient: 'server',
  malformed: 'server',
  offline: 'offline',
};

/**
 * Whether a failed step must end the whole run, rather than be named in it: the keys are wrong,
 * nobody answers, the run was stopped, or the defect is ours.
 */
export function endsRun(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted || ['credentials', 'offline', 'internal'].includes(toProblem(error).kind);
}
