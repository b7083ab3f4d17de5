import * as z from 'zod/mini';
import { deviceKey, type Router } from '@/lib/model/device';
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
import { toLteSignal } from './radio';

/** ASSUMED, by analogy with the other kinds: the public reference has no router section. */
const wireRouter = z.object({
  router_id: id,
  mac,
  name: text,
  description: text,
  model: text,
  serial_no: text,
  ip,
  firmware_version: text,
  last_checkin: date,
  cloud_status: cloudStatus,
  uptime_seconds: number,
  lte_status: text,
  // ASSUMED: figures, where there are any, are named as the API names others, by measure and unit.
  lte_rsrp_dbm: number,
  lte_rssi_dbm: number,
  lifecycle,
  subscription,
});

/**
 * Whether a row is of a router that is synced: the model D200, in any case and with or without a
 * prefix such as `Datto `. DNA routers never are.
 */
export function isD200(row: unknown): boolean {
  const model = z.object({ model: z.string() }).safeParse(row).data?.model ?? '';
  return /(?:^|[^a-z0-9])d200$/i.test(model.trim()) && !/\bdna\b/i.test(model);
}

/** @throws ZodError */
export function toRouter(row: unknown, networkId: NetworkId, odd: OddFields): Router {
  const wire = odd.parse('router', wireRouter, row);
  return {
    kind: 'router',
    key: deviceKey('router', wire.router_id),
    id: wire.router_id,
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
    lastCheckin: wire.last_checkin,
    uptimeSeconds: reported(wire.uptime_seconds, wire.last_checkin),
    lifecycle: wire.lifecycle,
    subscription: wire.subscription,
    lteStatus: wire.lte_status,
    lteSignal: toLteSignal(wire.lte_rsrp_dbm, wire.lte_rssi_dbm, wire.lte_status),
  };
}
