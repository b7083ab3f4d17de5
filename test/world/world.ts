import 'fake-indexeddb/auto';
import type { Asking, MessageName, Reply, RequestOf, ResponseOf } from '@/lib/messages/protocol';
import { ProblemError } from '@/lib/model/problem-error';
import { answer, type RouterOptions, type Sender } from '@/lib/messages/router';
import { userId } from '@/lib/model/ids';
import { portalHost } from '@/lib/model/portal';
import type { SyncRun } from '@/lib/model/run';
import { readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import { openStore } from '@/lib/store/open';
import { createRoom } from '@/lib/store/room';
import type { Database } from '@/lib/store/schema';
import { createVault } from '@/lib/vault/vault';
import type { Platform } from '@/lib/worker/platform';
import type { Services } from '@/lib/worker/services';
import { createWorker, type Worker } from '@/lib/worker/worker';
import type { OrganizationRow } from '@/test/simulator/itglue/state';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { Life, never, type Fate } from './life';
import { Locks } from './locks';
import { MadeUpChrome } from './made-up-chrome';
import { mortalStore } from './mortal-store';
import type { Vendors } from './vendors';

export interface WorldOptions {
  /** How far this browser's clock is ahead of the vendors', milliseconds; behind where negative. */
  readonly skew?: number;
  /** `false`: a browser in which the extension was just installed; by default the keys are saved. */
  readonly connected?: boolean;
  /** How often a client repeats what failed in passing, and by what chance it spreads that. */
  readonly patience?: { readonly retries?: number; readonly random: () => number };
  /** Free bytes on the disk; by default the browser does not tell. */
  readonly freeBytes?: () => number;
  /** Told of each transaction that writes, right when it was opened. */
  readonly onWriting?: (transaction: IDBTransaction) => void;
}

let profiles = 0;

/**
 * A browser with the whole worker of the extension in it, and the vendors it is before: waiting moves
 * the clock instead of taking time, and the worker can be killed at any moment and started again.
 * Several browsers of a company are worlds before the same vendors.
 */
export class World {
  readonly #profile: string;
  readonly #skew: number;
  readonly #options: WorldOptions;
  readonly #locks = new Locks();
  #life = new Life();
  #worker!: Worker;
  /** The extension APIs of the browser. */
  readonly chrome = new MadeUpChrome();
  /** Every message that was answered, as text. */
  readonly answers: string[] = [];
  /** How often what was overwritten was dropped from the browser's files. */
  tidied = 0;
  /** How often open pages were told that something was committed. */
  announced = 0;

  private constructor(
    readonly vendors: Vendors,
    /** The test's own connection to the browser's database. */
    readonly store: Database,
    options: WorldOptions,
  ) {
    this.#profile = store.name;
    this.#skew = options.skew ?? 0;
    this.#options = options;
  }

  static async start(vendors: Vendors, options: WorldOptions = {}): Promise<World> {
    const store = await openStore(`profile ${++profiles}`);
    const world = new World(vendors, store, options);
    if (options.connected ?? true) await world.#saveKeys();
    world.startWorker();
    return world;
  }

  /** Keys and connection as they are after Connect. */
  async #saveKeys(): Promise<void> {
    const { datto, itglue } = this.tenant;
    await writeMeta(this.store, 'connection', {
      region: itglue.region,
      subdomain: itglue.subdomain,
      dattoHost: 'api-v2.cloudtrax.com',
      connectedAt: '2026-01-01T00:00:00.000Z',
    });
    const vault = createVault(
      {
        load: () => readMeta(this.store, 'sealed'),
        save: (sealed) => writeMeta(this.store, 'sealed', sealed),
      },
      { load: () => Promise.resolve(null), save: () => Promise.resolve() },
    );
    await vault.write({
      dattoPublicKey: datto.keys[0]!.key,
      dattoSecretKey: datto.keys[0]!.secret,
      itGlueApiKey: itglue.keys[0]!.key,
    });
  }

  /** Ends the browser and the vendors. */
  async close(): Promise<void> {
    this.#life.kill();
    this.store.close();
    await this.vendors.close();
  }

  get tenant(): Tenant {
    return this.vendors.tenant;
  }

  get portalUrl(): string {
    return `https://${portalHost(this.tenant.itglue)}`;
  }

  /** By this browser's clock, milliseconds since 1970; never the same twice. */
  now(): number {
    return this.vendors.clock.now() + this.#skew;
  }

  /** Kills the worker, if that did not happen yet, and starts another, as an alarm or a message does. */
  startWorker(fate?: Fate): void {
    this.#life.kill();
    this.#life = new Life(fate);
    this.#worker = createWorker(this.#platform(this.#life));
  }

  /** Resolves when the worker that was started last is killed. */
  get died(): Promise<void> {
    return this.#life.died;
  }

  #platform(life: Life): Platform {
    const { clock, fetch } = this.vendors;
    life.atDeath(() => this.#locks.releaseAll());
    let asked = 0;
    return {
      room: createRoom(
        () => Promise.resolve(this.#options.freeBytes?.() ?? null),
        // Each question is asked anew.
        () => (asked += 10_000),
      ),
      tidy: () => {
        this.tidied += 1;
        return Promise.resolve();
      },
      browser: this.chrome,
      version: '1.0.0',
      openStore: async (closed) =>
        mortalStore(
          await life.settle(openStore(this.#profile, closed)),
          life,
          this.#options.onWriting,
        ),
      now: () => this.now(),
      wait: (milliseconds) =>
        life.survives({ at: 'wait' }) ? life.settle(clock.wait(milliseconds)) : never,
      async fetch(url, init) {
        const request = { method: init.method ?? 'GET', url, exchange: Symbol(url) };
        if (!life.survives({ ...request, at: 'request' })) return never;
        const response = await life.settle(fetch(url, init));
        return life.survives({ ...request, at: 'answer' }) ? response : never;
      },
      readFile: () => life.settle(Promise.resolve('Brother\t 001ba9 \n')),
      newId: () => crypto.randomUUID(),
      // Tests of what a failure leads to do not wait for it to pass.
      ...(this.#options.patience ?? { random: () => 0, retries: 0 }),
      exclusively: (name, work) =>
        life.survives({ at: 'lock', name })
          ? life.settle(this.#locks.exclusively(name, work))
          : never,
      keepAlive: () => () => undefined,
      announce: () => {
        this.announced += 1;
      },
    };
  }

  /** How the worker tells who may send it what. */
  get router(): RouterOptions {
    return this.#worker.router;
  }

  /** The worker's services. */
  services(): Promise<Services> {
    return this.#worker.services();
  }

  /** As a browser does that starts. */
  start(): Promise<void> {
    return this.#worker.start();
  }

  /** Ends the browser and starts it again. */
  restart(): Promise<void> {
    this.chrome.session.clear();
    this.startWorker();
    return this.start();
  }

  /** As a start of the worker or an alarm does. */
  wake(): Promise<void> {
    return this.#worker.wake();
  }

  /** Resolves when neither writes nor readings that a decision began are under way. */
  async idle(): Promise<void> {
    await (await this.services()).matching.settled();
  }

  /** Resolves when no run is open. */
  async settled(): Promise<SyncRun> {
    const { engine } = await this.services();
    while ((await this.store.countFromIndex('runs', 'state', 'open')) > 0) await engine.wake();
    const runs = await this.store.getAll('runs');
    return runs.sort((a, b) => ((a.finishedAt ?? '') < (b.finishedAt ?? '') ? 1 : -1))[0]!;
  }

  /** A whole sync. */
  async sync(): Promise<SyncRun> {
    await (await this.services()).engine.start('manual');
    return this.settled();
  }

  /** A sync of Auto-Create alone, for tests that change nothing that another stage reads. */
  async wirelessSync(): Promise<SyncRun> {
    await (await this.services()).engine.start('settings');
    return this.settled();
  }

  /** Switches Auto-Create in the options and waits until that is carried out. */
  async autoCreate(on: boolean): Promise<SyncRun> {
    await this.ask('auto-create.save', { on });
    return this.settled();
  }

  /** Chooses in the options which user the browser is used by. */
  async iAm(id: string | null): Promise<void> {
    const settings = await readSettings(this.store);
    await writeMeta(this.store, 'settings', {
      ...settings,
      userId: id === null ? null : userId(id),
    });
  }

  /** The extension was installed a moment ago. */
  install(): Promise<void> {
    return this.#worker.installed();
  }

  /** Another policy of the company, or none. */
  async policy(says: Readonly<Record<string, unknown>> | null): Promise<void> {
    this.chrome.policy = says;
    await this.#worker.policyChanged();
    await (await this.services()).policy.carryOut();
  }

  /** Sends a message as a page of the extension does. */
  page<Name extends MessageName>(name: Name, ...[request]: Asking<Name>): Promise<Reply<Name>> {
    const { id, getURL } = this.chrome.runtime;
    return this.send(name, request, { id, url: getURL('/options.html') });
  }

  /** The value of a message that must succeed. @throws ProblemError */
  async ask<Name extends MessageName>(
    name: Name,
    ...request: Asking<Name>
  ): Promise<ResponseOf<Name>> {
    return valueOf(await this.page(name, ...request));
  }

  /** The same from a content script on a page of the portal; ids as an address has them. */
  portal<Name extends MessageName>(
    name: Name,
    request: Plain<RequestOf<Name>>,
    path: string,
  ): Promise<Reply<Name>> {
    const url = this.portalUrl + path;
    const { id } = this.chrome.runtime;
    return this.send(name, request, { id, url, frameId: 0, tab: { id: 1, url } });
  }

  async send<Name extends MessageName>(
    name: Name,
    request: unknown,
    sender: Sender,
  ): Promise<Reply<Name>> {
    const { handlers, router } = this.#worker;
    // No time passes between what a test does, as it does for a person.
    const atPace = () => true;
    const reply = await answer(name, request, sender, handlers, { ...router, atPace });
    this.answers.push(JSON.stringify(reply));
    return reply;
  }

  async events() {
    return (await this.store.getAll('activity')).map(({ event }) => event);
  }

  /** The configurations that IT Glue holds in an organization. */
  configurationsOf(organization: Pick<OrganizationRow, 'id'>) {
    return [...this.tenant.itglue.configurations.values()].filter(
      ({ organizationId }) => organizationId === organization.id,
    );
  }

  /** Writes to IT Glue since the last call, e.g. `POST /flexible_assets`; ids left out. */
  writes(): string[] {
    const rows = this.vendors.requests.writes({ api: 'itglue' });
    this.vendors.requests.clear();
    return rows.map(({ method, path }) => `${method} ${path.replaceAll(/\d+/g, ':id')}`);
  }
}

/** Ids as plain text. */
type Plain<Request> = Request extends object
  ? { [Name in keyof Request]: Request[Name] extends string ? string : Request[Name] }
  : Request;

/** The value of an answer. @throws ProblemError for a refusal */
export function valueOf<Name extends MessageName>(reply: Reply<Name>): ResponseOf<Name> {
  if (!reply.ok) throw new ProblemError(reply.problem);
  return reply.value;
}
