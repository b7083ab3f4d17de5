import * as z from 'zod/mini';
import { deviceKey, type ManagedPower } from '@/lib/model/device';
import type { NetworkId } from '@/lib/model/ids';
import type { OddFields } from '@/lib/wire/odd-fields';
import {
  addresses,
  cloudStatus,
  date,
  flag,
  id,
  ip,
  lifecycle,
  mac,
  number,
  reported,
  subscription,
  text,
} from './fields';
import { outletFields, toOutlets, toSchedule } from './outlets';

/** A power strip; the list counts its ports, the single call lists them. Source: `api/powerstrip_management.md` of `cloudtrax/docs`. */
const powerStrip = z.object({
  powerstrip_id: id,
  mac,
  name: text,
  description: text,
  model: text,
  serial_no: text,
  ip,
  mesh_ip: ip,
  firmware_version: text,
  last_checkin: date,
  uptime_seconds: number,
  cloud_status: cloudStatus,
  role: text,
  surge_protection_active: flag,
  enabled_ports: number,
  port_count: number,
  ...outletFields,
  lifecycle,
  subscription,
});

/** @throws ZodError */
export function toManagedPower(row: unknown, networkId: NetworkId, odd: OddFields): ManagedPower {
  const wire = odd.parse('managed-power', powerStrip, row);
  const seen = wire.last_checkin;
  return {
    kind: 'managed-power',
    key: deviceKey('managed-power', wire.powerstrip_id),
    id: wire.powerstrip_id,
    networkId,
    mac: wire.mac,
    name: wire.name,
    description: wire.description,
    ip: wire.ip,
    ips: addresses(wire.ip, wire.mesh_ip),
    status: wire.cloud_status,
    model: wire.model,
    serialNumber: wire.serial_no,
    firmware: wire.firmware_version,
    lastCheckin: seen,
    uptimeSeconds: reported(wire.uptime_seconds, seen),
    lifecycle: wire.lifecycle,
    subscription: wire.subscription,
    // A strip that never checked in has `false` there, which says nothing.
    surgeProtection: seen === null ? null : wire.surge_protection_active,
    enabledPorts:
      reported(wire.enabled_ports, seen) ??
      wire.ports?.filter((port) => port?.enable).length ??
      null,
    totalPorts: reported(wire.port_count, seen) ?? wire.ports?.length ?? null,
    connectionType: connectionTypeOf(wire.role),
    outlets: toOutlets(wire.ports),
    schedule: toSchedule(wire.schedule),
    // One that never checked in has 0 there.
    voltage: reported(wire.voltage_v, seen),
  };
}

/** `role` is what the vendor's portal calls Connection Type. */
function connectionTypeOf(role: string | null): ManagedPower['connectionType'] {
  if (role === 'gateway') return 'wired';
  return role === 'repeater' ? 'mesh' : null;
}
