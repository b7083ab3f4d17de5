import { describe, expect, it } from 'vitest';
import type { Device, ManagedPower, Router, Switch } from '@/lib/model/device';
import { deviceKey } from '@/lib/model/device';
import { needingAttention } from './panel-fields';
import type { PanelField } from './panel-fields';
import { accessPoint, common, fieldOf, fieldsOf, ip } from './panel-fields.fixture';
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
  outlets: [],
  schedule: [],
  voltage: 118,
};
const router: Router = {
  ...common,
  kind: 'router',
  key: deviceKey('router', '7'),
  lteStatus: 'standby',
  lteSignal: null,
};

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
    [
      'an access point',
      accessPoint,
      {
        Clients: '12',
        Channels: '44 (5\u00a0GHz, HT40+)',
        Neighbors: 'Back office (-57 dBm, 5\u00a0GHz)',
        'Latitude/Longitude': '40.7128°, -74.006°',
      },
    ],
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
      {
        'Surge Protection': 'active',
        'Enabled Ports': '6/8',
        'Connection Type': 'mesh',
        Voltage: '118 V',
      },
    ],
    ['a router', router, { 'LTE Status': 'standby' }],
  ])('%s has every row of the table', (_kind, device, own) => {
    expect(words(device)).toEqual({ ...commonWords, ...own });
  });

  it.each<[string, Device]>([
    [
      'an access point',
      {
        ...accessPoint,
        ...nothing,
        clients: null,
        channels: [],
        neighbors: [],
        latitude: null,
      },
    ],
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
        voltage: null,
      },
    ],
    ['a router', { ...router, ...nothing, lteStatus: null }],
  ])('%s that tells nothing keeps its rows, each a dash', (_kind, device) => {
    const { Status: status, ...others } = words(device);
    expect(status).toBe('Unknown');
    expect(new Set(Object.values(others))).toEqual(new Set(['—']));
    expect(fieldsOf(device).every(({ tone }) => tone === null)).toBe(true);
  });

  it('shows a modem’s signal as a picture where a figure is given, and only then', () => {
    expect(fieldOf('lte-status', router).value).toMatchObject({ kind: 'text', text: 'standby' });
    const lteSignal = { measure: 'RSRP', dbm: -95 } as const;
    expect(fieldOf('lte-status', { ...router, lteSignal }).value).toEqual({
      kind: 'signal',
      text: 'standby',
      bars: 2,
      figure: 'RSRP -95 dBm, 2 of 4 bars',
    });
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
  it('stays in its place: each row stands where it stood, and the status first', () => {
    const keys = (device: Device) => fieldsOf(device).map(({ key }) => key);
    const ended = { endOfSale: '2020-01-01T00:00:00Z', endOfLife: '2026-01-01T00:00:00Z' };
    const worst = { status: 'down', lifecycle: ended } as const;
    for (const device of [accessPoint, networkSwitch, managedPower, router]) {
      expect(keys({ ...device, ...worst })).toEqual(keys(device));
      expect(keys({ ...device, ...nothing })).toEqual(keys(device));
    }
    const [first] = fieldsOf({ ...accessPoint, ...worst });
    expect(first).toMatchObject({ key: 'status', tone: 'bad' });
  });

  it('is counted without the status, which is said by itself', () => {
    const lifecycle = { endOfSale: '2020-01-01T00:00:00Z', endOfLife: null };
    const fields = fieldsOf({ ...accessPoint, status: 'down', lifecycle }, { modelName: 'A62' });
    expect(needingAttention(fields).map(({ key }) => key)).toEqual(['model', 'end-of-sale']);
    expect(needingAttention(fieldsOf(accessPoint))).toEqual([]);
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
