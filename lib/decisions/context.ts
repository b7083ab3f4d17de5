import type { Viewer } from '@/lib/access/access';
import type { Problem } from '@/lib/model/problem';
import type { Database } from '@/lib/store/schema';
import { toProblem } from '@/lib/sync/problems';
import type { Clients } from '@/lib/sync/api-clients';

/** What everything that a person decides works with. */
export interface MatchingContext {
  readonly store: Database;
  /** Both APIs with the saved keys; `null` where there are none, or they are locked. */
  readonly clients: () => Promise<Clients | null>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Told after a commit. */
  readonly committed: () => void;
  /** Told when a side refused its keys. */
  readonly refused: (problem: Problem) => Promise<void>;
  /** Keeps the worker alive while it works; returns what ends that. */
  readonly keepAlive: () => () => void;
}

/** Who did something, and when (ISO 8601): for the activity list and for new decisions. */
export interface By {
  readonly who: string;
  readonly at: string;
  /** Where, if not on a page of the extension: in the panel on the configuration's page in IT Glue. */
  readonly where?: 'panel';
  /** What it is a part of, if not an act by itself. */
  readonly run?: string;
}

export const byViewer = ({ now }: Pick<MatchingContext, 'now'>, viewer: Viewer): By => ({
  who: viewer.name,
  at: new Date(now()).toISOString(),
});

/** The failure as a problem; one of the keys is remembered, so that nothing else is tried with them. */
export async function reportProblem(
  context: Pick<MatchingContext, 'refused'>,
  error: unknown,
): Promise<Problem> {
  const problem = toProblem(error);
  if (problem.kind === 'credentials') await context.refused(problem);
  return problem;
}
