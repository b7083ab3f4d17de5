import { afterEach, describe, expect, it } from 'vitest';
import {
  assumptionIds,
  maxRequestsPerCheck,
  type AssumptionId,
  type CheckOutcome,
  type PageMeasure,
} from '@/lib/model/setup-check';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { fieldTenant } from '@/test/simulator/tenant/field';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { DirectVendors } from '@/test/world/direct-vendors';
import { World } from '@/test/world/world';
import { contraryTenant, dockedPage, placedPage, referenceTenant } from './tenants';

let world: World | undefined;
afterEach(() => world?.close());

async function start(tenant: Tenant): Promise<World> {
  world = await World.start(new DirectVendors(tenant));
  return world;
}

/** Runs every check. @param page what is measured of an open page of the portal */
async function checkAll(world: World, page?: PageMeasure): Promise<void> {
  if (page) {
    world.chrome.opened.push(`${world.portalUrl}/2/configurations/100001`);
    world.chrome.scriptResult = page;
  }
  for (const id of assumptionIds) await world.ask('setup-check.run', { id });
}

async function idsWith(world: World, outcome: CheckOutcome): Promise<AssumptionId[]> {
  const { rows } = await world.ask('setup-check.view');
  return rows.filter(({ result }) => result?.outcome === outcome).map(({ id }) => id);
}

describe('the setup check', () => {
  it('finds that all holds that an account as the references read can show', async () => {
    const world = await start(referenceTenant());
    await world.sync();
    await world.iAm(DEMO.users.administrator);
    await world.autoCreate(true);
    await checkAll(world, placedPage);
    // The demo's network has a type of authentication that no reference has, and a row without MAC.
    expect(await idsWith(world, 'differs')).toEqual(['datto-values', 'datto-auth-types']);
    expect(await idsWith(world, 'unseen')).toEqual(['itglue-rmm-records']);
  });

  it('says what of the field is otherwise', async () => {
    const world = await start(fieldTenant());
    await checkAll(world, dockedPage);
    expect(await idsWith(world, 'differs')).toEqual([
      'datto-clock',
      'datto-values',
      'itglue-page-size',
      'itglue-paging',
      'itglue-vendor-integration',
      'portal-page',
      'portal-place',
      'portal-theme',
    ]);
    expect(await idsWith(world, 'unseen')).toEqual([
      'datto-routers',
      'itglue-text-boxes',
      'itglue-tags',
    ]);
  });

  it('finds half of the assumptions wrong where they are', async () => {
    const world = await start(contraryTenant());
    await checkAll(world, dockedPage);
    const differ = await idsWith(world, 'differs');
    expect(differ).toEqual([
      'datto-clock',
      'datto-values',
      'datto-history',
      'datto-settings',
      'itglue-date',
      'itglue-page-size',
      'itglue-paging',
      'itglue-sort-id',
      'itglue-sort-updated',
      'itglue-record-type',
      'itglue-text-boxes',
      'itglue-traits',
      'itglue-tags',
      'itglue-roles',
      'portal-page',
      'portal-place',
      'portal-theme',
    ]);
    expect(differ.length).toBeGreaterThanOrEqual(assumptionIds.length / 2);
  });

  it.each(['address', 'plan'] as const)('names a refusal by %s', async (refusal) => {
    const tenant = referenceTenant();
    tenant.quirks.itglue.refusal = refusal;
    const world = await start(tenant);
    await world.ask('setup-check.run', { id: 'itglue-access' });
    const { rows } = await world.ask('setup-check.view');
    const seen = rows.find(({ id }) => id === 'itglue-access')?.result;
    expect(seen).toMatchObject({ outcome: 'differs', requests: 1 });
    expect(seen?.seen[0]?.sight).toBe(refusal === 'address' ? 'address-refused' : 'no-api-access');
  });

  it('cannot see the vendor’s integration where the include is refused', async () => {
    const tenant = fieldTenant();
    tenant.quirks.itglue.refusedParameters = ['include=dnet_fa_remote_assets'];
    const world = await start(tenant);
    await world.ask('setup-check.run', { id: 'itglue-vendor-integration' });
    expect(await idsWith(world, 'unseen')).toEqual(['itglue-vendor-integration']);
  });

  it.each([
    ['the references’', referenceTenant],
    ['the field’s', fieldTenant],
    ['a contrary', contraryTenant],
  ])('only reads of %s account, and little', async (_, tenant) => {
    const world = await start(tenant());
    await checkAll(world);
    const { rows } = await world.ask('setup-check.view');
    expect(world.vendors.requests.writes()).toEqual([]);
    for (const { result } of rows)
      expect(result?.requests).toBeLessThanOrEqual(maxRequestsPerCheck);
    const counted = rows.reduce((sum, { result }) => sum + (result?.requests ?? 0), 0);
    expect(world.vendors.requests.count()).toBe(counted);
  });

  it('ends the check under way when it is stopped, and keeps what it had', async () => {
    const world = await start(referenceTenant());
    await world.ask('setup-check.run', { id: 'itglue-date' });
    world.vendors.faults.add({ kind: 'hang', api: 'itglue', path: '/organizations' });
    const running = world.ask('setup-check.run', { id: 'itglue-date' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await world.ask('setup-check.stop');
    expect(await running).toEqual({ done: false });
    expect(await idsWith(world, 'holds')).toEqual(['itglue-date']);
  });

  it('is forgotten with the connection', async () => {
    const world = await start(referenceTenant());
    await world.ask('setup-check.run', { id: 'itglue-date' });
    await world.ask('connection.disconnect', { documented: 'keep' });
    await world.ask('setup-check.run', { id: 'itglue-date' });
    const { connected, rows } = await world.ask('setup-check.view');
    expect(connected).toBe(false);
    expect(rows.filter(({ result }) => result !== null)).toEqual([]);
  });
});
