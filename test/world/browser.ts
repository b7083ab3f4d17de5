import type { Asking, MessageName, Reply, RequestOf, ResponseOf } from '@/lib/messages/protocol';
import { ProblemError } from '@/lib/model/problem-error';
import { answer, type Sender } from '@/lib/messages/router';
import { userId } from '@/lib/model/ids';
import { portalHost } from '@/lib/model/portal';
import type { SyncRun } from '@/lib/model/run';
import { readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { Schedule } from '@/lib/sync/engine';
import { createVault } from '@/lib/vault/vault';
import type { StatusView } from '@/lib/views/status';
import type { Platform } from '@/lib/worker/platform';
import type { Services } from '@/lib/worker/services';
import { createWorker, type Worker } from '@/lib/worker/worker';
import { freshStore } from '@/test/sync/store';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { Locks } from './locks';

/** Node knows no origin of extensions' addresses. */
const extension = { id: 'extension', origin: 'https://extension.example' };

/** Where a worker is killed: at its n-th write to IT Glue, counted from its start. */
export interface Death {
  /** `planned`: before anything is sent; `before`, `after`: the request has, or had, its effect. */
  readonly when: 'planned' | 'before' | 'after';
  /** 1 for the first. */
  readonly write: number;
}

const never = new Promise<never>(() => undefined);

/**
 * A browser with the whole worker of the extension in it, on a made-up platform: waiting moves its
 * clock instead of taking time, and its worker can be killed and started again on the same store.
 */
export abstract class Browser {
  #locks = new Locks();
  #generation = 0;
  #last = 0;
  #died: () => void = () => undefined;
  #worker!: Worker;
  /** How far waiting has moved the clock, milliseconds. */
  waited = 0;
  store!: Database;
  /** Resolves when the worker that was started last is killed. */
  died!: Promise<void>;
  /** Every message that was answered, as text. */
  readonly answers: string[] = [];
  /** Organizations at which the matching page was opened. */
  opened: string[] = [];
  /** What the browser was told last. */
  alarms: Schedule | null = null;
  badge: StatusView | null = null;
  /** Tabs that the panels' code was loaded into. */
  readonly injected: number[] = [];
  optionsOpened = 0;
  /** The address of the tab in front. */
  address: string | undefined;

  protected constructor(readonly tenant: Tenant) {}

  /** What answers the worker's requests. */
  protected abstract request(url: string, init: RequestInit): Promise<Response>;

  get portalUrl(): string {
    return `https://${portalHost(this.tenant.itglue)}`;
  }

  /** Never the same twice. */
  now(): number {
    this.#last = Math.max(this.#last + 1, Date.now() + this.waited);
    return this.#last;
  }

  /** An empty profile, connected to the tenant, with a worker. */
  async startProfile(): Promise<void> {
    this.store = await freshStore();
    const { region, subdomain } = this.tenant.itglue;
    await writeMeta(this.store, 'connection', {
      region,
      subdomain,
      dattoHost: 'api-v2.cloudtrax.com',
      connectedAt: '2026-01-01T00:00:00.000Z',
    });
    const { datto, itglue } = this.tenant;
    await createVault({
      load: () => readMeta(this.store, 'sealed'),
      save: (sealed) => writeMeta(this.store, 'sealed', sealed),
    }).write({
      dattoPublicKey: datto.keys[0]!.key,
      dattoSecretKey: datto.keys[0]!.secret,
      itGlueApiKey: itglue.keys[0]!.key,
    });
    this.startWorker();
  }

  /** A new worker on the same store; what the one before was doing never comes to an end. */
  startWorker(death?: Death): void {
    const own = ++this.#generation;
    this.#locks.releaseAll();
    this.#locks = new Locks();
    this.died = new Promise((resolve) => (this.#died = resolve));
    this.#worker = createWorker(this.#platform(this.#locks, () => own === this.#generation, death));
  }

  #platform(locks: Locks, alive: () => boolean, death: Death | undefined): Platform {
    const kill = () => {
      this.#generation += 1;
      this.#died();
      return never;
    };
    let writes = 0;
    return {
      ...extension,
      openStore: () => Promise.resolve(this.store),
      now: () => this.now(),
      wait: (milliseconds) => {
        if (!alive()) return never;
        this.waited += milliseconds;
        return Promise.resolve();
      },
      fetch: async (url, init) => {
        if (!alive()) return never;
        const kills = (init.method ?? 'GET') !== 'GET' && ++writes === death?.write && death.when;
        if (kills === 'before') return kill();
        const response = await this.request(url, init).catch((error: unknown) => {
          if (!alive()) return never;
          throw error;
        });
        if (kills === 'after') return kill();
        return alive() ? response : never;
      },
      random: () => 0,
      newId: () => crypto.randomUUID(),
      // Tests of what a failure leads to do not wait for it to pass.
      retries: 0,
      exclusively: (name, work) => {
        if (!alive()) return never;
        if (death?.when === 'planned' && name.startsWith('journal') && writes + 1 >= death.write)
          return kill();
        return locks.exclusively(name, work);
      },
      keepAlive: () => () => undefined,
      announce: () => undefined,
      setAlarms: (schedule) => {
        this.alarms = schedule;
        return Promise.resolve();
      },
      showBadge: (view) => {
        this.badge = view;
        return Promise.resolve();
      },
      activeAddress: () => Promise.resolve(this.address),
      injectPanels: (tabId) => {
        this.injected.push(tabId);
        return Promise.resolve();
      },
      openOptions: () => {
        this.optionsOpened += 1;
        return Promise.resolve();
      },
      openMatching: (organization) => {
        this.opened.push(organization);
        return Promise.resolve();
      },
    };
  }

  /** The worker's services. */
  services(): Promise<Services> {
    return this.#worker.services();
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

  /** Chooses in the options who sits at the browser. */
  async iAm(id: string | null): Promise<void> {
    const settings = await readSettings(this.store);
    await writeMeta(this.store, 'settings', {
      ...settings,
      userId: id === null ? null : userId(id),
    });
  }

  /** Sends a message as a page of the extension does. */
  page<Name extends MessageName>(name: Name, ...[request]: Asking<Name>): Promise<Reply<Name>> {
    return this.send(name, request, { id: extension.id, url: `${extension.origin}/options.html` });
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
    return this.send(name, request, { id: extension.id, url, frameId: 0, tab: { id: 1, url } });
  }

  async send<Name extends MessageName>(
    name: Name,
    request: unknown,
    sender: Sender,
  ): Promise<Reply<Name>> {
    const { handlers, router } = this.#worker;
    const reply = await answer(name, request, sender, handlers, router);
    this.answers.push(JSON.stringify(reply));
    return reply;
  }

  async events() {
    return (await this.store.getAll('activity')).map(({ event }) => event);
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
