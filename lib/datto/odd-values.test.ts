import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceKind } from '@/lib/model/device';
import { anyJson } from '@/lib/wire/any-json.fixture';
import { from, site } from './answers.fixture';
import { readDeviceList, readNetworkList } from './answers';
import networkListJson from './examples/network-list.json';
import nodeListJson from './examples/node-list.json';
import nodeJson from './examples/node.json';
import powerStripListJson from './examples/powerstrip-list.json';
import powerStripJson from './examples/powerstrip.json';
import switchListJson from './examples/switch-list.json';

type Json = Record<string, unknown>;

const lifecycleAndSubscription: Json = {
  lifecycle: { end_of_sale: '2021-05-31T00:00:00Z', end_of_life: '2026-05-31T00:00:00Z' },
  subscription: { is_active: true, end_date: '2025-03-01T14:50:12Z', is_evergreen: false },
};
const inner: Readonly<Record<string, readonly string[]>> = {
  lifecycle: ['lifecycle'],
  'lifecycle.end_of_sale': ['lifecycle'],
  'lifecycle.end_of_life': ['lifecycle'],
  subscription: ['subscription'],
  'subscription.is_active': ['subscription'],
  'subscription.end_date': ['subscription'],
  'subscription.is_evergreen': ['subscription'],
};

/** One valid row of a kind, what reads it, and which of its fields show in which of the model's. */
interface Kind {
  readonly row: Json;
  readonly read: (row: Json) => ReturnType<typeof readNetworkList | typeof readDeviceList>;
  readonly shows: Readonly<Record<string, readonly string[]>>;
}

