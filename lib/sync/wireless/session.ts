import { JournalHold, type Journal } from '@/lib/journal/journal';
import type { OrganizationId } from '@/lib/model/ids';
import { concernsOneThing, type Problem } from '@/lib/model/problem';
import type { OddField } from '@/lib/model/rows';
import type { RunProblem, SkippedRow, SyncRun } from '@/lib/model/run';
import { readSettings } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import { wirelessType } from '@/lib/wireless/fields';
import { naturalKey, type Operation } from '@/lib/wireless/operation';
import { planWireless, type WirelessPlan } from '@/lib/wireless/plan';
import { planType } from '@/lib/wireless/plan-type';
import { slotKey } from '@/lib/wireless/slot';
import { wishOf } from '@/lib/wireless/wish';
import { logDeletions } from './deletions';
import {
  changeWirelessState,
  keepHeld,
  keepLedger,
  markSynced,
  readLedger,
  readWirelessState,
} from './ledger-store';
import { keepSsids } from './keep-ssids';
import { recoverCreations, restOfLeftovers, settleLeftovers } from './leftovers';
import { prepare } from './prepare';
import { readWireless, type Reading, type WirelessClients } from './reading';
import { removeRecordCopies } from './record-copies';
import { isOfType, readType } from './type-writes';
import { Made, type Work } from './work';

/** How long another context's write of the same is waited for. */
const maxSeconds = 60;

export interface SessionOptions {
  readonly store: Database;
  readonly clients: WirelessClients;
  readonly journal: Journal;
  /** Whether it documents, or archives what is documented. */
  readonly autoCreate: boolean;
  readonly runId: string;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** What a run does about the setting; `nothing` where it is off and was never on, is undone, or may be taken back. */
export async function wishIn(
  store: Database,
  run: Pick<SyncRun, 'startedAt'>,
): Promise<ReturnType<typeof wishOf>> {
  const { autoCreate } = await readSettings(store);
  return wishOf(autoCreate, await readWirelessState(store), Date.parse(run.startedAt));
}

/**
 * One plan being carried out. It lives in memory, with the keys it writes; a worker that dies loses
 * it, and the next one reads and plans again what is left.
 */
export class Session {
  private constructor(
    private readonly options: SessionOptions,
    private readonly work: Work,
    private readonly plan: WirelessPlan,
    readonly problems: readonly RunProblem[],
    readonly skipped: readonly SkippedRow[],
    readonly oddFields: readonly OddField[],
  ) {}

  /** Reads both sides, settles what an earlier worker left open, plans, and makes the type ready. */
  static async open(options: SessionOptions): Promise<Session> {
    const { store, clients, journal, autoCreate, runId, now, signal } = options;
    // What is there already needs no waiting for.
    if ((await restOfLeftovers(store, now())) > 0)
      await recoverFrom(options, await readWireless(store, clients, autoCreate, signal));
    const rest = await restOfLeftovers(store, now());
    if (rest > 0) await options.wait(rest);
    signal.throwIfAborted();
    const reading = await readWireless(store, clients, autoCreate, signal);
    const work: Work = { ...workOf(reading), runId, itGlue: clients.itGlue };
    const recovered = (await recoverCreations(store, journal, work))
      ? { ...reading.input, ledger: await readLedger(store) }
      : reading.input;
    const records = await removeRecordCopies(store, now, { ...work, input: recovered });
    const input = { ...recovered, records };
    const plan = planWireless(input, work.desired);
    signal.throwIfAborted();
    await write(store, async (transaction) => {
      await logDeletions(transaction, input, work.organizationNames, new Date(now()).toISOString());
      await keepLedger(transaction, plan.ledger, reading.namesOf);
      await keepHeld(transaction, plan.held);
      await keepSsids(transaction, input.organizations);
      await changeWirelessState(transaction, ({ applied }) => ({
        applied: autoCreate && applied === 'on' ? 'on' : 'partly',
      }));
    });
    await settleLeftovers(store, journal, work, new Set(plan.operations.map(naturalKey)));
    const conflicts = plan.problems.map((cause) =>
      refusal(wirelessType.name, { kind: 'refused', side: 'itglue', cause }),
    );
    const held = plan.held.map(({ subject, fields }) =>
      refusal(subject, { kind: 'refused', side: 'itglue', cause: { kind: 'record-held', fields } }),
    );
    const session = new Session(
      options,
      { ...work, input },
      plan,
      [...reading.problems, ...conflicts, ...held],
      reading.skipped,
      reading.oddFields,
    );
    return autoCreate ? session.withType(options) : session;
  }

  /** Makes the type what records need, before any of them is written. */
  private async withType(options: SessionOptions): Promise<Session> {
    const { work, plan } = this;
    const problems: RunProblem[] = [];
    let operations: readonly Operation[] = plan.operations.filter(isOfType);
    // One that another browser made meanwhile may lack fields: at most made, repaired and enabled.
    for (let round = 0; operations.length > 0 && problems.length === 0 && round < 3; round++) {
      for (const operation of operations) problems.push(...(await this.perform(operation)));
      work.type = await readType(work.itGlue);
      options.signal.throwIfAborted();
      operations = planType({ ...work.input, type: work.type }, true);
    }
    const { skipped, oddFields } = this;
    return new Session(options, work, plan, [...this.problems, ...problems], skipped, oddFields);
  }

