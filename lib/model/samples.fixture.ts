/** Rows for tests, with everything absent that a test does not name. */
import type { Configuration } from './configuration';
import type { Device, DeviceKind } from './device';
import { deviceKey } from './device';
import { configurationId, networkId, organizationId } from './ids';
import { parseIp } from './ip';
import { parseMac } from './mac';
import type { Organization } from './organization';

const device = {
  id: '1',
  networkId: networkId('n1'),
  mac: null,
  name: null,
  description: null,
  ip: null,
  ips: [],
  status: 'up',
  model: null,
  serialNumber: null,
  firmware: null,
  lastCheckin: null,
  uptimeSeconds: null,
  lifecycle: null,
  subscription: null,
} as const;

/** One device of each kind. */
export const plainDevices: {
  readonly [Kind in DeviceKind]: Extract<Device, { readonly kind: Kind }>;
} = {
  'access-point': {
    ...device,
    kind: 'access-point',
    key: deviceKey('access-point', device.id),
    clients: null,
    latitude: null,
    longitude: null,
  },
  switch: {
    ...device,
    kind: 'switch',
    key: deviceKey('switch', device.id),
    gatewayIp: null,
    activePorts: null,
    totalPorts: null,
    availablePower: null,
    totalPower: null,
  },
  'managed-power': {
    ...device,
    kind: 'managed-power',
    key: deviceKey('managed-power', device.id),
    surgeProtection: null,
    enabledPorts: null,
    totalPorts: null,
    connectionType: null,
  },
  router: { ...device, kind: 'router', key: deviceKey('router', device.id), lteStatus: null },
};

/** What devices of all kinds have in common, all of it known. */
const full = {
  mac: parseMac('ac:86:74:0b:c1:80'),
  ip: parseIp('192.168.10.21'),
  networkId: networkId(1),
  serialNumber: 'CE21-00417',
  firmware: '7.0.4',
  lastCheckin: '2026-03-05T11:57:00Z',
  uptimeSeconds: 1_869_780,
  description: 'Behind the front desk',
  lifecycle: { endOfSale: '2026-04-20T00:00:00Z', endOfLife: '2031-04-20T00:00:00Z' },
  subscription: { isActive: true, endDate: '2026-05-01T00:00:00Z', isEvergreen: false },
} as const;

/** One device of each kind, with every field. */
export const fullDevices: typeof plainDevices = {
  'access-point': {
    ...plainDevices['access-point'],
    ...full,
    name: 'Lobby',
    model: 'A42',
    clients: 14,
    latitude: 40.7128,
    longitude: -74.006,
  },
  switch: {
    ...plainDevices.switch,
    ...full,
    name: 'NW-SW01',
    model: 'E24',
    gatewayIp: parseIp('192.168.10.1'),
    activePorts: 17,
    totalPorts: 26,
    availablePower: 141.6,
    totalPower: 185,
  },
  'managed-power': {
    ...plainDevices['managed-power'],
    ...full,
    name: 'Rack power',
    model: 'MP60',
    surgeProtection: false,
    enabledPorts: 5,
    totalPorts: 6,
    connectionType: 'wired',
  },
  router: {
    ...plainDevices.router,
    ...full,
    name: 'Edge',
    model: 'D200',
    lteStatus: 'standby',
  },
};

export const plainConfiguration: Configuration = {
  id: configurationId('c1'),
  organizationId: organizationId('o1'),
  name: 'Configuration c1',
  hostname: null,
  primaryIp: null,
  macAddress: null,
  serialNumber: null,
  typeId: null,
  typeName: null,
  statusName: null,
  manufacturerName: null,
  modelName: null,
  archived: false,
  macs: [],
  rmmMacs: [],
  createdAt: null,
  psaSynced: false,
  rmm: null,
  vendorLinked: false,
  ips: [],
};

export const organization = (
  id: string,
  name: string,
  shortName: string | null = null,
): Organization => ({
  id: organizationId(id),
  name,
  shortName,
  primary: false,
  typeName: null,
  statusName: null,
});
