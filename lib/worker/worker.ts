import { matchingHandlers } from '@/lib/decisions/handlers';
import { ProblemError } from '@/lib/model/problem-error';
import type { Handlers, RouterOptions } from '@/lib/messages/router';
import type { MessageName } from '@/lib/messages/protocol';
import { PortalPace } from '@/lib/messages/portal-pace';
import { isSamePortal } from '@/lib/model/portal';
import { portalTenant } from '@/lib/model/portal-page';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import { toProblem } from '@/lib/sync/problems';
import { wirelessHandlers } from './auto-create/handlers';
import { openMatching, openNetworkSheet, openSetupCheck, openWelcome } from './browser';
import { workerHandlers } from './handlers';
import { historyHandlers } from './history/handlers';
import { vaultHandlers } from './lock/handlers';
import { watched } from './lock/watched';
import { networkHandlers } from './network/handlers';
import type { Platform } from './platform';
import { teamHandlers } from './team/handlers';
import { setupCheckHandlers } from './setup-check/handlers';
import { openServices, type Services } from './services';
import { welcomeHandlers } from './welcome/handlers';
import { sessionValue } from './lock/session-value';
import { createStorageHealth } from './storage-health';

/** What a page of any portal may send before a tenant is connected. */
const beforeKeys: ReadonlySet<MessageName> = new Set<MessageName>([
  'portal.arrived',
  'panel.placement',
  'panel.save-placement',
  'panel.given-up',
  'welcome.open',
  'welcome.dismiss',
]);

export interface Worker {
  readonly handlers: Handlers;
  readonly router: RouterOptions;
  /** The browser started: what a passphrase protects is locked. */
  start(): Promise<void>;
  /** The extension is new in this browser: the first run begins, where it is offered. */
  installed(): Promise<void>;
  /** The company's policy is another. */
  policyChanged(): Promise<void>;
  /** Goes on with what was begun; for every start of the worker and every alarm. */
  wake(): Promise<void>;
  /** The services on the opened database. */
  services(): Promise<Services>;
}

/**
 * The whole worker on a platform: its services behind their messages. Nothing is awaited before the
 * listeners stand: each one waits for the database by itself.
 */
export function createWorker(platform: Platform): Worker {
  const { browser } = platform;
  const storage = createStorageHealth(platform, sessionValue(browser.storage, 'storage-failed'));
  const pace = new PortalPace(platform.now);
  let opened: Promise<Services> | undefined;
  const services = () => {
    if (opened) return opened;
    const forget = () => {
      if (opened === opening) opened = undefined;
    };
    const opening = open(forget).catch((error: unknown) => {
      // A database that could not be opened may open at the next try.
      forget();
      throw error;
    });
    opened = opening;
    return opening;
  };
  const tidy = async () => platform.tidy?.();
  async function open(closed: () => void): Promise<Services> {
    await storage.opening(tidy);
    return openServices(platform, storage, closed);
  }
  /** After something could not be stored: whether that has passed. */
  async function recover(store: Database): Promise<void> {
    if (!(await storage.isFailing())) return;
    await writeMeta(store, 'failures', (await readMeta(store, 'failures')) ?? 0);
    await storage.worked(tidy);
    platform.announce();
  }

  /**
   * Whether the address is on the portal of the connected tenant; before any is connected, on whatever portal, for
   * what is said there then.
   */
  async function isPortal(url: string, name?: MessageName): Promise<boolean> {
    const tenant = portalTenant(url);
    if (!tenant) return false;
    const connection = await readMeta((await services()).store, 'connection');
    if (!connection) return name !== undefined && beforeKeys.has(name);
    return isSamePortal(tenant, connection);
  }

  const lock = async () => (await services()).lock;
  const handlers: Handlers = {
    ...workerHandlers(services, browser, isPortal),
    ...matchingHandlers(
      async () => {
        const { matching, team } = await services();
        team.looking();
        return matching;
      },
      (organization) => openMatching(browser, organization),
      async () => {
        const { status, updateBadge } = await services();
        status.changed();
        await updateBadge();
      },
    ),
    ...wirelessHandlers(async () => (await services()).wireless),
    ...teamHandlers(
      async () => (await services()).team,
      async (page) => (await services()).panel.view(page),
    ),
    ...setupCheckHandlers(
      async () => (await services()).setupCheck,
      () => openSetupCheck(browser),
    ),
    ...networkHandlers(
      async () => (await services()).store,
      (organization) => openNetworkSheet(browser, organization),
    ),
    ...vaultHandlers(lock),
    ...historyHandlers(async () => (await services()).history),
    ...welcomeHandlers(services, () => openWelcome(browser)),
  };

  return {
    handlers: watched(handlers, lock),
    router: {
      id: browser.runtime.id,
      origin: new URL(browser.runtime.getURL('/')).origin,
      isPortal,
      atPace: (name, tab) => pace.allows(name, tab),
      toProblem(error) {
        storage.failed(error);
        return error instanceof ProblemError ? error.problem : toProblem(error);
      },
    },
    async start() {
      const { lock, policy } = await services();
      await lock.start();
      await policy.changed();
      await this.wake();
    },
    async installed() {
      const { policy, welcome } = await services();
      await policy.apply();
      if (await welcome.isOpen()) await openWelcome(browser);
    },
    async policyChanged() {
      await (await services()).policy.changed();
      await this.wake();
    },
    async wake() {
      try {
        const { store, engine, matching, team, lock, policy, updateBadge } = await services();
        await recover(store);
        await lock.check();
        await policy.apply();
        // It asks both sides: nobody waits for that.
        policy.carryOut().catch(() => undefined);
        await updateBadge();
        await Promise.all([engine.wake(), matching.wake(), team.wake()]);
      } catch (error) {
        storage.failed(error);
        throw error;
      }
    },
    services,
  };
}
