import type { Device, DeviceKey } from '@/lib/model/device';
import type { Mac } from '@/lib/model/mac';
import type { SwitchPort } from '@/lib/model/switch-port';

/** What is on the ports of the switches that were read. */
export type SwitchPorts = ReadonlyMap<DeviceKey, readonly SwitchPort[]>;

/** What a device hangs on. */
export interface Parent {
  readonly key: DeviceKey;
  /** `null` where it is not known which. */
  readonly port: SwitchPort | null;
}

/**
 * On what each device hangs: of the switches that see it on a port which is no uplink, the lowest; else what a
 * switch sees on its uplink. Devices of which that is not known are left out; nobody hangs on himself.
 */
export function parentsOf(
  devices: readonly Device[],
  ports: SwitchPorts,
): ReadonlyMap<DeviceKey, Parent> {
  const above = new Map(devices.map((device) => [device.key, aboveOf(device, devices, ports)]));
  const parents = new Map<DeviceKey, Parent>();
  for (const { key } of devices) {
    const all = above.get(key) ?? [];
    const keys = new Set(all.map((each) => each.key));
    const depth = (of: DeviceKey) =>
      (above.get(of) ?? []).filter((each) => keys.has(each.key)).length;
    const [lowest] = [...all].sort(
      (one, other) => depth(other.key) - depth(one.key) || (one.key < other.key ? -1 : 1),
    );
    if (lowest && !leadsTo(key, lowest.key, parents)) parents.set(key, lowest);
  }
  return parents;
}

/** Everything that a device is somewhere below. */
function aboveOf(device: Device, devices: readonly Device[], ports: SwitchPorts): Parent[] {
  const { mac } = device;
  if (mac === null) return [];
  return devices.flatMap((other): Parent[] => {
    if (other.key === device.key || other.mac === null) return [];
    const down = portOf(mac, ports.get(other.key), false);
    const back = portOf(other.mac, ports.get(device.key), false);
    const up = portOf(other.mac, ports.get(device.key), true);
    if (down) {
      // Each sees the other: without an uplink only a guess would tell them apart.
      if (back && !up) return [];
      return isGatewayOf(device, other, ports) ? [] : [{ key: other.key, port: down }];
    }
    const isAbove = up !== null || (device.kind === 'switch' && isGatewayOf(other, device, ports));
    return isAbove && !portOf(mac, ports.get(other.key), true)
      ? [{ key: other.key, port: null }]
      : [];
  });
}

/** Whether it is the router that a switch gets its addresses through. */
function isGatewayOf(router: Device, device: Device, ports: SwitchPorts): boolean {
  if (router.kind !== 'router' || device.kind !== 'switch') return false;
  const isOnUplink =
    router.mac !== null && portOf(router.mac, ports.get(device.key), true) !== null;
  return isOnUplink || (router.ip !== null && device.gatewayIp === router.ip);
}

const portOf = (mac: Mac, ports: readonly SwitchPort[] | undefined, uplink: boolean) =>
  ports?.find((port) => port.uplink === uplink && port.macs.includes(mac)) ?? null;

/** Whether going up from one comes to the other. */
function leadsTo(to: DeviceKey, from: DeviceKey, parents: ReadonlyMap<DeviceKey, Parent>): boolean {
  for (let at: DeviceKey | undefined = from; at; at = parents.get(at)?.key)
    if (at === to) return true;
  return false;
}
