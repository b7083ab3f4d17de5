import { describe, expect, it } from 'vitest';
import { networkId as asNetworkId } from '@/lib/model/ids';
import { readDeviceAnswer, readDeviceList, readNetworkList, readSettings } from './answers';
import type { DeviceKind } from '@/lib/model/device';
import networkListJson from './examples/network-list.json';
import settingsJson from './examples/network-settings.json';
import nodeListJson from './examples/node-list.json';
import nodeJson from './examples/node.json';
import powerStripListJson from './examples/powerstrip-list.json';
import powerStripJson from './examples/powerstrip.json';
import switchListJson from './examples/switch-list.json';
import switchJson from './examples/switch.json';

const site = asNetworkId(135587);
const from = (json: unknown) => ({ host: 'api.cloudtrax.com' as const, json });
const list = (kind: DeviceKind, json: unknown) => readDeviceList(from(json), kind, site);
const single = (kind: DeviceKind, id: string, json: unknown) =>
  readDeviceAnswer(from(json), kind, id, site);
const firstNode = nodeListJson.nodes['525849'];
const firstSwitch = switchListJson.switches[0]!;
const firstStrip = powerStripListJson.powerstrips[0]!;

describe('networks', () => {
  it("reads the vendor's example", () => {
    expect(readNetworkList(from(networkListJson))).toEqual({
      rows: [{ id: '135587', name: 'hk_network', latitude: 49.4402605, longitude: -123.672402 }],
      skipped: [],
    });
  });

  it('may be none', () => {
    expect(readNetworkList(from({ networks: [] }))).toEqual({ rows: [], skipped: [] });
  });

  it('calls a network without a name by its id', () => {
    const { rows } = readNetworkList(from({ networks: [{ id: 7, name: ' ' }] }));
    expect(rows).toEqual([{ id: '7', name: '7', latitude: null, longitude: null }]);
  });

  it('skips and reports a row that does not parse, and keeps the others', () => {
    const { rows, skipped } = readNetworkList(
      from({ networks: [{ id: 1, name: 'A' }, { id: 2, name: 3 }, 'x', { name: 'B' }] }),
    );
    expect(rows.map(({ name }) => name)).toEqual(['A']);
    expect(skipped).toEqual([
      { id: '2', reason: 'name: expected string' },
      { id: '#3', reason: 'expected object' },
      { id: '#4', reason: 'id: not valid' },
    ]);
  });

  it('is malformed without its list', () => {
    expect(() => readNetworkList(from({ nets: [] }))).toThrow(
      expect.objectContaining({ name: 'DattoError', kind: 'malformed' }),
    );
  });
});

