import type { Reply } from '@/lib/messages/protocol';
import { t } from '@/lib/i18n';
import { decisionsDone } from '@/lib/words/decisions';
import { inSentence } from '@/lib/words/in-sentence';
import type { Subject } from '@/lib/words/refusals';
import type { Decisions } from './decisions';

export type Change = keyof typeof decisionsDone;

/** What tells one level's decisions from the other's. */
interface LevelOfRows<Row, Target, Decision> {
  readonly decisions: Decisions;
  readonly subject: Subject;
  readonly keyOf: (row: Row) => string;
  readonly send: (decision: Decision) => Promise<Reply<'matching.undo'>>;
  /** That the row is matched to the organization or configuration. */
  readonly matching: (row: Row, target: Target) => Decision;
  readonly changing: (row: Row, action: Change) => Decision;
}

/** What is decided about the rows of a level, and how that is worded; networks and devices alike. */
export function rowDecisions<Row extends { readonly name: string }, Target, Decision>({
  decisions,
  subject,
  keyOf,
  send,
  matching,
  changing,
}: LevelOfRows<Row, Target, Decision>) {
  const decide = (row: Row, decision: Decision, done: string) =>
    void decisions.run({
      subject,
      keys: [keyOf(row)],
      name: inSentence(row.name),
      send: () => send(decision),
      done: () => done,
    });
  return {
    decide,
    match: (row: Row, target: Target, name: string) =>
      decide(
        row,
        matching(row, target),
        t('matching_done_match', [inSentence(row.name), inSentence(name)]),
      ),
    change: (row: Row, action: Change) =>
      decide(row, changing(row, action), t(decisionsDone[action], [inSentence(row.name)])),
  };
}