  /** The setting that is carried out. */
  get autoCreate(): boolean {
    return this.work.input.autoCreate;
  }

  /** The organizations in which something is to be written. */
  get organizations(): readonly OrganizationId[] {
    const { operations } = this.plan;
    // Passwords alone, for records that cannot be made, would be half of a documentation.
    if (this.work.type === null && operations.some(({ kind }) => kind === 'create-type')) return [];
    return [...new Set(operations.flatMap((one) => one.organizationId ?? []))];
  }

  /**
   * Writes what is planned in one organization.
   * @returns what was refused
   * @throws JournalHold where it cannot go on now
   */
  async carryOut(organization: OrganizationId): Promise<RunProblem[]> {
    const problems: RunProblem[] = [];
    for (const operation of this.plan.operations)
      if (operation.organizationId === organization)
        problems.push(...(await this.perform(operation)));
    return problems;
  }

  /** Disables the type; only when Auto-Create is off. */
  async disableType(): Promise<RunProblem[]> {
    const problems: RunProblem[] = [];
    for (const operation of this.plan.operations)
      if (operation.kind === 'disable-type') problems.push(...(await this.perform(operation)));
    return problems;
  }

  /** Marks the SSIDs in these organizations as documented as they ought to be, but for those refused. */
  async mark(
    transaction: WriteTransaction,
    isConcerned: (organization: OrganizationId) => boolean,
    refused: readonly RunProblem[],
  ): Promise<void> {
    const { input, desired } = this.work;
    const unread = new Set(
      input.organizations.flatMap(({ networks }) =>
        networks.filter(({ readable }) => !readable && input.autoCreate).map(({ id }) => id),
      ),
    );
    const names = new Set(refused.map(({ subject }) => subject));
    const slots = [
      ...this.plan.ledger.entries.map(({ slot }) => slot),
      ...[...desired.values()].map(({ slot }) => slot),
    ].filter(
      (slot) =>
        isConcerned(slot.organizationId) &&
        !input.unreadOrganizations.has(slot.organizationId) &&
        !input.unreadSlots.has(slotKey(slot)) &&
        !unread.has(slot.networkId),
    );
    const marked = [...new Set(slots.map(slotKey))]
      .filter((key) => !names.has(desired.get(key)?.subject ?? ''))
      .map((key) => ({ key, archived: !input.autoCreate || !desired.has(key) }));
    await markSynced(transaction, marked, new Date(this.options.now()).toISOString());
  }

  private async perform(operation: Operation): Promise<RunProblem[]> {
    const { journal, signal } = this.options;
    signal.throwIfAborted();
    const ready = prepare(this.work, operation);
    // What it builds on was refused and is named.
    if (ready === null) return [];
    const { key, write: wanted, executor } = ready;
    const intent = { key, write: wanted, who: 'sync' };
    let outcome = await journal.once(intent, executor);
    // A run that was broken off may still wait for the answer to its last request.
    for (let second = 0; outcome.state === 'busy' && second < maxSeconds; second++) {
      await this.options.wait(1000);
      signal.throwIfAborted();
      outcome = await journal.once(intent, executor);
    }
    switch (outcome.state) {
      case 'done':
        this.remember(operation, wanted.creation?.names ?? [], outcome.resultId);
        return [];
      case 'refused': {
        const { refusal: why } = outcome;
        const problem: Problem =
          why.kind === 'problem'
            ? why.problem
            : { kind: 'refused', side: 'itglue', cause: { kind: 'not-written', why: why.kind } };
        return [refusal(operation.subject, problem)];
      }
      case 'open':
        // What it looks at cannot be read: left for the next sync, as a refusal is.
        if (concernsOneThing(outcome.problem)) return [refusal(operation.subject, outcome.problem)];
        throw new JournalHold(outcome.problem);
      case 'busy':
      case 'gone':
        signal.throwIfAborted();
        throw new JournalHold({ kind: 'internal', cause: { kind: 'written-elsewhere' } });
    }
  }

  private remember(operation: Operation, names: readonly string[], id: string): void {
    if (operation.kind === 'create-record') this.work.made.add('record', operation.slot, names, id);
    if (operation.kind === 'create-password')
      this.work.made.add('password', operation.slot, names, id);
  }
}

const recoverFrom = ({ store, journal, runId, clients }: SessionOptions, reading: Reading) =>
  recoverCreations(store, journal, { ...workOf(reading), runId, itGlue: clients.itGlue });

const refusal = (subject: string, problem: Problem): RunProblem => ({
  stage: 'wireless',
  subject,
  problem,
});

const workOf = ({
  input,
  desired,
  organizationNames,
  configurationNames,
  namesOf,
}: Reading): Omit<Work, 'runId' | 'itGlue'> => ({
  input,
  desired,
  organizationNames,
  configurationNames,
  namesOf,
  type: input.type,
  made: new Made(),
});
