import { afterEach, describe, expect, it, vi } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import type { Database } from '@/lib/store/schema';
import { deviceReadAt } from '@/lib/store/rows';
import { contents, freshStore, hour, noon, sync } from '@/test/sync/store';
import { sampleTenant } from '@/test/sync/sample';
import { device, type Tenant } from '@/test/sync/tenant';

/** The tables of what is read and decided; the run's own position and marks are not among them. */
const counted = new Set([
  'networks',
  'devices',
  'organizations',
  'configurations',
  'users',
  'networkMatches',
  'networkSuggestions',
  'deviceMatches',
  'deviceSuggestions',
  'departedDevices',
  'sharedMacs',
]);

afterEach(() => {
  vi.restoreAllMocks();
});

/** What a sync writes and removes: `put devices switch:1`. */
async function writesOf(store: Database, tenant: Tenant, at = noon + 24 * hour) {
  const writes: string[] = [];
  for (const name of ['put', 'delete', 'clear'] as const) {
    const original = Reflect.get(IDBObjectStore.prototype, name) as (
      ...given: unknown[]
    ) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...given: unknown[]
    ) {
      const [first] = given;
      const key =
        name === 'put' ? (first as Record<string, string>)[String(this.keyPath)] : String(first);
      if (counted.has(this.name)) writes.push(`${name} ${this.name} ${key}`);
      return original.apply(this, given) as never;
    });
  }
  await sync(store, tenant, at);
  vi.restoreAllMocks();
  return writes.sort();
}

describe('a sync after which nothing has changed', () => {
  it('writes no row, and knows that every device was read again', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    const before = await contents(store);
    expect(await writesOf(store, tenant)).toEqual([]);
    expect(await contents(store)).toEqual(before);
    for (const row of await store.getAll('devices'))
      expect(await deviceReadAt(store, row)).toBe(new Date(noon + 24 * hour).toISOString());
  });

  it('takes a row that does not parse for one that is there, of the age that it has', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    for (const row of ['network n3', 'switch 1', 'organization o1', 'configuration c1', 'user u1'])
      tenant.unreadable.add(row);
    expect(await writesOf(store, tenant)).toEqual([]);
    const row = (await store.get('devices', deviceKey('switch', '1')))!;
    expect(await deviceReadAt(store, row)).toBe(new Date(noon).toISOString());
  });
});

describe('a sync after which one field has changed', () => {
  it.each([
    ['networks n1', (tenant: Tenant) => Object.assign(tenant.networks[0]!, { latitude: 1 })],
    [
      'devices switch:1',
      (tenant: Tenant) => Object.assign(tenant.devices[0]!, { firmware: '7.0' }),
    ],
    [
      'organizations o3',
      (tenant: Tenant) => Object.assign(tenant.organizations[2]!, { statusName: 'Inactive' }),
    ],
    [
      'configurations c2',
      (tenant: Tenant) => Object.assign(tenant.configurations[1]!, { ips: ['10.9.9.9'] }),
    ],
    ['users u2', (tenant: Tenant) => Object.assign(tenant.users[1]!, { organizationIds: ['o1'] })],
  ] as const)('writes %s alone', async (row, change) => {
    const store = await freshStore();
    const tenant = structuredClone({ ...sampleTenant(), before: undefined }) as never as Tenant;
    tenant.before = () => undefined;
    await sync(store, tenant);
    change(tenant);
    expect(await writesOf(store, tenant)).toEqual([`put ${row}`]);
    expect(await writesOf(store, tenant, noon + 48 * hour)).toEqual([]);
  });

  it('removes what is gone and adds what is new, and touches nothing else', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.organizations = tenant.organizations.filter(({ id }) => id !== 'o3');
    tenant.users = tenant.users.filter(({ id }) => id !== 'u2');
    tenant.devices.push(device('switch', '9', { network: 'n3' }));
    expect(await writesOf(store, tenant)).toEqual([
      'delete organizations o3',
      'delete users u2',
      'put devices switch:9',
    ]);
  });
});
