import type { DattoNetwork } from '../datto/state';
import { takeId } from '../itglue/state';
import type { Tenant } from './tenant';

/*
 * What people do to their networks and documentation between two syncs.
 */

type DeviceList = 'nodes' | 'switches' | 'powerStrips' | 'routers';
const lists: readonly DeviceList[] = ['nodes', 'switches', 'powerStrips', 'routers'];
type Device = DattoNetwork[DeviceList][number];

/** The network and place of a device. Throws when there is none of that id. */
function find(tenant: Tenant, id: number): { rows: Device[]; index: number } {
  for (const network of tenant.datto.networks)
    for (const list of lists) {
      const rows: Device[] = network[list];
      const index = rows.findIndex((device) => device.id === id);
      if (index >= 0) return { rows, index };
    }
  throw new Error(`There is no device ${id}.`);
}

function freeId(tenant: Tenant): number {
  const ids = tenant.datto.networks.flatMap((network) =>
    lists.flatMap((list) => network[list].map((device) => device.id)),
  );
  return Math.max(0, ...ids) + 1;
}

/** Takes a device out in Network Manager and adds it again: the same MAC under a new id, which is returned. */
export function addAgain(tenant: Tenant, id: number): number {
  const { rows, index } = find(tenant, id);
  const [device] = rows.splice(index, 1);
  if (device === undefined) throw new Error(`There is no device ${id}.`);
  device.id = freeId(tenant);
  rows.push(device);
  return device.id;
}

/** Replaces a broken device by another: the same name with the MAC of the new box, under a new id. */
export function replaceDevice(tenant: Tenant, id: number, mac: string): number {
  const { rows, index } = find(tenant, id);
  const device = rows[index];
  if (device !== undefined) device.mac = mac;
  return addAgain(tenant, id);
}

/** A PSA brings in the device of a configuration once more, a minute after it: the same name and addresses, and nobody may change it. */
export function bringTwin({ itglue }: Tenant, configurationId: string): string {
  const row = itglue.configurations.get(configurationId);
  if (row === undefined) throw new Error(`There is no configuration ${configurationId}.`);
  const id = takeId(itglue);
  itglue.configurations.set(id, {
    ...row,
    id,
    psaSynced: true,
    createdAt: new Date(Date.parse(row.createdAt) + 60_000).toISOString(),
    interfaces: row.interfaces.map((one) => ({ ...one, id: takeId(itglue) })),
  });
  return id;
}
