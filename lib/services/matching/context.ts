import type { Viewer } from '@/lib/access/access';
import { viewerOf } from '@/lib/access/access';
import type { Problem } from '@/lib/model/problem';
import { readSettings } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import { toProblem } from '@/lib/sync/problems';
import type { Clients } from '../clients';

/** What everything that a person decides works with. */
export interface MatchingContext {
  readonly store: Database;
  /** Both APIs with the saved keys; `null` where none are saved. */
  clients(): Promise<Clients | null>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Told after a commit. */
  readonly committed: () => void;
  /** Told when a side refused its keys. */
  refused(problem: Problem): Promise<void>;
  /** Keeps the worker alive while it works; returns what ends that. */
  readonly keepAlive: () => () => void;
}

/** Who did something, and when (ISO 8601): for the activity list and for new decisions. */
export interface By {
  readonly who: string;
  readonly at: string;
}

export const byViewer = ({ now }: MatchingContext, viewer: Viewer): By => ({
  who: viewer.name,
  at: new Date(now()).toISOString(),
});

/** What the person chosen in the options may see, as users and groups were at the last sync. */
export async function readViewer(store: Database): Promise<Viewer> {
  const [{ userId }, users, ids] = await Promise.all([
    readSettings(store),
    store.getAll('users'),
    store.getAllKeys('organizations'),
  ]);
  return viewerOf(
    userId,
    users,
    ids.map((id) => ({ id })),
  );
}

/** The failure as a problem; one of the keys is remembered, so that nothing else is tried with them. */
export async function problemOf(context: MatchingContext, error: unknown): Promise<Problem> {
  const problem = toProblem(error);
  if (problem.kind === 'credentials') await context.refused(problem);
  return problem;
}