const devices = (kind: DeviceKind, list: (row: Json) => unknown): Kind['read'] => {
  return (row) => readDeviceList(from(list(row)), kind, site);
};
const kinds: Readonly<Record<string, Kind>> = {
  network: {
    row: networkListJson.networks[0]!,
    read: (row) => readNetworkList(from({ networks: [row] })),
    shows: { name: ['name'], latitude: ['latitude'], longitude: ['longitude'] },
  },
  'access point': {
    row: {
      ...nodeJson,
      ...nodeListJson.nodes['525849'],
      lan_info: { lan_ip: '192.168.0.9', wan_ip: '6.59.122.1' },
      uptime_seconds: 55,
      active_clients: 3,
      neighbors: [{ nid: 5, rssi: { '5GHz': -57 } }],
      ...lifecycleAndSubscription,
    },
    read: devices('access-point', (row) => ({ nodes: { 525849: row } })),
    shows: {
      name: ['name'],
      description: ['description'],
      ip: ['ip', 'ips'],
      lan_info: ['ip', 'ips'],
      'lan_info.lan_ip': ['ip', 'ips'],
      hardware: ['model'],
      serial_no: ['serialNumber'],
      firmware_version: ['firmware'],
      last_checkin: ['lastCheckin', 'status', 'uptimeSeconds', 'clients'],
      uptime: [],
      uptime_seconds: ['uptimeSeconds'],
      down: ['status'],
      spare: ['status'],
      latitude: ['latitude'],
      longitude: ['longitude'],
      active_clients: ['clients'],
      channels: ['channels'],
      ht_modes: ['channels'],
      neighbors: ['neighbors'],
      ...inner,
    },
  },
  switch: {
    row: {
      ...switchListJson.switches[1],
      summary_info: { ...switchListJson.switches[1]!.summary_info, ...lifecycleAndSubscription },
    },
    read: devices('switch', (row) => ({ switches: [row] })),
    shows: {
      poe: ['availablePower', 'totalPower'],
      'poe.available_power_w': ['availablePower'],
      'poe.total_power_w': ['totalPower'],
      'summary_info.name': ['name'],
      'summary_info.description': ['description'],
      'summary_info.model': ['model'],
      'summary_info.ip': ['ip', 'ips'],
      'summary_info.gateway_ip': ['gatewayIp'],
      'summary_info.firmware_version': ['firmware'],
      'summary_info.last_checkin': [
        'lastCheckin',
        'uptimeSeconds',
        'activePorts',
        'totalPorts',
        'availablePower',
        'totalPower',
      ],
      'summary_info.uptime_seconds': ['uptimeSeconds'],
      'summary_info.cloud_status': ['status'],
      'summary_info.active_ports': ['activePorts'],
      'summary_info.total_ports': ['totalPorts'],
      'summary_info.serial_no': ['serialNumber'],
      ...Object.fromEntries(
        Object.entries(inner).map(([field, shown]) => [`summary_info.${field}`, shown]),
      ),
    },
  },
  'managed power': {
    row: {
      ...powerStripJson,
      ...powerStripListJson.powerstrips[0],
      ip: '10.0.0.5',
      ...lifecycleAndSubscription,
    },
    read: devices('managed-power', (row) => ({ powerstrips: [row] })),
    shows: {
      name: ['name'],
      description: ['description'],
      model: ['model'],
      serial_no: ['serialNumber'],
      ip: ['ip', 'ips'],
      mesh_ip: ['ips'],
      firmware_version: ['firmware'],
      last_checkin: [
        'lastCheckin',
        'uptimeSeconds',
        'surgeProtection',
        'enabledPorts',
        'totalPorts',
        'voltage',
      ],
      uptime_seconds: ['uptimeSeconds'],
      cloud_status: ['status'],
      role: ['connectionType'],
      surge_protection_active: ['surgeProtection'],
      enabled_ports: ['enabledPorts'],
      port_count: ['totalPorts'],
      ports: ['outlets'],
      schedule: ['schedule'],
      voltage_v: ['voltage'],
      ...inner,
    },
  },
  router: {
    row: {
      router_id: 5,
      mac: 'ac:86:74:00:00:05',
      name: 'Edge',
      description: 'Router',
      model: 'D200',
      serial_no: 'D1',
      ip: '10.0.0.1',
      firmware_version: '1.2',
      last_checkin: '2025-03-01T14:50:12Z',
      cloud_status: 'up',
      uptime_seconds: 77,
      lte_status: 'standby',
      lte_rsrp_dbm: -95,
      ...lifecycleAndSubscription,
    },
    read: devices('router', (row) => ({ routers: [row] })),
    shows: {
      name: ['name'],
      description: ['description'],
      serial_no: ['serialNumber'],
      ip: ['ip', 'ips'],
      firmware_version: ['firmware'],
      last_checkin: ['lastCheckin', 'uptimeSeconds'],
      cloud_status: ['status'],
      uptime_seconds: ['uptimeSeconds'],
      lte_status: ['lteStatus'],
      lte_rsrp_dbm: ['lteSignal'],
      lte_rssi_dbm: ['lteSignal'],
      ...inner,
    },
  },
};

/** The row with another value at a path. */
function withValue(row: Json, path: string, value: unknown): Json {
  const copy = structuredClone(row);
  const parts = path.split('.');
  const last = parts.pop()!;
  const outer = parts.reduce((at, part) => at[part] as Json, copy);
  outer[last] = value;
  return copy;
}

describe.each(Object.entries(kinds))('a row of a %s', (_, { row, read, shows }) => {
  const whole = read(row).rows[0] as unknown as Json;

  it('is kept with its other fields whatever one of them holds', () => {
    expect(read(row).oddFields).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(shows)), anyJson, (field, value) => {
        const { rows, skipped } = read(withValue(row, field, value));
        expect(skipped).toEqual([]);
        const differing = Object.entries(rows[0] as unknown as Json)
          .filter(([name, now]) => JSON.stringify(now) !== JSON.stringify(whole[name]))
          .map(([name]) => name);
        expect(shows[field]).toEqual(expect.arrayContaining(differing));
      }),
      { numRuns: 500 },
    );
  });

  it('is kept whatever several of them hold, and each is named once at most', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...Object.keys(shows).filter((f) => !f.includes('.'))),
          anyJson,
        ),
        (values) => {
          const { rows, skipped, oddFields } = read({ ...row, ...values });
          expect(skipped).toEqual([]);
          expect(rows).toHaveLength(1);
          const named = oddFields.map(({ field }) => field);
          expect(new Set(named).size).toBe(named.length);
          expect(oddFields.every(({ count }) => count === 1)).toBe(true);
        },
      ),
    );
  });
});

