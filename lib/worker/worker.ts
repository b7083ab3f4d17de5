import { matchingHandlers } from '@/lib/decisions/handlers';
import { ProblemError } from '@/lib/model/problem-error';
import type { Handlers, RouterOptions } from '@/lib/messages/router';
import { defaultPlacement } from '@/lib/model/placement';
import { panelPageId, portalPage, portalTenant } from '@/lib/portal/page';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { toProblem } from '@/lib/sync/problems';
import { wirelessHandlers } from './auto-create/handlers';
import type { Platform } from './platform';
import { openServices, type Services } from './services';

export interface Worker {
  readonly handlers: Handlers;
  readonly router: RouterOptions;
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
  let opened: Promise<Services> | undefined;
  const services = () => {
    // A database that could not be opened may open at the next try.
    opened ??= openServices(platform).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };

  /** Whether the address is on the portal of the connected tenant. */
  async function isPortal(url: string): Promise<boolean> {
    const tenant = portalTenant(url);
    if (!tenant) return false;
    const connection = await readMeta((await services()).store, 'connection');
    return connection?.subdomain === tenant.subdomain && connection.region === tenant.region;
  }

  const handlers: Handlers = {
    async 'portal.arrived'(_request, tab) {
      if (panelPageId(portalPage(tab.url)) !== null) await platform.injectPanels(tab.tabId);
      return null;
    },
    async 'panel.view'(page) {
      return (await services()).panel.view(page);
    },
    async 'panel.refresh'(page) {
      return (await services()).panel.refresh(page);
    },
    async 'panel.placement'() {
      return (await readMeta((await services()).store, 'placement')) ?? defaultPlacement;
    },
    async 'panel.save-placement'(placement) {
      await writeMeta((await services()).store, 'placement', placement);
      return null;
    },
    async 'panel.open-options'() {
      await platform.openOptions();
      return null;
    },
    async 'status.view'() {
      return (await services()).status();
    },
    async 'sync.start'() {
      const refused = await (await services()).engine.start('manual');
      if (refused) throw new ProblemError(refused);
      return null;
    },
    async 'options.view'() {
      const { options, connection } = await services();
      const view = await options.view();
      return connection.connecting() ? { ...view, status: { state: 'connecting' } } : view;
    },
    async 'connection.connect'(request) {
      return (await services()).connection.connect(request);
    },
    async 'connection.disconnect'({ documented }) {
      const { connection, wireless } = await services();
      // Where it fails, nothing is wiped: what is still documented could not be found again.
      if (documented === 'archive') await wireless.archiveAll();
      await connection.disconnect();
      return null;
    },
    async 'settings.save'(changes) {
      await (await services()).options.save(changes);
      return null;
    },
    async 'popup.panel'() {
      const url = await platform.activeAddress();
      const page = url !== undefined && (await isPortal(url)) ? portalPage(url) : null;
      if (page?.kind !== 'configuration') return { kind: 'none' };
      return (await services()).panel.view(page);
    },
    ...matchingHandlers(
      async () => (await services()).matching,
      (organization) => platform.openMatching(organization),
    ),
    ...wirelessHandlers(async () => (await services()).wireless),
  };

  return {
    handlers,
    router: {
      id: platform.id,
      origin: platform.origin,
      isPortal,
      toProblem: (error) => (error instanceof ProblemError ? error.problem : toProblem(error)),
    },
    async wake() {
      const { engine, matching, showBadge } = await services();
      await showBadge();
      await Promise.all([engine.wake(), matching.wake()]);
    },
    services,
  };
}
