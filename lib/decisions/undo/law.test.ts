import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { viewerOf, type Viewer } from '@/lib/access/access';
import type { BulkDecision, BulkPreviewRequest } from '@/lib/messages/bulk';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId, userId } from '@/lib/model/ids';
import { isPersons } from '@/lib/model/persons-decision';
import { devicesLists, type UndoList } from '@/lib/model/undo';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { freshStore, noon, sync } from '@/test/sync/store';
import { sampleTenant } from '@/test/sync/sample';
import { configuration, user } from '@/test/sync/tenant';
import { bulkDecide, bulkPreview } from '../bulk/service';
import { changeMatch } from '../change-match';
import type { MatchingContext } from '../context';
import { deviceDecisions } from '../decide-device';
import { networkDecisions } from '../decide-network';
import { legitimizingNow, sharingDecisions } from '../decide-sharing';
import { ignoreConfiguration } from '../panel';
import { createRefresher } from '../refresh';
import { versionOf, versionOfSharing } from '../version';
import { undoOfConfiguration } from './of-configuration';
import { createUndo } from './service';
import { readUndo } from './view';

let store: Database;
let viewer: Viewer;
beforeEach(async () => {
  store = await freshStore();
  const tenant = sampleTenant();
  // The same MAC twice is a finding.
  tenant.configurations.push(configuration('c6', { organization: 'o1', mac: '00000000000a' }));
  await sync(store, tenant);
  const organizations = await stored.organizations.all(store);
  viewer = viewerOf(userId(9), [user('9', 'Ada')], organizations);
});
afterEach(() => store.close());

const keys = [
  deviceKey('switch', '1'),
  deviceKey('access-point', '1'),
  deviceKey('router', '1'),
  deviceKey('managed-power', '1'),
  deviceKey('switch', '2'),
];
const networkIds = ['n1', 'n2', 'n3'].map(networkId);
const organizationIds = ['o1', 'o2', 'o3'].map(organizationId);
const ids = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map(configurationId);
const lists: (readonly UndoList[])[] = [
  ['networks'],
  ['findings'],
  ...organizationIds.map((id) => devicesLists(id)),
];

const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      of: fc.constant('device' as const),
      key: fc.constantFrom(...keys),
      action: fc.constantFrom('match', 'unmatch', 'ignore', 'unignore', 'reject'),
      id: fc.constantFrom(...ids),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      of: fc.constant('network' as const),
      id: fc.constantFrom(...networkIds),
      action: fc.constantFrom('match', 'unmatch', 'ignore', 'unignore'),
      to: fc.constantFrom(...organizationIds),
    }),
  },
  fc.record({
    of: fc.constant('change' as const),
    id: fc.constantFrom(...ids),
    to: fc.constantFrom(...keys),
  }),
  fc.record({
    of: fc.constant('many' as const),
    subject: fc.constantFrom('networks', 'devices'),
    action: fc.constantFrom('accept', 'ignore', 'unmatch', 'unignore'),
  }),
  fc.record({
    of: fc.constant('configuration' as const),
    id: fc.constantFrom(...ids),
    ignored: fc.boolean(),
  }),
  fc.record({ of: fc.constant('sharing' as const) }),
  { weight: 2, arbitrary: fc.record({ of: fc.constant('undo' as const), list: fc.nat(4) }) },
  fc.record({ of: fc.constant('undo-on-page' as const), id: fc.constantFrom(...ids) }),
);
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

