import { readViewer } from '@/lib/access/viewer';
import type { ItGlueCalls } from '@/lib/itglue/client';
import type { Journal } from '@/lib/journal/journal';
import type { OrganizationId } from '@/lib/model/ids';
import type { PolicyValues } from '@/lib/model/policy';
import type { SyncRun } from '@/lib/model/run';
import type { ReadDigests } from '@/lib/model/shared-entry';
import type { Problem } from '@/lib/model/problem';
import { ProblemError } from '@/lib/model/problem-error';
import { readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Clients } from '@/lib/sync/api-clients';
import { toProblem } from '@/lib/sync/problems';
import { NotShared, type SharedState } from '@/lib/team/shared-state';
import { createTeam } from '@/lib/team/team';
import type { TeamView } from '@/lib/views/team';
import { createInTurn } from '../in-turn';
import { capture } from './capture';
import { carryOut, type Scope } from './carry-out';
import { createStoreMemory, type StoreTransaction } from './memory';
import { createLeaving, type Leaving } from './leaving';
import { createOneSync } from './one-sync';
import { decideAgain, forgetOverruled, noteOverruled } from './overruled';
import { tellPassedOver } from './passed-over';
import { managedKeys } from './managed-keys';
import { readSharing } from './sharing';
import { startSharing } from './start-sharing';
import { stateAtItGlue } from './state-at-it-glue';
import { readTeamView } from './view';

/** After a decision, milliseconds: what is decided one after the other is published together. */
const gatherMs = 6000;
/** Where sharing is not set up, it is looked at again so often, milliseconds. */
const offMs = 15 * 60_000;
/** What others decided is read again so often while someone looks at the matching page, milliseconds. */
const lookingMs = 60_000;

export interface TeamService extends Leaving {
  view(): Promise<TeamView>;
  /**
   * Sets sharing up for the company.
   * @param home where to keep records, should no organization be marked as the company's own
   * @throws ProblemError for who may not, or where IT Glue refuses it
   */
  start(home: OrganizationId | null): Promise<void>;
  /** Decides once more what another's decision took the place of. @throws ProblemError for who may not */
  useMine(key: string): Promise<void>;
  /** Tells no more that another's decision took the place of one. */
  dismiss(key: string): Promise<void>;
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
  readonly isLocked: () => Promise<boolean>;
  /** What the company has set. */
  readonly managed: () => Promise<Partial<PolicyValues>>;
  readonly journal: Journal;
  /** IT Glue's time, milliseconds since 1970. */
  readonly now: () => number;
  /** This computer's, by which everything is stored. */
  readonly ownNow: () => number;
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
  /** How far IT Glue's clock is ahead of this computer's, milliseconds. */
  const ahead = () => Math.round(options.now() - options.ownNow());
  const memory = createStoreMemory(store, newId);
  let atItGlue: { readonly clients: Clients; readonly state: SharedState } | null = null;
  let problem: Problem | null = null;
  let lastLook = 0;
  let gathering = false;

  /** The core's calls are not made side by side. */
  const inTurn = createInTurn();

  /**
   * What was decided here in the meantime is kept first: it was decided without seeing what is carried out,
   * and would be lost to it.
   */
  async function bringAbout(
    team: StoreTransaction,
    scope: Scope,
    managed: ReadonlySet<string>,
  ): Promise<void> {
    await capture(team, now(), ahead(), managed);
    await carryOut(team.transaction, scope, ahead(), options.ownNow(), managed);
  }

  const user = async () => (await readSettings(store)).userId;
  const browser = async () => (await memory.transact((transaction) => transaction.state())).browser;

  const managedHere = async () => managedKeys(await options.managed());

  async function teamOn(shared: SharedState) {
    const managed = await managedHere();
    return createTeam<StoreTransaction>({
      memory,
      shared,
      now,
      random,
      newId,
      version,
      user,
      async carryOut(team, replaced) {
        await bringAbout(team, 'all', managed);
        await noteOverruled(team, replaced);
      },
      passedOver: (team, decisions) => tellPassedOver(team.transaction, decisions, ahead()),
    });
  }

  const stateOf = (clients: { readonly itGlue: ItGlueCalls }) =>
    stateAtItGlue({ store, clients, now, version, browser });

  /** The shared state at IT Glue; `null` without keys that it takes. */
  async function connected(): Promise<SharedState | null> {
    const clients = await options.clients();
    if (!clients || (await stored.failedCredentials.read(store))) return null;
    // What it learned of the account holds as long as the keys do.
    if (atItGlue?.clients !== clients) atItGlue = { clients, state: stateOf(clients) };
    return atItGlue.state;
  }

