import type { Executor } from '@/lib/journal/executor';
import type { Journal } from '@/lib/journal/journal';
import type { JournalWrite } from '@/lib/model/journal';
import type { DecisionResult } from '@/lib/views/matching';
import type { MatchingContext } from '../context';
import { refuse } from '../decision-refused';

/**
 * Carries out a write to IT Glue while the person who asked for it waits.
 * @returns what to tell the person, and the id of what was written or found; `null` where nothing was
 */
export async function writeNow<Result>(
  context: MatchingContext,
  journal: Journal,
  intent: { readonly key: string; readonly write: JournalWrite; readonly who: string },
  executor: Executor<Result>,
): Promise<{ readonly result: DecisionResult; readonly id: string | null }> {
  const not = (refusal: Parameters<typeof refuse>[0]) => ({ result: refuse(refusal), id: null });
  const stopKeepAlive = context.keepAlive();
  try {
    const outcome = await journal.once(intent, executor);
    switch (outcome.state) {
      case 'done':
        return {
          result: { ok: true, count: 1, ...(outcome.twice && { twice: true }) },
          id: outcome.resultId,
        };
      case 'refused':
        return not(outcome.refusal);
      case 'open':
        if (outcome.problem.kind === 'credentials') await context.refused(outcome.problem);
        return not({ kind: 'problem', problem: outcome.problem });
      case 'busy':
      case 'gone':
        return not({ kind: 'decided-meanwhile' });
    }
  } finally {
    stopKeepAlive();
    context.committed();
  }
}
