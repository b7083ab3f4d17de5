import type { Problem } from './problem';

/** Thrown by a service to answer with a problem of its own making. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.kind);
  }
}
