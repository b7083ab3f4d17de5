import { readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { SyncInterval } from '@/lib/model/settings';
import { freshStore, minute, noon } from '@/test/sync/store';
import { sampleTenant } from '@/test/sync/sample';
import { clientsOf } from '@/test/sync/tenant';
import type { Tenant } from '@/test/sync/tenant';
import type { SyncClients } from './clients';
import { createEngine } from './engine';
import type { Schedule } from './engine';
import { stages } from './stages';

/** Everything outside the engine, as one worker after another meets it. */
export class World {
  clock = noon;
  clients: SyncClients | null;
  /** What chance gives. */
  random = 0;
  readonly schedules: Schedule[] = [];
  /** How many workers are kept alive right now. */
  awake = 0;
  committed = 0;
  /** What a turn at the work fails with. */
  breaks: Error | null = null;
  /** Runs when the work is done and its lock is still held. */
  lettingGo: () => Promise<void> = () => Promise.resolve();
  readonly turns = new Set<Promise<void>>();
  #runs = 0;
  #locked = false;

  private constructor(
    readonly store: Database,
    readonly tenant: Tenant,
  ) {
    this.clients = clientsOf(tenant);
  }

  static async connected(hours: SyncInterval = 24): Promise<World> {
    const world = new World(await freshStore(), sampleTenant());
    await world.connect();
    await world.every(hours);
    return world;
  }

  connect(): Promise<void> {
    return writeMeta(this.store, 'connection', {
      region: 'us',
      subdomain: 'acme',
      dattoHost: 'api.cloudtrax.com',
      connectedAt: '2026-01-01T00:00:00Z',
    });
  }

  async every(hours: SyncInterval): Promise<void> {
    const settings = await readSettings(this.store);
    await writeMeta(this.store, 'settings', { ...settings, syncEveryHours: hours });
  }

  worker() {
    return createEngine({
      store: this.store,
      stages,
      clients: () => Promise.resolve(this.clients),
      exclusively: (work) => {
        const turn = this.#lock(work);
        this.turns.add(turn);
        return turn;
      },
      now: () => this.clock,
      random: () => this.random,
      newId: () => `run ${++this.#runs}`,
      committed: () => void (this.committed += 1),
      scheduled: (schedule) => {
        this.schedules.push(schedule);
        return Promise.resolve();
      },
      keepAlive: () => {
        this.awake += 1;
        return () => void (this.awake -= 1);
      },
    });
  }

  async #lock(work: () => Promise<void>): Promise<void> {
    if (this.breaks) throw this.breaks;
    if (this.#locked) return;
    this.#locked = true;
    try {
      await work();
      await this.lettingGo();
    } finally {
      this.#locked = false;
    }
  }

  /** Resolves when no run is open and nobody works any more. */
  async settled(): Promise<void> {
    do {
      await Promise.allSettled(this.turns);
      await new Promise((resolve) => setTimeout(resolve));
    } while (this.awake > 0 || (await this.store.countFromIndex('runs', 'state', 'open')) > 0);
  }

  runs() {
    return this.store.getAll('runs');
  }

  async minutesToNext(): Promise<number | null> {
    const next = await readMeta(this.store, 'nextSync');
    return next === undefined ? null : (Date.parse(next) - this.clock) / minute;
  }

  /**
   * Holds the calls that begin so.
   * @returns `asked` resolves at the first of them; `answer` lets all go on
   */
  hold(beginning: string) {
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const asked = new Promise<void>((resolve) => {
      this.tenant.before = (call) => {
        if (!call.startsWith(beginning)) return;
        resolve();
        return held;
      };
    });
    return { asked, answer: () => answer() };
  }
}
