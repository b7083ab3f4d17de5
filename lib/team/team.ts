import type {
  Claim,
  KeptEntry,
  Presence,
  ReadDigests,
  SharedEntry,
  SharedValue,
  TeamState,
} from '@/lib/model/shared-entry';
import { absorb, isCopied, ownRecord, underNewId, withoutRecord } from './absorb';
import { toArchive, toGather, toRemove } from './compaction';
import { checkDecision, formVersion } from './content';
import type { TeamMemory, TeamTransaction } from './memory';
import { decide, type Replacement } from './merge';
import { teamRules, type TeamRules } from './rules';
import type { SharedState, TeamRow } from './shared-state';

const minute = 60_000;
const day = 24 * 60 * minute;
/** How long decisions are gathered before they are published, milliseconds. */
const gatherMs = 5000;
export const pollMs = 15 * minute;
/** A record's change may become visible so much later than its time says, milliseconds. */
const lateMs = 10 * minute;
/** A browser says something of itself so often, milliseconds. */
const announceMs = 20 * 60 * minute;
const longestPauseMs = 5 * minute;
/** A request without an answer may still be at work: so many of its tokens may come yet. */
const tokensKept = 8;

export interface TeamOptions<Transaction extends TeamTransaction> {
  readonly memory: TeamMemory<Transaction>;
  readonly shared: SharedState;
  /** Milliseconds since 1970, by IT Glue's clock as far as it is known. */
  readonly now: () => number;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  /** An id that no other has; letters, digits, `-` and `_`. */
  readonly newId: () => string;
  /** The extension's version, e.g. `1.4.0`. */
  readonly version: string;
  /** Who sits here; `null` where nobody said. */
  readonly user: () => Promise<string | null>;
  /** Carries out what others decided, in the transaction that takes it over. */
  readonly carryOut?: (
    transaction: Transaction,
    decisions: readonly Replacement[],
  ) => Promise<void>;
  /** Told of others' decisions that count less than those made here without seeing them; of each again and again. */
  readonly passedOver?: (
    transaction: Transaction,
    decisions: readonly SharedEntry[],
  ) => Promise<void>;
  readonly rules?: TeamRules;
}

/**
 * One browser's part in the shared state of its company. Its calls are to be made one after the other;
 * `decide` may come at any time.
 */
