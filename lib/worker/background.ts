import { browser } from 'wxt/browser';
import { createBudget } from '@/lib/itglue/budget';
import { createJournal } from '@/lib/journal/journal';
import type { Handlers, RouterOptions } from '@/lib/messages/router';
import { defaultPlacement } from '@/lib/model/placement';
import type { Problem } from '@/lib/model/problem';
import { panelPageId, portalPage, portalTenant } from '@/lib/portal/page';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { openStore, write } from '@/lib/store/open';
import { createEngine } from '@/lib/sync/engine';
import { toProblem } from '@/lib/sync/problems';
import { stages } from '@/lib/sync/stages';
import { wirelessStage } from '@/lib/sync/stages/wireless';
import { readStatusView } from './status';
import { createVault } from '@/lib/vault/vault';
import {
  createAnnouncer,
  exclusively,
  injectPanel,
  keepAlive,
  openMatching,
  setAlarms,
  showBadge,
} from './platform';
import { createClientsSource, forSync } from '@/lib/sync/api-clients';
import { createConnectionService } from './connection';
import { openWrites } from '@/lib/decisions/create/worker';
import { matchingHandlers } from '@/lib/decisions/handlers';
import { createMatchingService } from '@/lib/decisions/service';
import { createOptionsService } from './options';
import { own } from '@/lib/messages/own-page';
import { createPanelService } from './panel';
import { ProblemError } from '@/lib/messages/problem-error';
import { wirelessHandlers } from './auto-create/handlers';
import { createWirelessService } from './auto-create/service';

/** Everything the worker does, put together on the opened database. */
async function start() {
  const store = await openStore();
  const now = Date.now;
  const newId = () => crypto.randomUUID();
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const vault = createVault({
    load: () => readMeta(store, 'sealed'),
    save: (sealed) => writeMeta(store, 'sealed', sealed),
  });
  const budget = createBudget({
    load: () => readMeta(store, 'budget'),
    save: (state) => writeMeta(store, 'budget', state),
    now,
    wait,
  });
  const clients = createClientsSource({
    store,
    vault,
    budget,
    fetch: (url, init) => fetch(url, init),
    now,
    random: Math.random,
  });
  const committed = createAnnouncer(() => void status().then(showBadge));
  const journal = createJournal({ store, now, newId, wait, exclusively });
  const wirelessWork = wirelessStage({ journal, clients: () => clients.saved(), wait });
  const engine = createEngine({
    store,
    stages: [...stages, wirelessWork],
    async clients() {
      const saved = await clients.saved();
      return saved && forSync(saved);
    },
    exclusively: (work) => exclusively('sync', work),
    now,
    newId,
    committed,
    // A run's end is no reason to stop ticking while writes are open.
    async scheduled({ open, next }) {
      await setAlarms({ open: open || (await openWrites(store)).length > 0, next });
    },
    keepAlive,
  });
  const connection = createConnectionService({ store, vault, clients, engine, now, committed });
  const options = createOptionsService({ store, vault, engine, committed });
  async function refused({ side = 'datto', detail }: Problem) {
    const at = new Date(now()).toISOString();
    await write(store, (transaction) =>
      writeMeta(transaction, 'credentialsFailed', { side, detail: detail ?? null, at }),
    );
    await engine.reschedule();
  }
  const panel = createPanelService({
    store,
    clients: () => clients.saved(),
    now,
    committed,
    refused,
  });
  const context = {
    store,
    clients: () => clients.saved(),
    now,
    newId,
    committed,
    refused,
    keepAlive,
  };
  const wireless = createWirelessService({ ...context, engine, wait });
  const matching = createMatchingService({
    ...context,
    wait,
    exclusively,
    scheduled: async () => {
      const next = (await readMeta(store, 'nextSync')) ?? null;
      const syncing = (await store.countFromIndex('runs', 'state', 'open')) > 0;
      await setAlarms({ open: syncing || (await openWrites(store)).length > 0, next });
    },
  });

  async function status() {
    const view = await readStatusView(store);
    return connection.connecting() ? { ...view, status: { state: 'connecting' as const } } : view;
  }

  return { store, engine, connection, options, panel, matching, wireless, status };
}

type Background = Awaited<ReturnType<typeof start>>;

/**
 * The worker's services behind their messages. Nothing is awaited before the listeners stand: each
 * one waits for the database by itself.
 */
export function createBackground() {
  let started: Promise<Background> | undefined;
  const background = () => {
    // A database that could not be opened may open at the next try.
    started ??= start().catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    return started;
  };

  const handlers: Handlers = {
    async 'portal.arrived'(_request, tab) {
      if (tab && panelPageId(portalPage(tab.url)) !== null) await injectPanel(tab.tabId);
      return null;
    },
    async 'panel.view'(request, tab) {
      return (await background()).panel.view(own(request, tab?.url));
    },
    async 'panel.refresh'(request, tab) {
      return (await background()).panel.refresh(own(request, tab?.url));
    },
    async 'panel.placement'() {
      return (await readMeta((await background()).store, 'placement')) ?? defaultPlacement;
    },
    async 'panel.save-placement'(placement) {
      await writeMeta((await background()).store, 'placement', placement);
      return null;
    },
    async 'panel.open-options'() {
      await browser.runtime.openOptionsPage();
      return null;
    },
    async 'status.view'() {
      return (await background()).status();
    },
    async 'sync.start'() {
      const refused = await (await background()).engine.start('manual');
      if (refused) throw new ProblemError(refused);
      return null;
    },
    async 'options.view'() {
      const { options, connection } = await background();
      const view = await options.view();
      return connection.connecting() ? { ...view, status: { state: 'connecting' } } : view;
    },
    async 'connection.connect'(request) {
      return (await background()).connection.connect(request);
    },
    async 'connection.disconnect'({ documented }) {
      const { connection, wireless } = await background();
      // Where it fails, nothing is wiped: what is still documented could not be found again.
      if (documented === 'archive') await wireless.archiveAll();
      await connection.disconnect();
      return null;
    },
    async 'settings.save'(changes) {
      await (await background()).options.save(changes);
      return null;
    },
    async 'popup.panel'() {
      const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
      const page = tab?.url !== undefined && (await isPortal(tab.url)) ? portalPage(tab.url) : null;
      if (page?.kind !== 'configuration') return { kind: 'none' };
      return (await background()).panel.view(page);
    },
    ...matchingHandlers(async () => (await background()).matching, openMatching),
    ...wirelessHandlers(async () => (await background()).wireless),
  };

  /** Whether the address is on the portal of the connected tenant. */
  async function isPortal(url: string): Promise<boolean> {
    const tenant = portalTenant(url);
    if (!tenant) return false;
    const connection = await readMeta((await background()).store, 'connection');
    return connection?.subdomain === tenant.subdomain && connection.region === tenant.region;
  }

  const router: RouterOptions = {
    id: browser.runtime.id,
    origin: new URL(browser.runtime.getURL('/')).origin,
    isPortal,
    toProblem: (error) => (error instanceof ProblemError ? error.problem : toProblem(error)),
  };

  return {
    handlers,
    router,
    /** Goes on with what was begun; for every start of the worker and every alarm. */
    async wake(): Promise<void> {
      const { engine, matching, status } = await background();
      await showBadge(await status());
      await Promise.all([engine.wake(), matching.wake()]);
    },
  };
}
