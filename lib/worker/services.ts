import { followUp } from '@/lib/decisions/create/follow-up';
import { createMatchingService } from '@/lib/decisions/service';
import { createBudget } from '@/lib/itglue/budget';
import { createServerClock } from '@/lib/itglue/server-clock';
import { createJournal } from '@/lib/journal/journal';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { createClientsSource, forSync } from '@/lib/sync/api-clients';
import { createEngine } from '@/lib/sync/engine';
import { stages } from '@/lib/sync/stages';
import { creationsStage } from '@/lib/sync/stages/creations';
import { wirelessStage } from '@/lib/sync/stages/wireless';
import { createVault } from '@/lib/vault/vault';
import { createAlarms } from './alarms';
import { createAnnouncer } from './announcer';
import { createWirelessService } from './auto-create/service';
import { showBadge } from './badge';
import { measureOpenPage } from './setup-check/measure-open-page';
import { createConnectionService } from './connection';
import { createCredentialsRefused } from './credentials';
import { createOptionsService } from './options';
import { createPanelService } from './panel';
import type { Platform } from './platform';
import { createSetupCheck } from './setup-check/service';
import { createStatusService } from './status';
import type { StorageHealth } from './storage-health';
import { createTeamService } from './team/service';

/**
 * Everything the worker does, put together on the opened database: the one composition root.
 * @param closed told when the database's connection ends, and the services with it
 */
export async function openServices(platform: Platform, storage: StorageHealth, closed: () => void) {
  const { browser, now, newId, wait, fetch, random, retries, exclusively, keepAlive } = platform;
  const store = await platform.openStore(closed);
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
  const itGlueClock = createServerClock(
    now,
    (await readMeta(store, 'itGlueClock')) ?? 0,
    (offset) => {
      // What cannot be kept is found out again.
      writeMeta(store, 'itGlueClock', offset).catch(() => undefined);
    },
  );
  const { heard } = itGlueClock;
  const source = createClientsSource({ store, vault, budget, fetch, now, heard, random, retries });
  const clients = () => source.saved();
  const journal = createJournal({ store, now, newId, wait, exclusively });
  const alarms = createAlarms(store, browser.alarms);
  const committed = createAnnouncer(wait, () => {
    platform.announce();
    // Shown with the next commit, where what it says cannot be read now.
    updateBadge().catch(() => undefined);
  });
  const status = createStatusService(store, committed, storage, {
    now,
    version: platform.version,
  });
  const updateBadge = async () => showBadge(browser.action, await status.view());
  const team = createTeamService({
    store,
    clients,
    journal,
    now: itGlueClock.now,
    ownNow: now,
    random,
    newId,
    wait,
    version: platform.version,
    committed,
    listening: (on) => alarms.pollTeam(on),
  });
  /** Told after what a person may have decided. */
  const decided = () => {
    committed();
    team.noticed();
  };
  const engine = createEngine({
    store,
    stages: [
      ...stages,
      creationsStage({
        clients,
        followUp: (both, one) => followUp({ store, clients, now }, both, journal, one),
      }),
      wirelessStage({
        journal,
        clients,
        wait,
        leftToAnother: () => team.leavesToAnother(),
      }),
    ],
    async clients(run) {
      const saved = await clients();
      if (!saved) return null;
      await team.beforeSync(run);
      return {
        ...forSync(saved),
        holdsSame: (what) => team.holdsSame(what),
        carryOut: (what) => team.carryOut(what),
      };
    },
    synced: (run) => team.synced(run),
    exclusively: (work) => exclusively('sync', work),
    now,
    random,
    newId,
    committed,
    scheduled: (schedule) => alarms.set(schedule),
    keepAlive,
  });
  const refused = createCredentialsRefused({ store, now, engine });

  return {
    store,
    engine,
    status,
    updateBadge,
    connection: createConnectionService({
      store,
      vault,
      clients: source,
      engine,
      status,
      now,
      committed,
    }),
    options: createOptionsService({ store, vault, engine, status, committed }),
    panel: createPanelService({ store, clients, now, committed, refused }),
    matching: createMatchingService({
      store,
      clients,
      now,
      newId,
      committed: decided,
      refused,
      keepAlive,
      journal,
      exclusively,
      scheduled: () => alarms.update(),
    }),
    team,
    wireless: createWirelessService({
      store,
      clients,
      engine,
      now,
      wait,
      committed: decided,
      refused,
    }),
    setupCheck: createSetupCheck({
      store,
      source,
      fetch,
      now,
      keepAlive,
      committed,
      measurePage: () => measureOpenPage(browser, store),
    }),
  };
}

export type Services = Awaited<ReturnType<typeof openServices>>;
