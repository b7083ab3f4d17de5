import { ItGlueError, itGlueProblem } from '@/lib/itglue/errors';
import type { JournalRefusal, JournalRow, JournalWrite } from '@/lib/model/journal';
import { concernsOneThing, type Problem } from '@/lib/model/problem';
import { ProblemError } from '@/lib/model/problem-error';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import type { Executor, WithoutDuplicates } from './executor';
import { copiesOf, logDuplicates } from './copies';
import type { WriteOutcome } from './outcome';
import { untilNextLook } from './unknown-outcome';
import { log } from '@/lib/store/activity';
import { storageProblem } from '@/lib/store/failure';
import * as stored from '@/lib/store/stored';

/** The batch of writes that belong to no bulk creation; their rows go when they are settled. */
const single = 'single';
/** How often one write is sent at most. */
const maxAttempts = 5;
export interface JournalOptions {
  readonly store: Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /**
   * Does the work under a lock of this name across all contexts of the extension, and does nothing
   * when another context holds it. It is released when its holder dies, as a Web Lock is.
   */
  exclusively(name: string, work: () => Promise<void>): Promise<void>;
}

/** A write cannot go on now, for a reason that may pass. Thrown by an executor. */
export class JournalHold extends ProblemError {}

/** What is new in a row; the rest is the same for each. */
type Intent = Pick<JournalRow, 'batch' | 'key' | 'write' | 'who'>;

export interface Journal {
  /** Adds a row for what is to be written, within the transaction that decides it. */
  plan(transaction: WriteTransaction, id: string, intent: Intent): Promise<void>;
  /** Takes a planned write, or one that an earlier worker may have sent, to its outcome. */
  perform<Result>(id: string, executor: Executor<Result>): Promise<WriteOutcome>;
  /** Plans and performs a write, or goes on with the open one of the same natural key. */
  once<Result>(
    intent: { readonly key: string; readonly write: JournalWrite; readonly who: string },
    executor: Executor<Result>,
  ): Promise<WriteOutcome>;
  /**
   * Settles an open write by what its owner saw of IT Glue, after `heldMs` were over: done with the
   * result, or, with `null`, surely without effect and not wanted any more.
   */
  conclude<Result>(
    id: string,
    executor: Pick<Executor<Result>, 'subject' | 'did' | 'idOf' | 'commit' | 'changes'>,
    result: Result | null,
  ): Promise<void>;
  /** The open write of a natural key, if there is one. */
  openRow(key: string): Promise<JournalRow | undefined>;
}

