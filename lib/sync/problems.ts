import { DattoError } from '@/lib/datto/errors';
import { ItGlueError, itGlueProblem } from '@/lib/itglue/errors';
import { JournalHold } from '@/lib/journal/journal';
import type { Problem } from '@/lib/model/problem';

/** The failure as a value that a surface can turn into a sentence. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DattoError)
    return { kind: dattoKinds[error.kind], side: 'datto', detail: error.message };
  if (error instanceof ItGlueError) return itGlueProblem(error);
  if (error instanceof JournalHold) return error.problem;
  return {
    kind: 'internal',
    ...(error instanceof Error && { detail: `${error.name}: ${error.message}` }),
  };
}

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
