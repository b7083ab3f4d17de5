import type { Journal } from '@/lib/journal/journal';
import { noCounts } from '@/lib/model/documented-ssid';
import type { WirelessState } from '@/lib/model/documented-ssid';
import { organizationId } from '@/lib/model/ids';
import { ProblemError } from '@/lib/model/problem-error';
import type { Problem } from '@/lib/model/problem';
import type { RunProblem } from '@/lib/model/run';
import { readSettings } from '@/lib/store/meta';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { wirelessType } from '@/lib/wireless/fields';
import type { SyncClients } from '../clients';
import { withinReach } from '../problems';
import type { Stage, StageContext, StepOutcome } from '../stage';
import { isSpared, spare } from './spared';
import { changeWirelessState } from '../wireless/ledger-store';
import type { Clients } from '../api-clients';
import { Session, wishIn } from '../wireless/session';

export interface WirelessStageOptions {
  readonly journal: Journal;
  /** Both APIs with the saved keys; `null` where none are saved. */
  clients(): Promise<Clients | null>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Whether another browser of the company does this work. */
  readonly leftToAnother?: () => Promise<boolean>;
}

/** Comes first, by itself; then one step for each organization. */
const planning = 'plan';
/** The one step of a run that leaves the work to another browser. */
const leaving = 'left';
const name = 'wireless';

/**
 * Brings the documentation of Wi-Fi networks in line with the setting. Its steps write to IT Glue,
 * each write once and through the journal; the plan they belong to is kept in memory, and made again
 * from what IT Glue holds by a worker that has none.
 */
export function wirelessStage(options: WirelessStageOptions): Stage<SyncClients> {
  let open: {
    readonly runId: string;
    readonly session: Promise<Session>;
    readonly signal: AbortSignal;
  } | null = null;

  /** Whether another browser does it, then for the rest of the run. */
  const isLeft = async ({ store, run }: StageContext<SyncClients>): Promise<boolean> =>
    (await isSpared(store, run.id, name)) || (await options.leftToAnother?.()) === true;
  const leave = ({ run }: StageContext<SyncClients>): StepOutcome => ({
    write: (transaction) => spare(transaction, run.id, name),
  });

  function sessionOf(
    context: StageContext<SyncClients>,
    wish: 'document' | 'archive',
  ): Promise<Session> {
    const { run, store, now, signal } = context;
    if (open?.runId === run.id) return open.session;
    const session = (async () => {
      const clients = await options.clients();
      if (!clients) throw new ProblemError({ kind: 'internal', cause: { kind: 'no-keys-saved' } });
      const { journal, wait } = options;
      return Session.open({
        store,
        clients: { ...clients, itGlue: clients.itGlue.withSignal(signal) },
        journal,
        autoCreate: wish === 'document',
        runId: run.id,
        now,
        wait,
        signal,
      });
    })();
    forget();
    open = { runId: run.id, session, signal };
    signal.addEventListener('abort', forget);
    return session;
  }

  /** With the plan go the keys. */
  function forget(): void {
    open?.signal.removeEventListener('abort', forget);
    open = null;
  }

  /** What its session does, whatever was switched since that was opened. */
  async function wishOf({ run, store }: StageContext<SyncClients>) {
    if (open?.runId !== run.id) return wishIn(store, run);
    return (await open.session).autoCreate ? 'document' : 'archive';
  }

  async function orForget<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      forget();
      throw error;
    }
  }

  return {
    name,
    concurrency: 3,
    async begin(context) {
      if ((await wishIn(context.store, context.run)) === 'nothing') return [];
      return [(await isLeft(context)) ? leaving : planning];
    },
    step: (context, step) =>
      orForget(async () => {
        const wish = await wishOf(context);
        if (wish === 'nothing') return {};
        if (step === leaving) return leave(context);
        const opened = await withinReach(sessionOf(context, wish));
        if ('outOfReach' in opened) {
          forget();
          return { problems: [ofType(opened.outOfReach)] };
        }
        const session = opened.answer;
        if (step !== planning) {
          if (await isLeft(context)) return leave(context);
          const organization = organizationId(step);
          const problems = await session.carryOut(organization);
          return {
            problems,
            write: (transaction) =>
              session.mark(transaction, (id) => id === organization, problems),
          };
        }
        const { organizations, problems, skipped, oddFields } = session;
        const toWrite = new Set(organizations);
        return {
          next: organizations,
          problems,
          skipped,
          oddFields,
          write: (transaction) => session.mark(transaction, (id) => !toWrite.has(id), []),
        };
      }),
    end: (context) =>
      orForget(async () => {
        const { run, store, now } = context;
        const wish = await wishOf(context);
        if (wish === 'nothing') return {};
        if (await isSpared(store, run.id, name)) return { write: appliedByAnother };
        // Without what IT Glue holds nothing could be planned, and so nothing is put away.
        const opened = run.problems.some(isOfType)
          ? null
          : await withinReach(sessionOf(context, wish));
        const session = opened && 'answer' in opened ? opened.answer : null;
        const autoCreate = session?.autoCreate ?? wish === 'document';
        const further = autoCreate || !session ? [] : await session.disableType();
        if (opened && 'outOfReach' in opened) further.push(ofType(opened.outOfReach));
        forget();
        const problems = [...run.problems, ...further].filter(({ stage }) => stage === 'wireless');
        return {
          problems: further,
          async write(transaction) {
            const asWished = (await readSettings(transaction)).autoCreate === autoCreate;
            const at = new Date(now()).toISOString();
            await changeWirelessState(transaction, (state) => ({
              applied: asWished ? appliedAfter(autoCreate, problems) : 'partly',
              ...(asWished && { switchedOff: null }),
              counting: null,
              lastResult: resultAfter(state, run.id, problems, at),
            }));
          },
        };
      }),
  };
}

/** What this browser knows of what another carries out for it. */
async function appliedByAnother(transaction: WriteTransaction): Promise<void> {
  const { autoCreate } = await readSettings(transaction);
  const isOver = (await stored.documentedSsids.all(transaction)).every(({ archived }) => archived);
  await changeWirelessState(transaction, ({ applied, switchedOff }) => ({
    applied: autoCreate ? 'on' : isOver ? 'off' : applied,
    switchedOff: isOver ? null : switchedOff,
  }));
}

/** The type's records are out of the key's reach. */
const ofType = (problem: Problem): RunProblem => ({
  stage: 'wireless',
  subject: wirelessType.name,
  problem,
});
const isOfType = ({ subject, problem }: RunProblem) =>
  subject === wirelessType.name && problem.kind === 'out-of-reach';

/** Switched on it holds once the type is ready; switched off, once nothing was refused. */
function appliedAfter(autoCreate: boolean, problems: readonly RunProblem[]) {
  if (!autoCreate) return problems.length === 0 ? 'off' : 'partly';
  return problems.some(({ subject }) => subject === wirelessType.name) ? 'partly' : 'on';
}

/** A sync that had nothing to do leaves the result of the last one that had. */
function resultAfter(
  { counting, lastResult }: WirelessState,
  runId: string,
  problems: readonly RunProblem[],
  at: string,
): WirelessState['lastResult'] {
  const counts = counting?.runId === runId ? counting.counts : null;
  const nothing = counts === null && problems.length === 0 && lastResult?.refused.length === 0;
  if (nothing) return lastResult;
  return {
    ...(counts ?? noCounts),
    at,
    refused: problems.flatMap(({ subject, problem }) =>
      typeof subject === 'string' ? [{ subject, problem }] : [],
    ),
  };
}
