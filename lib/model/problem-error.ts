import type { Problem } from './problem';

/** A problem as an error: thrown to answer with it. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.kind);
  }
}
