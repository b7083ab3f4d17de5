import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { devicesQuestion, networksQuestion } from '@/lib/views/lists/question.fixture';
import { largestWindow } from '@/lib/views/lists/question';
import { networkId, organizationId, userId } from '@/lib/model/ids';
import { defaultSettings } from '@/lib/model/settings';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import { freshStore, noon } from '@/test/sync/store';
import { organization } from '@/lib/model/samples.fixture';
import { configuration, device, network, user } from '@/test/sync/tenant';
import { readViewer } from '@/lib/access/viewer';
import { networksView } from './networks-view';
import { devicesView } from './devices-view';

const devices = 5000;
const networks = 20;
let store: Database;

beforeEach(async () => {
  store = await freshStore();
  const at = new Date(noon).toISOString();
  await write(store, async (transaction) => {
    await transaction.objectStore('organizations').put(organization('1', 'Acme'));
    await transaction.objectStore('users').put(user('9', 'Ada'));
    await transaction
      .objectStore('meta')
      .put({ ...defaultSettings, userId: userId(9) }, 'settings');
    for (let index = 0; index < networks; index++) {
      const id = String(index);
      await transaction
        .objectStore('networks')
        .put({ ...network(id, `Site ${id}`), withoutDevices: false });
      await transaction.objectStore('networkMatches').put({
        networkId: networkId(id),
        at,
        state: 'matched',
        organizationId: organizationId(1),
        rule: 'by-hand',
      });
    }
    for (let index = 0; index < devices; index++) {
      const id = String(index);
      await transaction.objectStore('devices').put({
        ...device('access-point', id, { network: String(index % networks), name: `AP ${id}` }),
        readAt: at,
      });
      await transaction
        .objectStore('configurations')
        .put(configuration(id, { organization: '1', ip: '10.0.0.1' }));
    }
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  store.close();
});

/** Counts the requests that reach the database while the work runs. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const spies = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((prototype) =>
    (
      ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'] as const
    ).map((name) => vi.spyOn(prototype, name).mockClear()),
  );
  await work();
  return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
}

describe('five thousand unmatched devices', () => {
  it('are listed with reads in proportion to the networks, not to the devices', async () => {
    const viewer = await readViewer(store);
    const requests = await requestsOf(async () => {
      const question = devicesQuestion({ organizationId: organizationId(1) });
      const { keys, counts } = await devicesView(store, viewer, question, noon);
      expect(keys).toHaveLength(devices);
      expect(counts).toEqual({ unmatched: devices, matched: 0, ignored: 0 });
    });
    expect(requests).toBeLessThan(25 + 2 * networks);
  });

  it('are listed with those of all organizations by a fixed number of reads, and read once', async () => {
    await write(store, async (transaction) => {
      for (let index = 0; index < networks; index++) {
        await transaction
          .objectStore('organizations')
          .put(organization(String(index + 1), `Customer ${index}`));
        await transaction.objectStore('networkMatches').put({
          networkId: networkId(index),
          at: new Date(noon).toISOString(),
          state: 'matched',
          organizationId: organizationId(index + 1),
          rule: 'by-hand',
        });
      }
    });
    const viewer = await readViewer(store);
    const ask = (from: number) => devicesView(store, viewer, devicesQuestion({ from }), noon);
    const first = await requestsOf(async () => {
      const { keys, rows } = await ask(0);
      expect(keys).toHaveLength(devices);
      expect(rows).toHaveLength(largestWindow);
    });
    expect(first).toBeLessThan(30);
    const next = await requestsOf(async () => {
      expect((await ask(largestWindow)).rows).toHaveLength(largestWindow);
    });
    expect(next).toBeLessThan(15);
  });

  it('are counted among the networks with a fixed number of reads', async () => {
    const viewer = await readViewer(store);
    const requests = await requestsOf(async () => {
      const question = networksQuestion({ tab: 'matched' });
      const { rows } = await networksView(store, viewer, question, noon);
      expect(rows.reduce((sum, row) => sum + row.unmatchedDevices, 0)).toBe(devices);
    });
    expect(requests).toBeLessThan(20);
  });
});