  /** The shared state where decisions are shared; `null` where this browser is on its own. */
  async function whereShared(): Promise<SharedState | null> {
    return (await readSharing(store)) && connected();
  }

  /** Whether sharing was found not to be set up a moment ago. What is decided meanwhile keeps its own time. */
  const isResting = async () => now() < ((await readMeta(store, 'teamOff'))?.until ?? 0);

  const hasLeft = async () => (await readMeta(store, 'teamOff'))?.reason === 'left';

  const oneSync = createOneSync({
    store,
    async team() {
      const shared = await whereShared();
      return shared && teamOn(shared);
    },
    inTurn,
    now,
    random,
    wait: options.wait,
    version,
  });

  async function keep(): Promise<void> {
    const managed = await managedHere();
    await memory.transact((transaction) => capture(transaction, now(), ahead(), managed));
  }

  const leaving = createLeaving({
    store,
    clients: options.clients,
    stateOf,
    keep,
    publish: async (shared) => (await teamOn(shared)).publish(),
    inTurn,
    async left() {
      problem = null;
      await options.listening(false);
      committed();
    },
    async joined() {
      await publishNow();
      if (problem) throw new ProblemError(problem);
    },
  });

  /**
   * One turn, as far as sharing is set up.
   * @param urgent reads even if it is not due
   * @param again looks even where sharing was found not to be set up
   */
  async function turn(urgent: boolean, again = false): Promise<void> {
    if (!(await readMeta(store, 'connection'))) return options.listening(false);
    if (await hasLeft()) return options.listening(false);
    if (!again && (await isResting())) return;
    const shared = await connected();
    if (!shared) return;
    await keep();
    try {
      const team = await teamOn(shared);
      await team.turn(urgent);
      // A person may have left meanwhile.
      if (await hasLeft()) return;
      if (await readMeta(store, 'teamOff')) await writeMeta(store, 'teamOff', undefined);
      await options.listening(true);
      problem = null;
    } catch (error) {
      if (await hasLeft()) return;
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
      // People who ask for it may have changed the type, which is looked at once a day otherwise.
      atItGlue = null;
      if (await readMeta(store, 'connection')) await keep();
      const state = await readMeta(store, 'team');
      if (state?.publishAt) await writeMeta(store, 'team', { ...state, publishAt: now() });
      await turn(true, true);
    });
  }

  const service: TeamService = {
    async view() {
      const locked = await options.isLocked();
      return readTeamView(store, {
        problem: locked ? { kind: 'locked' } : problem,
        ahead: ahead(),
        version,
        managed: await managedHere(),
      });
    },

    async start(home) {
      const viewer = await readViewer(store);
      if (viewer.access !== 'all') throw new ProblemError({ kind: 'not-permitted' });
      const clients = await options.clients();
      if (!clients) throw new ProblemError(await stored.whyNoKeys(store));
      try {
        await startSharing({ itGlue: clients.itGlue, journal: options.journal }, viewer.name);
      } catch (error) {
        throw new ProblemError(toProblem(error));
      }
      const { teamHome } = await options.managed();
      if (home !== null && teamHome === undefined) await writeMeta(store, 'teamHome', home);
      await publishNow();
      if (problem) throw new ProblemError(problem);
    },

    async useMine(key) {
      const chosen = await user();
      const managed = await managedHere();
      await memory.transact(async (team) => {
        await decideAgain(team, key, chosen, now());
        await bringAbout(team, 'all', managed);
      });
      committed();
      service.noticed();
    },

    async dismiss(key) {
      await write(store, (transaction) => forgetOverruled(transaction, [key]));
      committed();
    },

    refresh: publishNow,

    ...leaving,

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
      // Claiming reads what others decided by itself.
      await inTurn(() => turn(run.trigger !== 'schedule'));
      await oneSync.begin(run);
    },

    holdsSame: (what) => oneSync.holdsSame(what),
    leavesToAnother: () => oneSync.isLeft(),

    async carryOut(scope) {
      // What is decided meanwhile keeps its own time.
      if (await hasLeft()) await keep();
      else if ((await readMeta(store, 'team'))?.cursor !== null) {
        const managed = await managedHere();
        await memory.transact((team) => bringAbout(team, scope, managed));
      }
    },

    async synced(run) {
      await inTurn(async () => {
        const shared = await whereShared();
        if (!shared) return;
        await keep();
        await oneSync.ended(await teamOn(shared), run);
      }).catch(() => undefined);
    },
  };
  return service;
}
