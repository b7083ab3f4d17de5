import { describe, expect, it } from 'vitest';
import { deviceKinds } from '@/lib/model/device';
import type { Database } from '@/lib/store/schema';
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

/** The store, with a count of the rows that were read from it outside of transactions. */
function counting(store: Database) {
  const counted = { rows: 0, reads: 0 };
  const proxy = new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const method = value.bind(target) as (...given: unknown[]) => unknown;
      if (typeof name !== 'string' || !name.startsWith('get')) return method;
      return async (...given: unknown[]) => {
        const result = await method(...given);
        counted.reads += 1;
        counted.rows += Array.isArray(result) ? result.length : 1;
        return result;
      };
    },
  });
  return { store: proxy, counted };
}

async function readsOf(tenant: Tenant) {
  const { store, counted } = counting(await freshStore());
  await sync(store, tenant);
  await sync(store, tenant);
  return { ...counted, matched: await store.count('deviceMatches') };
}

describe('a sync of a large tenant', () => {
  it('reads from the store in proportion to the tenant', async () => {
    const small = await readsOf(tenantOf(30, 500, 50));
    const large = await readsOf(tenantOf(120, 2000, 200));
    expect([small.matched, large.matched]).toEqual([500, 2000]);
    // Four times the tenant: four times the rows, where a list read anew for each network, page or
    // organization would make it sixteen.
    expect(large.rows / small.rows).toBeLessThan(4.5);
    expect(large.reads / small.reads).toBeLessThan(4.5);
  }, 60_000);
});
