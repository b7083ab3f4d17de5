import { isCertain, locate, type Place } from '@/lib/connections/locate';
import type { Configuration } from '@/lib/model/configuration';
import { deviceLabel, type Device, type DeviceKey, type DeviceKind } from '@/lib/model/device';
import type { DeviceStatus } from '@/lib/model/device';
import type { NetworkId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { Sightings } from '@/lib/model/sighting';
import type { SwitchPort } from '@/lib/model/switch-port';
import { parentsOf, type Parent, type SwitchPorts } from './network-parents';

/** Where a device is documented: a name, and the page in the portal. */
export interface SheetLink {
  readonly name: string;
  readonly url: string;
}

/** How something hangs on what is above it. */
type TreeVia =
  | { readonly kind: 'port'; readonly port: SwitchPort }
  /** `null` where the API does not tell which. */
  | { readonly kind: 'wireless'; readonly ssid: string | null };

/** A device, the gateway, or a documented thing, with what hangs on it. */
export interface TreeNode {
  readonly key: string;
  /** `gateway`: known by its address alone. */
  readonly kind: DeviceKind | 'gateway' | 'configuration';
  readonly name: string;
  /** `null` where it is none of Datto's devices. */
  readonly status: DeviceStatus | null;
  readonly link: SheetLink | null;
  readonly via: TreeVia | null;
  /** What is plugged in and neither a device nor documented. */
  readonly unknown: number;
  readonly children: readonly TreeNode[];
}

/** One network as a tree, as far as it is known what hangs on what. */
export interface NetworkTree {
  readonly networkId: NetworkId;
  readonly roots: readonly TreeNode[];
  /** Devices of which it is not known where they hang. */
  readonly unplaced: readonly TreeNode[];
  /** When the oldest of it was read, ISO 8601; `null` where nothing was. */
  readonly readAt: string | null;
}

export interface TreeInput {
  readonly networkId: NetworkId;
  readonly devices: readonly Device[];
  readonly sightings: readonly Sightings[];
  /** Of the organization, those of no Datto device. */
  readonly configurations: readonly Configuration[];
  readonly linkOf: (device: DeviceKey) => SheetLink | null;
  readonly pageOf: (configuration: Configuration) => SheetLink;
  /** The name of an SSID by its number. */
  readonly ssidOf: (number: number) => string | null;
}

/** What hangs on what in a network, by ports, uplinks and clients that were last read. What is not known is left out. */
export function networkTree(input: TreeInput): NetworkTree {
  const { networkId, devices, sightings, configurations } = input;
  const ports: SwitchPorts = new Map(
    sightings.flatMap((each) => (each.kind === 'ports' ? [[each.deviceKey, each.ports]] : [])),
  );
  const gateways = gatewaysOf(devices, configurations);
  const parents = parentsOf(devices, ports);
  const own = new Set(devices.flatMap(({ mac }) => mac ?? []));
  const isGateway = new Set([...gateways.values()].map((each) => each?.id));
  const documented = new Set(configurations.flatMap(({ macs }) => macs));
  const leaves = configurations
    .filter(({ id }) => !isGateway.has(id))
    .flatMap((each) => leafOf(each, input, own) ?? []);

  const nodeOf = (device: Device, via: TreeVia | null): TreeNode => ({
    key: device.key,
    kind: device.kind,
    name: deviceLabel(device),
    status: device.status,
    link: input.linkOf(device.key),
    via,
    unknown: countUnknown(ports.get(device.key) ?? [], own, documented),
    children: sorted([
      ...devices.flatMap((each) => {
        const parent = parents.get(each.key);
        return parent?.key === device.key ? [nodeOf(each, viaOf(parent))] : [];
      }),
      ...leaves.flatMap(({ on, node }) => (on === device.key ? [node] : [])),
    ]),
  });

  const top = devices.filter(({ key }) => !parents.has(key)).map((each) => nodeOf(each, null));
  const isDrawn = ({ key, children }: TreeNode) =>
    children.length > 0 || ports.has(key as DeviceKey);
  return {
    networkId,
    roots: underGateways(top.filter(isDrawn), devices, gateways, input),
    unplaced: sorted(top.filter((node) => !isDrawn(node))),
    readAt: sightings.map(({ readAt }) => readAt).sort()[0] ?? null,
  };
}

const viaOf = ({ port }: Parent): TreeVia | null => port && { kind: 'port', port };

/** By their addresses: which documented thing each gateway is, where one has the address. */
function gatewaysOf(devices: readonly Device[], configurations: readonly Configuration[]) {
  const own = new Set(devices.flatMap(({ ip }) => ip ?? []));
  const found = new Map<string, Configuration | null>();
  for (const device of devices)
    if (device.kind === 'switch' && device.gatewayIp !== null && !own.has(device.gatewayIp)) {
      const { gatewayIp } = device;
      const documented = configurations.filter(({ ips }) => ips.includes(gatewayIp));
      found.set(gatewayIp, documented.length === 1 ? (documented[0] ?? null) : null);
    }
  return found;
}

/** Puts switches that nothing is above under the gateway that they name. */
function underGateways(
  roots: readonly TreeNode[],
  devices: readonly Device[],
  gateways: ReturnType<typeof gatewaysOf>,
  { pageOf }: TreeInput,
): readonly TreeNode[] {
  const gatewayOf = new Map(
    devices.flatMap((device) =>
      device.kind === 'switch' && device.gatewayIp
        ? [[device.key as string, device.gatewayIp]]
        : [],
    ),
  );
  const below = [...gateways].map(([ip, configuration]): TreeNode => ({
    key: `gateway:${ip}`,
    kind: 'gateway',
    name: configuration?.name ?? ip,
    status: null,
    link: configuration && pageOf(configuration),
    via: null,
    unknown: 0,
    children: sorted(roots.filter(({ key }) => gatewayOf.get(key) === ip)),
  }));
  const placed = below.filter(({ children }) => children.length > 0);
  const taken = new Set(placed.flatMap(({ children }) => children.map(({ key }) => key)));
  return [...placed, ...sorted(roots.filter(({ key }) => !taken.has(key)))];
}

/** A documented thing, where it is certain on what it hangs. */
function leafOf(configuration: Configuration, input: TreeInput, own: ReadonlySet<Mac>) {
  const place = configuration.macs
    .map((mac) => locate(mac, input.sightings, own))
    .find(isCertain)?.[0];
  const on = place && deviceOf(place, input.devices);
  if (!place || !on) return null;
  const node: TreeNode = {
    key: `configuration:${configuration.id}`,
    kind: 'configuration',
    name: configuration.name,
    status: null,
    link: input.pageOf(configuration),
    via:
      place.kind === 'port'
        ? { kind: 'port', port: place.port }
        : {
            kind: 'wireless',
            ssid: place.client.ssid === null ? null : input.ssidOf(place.client.ssid),
          },
    unknown: 0,
    children: [],
  };
  return { on, node };
}

function deviceOf(place: Place, devices: readonly Device[]): DeviceKey | null {
  if (place.kind === 'port') return place.deviceKey;
  const { accessPoint } = place.client;
  return devices.find(({ mac }) => mac !== null && mac === accessPoint)?.key ?? null;
}

/** MACs on ports that lead to no other device of the network, which nothing tells of. */
function countUnknown(
  ports: readonly SwitchPort[],
  own: ReadonlySet<Mac>,
  documented: ReadonlySet<Mac>,
): number {
  const plugged = ports.filter(
    ({ id, uplink, macs }) => !uplink && /^\d+$/.test(id) && !macs.some((mac) => own.has(mac)),
  );
  const macs = new Set(plugged.flatMap((port) => port.macs));
  return [...macs].filter((mac) => !documented.has(mac)).length;
}

const order = ['gateway', 'router', 'switch', 'access-point', 'managed-power', 'configuration'];

/** In the order in which people look for them: what carries others first, then by port. */
function sorted(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const port = ({ via }: TreeNode) =>
    via?.kind === 'port' ? Number(/\d+/.exec(via.port.id)?.[0] ?? Infinity) : Infinity;
  return [...nodes].sort(
    (one, other) =>
      order.indexOf(one.kind) - order.indexOf(other.kind) ||
      (port(one) === port(other) ? 0 : port(one) - port(other)) ||
      one.name.localeCompare(other.name) ||
      one.key.localeCompare(other.key),
  );
}

/** A tree's nodes from top to bottom, each with how many are above it. */
export function treeRows(
  nodes: readonly TreeNode[],
  level = 1,
  above: TreeNode | null = null,
): readonly { readonly node: TreeNode; readonly level: number; readonly above: TreeNode | null }[] {
  return nodes.flatMap((node) => [
    { node, level, above },
    ...treeRows(node.children, level + 1, node),
  ]);
}
