import { describe, expect, it } from 'vitest';
import { configurationId } from '@/lib/model/ids';
import { failureOf, fakeClient, json, listMeta } from './client.fixture';

const configuration = (relationships: object) => ({
  id: '7',
  type: 'configurations',
  attributes: {
    'organization-id': 2,
    name: 'Office wireless',
    'mac-address': 'AC:86:74:00:00:01',
    'serial-number': 'S1',
  },
  relationships,
});
const record = (id: string, attributes: object) => ({ id, type: 'rmm-records', attributes });
const interfaces = {
  data: [{ id: '68', type: 'configuration-interfaces' }],
};
async function read(relationships: object, ...included: object[]) {
  const { client } = fakeClient(() =>
    json({ data: [configuration(relationships)], included, meta: listMeta(null, 1) }),
  );
  const { rows, skipped, oddFields } = await client.configurationsPage(1);
  expect(skipped).toEqual([]);
  return { row: rows[0]!, oddFields };
}
const report = record('9', {
  hostname: 'office-ap',
  'mac-addresses': ['00-00-00-00-00-00', 'AC-86-74-00-00-01', 'ac867400.0002', 'ac86.7400.0002'],
  'ip-addresses': ['10.0.0.9', 'fe80::1%3'],
  'serial-number': 'R-77',
});

describe('what an RMM reports for a configuration', () => {
  it.each<[string, object]>([
    ['beside', { 'rmm-records': { data: [{ id: '9' }] } }],
    ['as one', { 'rmm-records': { data: { id: 9 } } }],
    [
      "inside the interfaces', as the reference's example shows",
      { 'configuration-interfaces': { ...interfaces, 'rmm-records': { data: [{ id: '9' }] } } },
    ],
    [
      'at both places, beside one that is gone',
      {
        'configuration-interfaces': { 'rmm-records': { data: [null, { id: '9' }] } },
        'rmm-records': { data: [{ id: '9' }, { id: 'gone' }] },
      },
    ],
  ])('counts as its addresses: %s', async (_, relationships) => {
    const { row } = await read(relationships, report);
    expect(row.macs).toEqual(['ac8674000001', 'ac8674000002']);
    expect(row.rmmMacs).toEqual(['ac8674000002']);
    expect(row.ips).toContain('10.0.0.9');
    expect(row.rmm).toMatchObject({ serialNumber: 'R-77', hostname: 'office-ap' });
  });

  it.each<[string, object, readonly string[]]>([
    ['one text', { 'mac-addresses': 'AC:86:74:00:00:02, AC:86:74:00:00:03' }, ['02', '03']],
    ['a single field', { 'mac-address': 'AC:86:74:00:00:02' }, ['02']],
    ['null', { 'mac-addresses': null }, []],
    ['an object', { 'mac-addresses': { a: 1 } }, []],
    ['odd elements', { 'mac-addresses': [7, null, 'x', 'AC-86-74-00-00-02'] }, ['02']],
    ['nothing', {}, []],
  ])('is read as far as it can be: %s', async (_, attributes, ends) => {
    const relationships = { 'rmm-records': { data: [{ id: '9' }] } };
    const { row } = await read(relationships, record('9', attributes));
    expect(row.rmmMacs).toEqual(ends.map((last) => `ac86740000${last}`));
    expect(row.macs[0]).toBe('ac8674000001');
  });

  it.each(['Default string', 'To be filled by O.E.M.', 'N/A', '0', ' none '])(
    'has no serial number where firmware says %j',
    async (text) => {
      const relationships = { 'rmm-records': { data: [{ id: '9' }] } };
      const { row } = await read(relationships, record('9', { 'serial-number': text }));
      expect(row.rmm?.serialNumber).toBeNull();
    },
  );

  it.each([{ 'rmm-records': 'x' }, { 'rmm-records': { data: 'x' } }, {}])(
    'costs nothing else where its relationship cannot be read: %j',
    async (relationships) => {
      const { row } = await read(relationships, report);
      expect(row.rmm).toBeNull();
      expect(row.macs).toEqual(['ac8674000001']);
    },
  );

  it('is bounded, however much a host of many guests reports', async () => {
    const many = Array.from(
      { length: 5000 },
      (_, place) =>
        `02:00:00:00:${String(place >> 8).padStart(2, '0')}:${String((place % 90) + 10)}`,
    );
    const relationships = { 'rmm-records': { data: [{ id: '9' }] } };
    const { row } = await read(relationships, record('9', { 'mac-addresses': many }));
    expect(row.macs.length).toBeLessThanOrEqual(257);
  });
});

describe('an account that refuses the include', () => {
  const refusing = (status: number) =>
    fakeClient(
      ({ url }) =>
        url.searchParams.get('include')?.includes('rmm_records')
          ? json(
              { errors: [{ title: 'Invalid include', source: { parameter: 'include' } }] },
              status,
            )
          : json({ data: [configuration({})], meta: listMeta(null, 1) }),
      { repetitions: 0 },
    );

  it.each([400, 422, 500])('is read without, and asked for it once only (%s)', async (status) => {
    const { client, requests } = refusing(status);
    expect((await client.configurationsPage(1)).rows).toHaveLength(1);
    requests.splice(0);
    expect((await client.configurationsPage(1)).rows).toHaveLength(1);
    await client.withSignal(AbortSignal.timeout(1000)).configurationsPage(1);
    expect(requests.map(({ url }) => url.searchParams.get('include'))).toEqual([
      'configuration_interfaces,dnet_fa_remote_assets',
      'configuration_interfaces,dnet_fa_remote_assets',
    ]);
  });

  it('is not taken for one where the configuration itself is refused', async () => {
    const { client, requests } = fakeClient(() =>
      json({ errors: [{ title: 'Unauthorized', source: { pointer: 'id' } }] }, 401),
    );
    expect((await failureOf(client.configuration(configurationId('7')))).kind).toBe('out-of-reach');
    await failureOf(client.configuration(configurationId('7')));
    expect(requests.at(-2)?.url.searchParams.get('include')).toContain('rmm_records');
  });
});
