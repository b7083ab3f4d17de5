/** Rows for tests, with everything absent that a test does not name. */
import type { Configuration } from './configuration';
import type { Device, DeviceKind } from './device';
import { deviceKey } from './device';
import { configurationId, networkId, organizationId } from './ids';
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

export const plainConfiguration: Configuration = {
  id: configurationId('c1'),
  organizationId: organizationId('o1'),
  name: 'Configuration c1',
  hostname: null,
  primaryIp: null,
  macAddress: null,
  serialNumber: null,
  typeName: null,
  statusName: null,
  manufacturerName: null,
  modelName: null,
  archived: false,
  macs: [],
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
