import type { Asking, MessageName, Reply } from '@/lib/messages/protocol';
import { Random } from '@/test/simulator/tenant/random';
import { World } from '@/test/world/world';
import type { FaultyVendors } from './faulty-vendors';

const second = 1000;
const minute = 60 * second;
/** How long a person looks at a page that gets no answer. */
const patience = 20 * minute;

export interface BrowserOptions {
  readonly seed: number;
  /** How likely the worker is killed at each moment. */
  readonly kills: number;
  /** How likely a transaction that writes is aborted. */
  readonly aborts: number;
  /** Only these kills and aborts happen, by their numbers; all where absent. */
  readonly only?: { readonly kills: ReadonlySet<number>; readonly aborts: ReadonlySet<number> };
}

/** A browser whose worker is killed at any moment and started by alarms, messages and people. */
export class ChaosBrowser {
  world!: World;
  /** By the numbers of their moments. */
  readonly kills: number[] = [];
  readonly aborts: number[] = [];
  /** What the worker threw at a wake, as text. */
  readonly thrown: string[] = [];
  #moments = 0;
  #transactions = 0;
  #dead = true;
  #closed = false;

  private constructor(
    private readonly vendors: FaultyVendors,
    private readonly options: BrowserOptions,
  ) {}

  static async start(vendors: FaultyVendors, options: BrowserOptions): Promise<ChaosBrowser> {
    const browser = new ChaosBrowser(vendors, options);
    const random = Random.of(options.seed, 'jitter');
    browser.world = await World.start(vendors, {
      patience: { random: () => random.next() },
      onWriting: (transaction) => browser.#spoil(transaction),
    });
    browser.#startWorker();
    void browser.#alarms();
    return browser;
  }

  close(): Promise<void> {
    this.#closed = true;
    return this.world.close();
  }

  #happens(what: 'kills' | 'aborts', number: number): boolean {
    const { seed, only } = this.options;
    if (this.vendors.calm || (only && !only[what].has(number))) return false;
    return Random.of(seed, what, number).chance(this.options[what]);
  }

  readonly #fate = (): boolean => {
    const number = this.#moments++;
    if (!this.#happens('kills', number)) return false;
    this.kills.push(number);
    this.#dead = true;
    return true;
  };

  /** Aborts the transaction in the middle, as a browser does that has no room or no patience. */
  #spoil(transaction: IDBTransaction): void {
    const number = this.#transactions++;
    if (!this.#happens('aborts', number)) return;
    this.aborts.push(number);
    queueMicrotask(() => transaction.abort());
  }

  #startWorker(): void {
    this.#dead = false;
    this.world.startWorker(this.#fate);
    this.#wake();
  }

  #wake(): void {
    this.world.wake().catch((error: unknown) => this.thrown.push(String(error)));
  }

  /** Half a minute is the shortest period of an alarm; now and then two come at once. */
  async #alarms(): Promise<void> {
    for (let tick = 0; !this.#closed; tick++) {
      await this.vendors.clock.wait(30 * second);
      const now = this.vendors.clock.now();
      const alarms = [...this.world.chrome.set.values()];
      const due = alarms.some((alarm) => !('when' in alarm) || alarm.when <= now);
      if (!due || this.#closed) continue;
      if (this.#dead) this.#startWorker();
      else this.#wake();
      if (Random.of(this.options.seed, 'twice', tick).chance(0.1)) this.#wake();
    }
  }

  /** Sends a message as a person's page does, again where the worker dies over it. */
  async page<Name extends MessageName>(
    name: Name,
    ...request: Asking<Name>
  ): Promise<Reply<Name> | null> {
    for (let attempt = 0; attempt < 20; attempt++) {
      if (this.#dead) this.#startWorker();
      const reply = await Promise.race([
        this.world.page(name, ...request),
        this.world.died.then(() => null),
        this.vendors.clock.wait(patience).then(() => null),
      ]);
      if (reply) return reply;
      await this.vendors.clock.wait(5 * second);
    }
    return null;
  }

  /**
   * Resolves when neither a run nor a write of people's is open.
   * @throws where that does not come within a day
   */
  async quiet(): Promise<void> {
    const { store } = this.world;
    for (let turns = 0; turns < (24 * 60 * minute) / (20 * second); turns++) {
      await this.vendors.clock.wait(20 * second);
      const runs = await store.countFromIndex('runs', 'state', 'open');
      const batches = (await store.getAll('batches')).filter(({ state }) => state === 'open');
      if (runs === 0 && batches.length === 0) return;
    }
    throw new Error('It does not come to an end.');
  }
}
