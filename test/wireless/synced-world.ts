import { networkId, organizationId } from '@/lib/model/ids';
import type { Database } from '@/lib/store/schema';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { DirectVendors } from '@/test/world/direct-vendors';
import type { Vendors } from '@/test/world/vendors';
import { World } from '@/test/world/world';

/** A browser that knows everything of the tenant but has documented nothing. */
export async function syncedWorld(tenant: Tenant, administrator: string): Promise<World> {
  tenant.itglue.rateLimit.requests = Infinity;
  return anotherWorld(new DirectVendors(tenant), administrator);
}

/** Another browser of the same company; what was documented is not known here. */
export async function anotherWorld(vendors: Vendors, administrator: string): Promise<World> {
  const world = await World.start(vendors);
  await world.iAm(administrator);
  await world.sync();
  return world;
}

/** A person decides about a network on the matching page. */
export async function decideNetwork(
  store: Database,
  network: number,
  organization: string | null,
): Promise<void> {
  const decided = { networkId: networkId(network), at: '' };
  await store.put(
    'networkMatches',
    organization === null
      ? { ...decided, state: 'ignored' }
      : {
          ...decided,
          state: 'matched',
          organizationId: organizationId(organization),
          rule: 'by-hand',
        },
  );
}
