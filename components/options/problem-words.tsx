import type { Problem } from '@/lib/model/problem';
import { causeText, problemText } from '@/lib/words/problems';

/** What went wrong, and the server's or the extension's own words where only they say what to do. */
export function ProblemWords({ problem }: { problem: Problem }) {
  const detail = problem.kind === 'refused' ? (problem.detail ?? causeText(problem)) : null;
  // A detail is a sentence that names the thing in the way; "refused it" alone does not say what to do.
  return detail ? <bdi>{detail}</bdi> : <>{problemText(problem)}</>;
}
