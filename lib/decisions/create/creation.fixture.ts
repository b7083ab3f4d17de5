import { organizationId } from '@/lib/model/ids';
import type { DeviceKey } from '@/lib/model/device';
import type { OrganizationRow } from '@/test/simulator/itglue/state';
import { servedVendors } from '@/test/world/vendors';
import { World } from '@/test/world/world';
import { tenantWith } from '@/test/world/tenant-with';
import { devicesOf } from '@/test/world/devices';

export const creating = /\/relationships\/configurations$/;

/** An id after all that the simulator gives. */
export const later = '9999999999999999';

/** Of the test that runs. */
export let world: World;
export let acme: OrganizationRow;

/** Acme's network with so many access points, `AP 1` and on or all of one name, none of them documented. */
export async function withAccessPoints(count: number, name?: string): Promise<DeviceKey[]> {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    const network = builder.network({ name: 'Acme' });
    for (let index = 0; index < count; index++)
      builder.accessPoint(network, { name: name ?? `AP ${index + 1}`, role: 'gateway' });
    return [acme];
  });
  world = await World.start(await servedVendors(tenant));
  await world.sync();
  await world.iAm('1');
  return (await devices()).rows.map(({ key }) => key);
}

/** An organization, and a network `Acme` that is nobody's by name. */
export async function withNetwork() {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Harbor Dental Group' });
    builder.network({ name: 'Acme' });
    return [acme];
  });
  world = await World.start(await servedVendors(tenant));
  await world.sync();
  await world.iAm('1');
}

export const devices = () => devicesOf(world, organizationId(acme.id));

export const start = (deviceKeys: DeviceKey[]) =>
  world.ask('creation.start', { organizationId: organizationId(acme.id), deviceKeys });

export const unsettled = async () => [
  ...(await world.store.getAllFromIndex('journal', 'state', 'planned')),
  ...(await world.store.getAllFromIndex('journal', 'state', 'sending')),
];

/** As the alarm does: wakes the worker until nothing is open. */
export async function finish() {
  for (let turn = 0; turn < 100; turn++) {
    await world.idle();
    if ((await unsettled()).length === 0) return;
    await pause(20);
    await world.wake();
  }
  throw new Error('The writes do not come to an end.');
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function names() {
  return world
    .configurationsOf(acme)
    .map(({ name }) => name)
    .sort();
}

/** Waits until IT Glue has carried out what was on its way to it when the worker was stopped. */
export async function landed() {
  for (let before = -1; before !== names().length; await pause(200)) before = names().length;
}

export const emptyConfiguration = (id: string, organization: string, name: string) => ({
  id,
  organizationId: organization,
  name,
  hostname: null,
  serialNumber: null,
  assetTag: null,
  notes: null,
  defaultGateway: null,
  warrantyExpiresAt: null,
  typeId: '51',
  statusId: null,
  manufacturerId: null,
  modelId: null,
  locationName: null,
  archived: false,
  psaSynced: false,
  interfaces: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});
