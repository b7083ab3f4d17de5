import type { Device, DeviceKind } from '@/lib/model/device';
import { deviceKey } from '@/lib/model/device';
import { parseIp } from '@/lib/model/ip';
import { parseMac } from '@/lib/model/mac';
import type { PanelCandidate } from '@/lib/views/matching';
import type { PanelView } from '@/lib/views/panel';
import type { RecordView } from '@/lib/views/wireless';
import { statuses } from '@/components/state/statuses.fixture';
import { sampleDevice, sampleView } from './view.fixture';

type Unmatched = Extract<PanelView, { kind: 'unmatched' }>;
type Managed = Extract<RecordView, { kind: 'managed' }>;

/** What devices of all kinds have in common, all of it known. */
const full = {
  mac: parseMac('ac:86:74:0b:c1:80'),
  ip: parseIp('192.168.10.21'),
  ips: [],
  status: 'up',
  serialNumber: 'CE21-00417',
  firmware: '7.0.4',
  uptimeSeconds: 1_869_780,
  description: 'Behind the front desk',
  lifecycle: { endOfSale: '2026-04-20T00:00:00Z', endOfLife: '2031-04-20T00:00:00Z' },
  subscription: { isActive: true, endDate: '2026-05-01T00:00:00Z', isEvergreen: false },
} as const;

/** A device of each kind, with every field. */
export const devicesOfAllKinds: Readonly<Record<DeviceKind, Device>> = {
  'access-point': { ...sampleDevice, ...full, clients: 14 },
  switch: {
    ...sampleDevice,
    ...full,
    kind: 'switch',
    key: deviceKey('switch', '18'),
    name: 'NW-SW01',
    model: 'E24',
    gatewayIp: parseIp('192.168.10.1'),
    activePorts: 17,
    totalPorts: 26,
    availablePower: 141.6,
    totalPower: 185,
  },
  'managed-power': {
    ...sampleDevice,
    ...full,
    kind: 'managed-power',
    key: deviceKey('managed-power', '5'),
    name: 'Rack power',
    model: 'MP60',
    surgeProtection: false,
    enabledPorts: 5,
    totalPorts: 6,
    connectionType: 'wired',
  },
  router: {
    ...sampleDevice,
    ...full,
    kind: 'router',
    key: deviceKey('router', '2'),
    name: 'Edge',
    model: 'D200',
    lteStatus: 'standby',
  },
};

/** The panel of a matched device. */
export const deviceView = (device: Device) => ({
  ...sampleView,
  device,
  configuration: { ...sampleView.configuration, name: device.name ?? '', modelName: device.model },
  mayMatch: true,
});

/** A configuration without a device, for the reason given. */
export const unmatchedView = (
  why: Unmatched['why'],
  changes: Partial<Unmatched> = {},
): Unmatched => ({
  kind: 'unmatched',
  title: 'Lobby',
  why,
  mayMatch: false,
  ignored: false,
  status: statuses.ok,
  ...changes,
});

/** Why a configuration has no device: each reason. */
export const unmatchedReasons = {
  'organization-unmatched': true,
  'device-unmatched': true,
  'configuration-unknown': true,
  'never-synced': true,
} as const satisfies Record<Unmatched['why'], true>;

/** A switch that may be the configuration's. */
export const candidate = (name: string, more: Partial<PanelCandidate> = {}): PanelCandidate => ({
  deviceKey: deviceKey('switch', name),
  kind: 'switch',
  name,
  mac: parseMac('ac:86:74:00:00:12'),
  ip: '192.168.1.2',
  model: 'E24',
  networkName: 'Acme Main',
  reason: 'name',
  version: '',
  ...more,
});

/** A record that is kept current. */
export const managedRecord: Managed = {
  kind: 'managed',
  networkName: 'northwind  traders',
  ssidName: 'شبكة <b>',
  syncedAt: '2026-03-05T11:55:00Z',
  on: true,
  archived: false,
  heldBy: [],
};
