import { afterEach, beforeEach, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { TenantBuilder } from '@/test/simulator/tenant/builder';
import type { DattoNetwork } from '@/test/simulator/datto/state';
import type { OrganizationRow } from '@/test/simulator/itglue/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';
import { devicesOf } from '@/test/world/devices';

let world: World;
let builder: TenantBuilder;
let acme: OrganizationRow;
let ofAcme: DattoNetwork;

/** `1` is an Administrator, `2` a Manager of Acme, `3` an Editor. */
beforeEach(async () => {
  const tenant = tenantWith((each) => {
    builder = each;
    acme = builder.organization({ name: 'Acme' });
    builder.organization({ name: 'Bolt' });
    ofAcme = builder.network({ name: 'Acme' });
    builder.accessPoint(ofAcme, { name: 'Lobby' });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
  await world.iAm('1');
});
afterEach(() => world.close());

const minute = 60_000;
const fresh = async () => (await world.ask('status.view')).fresh;
const look = () =>
  world.ask('matching.look', { of: 'devices', organizationId: organizationId(acme.id) });
const newDevices = async () =>
  (await devicesOf(world, organizationId(acme.id))).rows.flatMap(({ name, isNew }) =>
    isNew ? [name] : [],
  );
const none = { networks: 0, devices: 0, findings: 0 };

/** A device in Acme's network, and a network of nobody's with one, which the next sync finds. */
async function addSome() {
  builder.accessPoint(ofAcme, { name: 'Attic' });
  builder.accessPoint(builder.network({ name: 'Van depot' }), { name: 'Van' });
  await world.sync();
}

it('is nothing after a first sync, then what a later one found, for who may decide it', async () => {
  expect(await newDevices()).toEqual([]);
  expect(await fresh()).toEqual(none);
  await addSome();
  expect(await newDevices()).toEqual(['Attic']);
  expect(await fresh()).toEqual({ networks: 1, devices: 1, findings: 0 });
  await world.iAm('2');
  expect(await fresh()).toEqual({ networks: 0, devices: 1, findings: 0 });
  await world.iAm('3');
  expect(await fresh()).toEqual(none);
});

it('is not counted any more once it was looked at, and is marked until the visit is over', async () => {
  await addSome();
  world.startWorker();
  await look();
  expect((await fresh()).devices).toBe(0);
  // The button's tooltip says so without a commit.
  await expect
    .poll(() => world.chrome.badge.title)
    .toMatch(/, new since you looked last: 1 network$/);
  expect(await newDevices()).toEqual(['Attic']);
  world.vendors.clock.pass(10 * minute);
  await look();
  expect(await newDevices()).toEqual(['Attic']);
  world.vendors.clock.pass(60 * minute);
  await look();
  expect(await newDevices()).toEqual([]);
});

it('is looked at with the devices of all organizations, on the list of each', async () => {
  await addSome();
  const marked = async () =>
    (await devicesOf(world, null)).rows.flatMap(({ name, isNew }) => (isNew ? [name] : []));
  expect(await marked()).toEqual(['Attic']);
  await world.ask('matching.look', { of: 'devices', organizationId: null });
  expect((await fresh()).devices).toBe(0);
  expect(await marked()).toEqual(['Attic']);
  world.vendors.clock.pass(60 * minute);
  await look();
  expect(await marked()).toEqual([]);
});

it('is not counted once it is decided, nor new again at the next syncs', async () => {
  await addSome();
  const { rows } = await devicesOf(world, organizationId(acme.id));
  const attic = rows.find(({ name }) => name === 'Attic')!;
  await world.ask('matching.decide-device', {
    action: 'ignore',
    deviceKey: attic.key,
    version: attic.version,
  });
  expect((await fresh()).devices).toBe(0);
  const before = await world.store.count('firstSeen');
  for (let syncs = 0; syncs < 2; syncs++) await world.sync();
  expect(await world.store.count('firstSeen')).toBe(before);
});

it('is new for a month to who never looks', async () => {
  await addSome();
  world.vendors.clock.pass(29 * 24 * 60 * minute);
  await world.sync();
  expect((await fresh()).devices).toBe(1);
  world.vendors.clock.pass(2 * 24 * 60 * minute);
  await world.sync();
  expect(await fresh()).toEqual(none);
});