describe('access points', () => {
  it("reads the vendor's list, keyed by id", () => {
    expect(list('access-point', nodeListJson)).toEqual({
      rows: [
        {
          kind: 'access-point',
          key: 'access-point:525849',
          id: '525849',
          networkId: '135587',
          mac: 'ac8674337ac0',
          name: 'Back office',
          description: 'main AP',
          ip: '192.168.0.9',
          ips: ['192.168.0.9', '6.59.122.192'],
          status: 'up',
          model: 'OM5P_AN',
          serialNumber: null,
          firmware: 'fw-ng-r575',
          lastCheckin: '2015-06-17T13:35:43Z',
          uptimeSeconds: ((21 * 24 + 15) * 60 + 23) * 60,
          lifecycle: {
            endOfSale: '2021-05-31T00:00:00Z',
            endOfLife: '2026-05-31T00:00:00Z',
          },
          subscription: {
            isActive: true,
            endDate: '2025-03-01T14:50:12Z',
            isEvergreen: false,
          },
          clients: null,
          latitude: 49.530269000000004,
          longitude: -123.002388,
        },
      ],
      skipped: [],
    });
  });

  it("reads the vendor's single answer, which has no id, with serial number and clients", () => {
    expect(single('access-point', '31792', nodeJson)).toMatchObject({
      key: 'access-point:31792',
      status: 'down',
      serialNumber: 'A1234567890',
      uptimeSeconds: 155,
      clients: 0,
      description: null,
      subscription: null,
    });
  });

  it('never takes the public address', () => {
    const lan = { lan_ip: '', wan_ip: '24.211.105.169' };
    const [node] = list('access-point', { nodes: { 1: { ...firstNode, lan_info: lan } } }).rows;
    expect(node).toMatchObject({ ip: '6.59.122.192', ips: ['6.59.122.192'] });
  });

  it.each([
    [{ spare: true, down: true }, 'spare'],
    [{ spare: false, down: true }, 'down'],
    [{ spare: false, down: false }, 'up'],
    [{ spare: false, down: false, last_checkin: '' }, 'unknown'],
    [{ spare: true, last_checkin: '' }, 'spare'],
    [{ down: undefined }, 'unknown'],
  ])('with %j is %s', (fields, status) => {
    const [node] = list('access-point', { nodes: { 1: { ...firstNode, ...fields } } }).rows;
    expect(node?.status).toBe(status);
  });

  it('takes empty texts, nulls and missing fields as absent, and zeros too before the first check-in', () => {
    const bare = { mac: '', name: '', ip: '', last_checkin: '', uptime: '', active_clients: 0 };
    const missing = {};
    const nulls = Object.fromEntries(Object.keys(firstNode).map((field) => [field, null]));
    const { rows, skipped } = list('access-point', { nodes: { 1: bare, 2: missing, 3: nulls } });
    expect(skipped).toEqual([]);
    for (const row of rows) {
      const { kind, key, id, networkId, ips, status, ...rest } = row;
      expect({ kind, key, networkId, ips, status }).toEqual({
        kind: 'access-point',
        networkId: site,
        key: `access-point:${id}`,
        ips: [],
        status: 'unknown',
      });
      expect(new Set(Object.values(rest))).toEqual(new Set([null]));
    }
    expect(rows).toHaveLength(3);
  });

  it('are none where the empty object is written as an empty array', () => {
    expect(list('access-point', { nodes: [] })).toEqual({ rows: [], skipped: [] });
  });

  it('skips the row that does not parse, by id and without its values', () => {
    const { rows, skipped } = list('access-point', {
      nodes: { 1: { ...firstNode, mac: 12345 }, 2: firstNode, 3: null },
    });
    expect(rows.map(({ id }) => id)).toEqual(['2']);
    expect(skipped).toEqual([
      { id: '1', reason: 'mac: expected string' },
      { id: '3', reason: 'expected object' },
    ]);
  });
});

describe('lifecycle and subscription', () => {
  const read = (fields: object) =>
    list('access-point', { nodes: { 1: { ...firstNode, ...fields } } }).rows[0];

  it.each([
    [null, null],
    [{ end_of_sale: null, end_of_life: null }, 'ambiguous'],
    [
      { end_of_sale: null, end_of_life: '2026-05-31T00:00:00Z' },
      { endOfSale: null, endOfLife: '2026-05-31T00:00:00Z' },
    ],
  ])('reads %j', (wire, lifecycle) => {
    expect(read({ lifecycle: wire })?.lifecycle).toEqual(lifecycle);
  });

  it('gives a subscription that renews itself no end', () => {
    const subscription = { is_active: true, end_date: '2030-01-01T00:00:00Z', is_evergreen: true };
    expect(read({ subscription })?.subscription).toEqual({
      isActive: true,
      endDate: null,
      isEvergreen: true,
    });
  });
});

