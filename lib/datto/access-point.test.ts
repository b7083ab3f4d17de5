import { describe, expect, it } from 'vitest';
import nodeListJson from './examples/node-list.json';
import nodeJson from './examples/node.json';
import { list, single, site } from './answers.fixture';
const firstNode = nodeListJson.nodes['525849'];

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
          channels: [
            { band: '2.4\u00a0GHz', number: 5, width: 'HT20' },
            { band: '5\u00a0GHz', number: 44, width: 'HT40+' },
          ],
          neighbors: [],
          latitude: 49.530269000000004,
          longitude: -123.002388,
        },
      ],
      skipped: [],
      oddFields: [],
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
      const { kind, key, id, networkId, ips, status, ...others } = row;
      expect({ kind, key, networkId, ips, status }).toEqual({
        kind: 'access-point',
        networkId: site,
        key: `access-point:${id}`,
        ips: [],
        status: 'unknown',
      });
      expect(new Set(Object.values(others).flat())).toEqual(new Set([null]));
    }
    expect(rows).toHaveLength(3);
  });

  it('are none where the empty object is written as an empty array', () => {
    expect(list('access-point', { nodes: [] })).toEqual({ rows: [], skipped: [], oddFields: [] });
  });

  it('skips the row that does not parse, by id and without its values', () => {
    const { rows, skipped } = list('access-point', {
      nodes: { 1: { ...firstNode, mac: 12345 }, 2: firstNode, 3: null },
    });
    expect(rows.map(({ id }) => id)).toEqual(['2']);
    expect(skipped).toEqual([
      { id: '1', fields: [{ field: 'mac', expected: 'string' }] },
      { id: '3', fields: [{ field: '', expected: 'object' }] },
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
