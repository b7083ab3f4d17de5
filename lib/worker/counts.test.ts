import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { viewerOf } from '@/lib/access/access';
import { organizationId, userId } from '@/lib/model/ids';
import { read } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { deviceIgnored, freshStore, sync } from '@/test/sync/store';
import { sampleTenant } from '@/test/sync/sample';
import { user } from '@/test/sync/tenant';
import { countFor } from './counts';

let store: Database;
beforeEach(async () => {
  store = await freshStore();
  await sync(store, sampleTenant());
  await store.put('deviceMatches', deviceIgnored(['managed-power', '1'], 'n1'));
});
afterEach(() => {
  vi.restoreAllMocks();
  store.close();
});

async function countsOf(roleName: string, ...own: string[]) {
  const organizationIds = own.map(organizationId);
  const someone = { ...user('9', 'Ada'), roleName, organizationIds };
  const viewer = viewerOf(userId(9), [someone], await stored.organizations.all(store));
  return read(store, (from) => countFor(from, viewer));
}

it('counts all for an Administrator', async () => {
  expect(await countsOf('Administrator')).toEqual({
    networks: { matched: 2, unmatched: 1, ignored: 0 },
    devices: { matched: 3, unmatched: 2, ignored: 1 },
  });
});

it('counts those of their own organizations for a Manager, and none of another’s network', async () => {
  expect(await countsOf('Manager', 'o1')).toEqual({
    networks: { matched: 1, unmatched: 0, ignored: 0 },
    devices: { matched: 2, unmatched: 1, ignored: 1 },
  });
  expect(await countsOf('Manager', 'o2', 'o3')).toEqual({
    networks: { matched: 1, unmatched: 0, ignored: 0 },
    devices: { matched: 1, unmatched: 0, ignored: 0 },
  });
  expect((await countsOf('Manager', 'o1', 'o2', 'o3')).networks.unmatched).toBe(1);
});

it('counts nothing for who decides nothing', async () => {
  const none = { matched: 0, unmatched: 0, ignored: 0 };
  expect(await countsOf('Editor', 'o1')).toEqual({ networks: none, devices: none });
});

it('reads no device for it', async () => {
  const rows = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const indexed = vi.spyOn(IDBIndex.prototype, 'getAll');
  await countsOf('Manager', 'o1');
  expect(indexed).not.toHaveBeenCalled();
  const tables = rows.mock.contexts.map((table) => (table as IDBObjectStore).name);
  expect(tables.filter((name) => name !== 'organizations')).toEqual([]);
});
