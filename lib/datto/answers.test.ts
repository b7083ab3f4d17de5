import { describe, expect, it } from 'vitest';
import { readNetworkList } from './answers';
import networkListJson from './examples/network-list.json';
import powerStripListJson from './examples/powerstrip-list.json';
import powerStripJson from './examples/powerstrip.json';
import switchListJson from './examples/switch-list.json';
import switchJson from './examples/switch.json';
import { from, list, single } from './answers.fixture';
const firstSwitch = switchListJson.switches[0]!;
const firstStrip = powerStripListJson.powerstrips[0]!;

describe('networks', () => {
  it("reads the vendor's example", () => {
    expect(readNetworkList(from(networkListJson))).toEqual({
      rows: [{ id: '135587', name: 'hk_network', latitude: 49.4402605, longitude: -123.672402 }],
      skipped: [],
      oddFields: [],
    });
  });

  it('may be none', () => {
    expect(readNetworkList(from({ networks: [] }))).toEqual({
      rows: [],
      skipped: [],
      oddFields: [],
    });
  });

  it('calls a network without a name by its id', () => {
    const { rows } = readNetworkList(from({ networks: [{ id: 7, name: ' ' }] }));
    expect(rows).toEqual([{ id: '7', name: '7', latitude: null, longitude: null }]);
  });

  it('skips and reports a row that does not parse, and keeps the others', () => {
    const { rows, skipped } = readNetworkList(
      from({ networks: [{ id: 1, name: 'A' }, { id: 2, name: 3 }, 'x', { name: 'B' }] }),
    );
    expect(rows.map(({ name }) => name)).toEqual(['A', '3']);
    expect(skipped).toEqual([
      { id: '#3', fields: [{ field: '', expected: 'object' }] },
      { id: '#4', fields: [{ field: 'id', expected: null }] },
    ]);
  });

  it('is malformed without its list', () => {
    expect(() => readNetworkList(from({ nets: [] }))).toThrow(
      expect.objectContaining({ name: 'DattoError', kind: 'malformed' }),
    );
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
      skipped: [{ id: '4', fields: [{ field: 'summary_info', expected: 'object' }] }],
      oddFields: [],
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
      outlets: [],
      schedule: [],
      voltage: 116,
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
        oddFields: [],
      });
      expect(() => single('router', '5', { ...router, model })).toThrow(
        expect.objectContaining({ kind: 'not-found' }),
      );
    },
  );

  it('reports a D200 that does not parse', () => {
    expect(list('router', { routers: [{ ...router, mac: 1 }] }).skipped).toEqual([
      { id: '5', fields: [{ field: 'mac', expected: 'string' }] },
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