/** Every write to IT Glue, exactly once: its API has no keys by which it would know a repetition. */
export function createJournal(options: JournalOptions): Journal {
  const { store, now } = options;
  const iso = () => new Date(now()).toISOString();

  async function take<Result>(id: string, executor: Executor<Result>): Promise<WriteOutcome> {
    let pause: number | null = null;
    for (;;) {
      const row = await stored.journalRows.get(store, id);
      if (!row) return { state: 'gone' };
      if (row.state === 'done')
        return { state: 'done', resultId: row.resultId ?? '', found: row.found };
      if (row.state === 'refused' && row.refusal) return { state: 'refused', refusal: row.refusal };
      let sent = false;
      try {
        let { known } = row;
        if (row.state === 'sending') {
          const found = await executor.find(known);
          if (found !== null) return await written(row, executor, found, true);
          const since = now() - Date.parse(row.at);
          const rest = pause === null ? untilNextLook(since, executor.repeatable) : pause - since;
          if (rest > 0) {
            await options.wait(rest);
            continue;
          }
        } else {
          const before = await executor.before();
          if (before.next === 'adopt') return await done(row, executor, before.result, true);
          if (before.next === 'refuse') return await refuse(row, executor, before.refusal);
          ({ known } = before);
        }
        const attempts = row.attempts + 1;
        if (!(await change(row, { state: 'sending', attempts, known }))) return { state: 'gone' };
        sent = true;
        const result = await executor.send();
        const wasUnknown = row.state === 'sending';
        return await written({ ...row, attempts, known }, executor, result, wasUnknown);
      } catch (error) {
        const outcome = await failed(row, executor, error, sent);
        if (outcome) return outcome;
        // What is waited from is the failure: the request may have been under way for a minute by then.
        if (!(await change(row, { state: 'sending' }))) return { state: 'gone' };
        // An answer of 500 says that IT Glue is through with it; a gateway's 502 to 504 does not.
        const answered = error instanceof ItGlueError && error.status === 500;
        pause = answered ? 1000 * 2 ** row.attempts : null;
      }
    }
  }

  /** @returns `null` where the write may have had its effect and is to be looked up */
  async function failed<Result>(
    before: JournalRow,
    executor: Executor<Result>,
    error: unknown,
    sent: boolean,
  ): Promise<WriteOutcome | null> {
    const row = { ...before, attempts: before.attempts + (sent ? 1 : 0) };
    if (error instanceof JournalHold) return { state: 'open', problem: error.problem };
    const storage = storageProblem(error);
    if (storage) return { state: 'open', problem: storage };
    if (!(error instanceof ItGlueError)) {
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      // A defect before anything was sent would be the same at every try.
      if (before.state === 'planned' && !sent)
        return refuse(row, executor, byProblem({ kind: 'internal', detail }));
      return { state: 'open', problem: { kind: 'internal', detail } };
    }
    const problem = itGlueProblem(error);
    // Nothing was sent, and what it looks at first is not for the key or cannot be read: it is named, and
    // nothing holds up the others.
    if (!sent && before.state === 'planned' && concernsOneThing(problem))
      return refuse(row, executor, byProblem(problem));
    if (!sent || error.outcome === null) return { state: 'open', problem };
    switch (error.outcome) {
      case 'unknown':
        if (row.attempts < maxAttempts) return null;
        return lastLook(row, executor, problem);
      case 'not-sent':
        await withoutEffect(before);
        return { state: 'open', problem };
      case 'refused':
        if (!final.has(error.kind)) {
          await withoutEffect(before);
          return { state: 'open', problem };
        }
        return refuse(row, executor, byProblem(problem));
    }
  }

  /** The last sending had no effect; one before it, of an unknown outcome, is still to be looked for. */
  async function withoutEffect(before: JournalRow): Promise<void> {
    if (before.state === 'planned') await change(before, { state: 'planned' });
  }

  /** After the last attempt: found, or refused for good. */
  async function lastLook<Result>(
    row: JournalRow,
    executor: Executor<Result>,
    problem: Problem,
  ): Promise<WriteOutcome> {
    const failedAt = now();
    for (;;) {
      const rest = untilNextLook(now() - failedAt, executor.repeatable);
      if (rest === 0) break;
      await options.wait(rest);
      let found: Result | null;
      try {
        found = await executor.find(row.known);
      } catch {
        return { state: 'open', problem };
      }
      if (found !== null) return written(row, executor, found, true);
    }
    return refuse(row, executor, byProblem(problem), true);
  }

  /** @returns `false` where the row was wiped meanwhile */
  function change(row: JournalRow, changes: Partial<JournalRow>): Promise<boolean> {
    return write(store, async (transaction) => {
      const now = await stored.journalRows.get(transaction, row.id);
      if (!now) return false;
      await stored.journalRows.put(transaction, { ...now, ...changes, at: iso() });
      return true;
    });
  }

  /** Its row stays open until the look for a second one is over: a worker stopped before does it again. */
  async function written<Result>(
    row: JournalRow,
    executor: Executor<Result>,
    answered: Result,
    wasUnknown: boolean,
  ): Promise<WriteOutcome> {
    let kept: WithoutDuplicates<Result | null> = { result: answered, duplicates: [] };
    // One whose outcome was unknown may have its effect once more when nobody waits for it.
    let inDoubt = wasUnknown;
    try {
      kept = (await executor.removeDuplicates?.(answered, row.known)) ?? kept;
    } catch (error) {
      if (executor.isReferredTo) throw error;
      // What was written is written: a look that fails neither undoes nor holds up a success.
      inDoubt = true;
    }
    const { duplicates } = kept;
    const result = kept.result ?? answered;
    const left = duplicates.some(({ archived }) => !archived);
    const outcome = await done(row, executor, result, false, duplicates, inDoubt || left);
    const twice = outcome.state === 'done' && left;
    return twice ? { ...outcome, twice } : outcome;
  }

  function done<Result>(
    row: JournalRow,
    executor: Pick<Executor<Result>, 'subject' | 'did' | 'idOf' | 'commit' | 'changes'>,
    result: Result,
    found: boolean,
    duplicates: WithoutDuplicates<Result>['duplicates'] = [],
    inDoubt = false,
  ): Promise<WriteOutcome> {
    const resultId = executor.idOf(result);
    return settle(row, { state: 'done', resultId, found }, async (transaction, at) => {
      await executor.commit?.(transaction, result, { row, found, at });
      if (!found) {
        const changes = executor.changes?.(result) ?? [];
        await log(
          transaction,
          at,
          {
            kind: executor.did ?? 'created',
            id: resultId,
            ...executor.subject,
            ...(changes.length > 0 && { changes }),
          },
          row.who,
          runOf(row),
        );
      }
      await logDuplicates(transaction, executor.subject, duplicates, { who: row.who, at });
      if (inDoubt) await stored.followUps.put(transaction, copiesOf(row, duplicates, at));
    });
  }

  function refuse<Result>(
    row: JournalRow,
    executor: Executor<Result>,
    refusal: JournalRefusal,
    inDoubt = false,
  ): Promise<WriteOutcome> {
    const why =
      refusal.kind === 'problem' ? { problem: refusal.problem } : { reason: refusal.kind };
    return settle(row, { state: 'refused', refusal }, async (transaction, at) => {
      await log(
        transaction,
        at,
        { kind: 'refused', ...why, ...executor.subject },
        row.who,
        runOf(row),
      );
      if (inDoubt) await stored.followUps.put(transaction, copiesOf(row, [], at));
    });
  }

  async function settle(
    row: JournalRow,
    outcome: Extract<WriteOutcome, { state: 'done' | 'refused' }>,
    work: (transaction: WriteTransaction, at: string) => Promise<void>,
  ): Promise<WriteOutcome> {
    const at = iso();
    const kept = await write(store, async (transaction) => {
      const now = await stored.journalRows.get(transaction, row.id);
      // Wiped while it was under way: nothing comes back to life.
      if (!now) return false;
      await work(transaction, at);
      await (row.batch === single
        ? stored.journalRows.remove(transaction, row.id)
        : stored.journalRows.put(transaction, { ...now, at, ...outcome }));
      return true;
    });
    return kept ? outcome : { state: 'gone' };
  }

  async function plan(transaction: WriteTransaction, id: string, intent: Intent): Promise<void> {
    await stored.journalRows.put(transaction, {
      ...intent,
      id,
      state: 'planned',
      attempts: 0,
      known: [],
      refusal: null,
      resultId: null,
      found: false,
      at: iso(),
    });
  }

  const journal: Journal = {
    plan,
    async perform(id, executor) {
      let outcome: WriteOutcome = { state: 'busy' };
      await options.exclusively(`journal ${id}`, async () => {
        outcome = await take(id, executor);
      });
      return outcome;
    },
    async once(intent, executor) {
      const id = await write(store, async (transaction) => {
        const open = await stored.journalRows.openWithKey(transaction, intent.key);
        if (open) return open.id;
        const fresh = `${single} ${options.newId()}`;
        await plan(transaction, fresh, { ...intent, batch: single });
        return fresh;
      });
      return journal.perform(id, executor);
    },
    async conclude(id, executor, result) {
      await options.exclusively(`journal ${id}`, async () => {
        const row = await stored.journalRows.get(store, id);
        if (!row || !stored.isOpenRow(row)) return;
        // Found by who did not send it: whether it comes once more is not known either.
        if (result !== null) await done(row, executor, result, false, [], row.state === 'sending');
        else await write(store, (transaction) => stored.journalRows.remove(transaction, id));
      });
    },
    openRow: (key) => stored.journalRows.openWithKey(store, key),
  };
  return journal;
}

/** What was created together is one thing that a person did. */
export const runOf = ({ batch }: JournalRow): string | undefined =>
  batch === single ? undefined : `creation ${batch}`;

/** Refusals that sending the same again now would meet again. */
const final: ReadonlySet<ItGlueError['kind']> = new Set([
  'refused',
  'not-found',
  'malformed-request',
  'out-of-reach',
]);

const byProblem = (problem: Problem): JournalRefusal => ({ kind: 'problem', problem });
