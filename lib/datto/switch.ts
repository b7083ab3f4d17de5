import * as z from 'zod/mini';
import { deviceKey, type Switch } from '@/lib/model/device';
import type { NetworkId } from '@/lib/model/ids';
import type { OddFields } from '@/lib/wire/odd-fields';
import {
  addresses,
  cloudStatus,
  date,
  id,
  ip,
  lifecycle,
  mac,
  number,
  reported,
  subscription,
  text,
} from './fields';

/** A switch as the list and the single call have it. Source: `api/switch_management.md` of `cloudtrax/docs`. */
const wireSwitch = z.object({
  id,
  poe: z.nullish(z.object({ available_power_w: number, total_power_w: number })),
  summary_info: z.object({
    mac,
    model: text,
    name: text,
    description: text,
    ip,
    gateway_ip: ip,
    firmware_version: text,
    last_checkin: date,
    uptime_seconds: number,
    cloud_status: cloudStatus,
    active_ports: number,
    total_ports: number,
    lifecycle,
    subscription,
    /** Not in the reference; taken where a switch tells it. */
    serial_no: text,
  }),
});

/** @throws ZodError */
export function toSwitch(row: unknown, networkId: NetworkId, odd: OddFields): Switch {
  const { id: switchId, poe, summary_info: wire } = odd.parse('switch', wireSwitch, row);
  const seen = wire.last_checkin;
  return {
    kind: 'switch',
    key: deviceKey('switch', switchId),
    id: switchId,
    networkId,
    mac: wire.mac,
    name: wire.name,
    description: wire.description,
    ip: wire.ip,
    ips: addresses(wire.ip),
    status: wire.cloud_status,
    model: wire.model,
    serialNumber: wire.serial_no,
    firmware: wire.firmware_version,
    lastCheckin: seen,
    uptimeSeconds: reported(wire.uptime_seconds, seen),
    lifecycle: wire.lifecycle,
    subscription: wire.subscription,
    gatewayIp: wire.gateway_ip,
    activePorts: reported(wire.active_ports, seen),
    totalPorts: reported(wire.total_ports, seen),
    availablePower: reported(poe?.available_power_w ?? null, seen),
    totalPower: reported(poe?.total_power_w ?? null, seen),
  };
}
