import { afterEach, expect, it } from 'vitest';
import { readMeta } from '@/lib/store/meta';
import { TenantBuilder } from '@/test/simulator/tenant/builder';
import { DirectVendors } from '@/test/world/direct-vendors';
import { World } from '@/test/world/world';

let world: World;
afterEach(() => world.close());

/** 600 organizations, and 600 configurations in the one that a network is matched to. */
function largeTenant() {
  const builder = new TenantBuilder(3, Date.now());
  const acme = builder.organization({ name: 'Acme' });
  for (let number = 1; number < 600; number++) builder.organization({ name: `Company ${number}` });
  for (let number = 0; number < 600; number++)
    builder.configuration(acme, { name: `Configuration ${number}` });
  builder.network({ name: 'Acme' });
  builder.tenant.itglue.rateLimit.requests = Infinity;
  return builder.tenant;
}

it('a tenant that cannot bear large pages is synced whole, and remembered across workers', async () => {
  const tenant = largeTenant();
  tenant.quirks.itglue.maxPageSize = { organizations: 250, configurations: 50 };
  world = await World.start(new DirectVendors(tenant));
  const run = await world.sync();
  expect(run).toMatchObject({ state: 'done', problems: [] });
  expect(await world.store.count('organizations')).toBe(tenant.itglue.organizations.size);
  expect(await world.store.count('configurations')).toBe(600);
  expect(await readMeta(world.store, 'pageSizes')).toMatchObject({
    organizations: { size: 250 },
    configurations: { size: 50 },
  });

  world.startWorker();
  world.vendors.requests.clear();
  expect(await world.sync()).toMatchObject({ state: 'done', problems: [] });
  const late = world.vendors.requests.all().filter(({ status }) => status === 504);
  expect(late).toEqual([]);
});

it('a short list that a large page is refused for is asked for once, however many syncs and workers', async () => {
  const builder = new TenantBuilder(3, Date.now());
  const acme = builder.organization({ name: 'Acme' });
  builder.configuration(acme, { name: 'Configuration' });
  builder.network({ name: 'Acme' });
  world = await World.start(new DirectVendors(builder.tenant));
  const late = () => world.vendors.requests.all().filter(({ status }) => status === 504);
  expect(await world.sync()).toMatchObject({ state: 'done', problems: [] });
  expect(late().length).toBeGreaterThan(0);
  world.vendors.requests.clear();
  world.startWorker();
  expect(await world.sync()).toMatchObject({ state: 'done', problems: [] });
  expect(late()).toEqual([]);
});
