import type { Mac } from '@/lib/model/mac';
import { followUp } from '@/lib/decisions/create/follow-up';
import { createMatchingService } from '@/lib/decisions/service';
import { createBudget } from '@/lib/itglue/budget';
import { createServerClock } from '@/lib/itglue/server-clock';
import { createJournal } from '@/lib/journal/journal';
import { deviceKinds } from '@/lib/model/device';
import type { LockedBy } from '@/lib/model/integration-status';
import { policyTypes } from '@/lib/model/policy';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import { watchRoom } from '@/lib/store/room';
import * as stored from '@/lib/store/stored';
import { createClientsSource, forSync } from '@/lib/sync/api-clients';
import { createEngine } from '@/lib/sync/engine';
import { stages } from '@/lib/sync/stages';
import { creationsStage } from '@/lib/sync/stages/creations';
import { wirelessStage } from '@/lib/sync/stages/wireless';
import { createVault } from '@/lib/vault/vault';
import { createAlarms } from './alarms';
import { createAnnouncer } from './announcer';
import { createWirelessService } from './auto-create/service';
import { createBadge } from './badge';
import { measureOpenPage } from './setup-check/measure-open-page';
import { createConnectionService } from './connection';
import { createCredentialsRefused } from './credentials';
import { keepAnswers } from './history/kept';
import { createHistoryService } from './history/service';
import { keepSealed } from './lock/keep-sealed';
import { createLockService } from './lock/service';
import { sessionValue } from './lock/session-value';
import { makersOf } from './makers';
import { createRecognitionService } from './welcome/recognition';
import { createWelcomeService } from './welcome/service';
import { createOptionsService } from './options';
import { createPanelService } from './panel';
import { createPolicyService } from './policy/service';
import { createPolicySource } from './policy/source';
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
  const { browser, now, newId, wait, random, retries, exclusively, keepAlive } = platform;
  const store = await platform.openStore(closed);
  watchRoom(store, platform.room);
  const vault = createVault(
    {
      load: () => readMeta(store, 'sealed'),
      async save(sealed) {
        await keepSealed(store, sealed);
        // The keys as they were are not to be found any more; nobody waits for that.
        platform.tidy?.().catch(() => undefined);
      },
    },
    sessionValue(browser.storage, 'vault-key'),
  );
  const policySource = createPolicySource(browser.storage);
  const managed = async () => (await policySource.current()).values;
  const isRequired = async () => (await managed()).passphraseRequired === true;
  async function lockedBy(): Promise<LockedBy> {
    const state = await vault.state();
    if (state === 'locked') return 'set';
    return state === 'withheld' || (state === 'open' && (await isRequired())) ? 'missing' : null;
  }
  const isLocked = async () => (await lockedBy()) !== null;
  /** Whoever still has clients of before: nobody asks while the keys are locked. */
  const fetch: Platform['fetch'] = async (url, init) => {
    if (await isLocked()) throw new Error('The keys are locked.');
    return platform.fetch(url, init);
  };
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
  const alarms = createAlarms(store, browser.alarms, isLocked);
  const announce = createAnnouncer(wait, () => {
    platform.announce();
    // Shown with the next commit, where what it says cannot be read now.
    updateBadge().catch(() => undefined);
  });
  const status = createStatusService(store, announce, storage, {
    now,
    wait,
    version: platform.version,
    lockedBy,
  });
  const showBadge = createBadge(browser.action);
  const updateBadge = async () => showBadge(await status.view());
  const committed = () => {
    status.changed();
    announce();
  };
  const team = createTeamService({
    store,
    clients,
    isLocked,
    managed,
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
        version: platform.version,
        holdsSame: (what) => team.holdsSame(what),
        carryOut: (what) => team.carryOut(what),
      };
    },
    async synced(run) {
      const at = new Date(now()).toISOString();
      await write(store, (transaction) => stored.firstSeen.note(transaction, at));
      committed();
      await team.synced(run);
    },
    exclusively: (work) => exclusively('sync', work),
    locked: isLocked,
    now,
    random,
    newId,
    committed(run) {
      status.progressed(run ?? null);
      if (run) announce();
      else committed();
    },
    scheduled: (schedule) => alarms.set(schedule),
    keepAlive,
  });
  const refused = createCredentialsRefused({ store, now, engine });
  const matching = createMatchingService({
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
    async managedTypes() {
      const values = await managed();
      return Object.fromEntries(
        deviceKinds.flatMap((kind) => {
          const name = values[policyTypes[kind]];
          return name === undefined ? [] : [[kind, name]];
        }),
      );
    },
  });
  const lock = createLockService({
    store,
    vault,
    source,
    engine,
    isRequired,
    alarms,
    lastUse: sessionValue(browser.storage, 'last-use'),
    now,
    committed,
    goOn() {
      // What fails now is tried again at the next wake.
      for (const each of [engine, matching, team]) each.wake().catch(() => undefined);
      policy.carryOut().catch(() => undefined);
    },
  });
  const wireless = createWirelessService({
    store,
    clients,
    engine,
    isLocked,
    isManaged: async () => (await managed()).autoCreate !== undefined,
    now,
    wait,
    committed: decided,
    refused,
  });
  const connection = createConnectionService({
    store,
    vault,
    clients: source,
    engine,
    status,
    isLocked,
    managed,
    settle: () => policy.settle(),
    now,
    committed,
  });
  const policy = createPolicyService({
    store,
    source: policySource,
    vault,
    engine,
    lock,
    connect: (request) => connection.connect(request, 'policy'),
    switchAutoCreate: (on) => wireless.switchByPolicy(on),
    followTypes: () => matching.types.follow(),
    isLocked,
    alarms,
    keepAlive,
    now,
    committed,
  });

  const settings = createOptionsService({
    store,
    vault,
    engine,
    status,
    relock: () => lock.reschedule(),
    policy,
    managed,
    now,
    committed,
  });

  return {
    store,
    engine,
    status,
    updateBadge,
    connection,
    policy,
    options: settings,
    welcome: createWelcomeService({ store, browser, managed }),
    recognition: createRecognitionService({
      store,
      browser,
      choose: (userId) => settings.save({ userId }, 'recognized'),
    }),
    panel: createPanelService({ store, clients, lockedBy, now, committed, refused }),
    history: createHistoryService({
      store,
      clients,
      kept: keepAnswers(browser.storage, now),
      now,
      refused,
    }),
    matching,
    makers: (macs: readonly Mac[]) => makersOf(macs, (path) => platform.readFile(path)),
    lock,
    team,
    wireless,
    setupCheck: createSetupCheck({
      store,
      source,
      fetch,
      isLocked,
      now,
      keepAlive,
      committed,
      measurePage: () => measureOpenPage(browser, store),
    }),
  };
}

export type Services = Awaited<ReturnType<typeof openServices>>;