describe('what real servers were seen to send', () => {
  const accessPoint = kinds['access point']!;
  it.each<[string, unknown, string, unknown]>([
    ['latitude', '49.5302', 'latitude', 49.5302],
    ['longitude', '', 'longitude', null],
    ['down', 0, 'status', 'up'],
    ['down', '1', 'status', 'down'],
    ['spare', 'true', 'status', 'spare'],
    ['lifecycle', [], 'lifecycle', null],
    ['subscription', [], 'subscription', null],
    ['lan_info', [], 'ip', '6.59.122.192'],
    ['name', 40, 'name', '40'],
    ['firmware_version', 7.1, 'firmware', '7.1'],
    ['active_clients', '3', 'clients', 3],
    ['uptime_seconds', '55', 'uptimeSeconds', 55],
    ['last_checkin', false, 'lastCheckin', null],
    ['last_checkin', 1_440_424_320, 'lastCheckin', '2015-08-24T13:52:00.000Z'],
    ['last_checkin', '1440424320000', 'lastCheckin', '2015-08-24T13:52:00.000Z'],
  ])('%s: %j', (field, value, shown, expected) => {
    const [device] = accessPoint.read(withValue(accessPoint.row, field, value)).rows;
    expect((device as unknown as Json)[shown]).toEqual(expected);
  });

  it('keeps the other half of a subscription and of a lifecycle', () => {
    const odd = withValue(accessPoint.row, 'subscription.is_active', 'perhaps');
    const [device] = accessPoint.read(withValue(odd, 'lifecycle.end_of_sale', 3)).rows;
    expect(device).toMatchObject({
      subscription: { isActive: null, endDate: '2025-03-01T14:50:12Z' },
      lifecycle: { endOfSale: null, endOfLife: '2026-05-31T00:00:00Z' },
    });
  });

  it('names each field once for all rows of a list, and no value', () => {
    const row = { ...accessPoint.row, latitude: '49.53', name: { secret: 'value' } };
    const nodes = Object.fromEntries([1, 2, 3].map((id) => [id, row]));
    const { rows, oddFields } = readDeviceList(from({ nodes }), 'access-point', site);
    expect(rows).toHaveLength(3);
    expect(oddFields).toEqual([
      { kind: 'access-point', field: 'name', count: 3, type: 'object', lost: true },
      { kind: 'access-point', field: 'latitude', count: 3, type: 'string', lost: false },
    ]);
    expect(JSON.stringify(oddFields)).not.toContain('secret');
  });

  it.each([[[]], [{}]])('%j is no network, and no device', (none) => {
    expect(readNetworkList(from({ networks: none })).rows).toEqual([]);
    for (const [kind, name] of [
      ['access-point', 'nodes'],
      ['switch', 'switches'],
      ['managed-power', 'powerstrips'],
      ['router', 'routers'],
    ] as const)
      expect(readDeviceList(from({ [name]: none }), kind, site)).toEqual({
        rows: [],
        skipped: [],
        oddFields: [],
      });
  });

  it('a list may be keyed, and ids be numbers or text', () => {
    const row = kinds.switch!.row;
    const keyed = { switches: { 4: { ...row, id: '4' }, 5: { ...row, id: 5 } } };
    const { rows } = readDeviceList(from(keyed), 'switch', site);
    expect(rows.map(({ key }) => key)).toEqual(['switch:4', 'switch:5']);
  });
});
