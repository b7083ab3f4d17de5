import { describe, expect, it } from 'vitest';
import { barsOf } from '@/lib/model/radio';
import { list, single } from './answers.fixture';
import powerStripJson from './examples/powerstrip.json';
import { toLteSignal } from './radio';

const mac = 'ac:86:74:33:7a:c0';
const node = (more: object) => {
  const device = list('access-point', { nodes: { 1: { mac, ...more } } }).rows[0];
  if (device?.kind !== 'access-point') throw new Error('It is no access point.');
  return device;
};

describe("an access point's radios", () => {
  it('are read by band; one that is off or whose width is unknown says so', () => {
    const { channels } = node({
      channels: { '2_4GHz': '5', '5GHz': 44, '6GHz': 0 },
      ht_modes: { '2_4GHz': '?', '5GHz': 'HT40+' },
    });
    expect(channels).toEqual([
      { band: '2.4\u00a0GHz', number: 5, width: null },
      { band: '5\u00a0GHz', number: 44, width: 'HT40+' },
    ]);
    expect(node({ channels: [], ht_modes: [] }).channels).toEqual([]);
  });

  it('hear neighbors by their ids', () => {
    const neighbors = [{ nid: 525849, rssi: { '5GHz': -57 } }, { rssi: {} }, 'none', { nid: '7' }];
    expect(node({ neighbors }).neighbors).toEqual([
      { id: '525849', signals: [{ band: '5\u00a0GHz', dbm: -57 }] },
      { id: '7', signals: [] },
    ]);
  });
});

describe('how well a modem hears', () => {
  it.each([
    [-95, null, 'connected', { measure: 'RSRP', dbm: -95 }],
    [null, -71, 'connected', { measure: 'RSSI', dbm: -71 }],
    [null, null, 'connected (rsrp: -101.5 dBm)', { measure: 'RSRP', dbm: -101.5 }],
    // What was measured is not said, so that no picture would be right.
    [null, null, 'connected, -95 dBm', null],
    [0, null, 'standby', null],
    [null, null, null, null],
  ] as const)('%j, %j and %j are %j', (rsrp, rssi, status, expected) => {
    expect(toLteSignal(rsrp, rssi, status)).toEqual(expected);
  });

  it('has more bars the stronger it is', () => {
    const bars = [-130, -110, -100, -90, -80, -40].map((dbm) => barsOf({ measure: 'RSRP', dbm }));
    expect(bars).toEqual([0, 1, 2, 3, 4, 4]);
  });
});

describe('a power strip', () => {
  it('has its outlets with labels and watts, its voltage and its schedule, as the reference has them', () => {
    expect(single('managed-power', '1', powerStripJson)).toMatchObject({
      voltage: 115,
      outlets: [
        { id: '1', label: 'Device A', on: true, watts: 8.5 },
        { id: '2', label: null, on: true, watts: 0 },
        { id: '3', label: 'Laptop Hub', watts: 19.3 },
        { id: '4', label: 'Monitor', watts: 25.5 },
        { id: '5', label: 'More' },
        { id: '6', label: null },
      ],
      schedule: [
        { outlets: ['3', '4'], days: ['fri'], hour: 18, minute: 0, action: 'off' },
        { outlets: ['3', '4'], days: ['mon'], hour: 7, minute: 30, action: 'on' },
        { outlets: ['3'], days: ['mon', 'tue', 'wed', 'thu', 'fri'], action: 'restart' },
      ],
    });
  });

  it('has what can be read of them, in the order of their numbers', () => {
    const ports = [{ port_id: '10', enable: 1 }, null, { label: 'No number' }, { port_id: 2 }];
    const schedule = [
      { port_ids: 3, days_of_week: ['fri'], hour: 1, minute: 0, action: 'port_enable' },
      {
        port_ids: ['3'],
        days_of_week: { a: 'Friday' },
        hour: '1',
        minute: 0,
        action: 'port_reset',
      },
      { port_ids: [3], days_of_week: ['fri'], hour: 1, minute: 0, action: 'port_paint' },
    ];
    const device = single('managed-power', '1', { ...powerStripJson, ports, schedule });
    if (device.kind !== 'managed-power') throw new Error('It is no power strip.');
    expect(device.outlets.map(({ id, label, on }) => [id, label, on])).toEqual([
      ['2', null, null],
      ['3', 'No number', null],
      ['10', null, true],
    ]);
    expect(device.schedule).toEqual([
      { outlets: ['3'], days: ['fri'], hour: 1, minute: 0, action: 'restart' },
    ]);
  });
});
