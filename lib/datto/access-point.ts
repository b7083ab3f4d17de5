import * as z from 'zod/mini';
import { deviceKey, type AccessPoint, type DeviceStatus } from '@/lib/model/device';
import { parseDuration } from '@/lib/model/duration';
import type { NetworkId } from '@/lib/model/ids';
import type { OddFields } from '@/lib/wire/odd-fields';
import {
  addresses,
  date,
  flag,
  ip,
  lifecycle,
  mac,
  number,
  reported,
  subscription,
  text,
} from './fields';
import { radioFields, toChannels, toNeighbors } from './radio';

/** A node as the list and the single call have it. Source: `api/node_management.md` of `cloudtrax/docs`. */
const node = z.object({
  mac,
  name: text,
  description: text,
  /** Inside the mesh. */
  ip,
  /** Gateways only. `wan_ip` is the customer's public address and says nothing of the device. */
  lan_info: z.nullish(z.object({ lan_ip: ip })),
  hardware: text,
  serial_no: text,
  firmware_version: text,
  last_checkin: date,
  uptime: text,
  uptime_seconds: number,
  down: flag,
  spare: flag,
  latitude: number,
  longitude: number,
  active_clients: number,
  ...radioFields,
  lifecycle,
  subscription,
});

/**
 * @param id of the node: its key in the list; the row itself does not have it
 * @throws ZodError
 */
export function toAccessPoint(
  id: string,
  row: unknown,
  networkId: NetworkId,
  odd: OddFields,
): AccessPoint {
  const wire = odd.parse('access-point', node, row);
  const lanIp = wire.lan_info?.lan_ip ?? null;
  const uptimeSeconds = wire.uptime_seconds ?? parseDuration(wire.uptime);
  return {
    kind: 'access-point',
    key: deviceKey('access-point', id),
    id,
    networkId,
    mac: wire.mac,
    name: wire.name,
    description: wire.description,
    ip: lanIp ?? wire.ip,
    ips: addresses(lanIp, wire.ip),
    status: statusOf(wire),
    model: wire.hardware,
    serialNumber: wire.serial_no,
    firmware: wire.firmware_version,
    lastCheckin: wire.last_checkin,
    uptimeSeconds: reported(uptimeSeconds, wire.last_checkin),
    lifecycle: wire.lifecycle,
    subscription: wire.subscription,
    clients: reported(wire.active_clients, wire.last_checkin),
    channels: toChannels(wire.channels, wire.ht_modes),
    neighbors: toNeighbors(wire.neighbors),
    latitude: wire.latitude,
    longitude: wire.longitude,
  };
}

function statusOf(wire: z.output<typeof node>): DeviceStatus {
  if (wire.spare) return 'spare';
  // "Not down" of a node that never checked in does not mean that it is up.
  if (wire.last_checkin === null || wire.down === null) return 'unknown';
  return wire.down ? 'down' : 'up';
}
