import { createDattoClient } from '@/lib/datto/client';
import { createItGlueClient } from '@/lib/itglue/client';
import type { MessageName, Reply, RequestOf } from '@/lib/messages/protocol';
import { answer, type Handlers, type Sender } from '@/lib/messages/router';
import { userId } from '@/lib/model/ids';
import type { Problem } from '@/lib/model/problem';
import { defaultSettings } from '@/lib/model/settings';
import { readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import { forSync, type Clients } from '@/lib/sync/api-clients';
import { matchingHandlers } from '@/lib/decisions/handlers';
import { createMatchingService, type MatchingService } from '@/lib/decisions/service';
import { ProblemError } from '@/lib/messages/problem-error';
import { toProblem } from '@/lib/sync/problems';
import { startSimulator, type Simulator } from '@/test/simulator';
import type { OrganizationRow } from '@/test/simulator/itglue/state';
import { TenantBuilder } from '@/test/simulator/tenant/builder';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { freshStore, goOn, openedRun } from '@/test/sync/store';
import { Locks } from './locks';

// Node knows no origin of extensions' addresses.
const extension = { id: 'extension', origin: 'https://extension.example' };

/** The worker's matching services on a real store, against the simulated APIs. */
export class World {
  private readonly locks = new Locks();
  /** How far waiting has moved the clock, milliseconds. */
  private waited = 0;
  private generation = 0;
  private syncs = 0;
  readonly problems: Problem[] = [];
  readonly calls: string[] = [];
  opened: string[] = [];
  service!: MatchingService;

  private constructor(
    readonly simulator: Simulator,
    readonly store: Database,
  ) {}

  static async start(tenant: Tenant): Promise<World> {
    const simulator = await startSimulator({ tenant });
    const world = new World(simulator, await freshStore());
    const { region, subdomain } = tenant.itglue;
    await writeMeta(world.store, 'connection', {
      region,
      subdomain,
      dattoHost: 'api-v2.cloudtrax.com',
      connectedAt: '2026-01-01T00:00:00.000Z',
    });
    world.startWorker();
    return world;
  }

  async close(): Promise<void> {
    this.simulator.faults.clear();
    await this.service.settled().catch(() => undefined);
    await this.simulator.close();
    this.store.close();
  }

  get now(): number {
    return Date.now() + this.waited;
  }

  /** A new worker on the same store; what the one before was doing never comes to an end. */
  startWorker(): void {
    this.generation += 1;
    this.locks.releaseAll();
    const own = this.generation;
    const alive = () => own === this.generation;
    const never = new Promise<never>(() => undefined);
    const clients = this.clients(async (url, init) => {
      if (!alive()) return never;
      const response = await this.simulator.fetch(url, init).catch((error: unknown) => {
        if (!alive()) return never;
        throw error;
      });
      return alive() ? response : never;
    });
    this.service = createMatchingService({
      store: this.store,
      clients: () => Promise.resolve(clients),
      now: () => this.now,
      newId: () => crypto.randomUUID(),
      wait: (milliseconds) => {
        if (!alive()) return never;
        this.waited += milliseconds;
        return Promise.resolve();
      },
      committed: () => undefined,
      refused: (problem) => {
        this.problems.push(problem);
        return Promise.resolve();
      },
      keepAlive: () => () => undefined,
      exclusively: this.locks.exclusively,
      scheduled: () => Promise.resolve(),
    });
  }

  private clients(fetch: (url: string, init: RequestInit) => Promise<Response>): Clients {
    const { datto, itglue } = this.simulator.tenant;
    return {
      datto: createDattoClient({
        publicKey: datto.keys[0]!.key,
        secretKey: datto.keys[0]!.secret,
        fetch,
        now: Date.now,
        host: 'api-v2.cloudtrax.com',
      }),
      itGlue: createItGlueClient({
        apiKey: itglue.keys[0]!.key,
        region: itglue.region,
        fetch,
        now: Date.now,
        random: () => 0,
        budget: { acquire: () => Promise.resolve() },
        // The transport's own: tests of what a failure leads to do not wait for it to pass.
        ...{ repetitions: 0 },
      }),
    };
  }

  async sync(): Promise<void> {
    const run = openedRun(`sync ${++this.syncs}`, this.now);
    await this.store.put('runs', run);
    const clients = forSync(this.clients((url, init) => this.simulator.fetch(url, init)));
    await goOn(this.store, clients, run.id, { at: this.now });
    const ended = (await this.store.get('runs', run.id))!;
    const finishedAt = new Date(this.now).toISOString();
    await this.store.put('runs', { ...ended, state: 'done', finishedAt });
  }

  /** Chooses in the options who sits at the browser. */
  async iAm(id: string | null): Promise<void> {
    await writeMeta(this.store, 'settings', {
      ...defaultSettings,
      ...(await readSettings(this.store)),
      userId: id === null ? null : userId(id),
    });
  }

  /** Sends a message as a page of the extension does. */
  page<Name extends MessageName>(name: Name, request?: RequestOf<Name>): Promise<Reply<Name>> {
    return this.send(name, request, { id: extension.id, url: `${extension.origin}/matching.html` });
  }

  /** The same from a content script on a page of the portal. */
  portal<Name extends MessageName>(
    name: Name,
    request: RequestOf<Name>,
    path: string,
  ): Promise<Reply<Name>> {
    const url = this.simulator.portalUrl + path;
    return this.send(name, request, { id: extension.id, url, frameId: 0, tab: { id: 1, url } });
  }

  async send<Name extends MessageName>(
    name: Name,
    request: unknown,
    sender: Sender,
  ): Promise<Reply<Name>> {
    const handlers = matchingHandlers(
      () => Promise.resolve(this.service),
      (id) => {
        this.opened.push(id);
        return Promise.resolve();
      },
    );
    return answer(name, request, sender, handlers as Handlers, {
      ...extension,
      isPortal: (url) => Promise.resolve(new URL(url).origin === this.simulator.portalUrl),
      toProblem: (error) => (error instanceof ProblemError ? error.problem : toProblem(error)),
    });
  }

  /** The value of a message that must succeed. */
  async ask<Name extends MessageName>(name: Name, request?: RequestOf<Name>) {
    const reply = await this.page(name, request);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problem)}`);
    return reply.value;
  }

  async undoEntry() {
    return readMeta(this.store, 'undo');
  }

  /** The configurations that IT Glue holds in an organization, by name. */
  configurationsOf(organization: Pick<OrganizationRow, 'id'>) {
    return [...this.simulator.tenant.itglue.configurations.values()].filter(
      ({ organizationId }) => organizationId === organization.id,
    );
  }
}

/** A tenant to build on, with an Administrator (`1`) and a Manager (`2`) of the organizations given. */
export function tenantWith(build: (builder: TenantBuilder) => readonly OrganizationRow[]): Tenant {
  const builder = new TenantBuilder(7, Date.now());
  const own = build(builder);
  const { itglue } = builder.tenant;
  const at = '2026-01-01T00:00:00.000Z';
  const stamp = { createdAt: at, updatedAt: at };
  const people = [
    ['1', 'Ada', 'Administrator'],
    ['2', 'Max', 'Manager'],
    ['3', 'Carl', 'Editor'],
  ] as const;
  for (const [id, firstName, roleName] of people)
    itglue.users.set(id, {
      id,
      firstName,
      lastName: null,
      email: `${firstName.toLowerCase()}@contoso-msp.example`,
      roleName,
      ...stamp,
    });
  itglue.groups.set('10', {
    id: '10',
    name: 'Own',
    userIds: ['2', '3'],
    organizationIds: own.map(({ id }) => id),
    ...stamp,
  });
  return builder.tenant;
}
