import { createDattoClient } from '@/lib/datto/client';
import { createItGlueClient } from '@/lib/itglue/client';
import { createJournal } from '@/lib/journal/journal';
import type { MessageName, RequestOf, ResponseOf } from '@/lib/messages/protocol';
import { answer, type Handlers, type Sender } from '@/lib/messages/router';
import { networkId, organizationId, userId } from '@/lib/model/ids';
import type { SyncRun } from '@/lib/model/run';
import { forSync, type Clients } from '@/lib/sync/api-clients';
import { ProblemError } from '@/lib/messages/problem-error';
import { wirelessHandlers } from '@/lib/worker/auto-create/handlers';
import { createWirelessService, type WirelessService } from '@/lib/worker/auto-create/service';
import { readSettings, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import { createEngine, type Engine } from '@/lib/sync/engine';
import { toProblem } from '@/lib/sync/problems';
import { stages } from '@/lib/sync/stages';
import { wirelessStage } from '@/lib/sync/stages/wireless';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { Locks } from '@/test/matching/locks';
import { freshStore } from '@/test/sync/store';
import { DirectApis } from './direct';

const extension = { id: 'extension', origin: 'https://extension.example' };

/** Where a worker is killed: at its n-th write to IT Glue, counted from the last start. */
export interface Death {
  /** `planned`: before anything is sent; `before`, `after`: the request has, or had, its effect. */
  readonly when: 'planned' | 'before' | 'after';
  /** 1 for the first. */
  readonly write: number;
}

/** One browser after another, or one worker after another, before the two simulated APIs. */
export class World {
  #locks = new Locks();
  #generation = 0;
  #last = 0;
  /** How far waiting has moved the clock, milliseconds. */
  waited = 0;
  /** Every message that a page or the portal was answered, as text. */
  readonly answers: string[] = [];
  store!: Database;
  engine!: Engine;
  service!: WirelessService;
  readonly apis: DirectApis;
  /** Resolves when the worker that was started last is killed. */
  died!: Promise<void>;
  #died: () => void = () => undefined;

  private constructor(readonly tenant: Tenant) {
    this.apis = new DirectApis(tenant, () => this.now());
  }

  /** A browser that knows everything of the tenant but has documented nothing. */
  static async synced(tenant: Tenant, administrator: string): Promise<World> {
    tenant.itglue.rateLimit.requests = Infinity;
    const world = new World(tenant);
    await world.newBrowser(administrator);
    return world;
  }

  /** Another browser of the same company; what the one before remembered is not known here. */
  async newBrowser(administrator: string): Promise<void> {
    this.store = await freshStore();
    const { region, subdomain } = this.tenant.itglue;
    await writeMeta(this.store, 'connection', {
      region,
      subdomain,
      dattoHost: 'api-v2.cloudtrax.com',
      connectedAt: '2026-01-01T00:00:00.000Z',
    });
    await this.iAm(administrator);
    this.startWorker();
    await this.sync();
  }

  async iAm(id: string): Promise<void> {
    const settings = await readSettings(this.store);
    await writeMeta(this.store, 'settings', { ...settings, userId: userId(id) });
  }

  /** Never the same twice. */
  now(): number {
    this.#last = Math.max(this.#last + 1, Date.now() + this.waited);
    return this.#last;
  }

  /** A new worker on the same store; what the one before was doing never comes to an end. */
  startWorker(death?: Death): void {
    const own = ++this.#generation;
    this.#locks = new Locks();
    const locks = this.#locks;
    const alive = () => own === this.#generation;
    const never = new Promise<never>(() => undefined);
    this.died = new Promise((resolve) => (this.#died = resolve));
    const kill = () => {
      this.#generation += 1;
      this.#died();
      return never;
    };
    let writes = 0;
    const clients = this.#clients(async (url, init) => {
      if (!alive()) return never;
      const kills = (init.method ?? 'GET') !== 'GET' && ++writes === death?.write && death.when;
      if (kills === 'before') return kill();
      const response = await this.apis.fetch(url, init).catch((error: unknown) => {
        if (!alive()) return never;
        throw error;
      });
      if (kills === 'after') return kill();
      return alive() ? response : never;
    });
    const exclusively = (name: string, work: () => Promise<void>) => {
      if (!alive()) return never;
      if (death?.when === 'planned' && name.startsWith('journal') && writes + 1 >= death.write)
        return kill();
      return locks.exclusively(name, work);
    };
    const common = {
      store: this.store,
      now: () => this.now(),
      newId: () => crypto.randomUUID(),
      committed: () => undefined,
      keepAlive: () => () => undefined,
    };
    const wait = (milliseconds: number) => {
      if (!alive()) return never;
      this.waited += milliseconds;
      return Promise.resolve();
    };
    const journal = createJournal({ ...common, wait, exclusively });
    this.engine = createEngine({
      ...common,
      stages: [
        ...stages,
        wirelessStage({ journal, clients: () => Promise.resolve(clients), wait }),
      ],
      clients: () => Promise.resolve(forSync(clients)),
      exclusively: (work) => exclusively('sync', work),
      scheduled: () => Promise.resolve(),
    });
    this.service = createWirelessService({
      ...common,
      engine: this.engine,
      wait,
      clients: () => Promise.resolve(clients),
      refused: () => Promise.resolve(),
    });
  }

  #clients(fetch: (url: string, init: RequestInit) => Promise<Response>): Clients {
    const { datto, itglue } = this.tenant;
    return {
      datto: createDattoClient({
        publicKey: datto.keys[0]!.key,
        secretKey: datto.keys[0]!.secret,
        fetch,
        now: () => this.now(),
        host: 'api-v2.cloudtrax.com',
        retries: 0,
      }),
      itGlue: createItGlueClient({
        apiKey: itglue.keys[0]!.key,
        region: itglue.region,
        fetch,
        now: () => this.now(),
        random: () => 0,
        budget: { acquire: () => Promise.resolve() },
        // The transport's own: tests of what a failure leads to do not wait for it to pass.
        ...{ repetitions: 0 },
      }),
    };
  }

  /** Resolves when no run is open. */
  async settled(): Promise<SyncRun> {
    while ((await this.store.countFromIndex('runs', 'state', 'open')) > 0) await this.engine.wake();
    const runs = await this.store.getAll('runs');
    return runs.sort((a, b) => ((a.finishedAt ?? '') < (b.finishedAt ?? '') ? 1 : -1))[0]!;
  }

  /** A whole sync. */
  async sync(): Promise<SyncRun> {
    await this.engine.start('manual');
    return this.settled();
  }

  /** A sync of Auto-Create alone, for tests that change nothing that another stage reads. */
  async wirelessSync(): Promise<SyncRun> {
    await this.engine.start('settings');
    return this.settled();
  }

  /** Switches Auto-Create in the options and waits until that is carried out. */
  async autoCreate(on: boolean): Promise<SyncRun> {
    await this.ask('auto-create.save', { on });
    return this.settled();
  }

  ask<Name extends MessageName>(name: Name, request?: RequestOf<Name>): Promise<ResponseOf<Name>> {
    return this.#send(name, request, {
      id: extension.id,
      url: `${extension.origin}/options.html`,
    });
  }

  /** The same from a content script on a page of the portal. */
  portal<Name extends MessageName>(name: Name, request: RequestOf<Name>, path: string) {
    const url = `https://${this.tenant.itglue.subdomain}.itglue.com${path}`;
    return this.#send(name, request, { id: extension.id, url, frameId: 0, tab: { id: 1, url } });
  }

  async #send<Name extends MessageName>(
    name: Name,
    request: unknown,
    sender: Sender,
  ): Promise<ResponseOf<Name>> {
    const handlers = wirelessHandlers(() => Promise.resolve(this.service)) as Handlers;
    const reply = await answer(name, request, sender, handlers, {
      ...extension,
      isPortal: () => Promise.resolve(true),
      toProblem: (error) => (error instanceof ProblemError ? error.problem : toProblem(error)),
    });
    this.answers.push(JSON.stringify(reply));
    if (!reply.ok) throw new ProblemError(reply.problem);
    return reply.value;
  }

  /** A person decides about a network on the matching page. */
  match(network: number, organization: string | null): Promise<void> {
    return write(this.store, async (transaction) => {
      const matches = transaction.objectStore('networkMatches');
      const id = networkId(network);
      if (organization === null) await matches.put({ networkId: id, at: '', state: 'ignored' });
      else
        await matches.put({
          networkId: id,
          at: '',
          state: 'matched',
          organizationId: organizationId(organization),
          rule: 'by-hand',
        });
    });
  }

  /** Writes to IT Glue since the last call, e.g. `POST /flexible_assets`; ids left out. */
  writes(): string[] {
    const rows = this.apis.requests.writes({ api: 'itglue' });
    this.apis.requests.clear();
    return rows.map(({ method, path }) => `${method} ${path.replaceAll(/\d+/g, ':id')}`);
  }

  async events() {
    return (await this.store.getAll('activity')).map(({ event }) => event);
  }
}
