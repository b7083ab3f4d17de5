import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { port } from '@/lib/model/switch-port.fixture';
import { deviceKey, type Device } from '@/lib/model/device';
import { configurationId, networkId } from '@/lib/model/ids';
import { parseIp } from '@/lib/model/ip';
import type { Mac } from '@/lib/model/mac';
import { plainConfiguration, plainDevices } from '@/lib/model/samples.fixture';
import { clientSightings, portSightings, type Sightings } from '@/lib/model/sighting';
import type { SwitchPort } from '@/lib/model/switch-port';
import { networkTree, treeRows, type TreeNode } from './network-tree';

const network = networkId('1');
const readAt = '2026-03-05T10:00:00Z';
const mac = (number: number) => number.toString(16).padStart(12, '0') as Mac;
const gatewayIp = parseIp('192.168.1.1');

const device = <Kind extends Device['kind']>(
  kind: Kind,
  id: number,
  more: object = {},
): Device => ({
  ...plainDevices[kind],
  key: deviceKey(kind, String(id)),
  id: String(id),
  networkId: network,
  name: `${kind} ${id}`,
  mac: mac(id),
  ...more,
});
const configuration = (id: number, ...macs: Mac[]) => ({
  ...plainConfiguration,
  id: configurationId(id),
  name: `thing ${id}`,
  macs,
});
const seen = (id: number, ...ports: SwitchPort[]): Sightings =>
  portSightings(String(id), network, ports, readAt);
const tree = (
  devices: readonly Device[],
  sightings: readonly Sightings[],
  configurations: readonly (typeof plainConfiguration)[] = [],
) =>
  networkTree({
    networkId: network,
    devices,
    sightings,
    configurations,
    linkOf: () => null,
    pageOf: ({ name }) => ({ name, url: `/${name}` }),
    ssidOf: (number) => `Wi-Fi ${number}`,
  });
/** `switch 1 > access-point 3`: every node with what is above it. */
const lines = (nodes: readonly TreeNode[]) =>
  treeRows(nodes).map(({ node, above }) => (above ? `${above.name} > ${node.name}` : node.name));

describe('what hangs on what', () => {
  it('is told by the lowest switch that sees it, from the gateway down', () => {
    const devices = [
      device('switch', 1, { gatewayIp }),
      device('switch', 2, { gatewayIp }),
      device('access-point', 3),
      device('managed-power', 4),
    ];
    const drawn = tree(
      devices,
      [
        seen(
          1,
          port('24', [], { uplink: true }),
          port('16', [mac(2), mac(3), mac(9)]),
          port('4', [mac(4)]),
        ),
        seen(2, port('1', [mac(1)], { uplink: true }), port('3', [mac(3)]), port('5', [mac(9)])),
        clientSightings(
          network,
          [{ mac: mac(8), accessPoint: mac(3), ssid: 1, lastSeen: readAt }],
          () => true,
          readAt,
        ),
      ],
      [configuration(9, mac(9)), configuration(8, mac(8))],
    );
    expect(lines(drawn.roots)).toEqual([
      '192.168.1.1',
      '192.168.1.1 > switch 1',
      'switch 1 > switch 2',
      'switch 2 > access-point 3',
      'access-point 3 > thing 8',
      'switch 2 > thing 9',
      'switch 1 > managed-power 4',
    ]);
    expect(drawn.unplaced).toEqual([]);
    expect(
      treeRows(drawn.roots).map(
        ({ node: { via } }) => via && (via.kind === 'port' ? via.port.id : via.ssid),
      ),
    ).toEqual([null, null, '16', '3', 'Wi-Fi 1', '5', '4']);
  });

  it('has the router above the switch that reaches it by its uplink, and a documented gateway by its name', () => {
    const router = device('router', 7, { ip: gatewayIp });
    const below = device('switch', 1, { gatewayIp });
    const uplink = seen(1, port('1', [mac(7)], { uplink: true }));
    expect(lines(tree([below, router], [uplink]).roots)).toEqual([
      'router 7',
      'router 7 > switch 1',
    ]);
    // Without the flag the router is on a port, and still above.
    expect(lines(tree([below, router], [seen(1, port('1', [mac(7)]))]).roots)).toEqual([
      'router 7',
      'router 7 > switch 1',
    ]);
    const firewall = { ...configuration(5), ips: [gatewayIp!] };
    expect(lines(tree([below], [seen(1, port('2'))], [firewall]).roots)).toEqual([
      'thing 5',
      'thing 5 > switch 1',
    ]);
  });

  it('names what is nowhere seen, and draws it nowhere', () => {
    const drawn = tree([device('switch', 1), device('access-point', 3)], [seen(1, port('2'))]);
    expect(lines(drawn.roots)).toEqual(['switch 1']);
    expect(drawn.unplaced.map(({ name }) => name)).toEqual(['access-point 3']);
    expect(tree([device('access-point', 3)], []).unplaced).toHaveLength(1);
  });

  it('does not guess between two switches that see each other on ordinary ports', () => {
    const both = [device('switch', 1), device('switch', 2)];
    const sights = [seen(1, port('1', [mac(2)])), seen(2, port('1', [mac(1)]))];
    expect(lines(tree(both, sights).roots)).toEqual(['switch 1', 'switch 2']);
  });

  it('counts what is plugged in and documented nowhere, once', () => {
    const ports = [
      port('1', [mac(20)]),
      port('2', [mac(20), mac(21)]),
      port('3', [mac(22), mac(3)]),
      port('24', [mac(23)], { uplink: true }),
      port('trunk1', [mac(24)]),
      port('5', [mac(9)]),
    ];
    const [root] = tree(
      [device('switch', 1), device('access-point', 3)],
      [seen(1, ...ports)],
      [configuration(9, mac(9))],
    ).roots;
    expect(root?.unknown).toBe(2);
  });

  it('has every device exactly once, whatever the switches say', () => {
    const ids = [1, 2, 3, 4, 5];
    const macs = fc.array(fc.constantFrom(...ids.map(mac), mac(30)), { maxLength: 4 });
    const ports = fc.array(fc.tuple(fc.constantFrom('1', '2', '3', 'trunk1'), macs, fc.boolean()), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(ports, { maxLength: 5 }), (switches) => {
        const devices = ids.map((id) =>
          device('switch', id, { gatewayIp: id % 2 ? gatewayIp : null }),
        );
        const sights = switches.map((of, at) =>
          seen(at + 1, ...of.map(([id, on, uplink]) => port(id, on, { uplink }))),
        );
        const { roots, unplaced } = tree(devices, sights, [configuration(30, mac(30))]);
        const keys = [...treeRows(roots), ...treeRows(unplaced)].map(({ node }) => node.key);
        const own = keys.filter((key) => key.startsWith('switch:'));
        expect(own.sort()).toEqual(devices.map(({ key }) => key as string).sort());
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
