import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyJson } from '@/lib/wire/any-json.fixture';
import { readClientHistories, readNodeHistories, readPowerUsage } from './answers';
import { from } from './answers.fixture';
import { DattoError } from './errors';
import nodesExample from './examples/history-nodes.json';

const at = (time: string) => Date.parse(time);

describe("a network's nodes", () => {
  it('are read as the reference has them', () => {
    expect(readNodeHistories(from(nodesExample))).toEqual([
      {
        id: '31792',
        traffic: [
          { number: 1, up: 40, down: 50, clients: 1 },
          { number: 2, up: 28278, down: 90538, clients: 7 },
        ],
        checkins: [
          { at: at('2014-07-28T12:20:00Z'), up: true },
          { at: at('2014-07-28T12:25:00Z'), up: true },
          { at: at('2014-07-28T12:20:00Z'), up: false },
        ],
        speeds: [
          { at: at('2014-07-29T11:20:00Z'), value: 11476 },
          { at: at('2014-07-29T11:25:00Z'), value: 11786 },
        ],
      },
    ]);
  });

  it('are read keyed, with figures as text, without what a gateway does not measure, and without users as an SSID', () => {
    const node = {
      traffic: { ssid1: { bup: '40', bdown: '', users: '3' }, users: 7, ssid9: { bup: 1 } },
      checkins: [
        { time: '2026-03-05T02:05:00Z', status: 'gateway' },
        { time: '2026-03-05T02:10:00Z', status: '' },
        { time: '0000-00-00T00:00:00Z', status: 'gateway' },
        null,
      ],
    };
    expect(readNodeHistories(from({ nodes: { 12: node, 13: 'none' } }))).toEqual([
      {
        id: '12',
        traffic: [{ number: 1, up: 40, down: null, clients: 3 }],
        checkins: [
          { at: at('2026-03-05T02:05:00Z'), up: true },
          { at: at('2026-03-05T02:10:00Z'), up: false },
        ],
        speeds: [],
      },
    ]);
  });

  it('have the newest of too many samples', () => {
    const checkins = Array.from({ length: 5_000 }, (_, place) => ({
      time: new Date(place * 300_000).toISOString(),
      status: 'gateway',
    }));
    const [node] = readNodeHistories(from({ nodes: [{ 1: { checkins } }] }));
    expect(node?.checkins.length).toBeLessThan(1_000);
    expect(node?.checkins.at(-1)?.at).toBe(4_999 * 300_000);
  });

  it('are no answer where there is no list', () => {
    expect(() => readNodeHistories(from({ error: 'none' }))).toThrow(DattoError);
    expect(readNodeHistories(from({ nodes: [] }))).toEqual([]);
  });
});

describe("a network's clients", () => {
  const row = {
    name: 'android-77b8',
    name_override: 'Front desk',
    signal: { antenna1: -75, antenna2: '-66' },
    last_seen: '2014-02-10T20:20:17Z',
    last_node: 'ac:86:74:00:0b:f0',
    os: 'android',
    blocked: '1',
    link: 'unknown',
    traffic: { ssid1: { bup: 40, bdown: 50 }, ssid2: { bup: 0, bdown: 0 } },
  };

  it('are read as the reference has them: the name that people gave, and the better antenna', () => {
    expect(readClientHistories(from({ clients: [{ '1c:99:4c:7b:ae:fe': row }] }))).toEqual([
      {
        mac: '1c994c7baefe',
        name: 'Front desk',
        os: 'android',
        wired: null,
        blocked: true,
        accessPoint: 'ac8674000bf0',
        lastSeen: '2014-02-10T20:20:17Z',
        signal: -66,
        ssids: [1],
        up: 40,
        down: 50,
      },
    ]);
  });

  it('are read where they have no MAC, carry it themselves, or are keyed', () => {
    const [nameless] = readClientHistories(from({ clients: [{ '': row }] }));
    expect(nameless).toMatchObject({ mac: null, name: 'Front desk' });
    const [own] = readClientHistories(from({ clients: [{ ...row, mac: '1C-99-4C-7B-AE-FE' }] }));
    expect(own?.mac).toBe('1c994c7baefe');
    const [keyed] = readClientHistories(from({ clients: { '1c:99:4c:7b:ae:fe': row } }));
    expect(keyed?.mac).toBe('1c994c7baefe');
  });
});

describe("a power strip's usage", () => {
  it('is read by outlet, in the order of their numbers, with the mains’ voltage', () => {
    const usage = [
      {
        time: '2018-04-29T23:00:00Z',
        ports: {
          10: { active_power_w: 8, voltage_v: 118 },
          2: { active_power_w: '3.5', voltage_v: 118 },
        },
        memory_available: 0,
      },
      { time: '2018-04-29T23:05:00Z', ports: { 2: { active_power_w: null } } },
    ];
    const first = at('2018-04-29T23:00:00Z');
    const second = at('2018-04-29T23:05:00Z');
    expect(readPowerUsage(from({ usage }))).toEqual({
      outlets: [
        {
          id: '2',
          watts: [
            { at: first, value: 3.5 },
            { at: second, value: null },
          ],
        },
        { id: '10', watts: [{ at: first, value: 8 }] },
      ],
      voltage: [
        { at: first, value: 118 },
        { at: second, value: null },
      ],
    });
  });
});

it('whatever a row holds, the others are read', () => {
  const good = { checkins: [{ time: '2026-03-05T02:05:00Z', status: 'gateway' }] };
  fc.assert(
    fc.property(anyJson, fc.constantFrom('traffic', 'checkins', 'metrics'), (odd, field) => {
      const nodes = readNodeHistories(
        from({ nodes: [odd, { 1: odd, 2: { [field]: odd } }, { 3: good }] }),
      );
      expect(nodes.find(({ id }) => id === '3')?.checkins).toHaveLength(1);
      expect(
        readClientHistories(from({ clients: [odd, { '1c:99:4c:7b:ae:fe': odd }, { a: {} }] }))
          .length,
      ).toBeGreaterThan(0);
      const time = '2026-03-05T02:05:00Z';
      const usage = [odd, { time, ports: odd }, { time, ports: { 1: odd, 2: {} } }];
      expect(readPowerUsage(from({ usage })).outlets.map(({ id }) => id)).toContain('2');
    }),
  );
});