describe('switches', () => {
  it("reads the vendor's list", () => {
    const { rows, skipped } = list('switch', switchListJson);
    expect(skipped).toEqual([]);
    expect(rows.map(({ key }) => key)).toEqual(['switch:18', 'switch:19']);
    expect(rows[1]).toEqual({
      kind: 'switch',
      key: 'switch:19',
      id: '19',
      networkId: '135587',
      mac: '88dc9616b4e3',
      name: 'switch john1',
      description: null,
      ip: '10.0.1.67',
      ips: ['10.0.1.67'],
      status: 'up',
      model: 'OMS48',
      serialNumber: null,
      firmware: 'v0.00.03',
      lastCheckin: '2016-07-06T23:14:41Z',
      uptimeSeconds: 7836,
      lifecycle: { endOfSale: '2021-04-30T00:00:00Z', endOfLife: '2026-04-30T00:00:00Z' },
      subscription: { isActive: true, endDate: '2025-03-01T14:50:12Z', isEvergreen: false },
      gatewayIp: '10.0.0.1',
      activePorts: 3,
      totalPorts: 52,
      availablePower: 22,
      totalPower: 740,
    });
    // No PoE is a fact, not an absence.
    expect(rows[0]).toMatchObject({ availablePower: 0, totalPower: 0 });
  });

  it("reads the vendor's single answer", () => {
    expect(single('switch', '123', switchJson)).toMatchObject({
      key: 'switch:123',
      status: 'pairing',
      lifecycle: null,
      totalPorts: 12,
    });
  });

  it('shows nothing of a switch that never checked in but what people entered', () => {
    const summary_info = {
      ...firstSwitch.summary_info,
      ...{
        ip: '',
        gateway_ip: '',
        firmware_version: '',
        last_checkin: '',
        cloud_status: 'unknown',
      },
      ...{ uptime_seconds: 0, active_ports: 0, total_ports: 0 },
    };
    const { rows } = list('switch', { switches: [{ ...firstSwitch, summary_info }] });
    expect(rows[0]).toMatchObject({
      name: 'switch john',
      ip: null,
      ips: [],
      gatewayIp: null,
      firmware: null,
      lastCheckin: null,
      uptimeSeconds: null,
      activePorts: null,
      totalPorts: null,
      availablePower: null,
      totalPower: null,
      status: 'unknown',
    });
  });

  it('skips a row without its summary', () => {
    expect(list('switch', { switches: [{ id: 4 }] })).toEqual({
      rows: [],
      skipped: [{ id: '4', reason: 'summary_info: expected object' }],
    });
  });
});

describe('managed power', () => {
  it("reads the vendor's list, with the mesh address for matching only", () => {
    expect(list('managed-power', powerStripListJson).rows[0]).toEqual({
      kind: 'managed-power',
      key: 'managed-power:1',
      id: '1',
      networkId: '135587',
      mac: 'ac8674000000',
      name: "Pat's Desk MP60",
      description: null,
      ip: null,
      ips: ['1.1.1.1'],
      status: 'up',
      model: 'P60',
      serialNumber: null,
      firmware: '6.4.6-c3b6f768496b73473b45a06b478bf2e75c6cdd5e',
      lastCheckin: '2018-04-30T19:29:11.232Z',
      uptimeSeconds: 1024671,
      lifecycle: 'ambiguous',
      subscription: null,
      surgeProtection: true,
      enabledPorts: 6,
      totalPorts: 6,
      connectionType: 'mesh',
    });
  });

  it('counts the ports of the single answer', () => {
    const ports = powerStripJson.ports.map((port, index) => ({ ...port, enable: index > 1 }));
    expect(single('managed-power', '1', { ...powerStripJson, ports })).toMatchObject({
      enabledPorts: 4,
      totalPorts: 6,
    });
  });

  it.each([
    ['gateway', 'wired'],
    ['repeater', 'mesh'],
    ['', null],
    ['constructor', null],
  ])('with the role %j is connected by %j', (role, connectionType) => {
    const { rows } = list('managed-power', { powerstrips: [{ ...firstStrip, role, ip: null }] });
    expect(rows[0]).toMatchObject({ connectionType });
  });
});

