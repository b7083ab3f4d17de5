import { describe, expect, it, vi } from 'vitest';
import { deviceKinds } from '@/lib/model/device';
import { freshStore, sync } from '@/test/sync/store';
import { organization } from '@/lib/model/samples.fixture';
import { configuration, device, emptyTenant, network } from '@/test/sync/tenant';
import type { Tenant } from '@/test/sync/tenant';

/** Every network is an organization's; every device has a configuration with its MAC. */
function tenantOf(networks: number, devices: number, organizations: number): Tenant {
  const tenant = { ...emptyTenant(), pageSize: 1000 };
  for (let index = 0; index < networks; index += 1)
    tenant.networks.push(network(`n${index}`, `Customer ${index}`));
  for (let index = 0; index < organizations; index += 1)
    tenant.organizations.push(organization(`o${index}`, `Customer ${index}`));
  for (let index = 0; index < devices; index += 1) {
    const mac = index.toString(16).padStart(12, '0');
    const at = index % networks;
    const kind = deviceKinds[index % deviceKinds.length]!;
    tenant.devices.push(
      device(kind, String(index), { network: `n${at}`, mac: `a${mac.slice(1)}` }),
    );
    tenant.configurations.push(
      configuration(`c${index}`, { organization: `o${at}`, mac: `a${mac.slice(1)}` }),
    );
  }
  return tenant;
}

/** Counts the read requests that reach the database while the work runs, and the rows they answer with. */
async function readsOf(work: () => Promise<unknown>) {
  const counted = { rows: 0, reads: 0 };
  const spies = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((prototype) =>
    (['get', 'getKey', 'getAll', 'getAllKeys'] as const).map((name) => {
      const original = Reflect.get(prototype, name) as (...given: unknown[]) => IDBRequest<unknown>;
      return vi.spyOn(prototype, name).mockImplementation(function (
        this: IDBObjectStore | IDBIndex,
        ...given: unknown[]
      ) {
        const request = original.apply(this, given);
        counted.reads += 1;
        request.addEventListener('success', () => {
          counted.rows += Array.isArray(request.result) ? request.result.length : 1;
        });
        return request as never;
      });
    }),
  );
  await work();
  for (const spy of spies) spy.mockRestore();
  return counted;
}

/** Of a first sync, which matches everything, and a second, which finds it as it was. */
async function readsOfSyncs(tenant: Tenant) {
  const store = await freshStore();
  const counted = await readsOf(async () => {
    await sync(store, tenant);
    await sync(store, tenant);
  });
  return { ...counted, matched: await store.count('deviceMatches') };
}

describe('a sync of a large tenant', () => {
  it('reads from the store in proportion to the tenant', async () => {
    const small = await readsOfSyncs(tenantOf(30, 500, 50));
    const large = await readsOfSyncs(tenantOf(120, 2000, 200));
    expect([small.matched, large.matched]).toEqual([500, 2000]);
    // Four times the tenant: four times the rows, where a list read anew for each network, page or
    // organization would make it sixteen.
    expect(large.rows / small.rows).toBeLessThan(4.5);
    expect(large.reads / small.reads).toBeLessThan(4.5);
  }, 60_000);
});
