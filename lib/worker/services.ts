import { createMatchingService } from '@/lib/decisions/service';
import { openWrites } from '@/lib/decisions/create/worker';
import { createBudget } from '@/lib/itglue/budget';
import { createJournal } from '@/lib/journal/journal';
import type { Problem } from '@/lib/model/problem';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import * as stored from '@/lib/store/stored';
import type { Database } from '@/lib/store/schema';
import { createClientsSource, forSync } from '@/lib/sync/api-clients';
import { createEngine, type Schedule } from '@/lib/sync/engine';
import { stages } from '@/lib/sync/stages';
import { wirelessStage } from '@/lib/sync/stages/wireless';
import { createVault } from '@/lib/vault/vault';
import type { StatusView } from '@/lib/views/status';
import { createWirelessService } from './auto-create/service';
import { createConnectionService } from './connection';
import { createOptionsService } from './options';
import { createPanelService } from './panel';
import type { Platform } from './platform';
import { readStatusView } from './status';

/** Everything the worker does, put together on the opened database. The one composition root. */
export async function openServices(platform: Platform) {
  const store = await platform.openStore();
  const { now, newId, wait, exclusively, keepAlive, random, fetch, retries } = bound(platform);
  const vault = createVault({
    load: () => readMeta(store, 'sealed'),
    save: (sealed) => writeMeta(store, 'sealed', sealed),
  });
  const clients = createClientsSource({
    store,
    vault,
    budget: createBudget({
      load: () => readMeta(store, 'budget'),
      save: (state) => writeMeta(store, 'budget', state),
      now,
      wait,
    }),
    fetch,
    now,
    random,
    retries,
  });
  const committed = () => platform.announce(() => void showBadge());
  const journal = createJournal({ store, now, newId, wait, exclusively });
  const alarms = createAlarms(store, platform);
  const engine = createEngine({
    store,
    stages: [...stages, wirelessStage({ journal, clients: () => clients.saved(), wait })],
    async clients() {
      const saved = await clients.saved();
      return saved && forSync(saved);
    },
    exclusively: (work) => exclusively('sync', work),
    now,
    newId,
    committed,
    scheduled: (schedule) => alarms.set(schedule),
    keepAlive,
  });
  const context = {
    store,
    clients: () => clients.saved(),
    now,
    newId,
    wait,
    committed,
    keepAlive,
    /** Remembers that a side refused its keys, so that nothing else is tried with them. */
    async refused(problem: Problem) {
      const at = new Date(now()).toISOString();
      await write(store, (transaction) =>
        stored.failedCredentials.remember(transaction, problem, at),
      );
      await engine.reschedule();
    },
  };
  const connection = createConnectionService({ store, vault, clients, engine, now, committed });

  async function status(): Promise<StatusView> {
    const view = await readStatusView(store);
    return connection.connecting() ? { ...view, status: { state: 'connecting' } } : view;
  }
  async function showBadge(): Promise<void> {
    await platform.showBadge(await status());
  }

  return {
    store,
    engine,
    connection,
    status,
    showBadge,
    options: createOptionsService({ store, vault, engine, committed }),
    panel: createPanelService(context),
    matching: createMatchingService({
      ...context,
      journal,
      exclusively,
      scheduled: () => alarms.update(),
    }),
    wireless: createWirelessService({ ...context, engine }),
  };
}

export type Services = Awaited<ReturnType<typeof openServices>>;

/** The platform's functions, to be passed on one by one. */
function bound(platform: Platform) {
  return {
    now: () => platform.now(),
    newId: () => platform.newId(),
    random: () => platform.random(),
    wait: (milliseconds: number) => platform.wait(milliseconds),
    fetch: (url: string, init: RequestInit) => platform.fetch(url, init),
    exclusively: (name: string, work: () => Promise<void>) => platform.exclusively(name, work),
    keepAlive: () => platform.keepAlive(),
    retries: platform.retries,
  };
}

/** The one place that sets what wakes the worker. */
function createAlarms(store: Database, platform: Platform) {
  /** A run's end is no reason to stop ticking while writes are open. */
  async function set({ open, next }: Schedule): Promise<void> {
    await platform.setAlarms({ open: open || (await openWrites(store)).length > 0, next });
  }
  /** The same, as the store has it now. */
  async function update(): Promise<void> {
    const next = (await readMeta(store, 'nextSync')) ?? null;
    await set({ open: await stored.runs.isOpen(store), next });
  }
  return { set, update };
}
