import { readViewer } from '@/lib/access/viewer';
import type { Journal } from '@/lib/journal/journal';
import { firstCopy } from '@/lib/model/copies';
import { userId, type OrganizationId } from '@/lib/model/ids';
import type { SyncRun } from '@/lib/model/run';
import type { ReadDigests, SharedEntry, TeamState } from '@/lib/model/shared-entry';
import type { Problem } from '@/lib/model/problem';
import { ProblemError } from '@/lib/model/problem-error';
import { readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Clients } from '@/lib/sync/api-clients';
import { toProblem } from '@/lib/sync/problems';
import { browsers } from '@/lib/team/absorb';
import { createItGlueState, type ItGlueStateOptions } from '@/lib/team/it-glue-state';
import { createLeadership, type Part } from '@/lib/team/leadership';
import { compareVersions, syncOfAnother } from '@/lib/team/lease';
import { NotShared, type SharedState } from '@/lib/team/shared-state';
import { createTeam } from '@/lib/team/team';
import type { NotShared as WhyNotShared } from '@/lib/model/team-sharing';
import type { TeamView } from '@/lib/views/team';
import { capture } from './capture';
import { carryOut, type Scope } from './carry-out';
import { createStoreMemory, type StoreTransaction } from './memory';
import { readDigests } from './read-digests';
import { isDecision, saysSame } from './shared-values';
import { startSharing } from './start-sharing';
import { writtenWords } from './written-words';

/** After a decision, milliseconds: what is decided one after the other is published together. */
const gatherMs = 6000;
/** Where sharing is not set up, it is looked at again so often, milliseconds. */
const offMs = 15 * 60_000;
/** Small records are gathered into large ones so often, milliseconds. */
const compactMs = 20 * 60 * 60_000;
/** A sync of another browser counts for **Sync now** so long, milliseconds. */
const freshMs = 10 * 60_000;
const hour = 60 * 60_000;
const wholePart: Part = { leads: true, claimed: false, after: null };
/** What others decided is read again so often while someone looks at the matching page, milliseconds. */
const lookingMs = 60_000;

export interface TeamService {
  view(): Promise<TeamView>;
  /** Sets sharing up for the company. @throws ProblemError for who may not, or where IT Glue refuses it */
  start(): Promise<void>;
  /** Publishes what was decided here and reads what others decided, now. */
  refresh(): Promise<void>;
  /** Someone looks at what is decided: it is brought up to date once a minute. */
  looking(): void;
  /** A person may have decided something. */
  noticed(): void;
  /** Does what is due; for every wake of the worker. */
  wake(): Promise<void>;
  /**
   * Before a sync: what others decided is known to it, and what is left to another browser. Where one is at
   * it, its end is waited for.
   */
  beforeSync(run: Pick<SyncRun, 'trigger'>): Promise<void>;
  /** Within a sync: whether another browser has just read of IT Glue what is held here. */
  holdsSame(what: keyof ReadDigests): Promise<boolean>;
  /** Within a sync: brings about what was decided of what was read by now. */
  carryOut(scope: Scope): Promise<void>;
  /** Within a sync: whether what one browser does for all is left to another. */
  leavesToAnother(): Promise<boolean>;
  /** A sync of this browser came to its end: the others are told, and what it documented. */
  synced(run: Pick<SyncRun, 'trigger'>): Promise<void>;
}

