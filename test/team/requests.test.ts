import { afterEach, expect, it } from 'vitest';
import { changeSettings } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { demoTenant } from '@/test/simulator/tenant/demo';
import { DirectVendors } from '@/test/world/direct-vendors';
import { World } from '@/test/world/world';

const hour = 60 * 60_000;
let worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds) await world.close();
  worlds = [];
});

/** Browsers that document Wi-Fi networks and have synced; then what a day of automatic syncs asks of IT Glue. */
async function day(browsers: number): Promise<number> {
  const tenant = demoTenant();
  tenant.itglue.rateLimit.requests = Infinity;
  const vendors = new DirectVendors(tenant);
  const company: World[] = [];
  for (let index = 0; index < browsers; index++) {
    const world = await World.start(vendors);
    company.push(world);
    await world.sync();
    await world.iAm(DEMO.users.administrator);
    await write(world.store, (transaction) =>
      changeSettings(transaction, () => ({ syncEveryHours: 6 })),
    );
  }
  worlds.push(...company);
  const [first] = company;
  await first!.ask('team.start', { home: null });
  await first!.autoCreate(true);
  for (const world of company) await world.ask('team.refresh');
  for (const world of company) await world.sync();
  vendors.requests.clear();
  for (let round = 0; round < 4; round++) {
    vendors.clock.pass(6 * hour);
    // Requests take no time here, so that waiting for another's end would be over at once.
    for (const world of company) {
      await (await world.services()).engine.start('schedule');
      await world.settled();
    }
  }
  expect(
    vendors.requests
      .writes({ api: 'itglue' })
      .filter(({ path }) => !path.startsWith('/flexible_assets')),
  ).toEqual([]);
  return vendors.requests.count({ api: 'itglue' });
}

it('four browsers of a company ask little more of IT Glue than one', async () => {
  const [one, four] = [await day(1), await day(4)];
  expect(four / one).toBeLessThan(1.3);
});
