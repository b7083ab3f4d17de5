import type { Configuration } from '@/lib/model/configuration';
import type { AccessPoint, Device } from '@/lib/model/device';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import { parseIp } from '@/lib/model/ip';
import type { Ip } from '@/lib/model/ip';
import { parseMac } from '@/lib/model/mac';
import type { Mac } from '@/lib/model/mac';
import { plainConfiguration } from '@/lib/model/samples.fixture';
import type { PanelView } from './panel';
import { panelFields } from './panel-fields';
import type { FieldKey, PanelField } from './panel-fields';

const now = Date.parse('2026-03-05T12:00:00Z');

export const ip = (text: string) => parseIp(text) as Ip;

export const mac = (text: string) => parseMac(text) as Mac;

export const common = {
  id: '7',
  networkId: networkId(1),
  mac: mac('ac:86:74:33:7a:c0'),
  name: 'Lobby',
  description: 'Above the desk',
  ip: ip('192.168.4.20'),
  ips: [ip('192.168.4.20'), ip('10.239.1.2')],
  status: 'up',
  model: 'A42',
  serialNumber: 'A42-0042',
  firmware: '7.0.4',
  lastCheckin: '2026-03-05T11:57:00Z',
  uptimeSeconds: 1_869_780,
  lifecycle: null,
  subscription: null,
} as const;

export const accessPoint: AccessPoint = {
  ...common,
  kind: 'access-point',
  key: deviceKey('access-point', '7'),
  clients: 12,
  channels: [{ band: '5\u00a0GHz', number: 44, width: 'HT40+' }],
  neighbors: [{ id: '8', signals: [{ band: '5\u00a0GHz', dbm: -57 }] }],
  latitude: 40.7128,
  longitude: -74.006,
};

const configuration: Configuration = {
  ...plainConfiguration,
  id: configurationId(9),
  organizationId: organizationId(2),
  name: 'Lobby',
};

export function fieldsOf(device: Device, own: Partial<Configuration> = {}): PanelField[] {
  const view: PanelView = {
    kind: 'device',
    device,
    configuration: { ...configuration, ...own },
    networkName: 'Acme Main',
    connections: [],
    neighbors:
      device.kind === 'access-point'
        ? device.neighbors.map(({ signals }) => ({ name: 'Back office', signals }))
        : [],
    ports: null,
    rule: 'mac',
    version: '',
    mayMatch: false,
    undo: null,
    team: null,
    readAt: '2026-03-05T11:00:00Z',
    status: { state: 'ok', at: null },
    problem: null,
  };
  return panelFields(view, now);
}

export function fieldOf(
  key: FieldKey,
  device: Device,
  own: Partial<Configuration> = {},
): PanelField {
  const found = fieldsOf(device, own).find((each) => each.key === key);
  if (!found) throw new Error(`No field ${key}`);
  return found;
}