export function createTeamService(options: {
  readonly store: Database;
  readonly clients: () => Promise<Clients | null>;
  readonly journal: Journal;
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly version: string;
  readonly committed: () => void;
  /** Told whether there is a team to be heard every quarter of an hour. */
  readonly listening: (on: boolean) => Promise<void>;
}): TeamService {
  const { store, newId, random, committed, version } = options;
  const now = () => Math.floor(options.now());
  const memory = createStoreMemory(store, newId);
  let problem: Problem | null = null;
  let lastLook = 0;
  let last: Promise<unknown> = Promise.resolve();
  let gathering = false;
  /** This browser's part in the sync under way. */
  let part: Part = wholePart;

  /** One after the other: the core's calls are not made side by side. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * What was decided here in the meantime is kept first: it was decided without seeing what is carried out,
   * and would be lost to it.
   */
  async function bringAbout(team: StoreTransaction, scope: Scope): Promise<void> {
    await capture(team, now());
    await carryOut(team.transaction, scope);
  }

  const user = async () => (await readSettings(store)).userId;

  async function home(clients: Clients): Promise<OrganizationId> {
    const { rows } = await clients.itGlue.organizationsPage(1, { primary: true });
    // The same for every browser, should several be marked.
    const first = firstCopy(rows);
    if (!first) throw new NotShared('no-home');
    return first.id;
  }

  /** The shared state at IT Glue, with the words for what is to be written. */
  async function connected(): Promise<SharedState | null> {
    const clients = await options.clients();
    if (!clients || (await stored.failedCredentials.read(store))) return null;
    let words = await writtenWords(store, []);
    const limits: ItGlueStateOptions['limits'] = {
      load: () => readMeta(store, 'teamLimits'),
      save: (known) => writeMeta(store, 'teamLimits', known),
    };
    const state = createItGlueState({
      itGlue: clients.itGlue,
      home: () => home(clients),
      now,
      limits,
      words: {
        title: (written) => words.title(written),
        summary: (written) => words.summary(written),
      },
      browser: async () => (await memory.transact((transaction) => transaction.state())).browser,
      version,
    });
    return {
      ...state,
      async addEntries(entries: readonly SharedEntry[]) {
        words = await writtenWords(store, entries);
        return state.addEntries(entries);
      },
    };
  }

  const teamOn = (shared: SharedState) =>
    createTeam<StoreTransaction>({
      memory,
      shared,
      now,
      random,
      newId,
      version,
      user,
      carryOut: (team) => bringAbout(team, 'all'),
    });

  const leadershipOn = (team: ReturnType<typeof teamOn>) =>
    createLeadership({
      // What is decided while it is waited for is published meanwhile.
      team: {
        poll: () => inTurn(() => team.poll()),
        announce: (changes) => inTurn(() => team.announce(changes)),
      },
      now,
      random,
      wait: options.wait,
      version,
    });

  /** Which part of a sync is this browser's. */
  async function partIn({ trigger }: Pick<SyncRun, 'trigger'>): Promise<Part> {
    const shared = await whereShared();
    const state = await readMeta(store, 'team');
    if (!shared || !state) return wholePart;
    switch (trigger) {
      case 'schedule': {
        const { syncEveryHours } = await readSettings(store);
        return leadershipOn(teamOn(shared)).takePart((syncEveryHours * hour) / 2);
      }
      case 'manual':
      case 'connect':
        return takenOver(state);
      case 'settings':
        return wholePart;
    }
  }

  /** A sync of another that is newer than this browser's own counts once: who asks again wants one. */
  async function takenOver(state: TeamState): Promise<Part> {
    const after = syncOfAnother(state, freshMs, now());
    const at = after?.lastSync ?? 0;
    const taken = await readMeta(store, 'teamTaken');
    if (!after || at <= (state.ownLastSync ?? 0)) return wholePart;
    if (taken?.browser === after.browser && taken.at === at) return wholePart;
    await writeMeta(store, 'teamTaken', { browser: after.browser, at });
    return { leads: false, claimed: false, after };
  }

  /** The shared state where decisions are shared; `null` where this browser is on its own. */
  async function whereShared(): Promise<SharedState | null> {
    const state = await readMeta(store, 'team');
    if (!state || state.cursor === null || (await readMeta(store, 'teamOff'))) return null;
    return connected();
  }

  /** Whether sharing was found not to be set up a moment ago. What is decided meanwhile keeps its own time. */
  async function isResting(): Promise<boolean> {
    const off = await readMeta(store, 'teamOff');
    return off !== undefined && now() < off.until;
  }

  const keep = () => memory.transact((transaction) => capture(transaction, now()));

  /**
   * One turn, as far as sharing is set up.
   * @param urgent reads even if it is not due
   * @param again looks even where sharing was found not to be set up
   */
  async function turn(urgent: boolean, again = false): Promise<void> {
    if (!(await readMeta(store, 'connection'))) return options.listening(false);
    if (!again && (await isResting())) return;
    const shared = await connected();
    if (!shared) return;
    await keep();
    try {
      await teamOn(shared).turn(urgent);
      if (await readMeta(store, 'teamOff')) await writeMeta(store, 'teamOff', undefined);
      await options.listening(true);
      problem = null;
    } catch (error) {
      if (error instanceof NotShared) {
        await writeMeta(store, 'teamOff', { reason: error.reason, until: now() + offMs });
        await options.listening(false);
        problem = null;
      } else problem = toProblem(error);
    }
    committed();
  }

  async function publishNow(): Promise<void> {
    await inTurn(async () => {
      if (await readMeta(store, 'connection')) await keep();
      const state = await readMeta(store, 'team');
      if (state?.publishAt) await writeMeta(store, 'team', { ...state, publishAt: now() });
      await turn(true, true);
    });
  }

  return {
    async view() {
      const [state, viewer, connection] = await Promise.all([
        readMeta(store, 'team'),
        readViewer(store),
        readMeta(store, 'connection'),
      ]);
      const rows = await stored.sharedEntries.all(store);
      const names = new Map((await stored.users.all(store)).map(({ id, name }) => [id, name]));
      const nameOf = (id: string | null) => (id === null ? null : (names.get(userId(id)) ?? null));
      const all = state ? browsers(state) : [];
      return {
        notShared: connection
          ? whyNotShared((await readMeta(store, 'teamOff'))?.reason, state?.cursor ?? null)
          : 'not-connected',
        problem,
        permitted: viewer.access === 'all',
        waiting: rows.filter(({ key, publication }) => publication === 'new' && isDecision(key))
          .length,
        readAt: state?.cursor ? new Date(state.cursor).toISOString() : null,
        outdated: all.some((each) => compareVersions(each.version, version) > 0),
        browsers: all
          .map((each) => ({
            user: nameOf(each.user),
            own: each.browser === state?.browser,
            version: each.version,
            seenAt: new Date(each.at).toISOString(),
            syncedAt: each.lastSync === null ? null : new Date(each.lastSync).toISOString(),
          }))
          .sort((a, b) => (a.seenAt < b.seenAt ? 1 : -1)),
        notAccepted: rows.flatMap(({ key, base, entry }) =>
          key === 's:auto-create' && !saysSame(key, base, entry.value)
            ? [{ user: nameOf(entry.user) ?? '', setting: 'auto-create' as const }]
            : [],
        ),
      };
    },

    async start() {
      const viewer = await readViewer(store);
      if (viewer.access !== 'all') throw new ProblemError({ kind: 'not-permitted' });
      const clients = await options.clients();
      if (!clients) throw new ProblemError({ kind: 'credentials' });
      try {
        await startSharing({ itGlue: clients.itGlue, journal: options.journal }, viewer.name);
      } catch (error) {
        throw new ProblemError(toProblem(error));
      }
      await publishNow();
      if (problem) throw new ProblemError(problem);
    },

    refresh: publishNow,

    looking() {
      if (now() - lastLook < lookingMs) return;
      lastLook = now();
      void inTurn(async () => {
        if ((await readMeta(store, 'team'))?.cursor) await turn(true);
      }).catch(() => undefined);
    },

    noticed() {
      if (gathering) return;
      gathering = true;
      void (async () => {
        if (!(await isResting())) await inTurn(keep);
        await options.wait(gatherMs);
        gathering = false;
        await inTurn(() => turn(false));
      })().catch(() => {
        gathering = false;
      });
    },

    wake: () => inTurn(() => turn(false)),
    async beforeSync(run) {
      part = wholePart;
      // Claiming reads what others decided by itself.
      await inTurn(() => turn(run.trigger !== 'schedule'));
      try {
        part = await partIn(run);
      } catch {
        // A sync does not fail for what spares requests.
      }
    },

    async holdsSame(what) {
      const read = part.after?.read;
      return !!read && (await readDigests(store))[what] === read[what];
    },

    async leavesToAnother() {
      if (!part.leads || !part.claimed) return !part.leads;
      const shared = await whereShared();
      const state = await readMeta(store, 'team');
      if (shared && state && !(await leadershipOn(teamOn(shared)).goesOn(state)))
        part = { ...part, leads: false };
      return !part.leads;
    },

    async carryOut(scope) {
      if ((await readMeta(store, 'team'))?.cursor !== null)
        await memory.transact((team) => bringAbout(team, scope));
    },

    async synced({ trigger }) {
      await inTurn(async () => {
        const shared = await whereShared();
        if (!shared) return;
        const team = teamOn(shared);
        await keep();
        await team.publish();
        if (!part.leads || trigger === 'settings') return;
        const synced = { at: now(), read: await readDigests(store) };
        await team.announce({ claim: null, synced });
        const compacted = (await readMeta(store, 'teamCompactedAt')) ?? 0;
        if (now() - compacted < compactMs) return;
        await team.compact();
        await writeMeta(store, 'teamCompactedAt', now());
      }).catch(() => undefined);
    },
  };
}

function whyNotShared(reason: string | undefined, cursor: number | null): WhyNotShared | null {
  switch (reason) {
    case undefined:
      return cursor === null ? 'not-started' : null;
    case 'no-home':
    case 'type-disabled':
    case 'fields-missing':
    case 'text-changed':
      return reason;
    default:
      return 'not-started';
  }
}
