import { afterEach, describe, expect, it } from 'vitest';
import { TenantBuilder } from '@/test/simulator/tenant/builder';
import { DirectVendors } from '@/test/world/direct-vendors';
import { World } from '@/test/world/world';

let world: World;
afterEach(() => world.close());

/** An organization with one configuration, which the vendor's own integration links. */
async function start(...refused: string[]) {
  const builder = new TenantBuilder(3, Date.now());
  const { tenant } = builder;
  const acme = builder.organization({ name: 'Acme' });
  const configuration = builder.configuration(acme, { name: 'Core switch' });
  builder.network({ name: 'Acme' });
  tenant.itglue.dattoLinks.set('1', {
    id: '1',
    configurationId: configuration.id,
    name: 'Core switch',
    macAddress: 'ac:86:74:00:00:01',
    remoteId: 1,
  });
  tenant.quirks.itglue.refusedParameters = refused;
  world = await World.start(new DirectVendors(tenant));
  return tenant;
}
const refusedRequests = () =>
  world.vendors.requests.all().filter(({ status }) => status === 400).length;

describe('what a tenant refuses of what requests can do without', () => {
  it.each([
    ['include=rmm_records', 'rmm_records'],
    ['include=dnet_fa_remote_assets', 'dnet_fa_remote_assets'],
    ['include=configuration_interfaces', 'configuration_interfaces'],
    ['sort=id', 'sort=id'],
    ['sort=created_at', 'sort=created_at'],
  ])(
    'is named, fails no sync, and is asked for once for all workers: %s',
    async (refused, part) => {
      await start(refused);
      expect(await world.sync()).toMatchObject({ state: 'done', problems: [] });
      expect(refusedRequests()).toBeGreaterThan(0);
      expect((await world.ask('status.view')).refusedParts).toEqual([part]);
      world.vendors.requests.clear();
      world.startWorker();
      expect(await world.sync()).toMatchObject({ state: 'done', problems: [] });
      expect(refusedRequests()).toBe(0);
      expect(await world.store.count('configurations')).toBe(1);
    },
  );

  it('is forgotten with the connection', async () => {
    await start('include=rmm_records');
    await world.sync();
    await world.ask('connection.disconnect', { documented: 'keep' });
    expect((await world.ask('status.view')).refusedParts).toEqual([]);
  });
});

describe('the vendor’s own integration', () => {
  it('is noticed by a sync, without a request more, as long as it links something', async () => {
    const tenant = await start();
    await world.sync();
    expect((await world.ask('status.view')).vendorIntegration).toBe(true);
    const asked = world.vendors.requests
      .all()
      .filter(({ path }) => path.startsWith('/configurations'));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
    tenant.itglue.dattoLinks.clear();
    await world.sync();
    expect((await world.ask('status.view')).vendorIntegration).toBe(false);
  });

  it('is not claimed where it cannot be seen', async () => {
    await start('include=dnet_fa_remote_assets');
    await world.sync();
    expect((await world.ask('status.view')).vendorIntegration).toBe(false);
  });
});