describe('routers', () => {
  const router = { router_id: 5, model: 'D200', mac: 'ac:86:74:00:00:05', lte_status: 'standby' };

  it.each(['D200', 'd200', 'Datto D200', 'DATTO-D200', ' datto d200 '])('takes %j', (model) => {
    const { rows } = list('router', { routers: [{ ...router, model }] });
    expect(rows).toMatchObject([{ key: 'router:5', lteStatus: 'standby', mac: 'ac8674000005' }]);
  });

  it.each(['DNA', 'Datto DNA', 'DNA D200', 'D2000', 'AD200', 'D20', '', null, 200])(
    'neither takes nor reports %j',
    (model) => {
      expect(list('router', { routers: [{ ...router, model, mac: 1 }] })).toEqual({
        rows: [],
        skipped: [],
      });
      expect(() => single('router', '5', { ...router, model })).toThrow(
        expect.objectContaining({ kind: 'not-found' }),
      );
    },
  );

  it('reports a D200 that does not parse', () => {
    expect(list('router', { routers: [{ ...router, mac: 1 }] }).skipped).toEqual([
      { id: '5', reason: 'mac: expected string' },
    ]);
  });
});

describe('a single answer', () => {
  it.each(['access-point', 'switch', 'managed-power'] as const)(
    'of a wrong form is malformed (%s)',
    (kind) => {
      expect(() => single(kind, '1', [])).toThrow(expect.objectContaining({ kind: 'malformed' }));
    },
  );
});

describe('settings', () => {
  const ssid = (general: object) => ({
    advanced: { wpa_e_server_secret: 'radius secret' },
    general: {
      ssid_num: 1,
      ssid_name: 'Staff',
      wifi_name: 'Staff',
      enable: true,
      wifi_auth_type: 'wpa-2only-psk',
      wpa_password: 'correct horse',
      ...general,
    },
  });
  const read = (ssids: unknown) => readSettings(from({ ...settingsJson, ssids }), site);

  it("reads the vendor's example and keeps none of its secrets", () => {
    const result = readSettings(from(settingsJson), site);
    expect(result).toEqual({
      rows: [
        {
          networkId: '135587',
          number: 1,
          name: 'ssid1',
          wifiName: 'ssid1',
          enabled: true,
          authType: 'open',
          preSharedKey: null,
        },
      ],
      skipped: [],
      location: 'hmmm',
    });
  });

  it('keeps names and keys exactly', () => {
    const wifi_name = '  "Gäste" 📶 ';
    const wpa_password = ` '"<b>\\ ${'x'.repeat(50)} `;
    const { rows } = read({ 3: ssid({ wifi_name, ssid_name: wifi_name, wpa_password }) });
    expect(rows).toMatchObject([
      { number: 3, name: wifi_name, wifiName: wifi_name, preSharedKey: wpa_password },
    ]);
  });

  it.each([
    ['wpa-2only-psk', 'correct horse', 'correct horse'],
    ['sae-mixed', 'correct horse', 'correct horse'],
    ['sae', '', null],
    ['open', 'correct horse', null],
    ['wpa-2only-e', 'correct horse', null],
    ['wpa-9-psk', 'correct horse', null],
  ])('of type %s with the password %j has the key %j', (wifi_auth_type, wpa_password, key) => {
    const { rows } = read({ 1: ssid({ wifi_auth_type, wpa_password }) });
    expect(rows).toMatchObject([{ authType: wifi_auth_type, preSharedKey: key }]);
  });

  it('reports an SSID that does not parse without any of its values', () => {
    const { rows, skipped } = read({
      1: ssid({ wpa_password: 123456789 }),
      2: ssid({}),
      9: ssid({}),
      4: null,
    });
    expect(rows.map(({ number }) => number)).toEqual([2]);
    expect(skipped).toEqual([
      { id: '1', reason: 'general.wpa_password: expected string' },
      { id: '9', reason: 'not valid' },
    ]);
  });

  it.each([[{}], [[]], [null], [undefined]])('has no SSIDs where there are %j', (ssids) => {
    expect(read(ssids)).toEqual({ rows: [], skipped: [], location: 'hmmm' });
  });
});
