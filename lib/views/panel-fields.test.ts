import { describe, expect, it } from 'vitest';
import type { Configuration } from '@/lib/model/configuration';
import type { AccessPoint, Device, ManagedPower, Router, Switch } from '@/lib/model/device';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import { parseIp } from '@/lib/model/ip';
import type { Ip } from '@/lib/model/ip';
import { parseMac } from '@/lib/model/mac';
import type { Mac } from '@/lib/model/mac';
import type { PanelView } from './panel';
import { panelFields } from './panel-fields';
import type { FieldKey, PanelField } from './panel-fields';

const now = Date.parse('2026-03-05T12:00:00Z');
const ip = (text: string) => parseIp(text) as Ip;
const mac = (text: string) => parseMac(text) as Mac;

const common = {
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
const nothing = {
  mac: null,
  name: null,
  description: null,
  ip: null,
  ips: [],
  status: 'unknown',
  model: null,
  serialNumber: null,
  firmware: null,
  lastCheckin: null,
  uptimeSeconds: null,
} as const;

const accessPoint: AccessPoint = {
  ...common,
  kind: 'access-point',
  key: deviceKey('access-point', '7'),
  clients: 12,
  latitude: 40.7128,
  longitude: -74.006,
};
const networkSwitch: Switch = {
  ...common,
  kind: 'switch',
  key: deviceKey('switch', '7'),
  gatewayIp: ip('192.168.4.1'),
  activePorts: 7,
  totalPorts: 24,
  availablePower: 178.25,
  totalPower: 370,
};
const managedPower: ManagedPower = {
  ...common,
  kind: 'managed-power',
  key: deviceKey('managed-power', '7'),
  surgeProtection: true,
  enabledPorts: 6,
  totalPorts: 8,
  connectionType: 'mesh',
};
const router: Router = {
  ...common,
  kind: 'router',
  key: deviceKey('router', '7'),
  lteStatus: 'standby',
};

const configuration: Configuration = {
  id: configurationId(9),
  organizationId: organizationId(2),
  name: 'Lobby',
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

function fieldsOf(device: Device, own: Partial<Configuration> = {}): PanelField[] {
  const view: PanelView = {
    kind: 'device',
    device,
    configuration: { ...configuration, ...own },
    networkName: 'Acme Main',
    rule: 'mac',
    mayMatch: false,
    readAt: '2026-03-05T11:00:00Z',
    status: { state: 'ok', at: null },
    problem: null,
  };
  return panelFields(view, now);
}

function fieldOf(key: FieldKey, device: Device, own: Partial<Configuration> = {}): PanelField {
  const found = fieldsOf(device, own).find((each) => each.key === key);
  if (!found) throw new Error(`No field ${key}`);
  return found;
}

/** What a reader sees of each row. */
function words(device: Device): Record<string, string> {
  const shown = ({ value }: PanelField) =>
    value.kind === 'absent' ? '—' : value.kind === 'time' ? value.at : value.text;
  return Object.fromEntries(fieldsOf(device).map((each) => [each.label, shown(each)]));
}

const commonWords = {
  Status: 'Up',
  Name: 'Lobby',
  Model: 'A42',
  IP: '192.168.4.20',
  MAC: 'AC:86:74:33:7A:C0',
  'Serial Number': 'A42-0042',
  'Last Checkin': '2026-03-05T11:57:00Z',
  Uptime: '21d 15h',
  Firmware: '7.0.4',
  'End of Sale': '—',
  'End of Life': '—',
  'Subscription End': '—',
  Description: 'Above the desk',
};

describe('the rows of each kind', () => {
  it.each<[string, Device, Record<string, string>]>([
    ['an access point', accessPoint, { Clients: '12', 'Latitude/Longitude': '40.7128°, -74.006°' }],
    [
      'a switch',
      networkSwitch,
      {
        'Ports (Active/Total)': '7/24',
        'Power (Available/Total)': '178.3/370\u00a0W',
        'Gateway IP': '192.168.4.1',
      },
    ],
    [
      'managed power',
      managedPower,
      { 'Surge Protection': 'active', 'Enabled Ports': '6/8', 'Connection Type': 'mesh' },
    ],
    ['a router', router, { 'LTE Status': 'standby' }],
  ])('%s has every row of the table', (_kind, device, own) => {
    expect(words(device)).toEqual({ ...commonWords, ...own });
  });

  it.each<[string, Device]>([
    ['an access point', { ...accessPoint, ...nothing, clients: null, latitude: null }],
    [
      'a switch',
      {
        ...networkSwitch,
        ...nothing,
        gatewayIp: null,
        activePorts: null,
        totalPorts: null,
        availablePower: null,
        totalPower: null,
      },
    ],
    [
      'managed power',
      {
        ...managedPower,
        ...nothing,
        surgeProtection: null,
        enabledPorts: null,
        totalPorts: null,
        connectionType: null,
      },
    ],
    ['a router', { ...router, ...nothing, lteStatus: null }],
  ])('%s that tells nothing keeps its rows, each a dash', (_kind, device) => {
    const { Status: status, ...others } = words(device);
    expect(status).toBe('Unknown');
    expect(new Set(Object.values(others))).toEqual(new Set(['—']));
    expect(fieldsOf(device).every(({ tone }) => tone === null)).toBe(true);
  });

  it('shows a zero that was measured as a zero', () => {
    expect(words({ ...accessPoint, clients: 0, uptimeSeconds: 0 })).toMatchObject({
      Clients: '0',
      Uptime: '0s',
    });
    expect(words({ ...networkSwitch, activePorts: 0 })).toMatchObject({
      'Ports (Active/Total)': '0/24',
    });
  });

  it('shows the half that is known of two numbers', () => {
    expect(words({ ...networkSwitch, availablePower: null })).toMatchObject({
      'Power (Available/Total)': '—/370\u00a0W',
    });
  });

  it('links a place to a map over https', () => {
    expect(fieldOf('location', accessPoint).value).toEqual({
      kind: 'link',
      text: '40.7128°, -74.006°',
      href: 'https://www.openstreetmap.org/?mlat=40.7128&mlon=-74.006#map=17/40.7128/-74.006',
    });
  });
});

describe('what needs attention', () => {
  it('comes first: a device that is down begins with its status, in red', () => {
    const [first, second] = fieldsOf({
      ...accessPoint,
      status: 'down',
      lifecycle: { endOfSale: null, endOfLife: '2026-01-01T00:00:00Z' },
    });
    expect(first).toMatchObject({ key: 'status', tone: 'bad' });
    expect(second).toMatchObject({ key: 'end-of-life', tone: 'warning' });
  });

  it('keeps the same rows whatever needs attention', () => {
    const keys = (device: Device) =>
      fieldsOf(device)
        .map(({ key }) => key)
        .sort();
    expect(keys({ ...managedPower, ...nothing, surgeProtection: false })).toEqual(
      keys(managedPower),
    );
  });

  it('includes a power strip without surge protection', () => {
    expect(fieldOf('surge-protection', { ...managedPower, surgeProtection: false })).toMatchObject({
      value: { text: 'not active' },
      tone: 'warning',
    });
  });
});

describe('ends', () => {
  it.each([
    ['2026-03-05T11:59:59Z', 'warning', 'past'],
    ['2026-03-06T11:00:00Z', 'warning', 'in 1 day'],
    ['2026-06-03T12:00:00Z', 'warning', 'in 90 days'],
    ['2026-06-03T12:00:01Z', null, null],
  ])('%s: tone %s, note %s', (at, tone, note) => {
    const lifecycle = { endOfSale: at, endOfLife: null };
    expect(fieldOf('end-of-sale', { ...router, lifecycle })).toMatchObject({ tone, note });
    const subscription = { isActive: true, endDate: at, isEvergreen: false };
    expect(fieldOf('subscription-end', { ...router, subscription })).toMatchObject({ tone, note });
  });

  it("shows the vendor's day whatever the zone of the reader", () => {
    const lifecycle = { endOfSale: '2027-01-31T00:00:00Z', endOfLife: null };
    expect(words({ ...router, lifecycle })).toMatchObject({ 'End of Sale': 'Jan 31, 2027' });
  });

  it('says that an ambiguous lifecycle is not certain, instead of that there is none', () => {
    expect(words({ ...router, lifecycle: 'ambiguous' })).toMatchObject({
      'End of Sale': 'not certain, see Datto',
      'End of Life': 'not certain, see Datto',
    });
  });

  it('does not warn of the term of a subscription that renews itself', () => {
    const subscription = { isActive: true, endDate: '2026-03-10T00:00:00Z', isEvergreen: true };
    expect(fieldOf('subscription-end', { ...router, subscription })).toMatchObject({
      value: { text: 'renews itself' },
      tone: null,
    });
  });

  it('warns of a subscription that is not active though its end is not reached', () => {
    const subscription = { isActive: false, endDate: '2027-03-10T00:00:00Z', isEvergreen: false };
    expect(fieldOf('subscription-end', { ...router, subscription })).toMatchObject({
      value: { text: 'not active' },
      tone: 'warning',
    });
  });

  it('shows a dash for a date that is none', () => {
    const lifecycle = { endOfSale: 'soon', endOfLife: null };
    expect(words({ ...router, lifecycle })).toMatchObject({ 'End of Sale': '—' });
  });
});

describe("the configuration's own values", () => {
  it.each<[FieldKey, Partial<Configuration>]>([
    ['name', { name: '  ＬＯＢＢＹ ' }],
    ['mac', { macAddress: 'ac86.7433.7ac0', macs: [mac('ac8674337ac0')] }],
    ['ip', { primaryIp: '192.168.4.20/24', ips: [ip('192.168.4.20')] }],
    ['model', { modelName: 'Datto A42' }],
    ['model', { modelName: 'ACME a-42', manufacturerName: 'Acme' }],
    ['serial-number', { serialNumber: 'a42 0042' }],
    ['serial-number', { serialNumber: null }],
  ])('%s: one in another spelling, or none, is not shown: %j', (key, own) => {
    expect(fieldOf(key, accessPoint, own)).toMatchObject({ documented: null, tone: null });
  });

  it.each<[FieldKey, Partial<Configuration>, string]>([
    ['name', { name: 'Lobby 2' }, 'Lobby 2'],
    ['mac', { macAddress: 'ac86.7433.7ac1', macs: [mac('ac8674337ac1')] }, 'AC:86:74:33:7A:C1'],
    ['mac', { macAddress: '18-5E-0F-ED-99-9J', macs: [] }, '18-5E-0F-ED-99-9J'],
    ['ip', { primaryIp: '192.168.4.21', ips: [ip('192.168.4.21')] }, '192.168.4.21'],
    ['ip', { primaryIp: 'DHCP', ips: [] }, 'DHCP'],
    ['model', { modelName: 'A62' }, 'A62'],
    ['serial-number', { serialNumber: 'A42-0043' }, 'A42-0043'],
    ['status', { statusName: 'Inactive' }, 'Inactive'],
    ['status', { statusName: 'Active', archived: true }, 'Active'],
  ])('%s: one that contradicts is shown and marked: %j', (key, own, text) => {
    expect(fieldOf(key, accessPoint, own)).toMatchObject({
      documented: { text, differs: true },
      tone: 'warning',
    });
  });

  it.each<[FieldKey, Device, Partial<Configuration>, string]>([
    [
      'mac',
      accessPoint,
      { macAddress: 'ac8674337ac1', macs: [mac('ac8674337ac1'), mac('ac8674337ac0')] },
      'AC:86:74:33:7A:C1',
    ],
    ['ip', accessPoint, { primaryIp: '10.239.1.2', ips: [ip('10.239.1.2')] }, '10.239.1.2'],
    [
      'ip',
      accessPoint,
      { primaryIp: '10.0.0.9', ips: [ip('10.0.0.9'), ip('192.168.4.20')] },
      '10.0.0.9',
    ],
    ['serial-number', { ...accessPoint, serialNumber: null }, { serialNumber: 'X1' }, 'X1'],
    ['name', { ...accessPoint, name: null }, { name: 'Lobby' }, 'Lobby'],
    ['status', accessPoint, { statusName: 'Active' }, 'Active'],
    ['status', { ...accessPoint, status: 'down' }, { statusName: 'Inactive' }, 'Inactive'],
  ])('%s: one that only says more is shown without a mark', (key, device, own, text) => {
    expect(fieldOf(key, device, own).documented).toEqual({ text, differs: false });
  });
});