export function createTeam<Transaction extends TeamTransaction>(options: TeamOptions<Transaction>) {
  const { memory, shared, random, rules = teamRules } = options;
  const now = () => Math.floor(options.now());

  const change = (work: (state: TeamState) => TeamState): Promise<TeamState> =>
    memory.transact(async (transaction) => {
      const state = work(await transaction.state());
      await transaction.putState(state);
      return state;
    });

  const remembered = () => memory.transact((transaction) => transaction.state());

  /** Takes over what was read. */
  async function take(rows: readonly TeamRow[], whole: boolean): Promise<TeamState> {
    const keys = new Set(
      rows.flatMap(({ content }) =>
        content.kind === 'entries' ? content.entries.map(({ key }) => key) : [],
      ),
    );
    return memory.transact(async (transaction) => {
      const before = await transaction.state();
      const kept = whole ? await transaction.allEntries() : await transaction.entries([...keys]);
      const reading = { rows, whole, now: now() };
      const { state, changed, replaced, passedOver } = absorb(before, kept, reading, rules);
      const after = isCopied(state) ? underNewId(state, options.newId()) : state;
      await transaction.putEntries(changed);
      await transaction.putState(after);
      if (replaced.length > 0) await options.carryOut?.(transaction, replaced);
      if (passedOver.length > 0) await options.passedOver?.(transaction, passedOver);
      return after;
    });
  }

  /** Reads what changed since the last time. */
  async function poll(): Promise<TeamState> {
    const { cursor } = await remembered();
    if (cursor === null) return (await readAll()).state;
    await take(await shared.readSince(cursor - lateMs), false);
    return change((state) => ({ ...state, nextPoll: now() + pollMs }));
  }

  /** Reads every record, and sees what none holds any more. */
  async function readAll(): Promise<{ state: TeamState; rows: readonly TeamRow[] }> {
    const rows = await shared.readAll();
    await take(rows, true);
    const unpublished = await memory.transact((transaction) => transaction.unpublished());
    const isMissing = rules.adopts && unpublished.some((each) => each.publication === 'missing');
    const state = await change((before) => ({
      ...before,
      nextPoll: now() + pollMs,
      nextWholeRead: now() + day * (1 + random() / 10),
      // Every browser notices: the first to wake spares the others the work.
      adoptAt: isMissing ? (before.adoptAt ?? now() + minute * (1 + 19 * random())) : null,
    }));
    return { state, rows };
  }

  async function add(wanted: KeptEntry['publication'][]): Promise<void> {
    const entries = await memory.transact((transaction) => transaction.unpublished());
    const due = entries.filter(({ publication }) => wanted.includes(publication));
    if (due.length > 0) await take(await shared.addEntries(due), false);
  }

  /** Publishes what was decided here; what is decided meanwhile is due some seconds later. */
  async function publish(): Promise<void> {
    await add(['new']);
    await memory.transact(async (transaction) => {
      const left = await transaction.unpublished();
      const isDue = left.some(({ publication }) => publication === 'new');
      await transaction.putState({
        ...(await transaction.state()),
        publishAt: isDue ? now() + gatherMs : null,
      });
    });
  }

  /** Publishes again what is still missing. */
  async function adopt(): Promise<void> {
    const { state } = await readAll();
    if (state.adoptAt === null) return;
    await add(['new', 'missing']);
    await change((before) => ({ ...before, adoptAt: null }));
  }

  /** Writes what this browser says of itself. */
  async function announce(
    changes: {
      readonly claim?: Claim | null;
      readonly synced?: { readonly at: number; readonly read: ReadDigests };
    } = {},
  ): Promise<TeamState> {
    const user = await options.user();
    const token = options.newId();
    const state = await change((before) => ({
      ...before,
      // Kept before it is sent, since the answer may not come.
      tokens: [token, ...before.tokens].slice(0, tokensKept),
      claim: changes.claim === undefined ? before.claim : changes.claim,
      ownLastSync: changes.synced?.at ?? before.ownLastSync,
      ownRead: changes.synced?.read ?? before.ownRead,
    }));
    const presence: Presence = {
      browser: state.browser,
      token,
      version: options.version,
      form: formVersion,
      user,
      at: now(),
      lastSync: state.ownLastSync,
      read: state.ownRead,
      claim: state.claim,
    };
    const known = ownRecord(state);
    const row = await shared.writePresence(known, presence);
    // Written as a new record, since the known one is gone.
    if (known !== null && row.id !== known) await change((before) => withoutRecord(before, known));
    return take([row], false);
  }

  /** Gathers small records into large ones and removes what is held twice; the leader's work. */
  async function compact(): Promise<void> {
    const { state, rows } = await readAll();
    if (state.newerForm) return;
    const kept = await memory.transact((transaction) => transaction.allEntries());
    const due = toGather(rows, kept, rules).filter(
      (entry) =>
        rules.adopts || kept.find(({ key }) => key === entry.key)?.publication !== 'missing',
    );
    const added = due.length > 0 ? await shared.addEntries(due) : [];
    const after = await take(added, false);
    const gone = toRemove([...rows, ...added], after, now(), rules);
    if (gone.length > 0) await shared.remove(gone);
    for (const id of toArchive(rows, now())) await shared.archive(id);
  }

  return {
    /** A person's decision, published some seconds later. */
    decide: (key: string, value: SharedValue, user: string | null): Promise<KeptEntry> =>
      memory.transact((transaction) =>
        decideIn(transaction, { key, value, user, now: now() }, rules),
      ),

    poll,
    readAll,
    publish,
    announce,
    compact,

    /**
     * Does what is due. After a failure, which it rejects with, it waits longer before the next time.
     * @param urgent reads what changed even if it is not due
     */
    async turn(urgent = false): Promise<void> {
      const state = await remembered();
      const time = now();
      const isPaused = state.failures > 0 && time < state.nextPoll;
      if (isPaused && !urgent) return;
      try {
        if (state.adoptAt !== null && time >= state.adoptAt) await adopt();
        else if (time >= state.nextWholeRead) await readAll();
        else if (urgent || time >= state.nextPoll) await poll();
        if (state.publishAt !== null && time >= state.publishAt) await publish();
        const own = (await remembered()).presences;
        const mine = Object.values(own).find(({ browser }) => browser === state.browser);
        if (!mine || mine.at < time - announceMs) await announce();
        if (state.failures > 0) await change((before) => ({ ...before, failures: 0 }));
      } catch (error) {
        await change((before) => {
          const pause = Math.min(longestPauseMs, 15_000 * 2 ** before.failures);
          return {
            ...before,
            failures: before.failures + 1,
            nextPoll: now() + pause * (0.5 + random() / 2),
          };
        });
        throw error;
      }
    },
  };
}

export type Team = ReturnType<typeof createTeam>;

/**
 * A person's decision, kept in the transaction of what follows from it.
 * @throws TypeError for a key or value that no browser would read
 */
export async function decideIn(
  transaction: TeamTransaction,
  decision: {
    readonly key: string;
    readonly value: SharedValue;
    readonly user: string | null;
    /** Milliseconds since 1970, by IT Glue's clock as far as it is known. */
    readonly now: number;
  },
  rules: TeamRules = teamRules,
): Promise<KeptEntry> {
  const { key, value, now } = decision;
  checkDecision(key, value);
  const state = await transaction.state();
  const [before] = await transaction.entries([key]);
  const maker = { clock: state.clock, browser: state.browser, user: decision.user, now };
  const { entry, clock } = decide(maker, before ?? null, key, value, rules.stampOf);
  await transaction.putEntries([entry]);
  await transaction.putState({
    ...state,
    clock,
    publishAt: state.publishAt ?? now + gatherMs,
  });
  return entry;
}
