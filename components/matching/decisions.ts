import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Reply } from '@/lib/messages/protocol';
import type { DecisionResult } from '@/lib/views/matching';
import { t } from '@/lib/i18n';
import { refusalText } from '@/lib/words/refusals';
import type { Subject } from '@/lib/words/refusals';
import { notDoneText } from '@/lib/words/problems';

/** A row about which a decision is under way, or was refused. */
export type RowState =
  { readonly kind: 'pending' } | { readonly kind: 'refused'; readonly why: string };

type Done = Extract<DecisionResult, { ok: true }>;

/** What is decided, and how what came of it is worded. */
interface Decision {
  readonly subject: Subject;
  /** The rows it is about. */
  readonly keys: readonly string[];
  /** What the rows are called where a refusal is announced. */
  readonly name: string;
  /** Any message that comes back with a `DecisionResult`. */
  readonly send: () => Promise<Reply<'matching.undo'>>;
  /** The sentence that says it is done, for so many rows. */
  readonly done: (count: number, result: Done) => string;
}

/** Decisions under way, kept until the background's state is shown. */
export interface Decisions {
  readonly rows: ReadonlySignal<ReadonlyMap<string, RowState>>;
  /** The last decision's outcome in a sentence, shown and announced. */
  readonly announcement: ReadonlySignal<{ readonly text: string; readonly refused: boolean }>;
  /** Says something that was done elsewhere. */
  readonly announce: (text: string) => void;
  /** Decides; a row is asked about once at a time. @returns whether it was done */
  readonly run: (decision: Decision) => Promise<boolean>;
}

/** @param reload reads what the background committed; resolves when it is shown */
export function createDecisions(reload: () => Promise<void>): Decisions {
  const rows = signal<ReadonlyMap<string, RowState>>(new Map());
  const announcement = signal({ text: '', refused: false });

  function mark(keys: readonly string[], state: RowState | null): void {
    const next = new Map(rows.peek());
    for (const key of keys)
      if (state) next.set(key, state);
      else next.delete(key);
    rows.value = next;
  }

  return {
    rows,
    announcement,
    announce: (text) => (announcement.value = { text, refused: false }),
    async run({ subject, keys, name, send, done }) {
      const free = keys.filter((key) => rows.peek().get(key)?.kind !== 'pending');
      if (keys.length > 0 && free.length === 0) return false;
      mark(free, { kind: 'pending' });
      const reply = await send();
      const why = !reply.ok
        ? notDoneText(reply.problem)
        : reply.value.ok
          ? null
          : refusalText(reply.value.refusal, subject);
      await reload();
      mark(free, why === null ? null : { kind: 'refused', why });
      announcement.value =
        why !== null
          ? { text: name === '' ? why : t('matching_refused', [name, why]), refused: true }
          : {
              text: reply.ok && reply.value.ok ? done(reply.value.count, reply.value) : '',
              refused: false,
            };
      return why === null;
    },
  };
}
