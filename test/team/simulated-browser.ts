import type { KeptEntry, SharedEntry, SharedValue } from '@/lib/model/shared-entry';
import { ItGlueError } from '@/lib/itglue/errors';
import { createItGlueState, type Codec } from '@/lib/team/it-glue-state';
import { createLeadership } from '@/lib/team/leadership';
import { leads } from '@/lib/team/lease';
import type { MemoryInMemory } from '@/lib/team/memory.fixture';
import type { TeamRules } from '@/lib/team/rules';
import { createTeam } from '@/lib/team/team';
import type { Random } from '@/test/simulator/tenant/random';
import { homeId, type Account } from './account';
import type { Scheduler } from './scheduler';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** The worker is gone; what it was about to do is not done. */
class Stopped extends Error {}

export interface World {
  readonly clock: Scheduler;
  readonly account: Account;
  readonly codec: Codec;
  /** Who leads a sync, from and until when. */
  readonly syncs: { from: number; until: number }[];
  /** Whether people decide, workers stop and computers are away. */
  isQuiet: boolean;
  /** Everything that was ever decided, by key. */
  readonly decided: Map<string, SharedEntry[]>;
  causalityBreaks: number;
  decidedUnseen: number;
  requestsOfSyncs: number;
  leadersDied: number;
}

/** One technician's browser over some days: a worker that is stopped and started, on one memory. */
export class SimulatedBrowser {
  isOnline = true;
  /** Left the company. */
  hasLeft = false;
  private life = 0;

  constructor(
    private readonly world: World,
    readonly memory: MemoryInMemory,
    private readonly random: Random,
    private readonly rules: TeamRules,
    readonly settings: {
      /** Its clock against IT Glue's, milliseconds. */
      readonly skew: number;
      readonly version: string;
    },
  ) {}

  now = () => this.world.clock.now + this.settings.skew;

  start(): void {
    this.life += 1;
    void this.live(this.life).catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
    });
  }

  /** The browser stops the worker in the middle of whatever it does. */
  stop = () => void (this.life += 1);

  /** What a person decides here, whether or not there is a connection. */
  async decide(key: string, value: SharedValue): Promise<void> {
    const { decided } = this.world;
    const seen = this.memory.entries.get(key);
    const entry = await this.worker(this.life).team.decide(key, value, 'u1');
    if (seen && this.rules.compare(entry, seen) <= 0) this.world.causalityBreaks += 1;
    const all = decided.get(key) ?? [];
    const newest = all.reduce<SharedEntry | null>(
      (a, b) => (a && this.rules.compare(a, b) > 0 ? a : b),
      null,
    );
    if (newest && (!seen || newest.at.ms > seen.at.ms)) this.world.decidedUnseen += 1;
    decided.set(key, [...all, entry]);
  }

  /** Publishes at once, as before leaving. @returns whether it is all in IT Glue */
  async leave(): Promise<boolean> {
    await this.worker(this.life).team.publish();
    this.hasLeft = unpublished(this.memory).length === 0;
    return this.hasLeft;
  }

  private worker(life: number) {
    const { clock, account, codec } = this.world;
    const guard = () => {
      if (life !== this.life) throw new Stopped();
    };
    const { version } = this.settings;
    const shared = createItGlueState({
      itGlue: account.calls(guard, () => this.isOnline),
      home: () => Promise.resolve(homeId),
      now: this.now,
      limits: { load: () => Promise.resolve({ text: 4000 }), save: () => Promise.resolve() },
      words: { title: () => 'Simulated', summary: () => [] },
      browser: () => Promise.resolve(this.memory.state.browser),
      version,
      codec,
    });
    const parts = {
      now: this.now,
      random: () => this.random.next(),
      version,
      wait: async (milliseconds: number) => {
        await clock.sleep(milliseconds);
        guard();
      },
    };
    const team = createTeam({
      ...parts,
      memory: this.memory,
      shared,
      newId: () => this.random.text(12, 'abcdefghijklmnopqrstuvwxyz'),
      user: () => Promise.resolve('u1'),
      rules: this.rules,
    });
    return { team, leadership: createLeadership({ ...parts, team }), guard };
  }

  private async live(life: number): Promise<void> {
    const { clock } = this.world;
    const { team, leadership, guard } = this.worker(life);
    const interval = 6 * hour;
    await clock.sleep(this.random.between(0, 30) * second);
    let nextSync = clock.now + this.random.between(0, 120) * minute;
    for (; !this.hasLeft;) {
      guard();
      try {
        await team.turn();
        if (clock.now >= nextSync) {
          nextSync = clock.now + 30 * minute + this.random.between(0, 600) * second;
          // Now and then one leads without asking: nothing may depend on the claim.
          if (this.random.chance(0.02)) await this.sync(team, null, guard);
          else if (
            this.now() - (this.memory.state.ownLastSync ?? 0) >= interval &&
            (await leadership.acquire(interval)) === null
          )
            await this.sync(team, leadership, guard);
        }
      } catch (error) {
        guard();
        unlessVendorsFailure(error);
      }
      await clock.sleep(this.random.between(20, 60) * second);
    }
  }

  /** What the leader does: many requests, and the compaction. */
  private async sync(
    team: ReturnType<SimulatedBrowser['worker']>['team'],
    leadership: ReturnType<SimulatedBrowser['worker']>['leadership'] | null,
    guard: () => void,
  ): Promise<void> {
    const { clock, account } = this.world;
    const turn = { from: clock.now, until: clock.now };
    this.world.syncs.push(turn);
    for (let step = 0; step < 6; step++) {
      for (let request = 0; request < 20; request++) {
        this.world.requestsOfSyncs += 1;
        await account.other();
      }
      turn.until = clock.now;
      if (!this.world.isQuiet && this.random.chance(0.01)) {
        this.world.leadersDied += 1;
        this.stop();
        clock.at(clock.now + this.random.between(1, 300) * second, () => this.start());
      }
      guard();
      if (leadership && !(await leadership.renew(this.memory.state))) return;
    }
    await team.compact().catch(unlessVendorsFailure);
    if (leadership && leads(this.memory.state, this.now()))
      await leadership.release({ organizations: '', configurations: '' });
  }
}

/** @throws whatever is not IT Glue's failure */
function unlessVendorsFailure(error: unknown): void {
  if (!(error instanceof ItGlueError)) throw error;
}

export const unpublished = (memory: MemoryInMemory): KeptEntry[] =>
  [...memory.entries.values()].filter(({ publication }) => publication !== 'published');