function people() {
  let time = noon;
  const context: MatchingContext = {
    store,
    clients: () => Promise.resolve(null),
    // No two decisions at one time.
    now: () => (time += 1000),
    newId: () => String(time),
    committed: () => undefined,
    refused: () => Promise.resolve(),
    keepAlive: () => () => undefined,
  };
  const refresher = createRefresher(context);
  const undo = createUndo({
    context,
    refresher,
    journal: undefined as never,
    planned: () => undefined,
  });
  const networks = networkDecisions(context, refresher);
  const devices = deviceDecisions(context, refresher);
  const sharings = sharingDecisions(context);
  const pageOf = async (id: (typeof ids)[number]) => {
    const known = await stored.configurations.get(store, id);
    return { organizationId: known?.organizationId ?? organizationId('o3'), configurationId: id };
  };

  /** @returns whether there was anything to take back */
  async function undoOn(list: readonly UndoList[]): Promise<boolean> {
    const next = (await readUndo(store, viewer, list, time))?.next;
    if (!next) return false;
    expect(await undo.step(viewer, next.step)).toMatchObject({ ok: true, count: next.count });
    return true;
  }

  async function run(one: Command): Promise<void> {
    switch (one.of) {
      case 'device': {
        const version = versionOf(await stored.deviceMatches.get(store, one.key));
        const about = { deviceKey: one.key, version };
        const { action } = one;
        await devices.decide(
          viewer,
          action === 'match' || action === 'reject'
            ? { ...about, action, configurationId: one.id }
            : { ...about, action },
        );
        break;
      }
      case 'network': {
        const version = versionOf(await stored.networkMatches.get(store, one.id));
        const about = { networkId: one.id, version };
        const { action } = one;
        await networks.decide(
          viewer,
          action === 'match' ? { ...about, action, organizationId: one.to } : { ...about, action },
        );
        break;
      }
      case 'change': {
        const holder = await stored.deviceMatches.ofConfiguration.first(store, one.id);
        if (!holder) break;
        const next = await stored.deviceMatches.get(store, one.to);
        const from = { deviceKey: holder.deviceKey, version: versionOf(holder) };
        const to = { deviceKey: one.to, version: versionOf(next) };
        await changeMatch(context, refresher, viewer, await pageOf(one.id), from, to);
        break;
      }
      case 'many': {
        const rows = { subject: one.subject, keys: one.subject === 'devices' ? keys : networkIds };
        const asked = { ...rows, action: one.action, organizationId: null } as BulkPreviewRequest;
        const shown = (await bulkPreview(store, viewer, asked)).rows.map(
          ({ key, version, target }) => ({ key, version, target: target?.id ?? null }),
        );
        const decision = { subject: one.subject, action: one.action, rows: shown } as BulkDecision;
        await bulkDecide(context, refresher, viewer, decision);
        break;
      }
      case 'configuration':
        await ignoreConfiguration(context, viewer, await pageOf(one.id), one.ignored);
        break;
      case 'sharing': {
        const configurationIds = ['c1', 'c6'].map(configurationId);
        const now = await legitimizingNow(store, configurationIds);
        const action = now.length > 0 ? 'not-legitimate' : 'legitimate';
        const version = versionOfSharing(now);
        await sharings.decide(viewer, { action, configurationIds, version });
        break;
      }
      case 'undo':
        await undoOn(lists[one.list]!);
        break;
      case 'undo-on-page': {
        const last = await undoOfConfiguration(store, viewer, await pageOf(one.id), time);
        if (!last) break;
        const part = { about: last.about, where: 'panel' } as const;
        expect(await undo.step(viewer, last.step, part)).toMatchObject({ ok: true });
        break;
      }
    }
    await refresher.settled();
  }

  /** Takes back whatever any list offers, until none offers anything. */
  async function undoAll(order: readonly number[]): Promise<void> {
    for (let undone = true, turn = 0; undone; turn += 1) {
      expect(turn).toBeLessThan(100);
      undone = false;
      for (const place of order) while (await undoOn(lists[place]!)) undone = true;
    }
  }
  return { run, undoAll };
}

const decided = [
  'networkMatches',
  'deviceMatches',
  'rejectedOrganizations',
  'rejectedConfigurations',
  'ignoredConfigurations',
  'legitimateSharings',
] as const;

/** What is decided, whatever order rejections are in, and whenever a rule made a match. */
async function state() {
  const rows = await Promise.all(decided.map((name) => store.getAll(name)));
  const timeless = rows.map((table) =>
    table.map((row) => ('state' in row && !isPersons(row) ? { ...row, at: '' } : row)),
  );
  return JSON.stringify(timeless, (_key, value: unknown) =>
    Array.isArray(value) && value.every((each) => typeof each === 'string')
      ? value.toSorted()
      : value,
  );
}

it('leaves the state of before, whatever one person decided and took back, once all is taken back', async () => {
  const before = await Promise.all(decided.map((name) => store.getAll(name)));
  const initial = await state();
  await fc.assert(
    fc
      .asyncProperty(
        fc.array(command, { minLength: 1, maxLength: 12 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        async (commands, order) => {
          const { run, undoAll } = people();
          for (const one of commands) await run(one);
          await undoAll(order);
          expect(await state()).toBe(initial);
        },
      )
      .afterEach(async () => {
        await write(store, async (transaction) => {
          await transaction.objectStore('undoSteps').clear();
          for (const [place, name] of decided.entries()) {
            await transaction.objectStore(name).clear();
            for (const row of before[place] ?? []) await transaction.objectStore(name).put(row);
          }
        });
      }),
    { numRuns: 40 },
  );
});
