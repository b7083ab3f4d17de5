import { deviceKey, deviceKinds, type Device, type DeviceKind } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import { parseIp } from '@/lib/model/ip';
import type { Mac } from '@/lib/model/mac';
import { fullDevices, plainConfiguration } from '@/lib/model/samples.fixture';
import { clientSightings, portSightings } from '@/lib/model/sighting';
import { port } from '@/lib/model/switch-port.fixture';
import type { NetworkSheetView, SheetDevice, SheetWifi } from '@/lib/views/network-sheet';
import { networkTree } from '@/lib/views/network-tree';

const readAt = '2026-03-05T09:00:00Z';
const main = networkId('1');
const gatewayIp = parseIp('192.168.10.1');
const mac = (number: number) => `ac8674${number.toString(16).padStart(6, '0')}` as Mac;

const device = (kind: DeviceKind, id: number, name: string, more: object = {}): Device => ({
  ...fullDevices[kind],
  key: deviceKey(kind, String(id)),
  id: String(id),
  networkId: main,
  name,
  mac: mac(id),
  ip: parseIp(`192.168.10.${(id % 200) + 2}`),
  serialNumber: `CE21-${String(id).padStart(5, '0')}`,
  lifecycle: null,
  subscription: null,
  ...more,
});

const devices: readonly Device[] = [
  device('router', 1, 'Edge', { ip: gatewayIp }),
  device('switch', 2, 'SW01 Server room', { gatewayIp }),
  device('switch', 3, 'SW02 Warehouse, a name as long as people give them', {
    gatewayIp,
    status: 'down',
    lifecycle: fullDevices.switch.lifecycle,
  }),
  device('access-point', 4, 'AP Lobby', { firmware: '6.5.9' }),
  device('access-point', 5, 'مقهى السلام', { status: 'pairing' }),
  device('managed-power', 6, 'Rack power', { subscription: fullDevices.switch.subscription }),
];
const things = ['NAS', 'Front desk printer', 'Laptop of Ada'].map((name, at) => ({
  ...plainConfiguration,
  id: configurationId(at + 100),
  name,
  macs: [mac(at + 100)],
}));
const sightings = [
  portSightings(
    '2',
    main,
    [
      port('24', [mac(1)], { uplink: true }),
      port('16', [mac(3), mac(4), mac(101)]),
      port('2', [mac(100)], { poe: null }),
      port('7', [mac(900)]),
      port('4', [mac(6)]),
    ],
    readAt,
  ),
  portSightings(
    '3',
    main,
    [port('1', [mac(2), mac(1)], { uplink: true }), port('3', [mac(4)]), port('5', [mac(101)])],
    readAt,
  ),
  clientSightings(
    main,
    [{ mac: mac(102), accessPoint: mac(4), ssid: 1, lastSeen: readAt }],
    () => true,
    readAt,
  ),
];

const onSheet = (each: Device, at: number): SheetDevice => {
  const { key, kind, name, networkId, status, model, firmware, ip, mac, serialNumber } = each;
  const { lifecycle, subscription } = each;
  const state = (['matched', 'matched', 'unmatched', 'ignored'] as const)[at % 4]!;
  return {
    key,
    kind,
    name: name ?? '',
    networkId,
    status,
    model,
    firmware,
    newerFirmware: firmware === '6.5.9' ? '7.0.4' : null,
    ip,
    mac,
    serialNumber,
    lifecycle,
    subscription,
    readAt,
    state,
    configuration:
      state === 'matched'
        ? { name: `Configuration of ${name}`, url: 'https://acme.itglue.com/2/configurations/1' }
        : null,
  };
};

const wifi = (['wpa-2only-psk', 'open', 'wpa-2only-e', 'private'] as const).map(
  (authType, at): SheetWifi => ({
    networkId: main,
    number: at + 1,
    name: ['Staff', 'Guests 🌊', 'مقهى السلام', 'Scanners'][at]!,
    facts: { number: at + 1, name: '', wifiName: '', enabled: at !== 3, authType },
    documented: at === 0,
  }),
);

const treeOf = (of: readonly Device[], seen = sightings, configurations = things) =>
  networkTree({
    networkId: main,
    devices: of,
    sightings: seen,
    configurations,
    linkOf: (key) =>
      key.endsWith('2') ? { name: '', url: 'https://acme.itglue.com/2/configurations/2' } : null,
    pageOf: ({ id, name }) => ({ name, url: `https://acme.itglue.com/2/configurations/${id}` }),
    ssidOf: () => 'Staff',
  });

/** An organization of two networks, one of which was never read. */
export const sampleSheet: NetworkSheetView = {
  organization: { id: organizationId('2'), name: 'Acme Corporation' },
  networks: [
    { id: main, name: 'Acme Main', readAt, problem: null },
    { id: networkId('9'), name: 'Acme Warehouse', readAt: null, problem: null },
  ],
  devices: devices.map(onSheet),
  wifi: [
    ...wifi,
    { networkId: main, number: 5, name: 'Of a record alone', facts: null, documented: true },
  ],
  autoCreate: true,
  trees: [treeOf(devices), { networkId: networkId('9'), roots: [], unplaced: [], readAt: null }],
};

const [only] = sampleSheet.networks;
const point = devices.slice(3, 4);

/** The smallest network there is. */
export const oneDevice: NetworkSheetView = {
  ...sampleSheet,
  networks: only ? [only] : [],
  devices: point.map(onSheet),
  wifi: [],
  trees: [treeOf(point, [], [])],
};

const many = Array.from({ length: 60 }, (_, at) => {
  const kind = at < 6 ? 'switch' : (deviceKinds[at % 2 === 0 ? 0 : 2] ?? 'access-point');
  return device(
    kind,
    at + 1,
    `${kind === 'switch' ? 'SW' : 'AP'}${String(at + 1).padStart(2, '0')}`,
    {
      gatewayIp,
      status: at % 17 === 5 ? 'down' : 'up',
      lifecycle: at % 9 === 0 ? fullDevices.switch.lifecycle : null,
      firmware: at % 7 === 0 ? '6.5.9' : '7.0.4',
    },
  );
});
/** A core switch, five others on it, and eleven devices on each of these. */
const manySights = many.slice(0, 6).map((each, at) => {
  const own = many.slice(6).filter((_, place) => place % 5 === at - 1);
  const below =
    at === 0
      ? many.slice(1, 6).map(({ mac: of }, place) => port(`${place + 1}`, of ? [of] : []))
      : own.map(({ mac: of }, place) => port(`${place + 2}`, of ? [of] : []));
  const up = at === 0 ? [] : [port('1', [mac(1)], { uplink: true })];
  return portSightings(each.id, main, [...up, ...below], readAt);
});

/** One of sixty devices. */
export const manyDevices: NetworkSheetView = {
  ...oneDevice,
  devices: many.map(onSheet),
  wifi,
  trees: [treeOf(many, manySights, [])],
};
