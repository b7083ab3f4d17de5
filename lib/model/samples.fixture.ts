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
    channels: [],
    neighbors: [],
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
    outlets: [],
    schedule: [],
    voltage: null,
  },
  router: {
    ...device,
    kind: 'router',
    key: deviceKey('router', device.id),
    lteStatus: null,
    lteSignal: null,
  },
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
    channels: [
      { band: '2.4\u00a0GHz', number: 5, width: 'HT20' },
      { band: '5\u00a0GHz', number: 44, width: 'HT40+' },
    ],
    neighbors: [{ id: '8', signals: [{ band: '5\u00a0GHz', dbm: -57 }] }],
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
    outlets: [
      { id: '1', label: 'Firewall', on: true, watts: 18.4 },
      { id: '2', label: 'Switch', on: true, watts: 31 },
      { id: '3', label: null, on: true, watts: 0 },
      { id: '4', label: 'Monitor links vom Empfang', on: false, watts: 0 },
      { id: '5', label: null, on: null, watts: null },
      { id: '6', label: 'شاشة', on: true, watts: 12 },
    ],
    schedule: [
      {
        outlets: ['1', '3'],
        days: ['mon', 'tue', 'wed', 'thu', 'fri'],
        hour: 18,
        minute: 0,
        action: 'off',
      },
      { outlets: ['1', '3'], days: ['mon'], hour: 7, minute: 30, action: 'on' },
    ],
    voltage: 118,
  },
  router: {
    ...plainDevices.router,
    ...full,
    name: 'Edge',
    model: 'D200',
    lteStatus: 'standby',
    lteSignal: { measure: 'RSRP', dbm: -95 },
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
