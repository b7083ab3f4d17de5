import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { Organization } from '@/lib/model/organization';
import organizationsExample from './examples/organizations.json';
import type { Page, PageAt } from './json-api-read';
import { readAll } from './read-all';
import { failureOf, fakeClient, json, listMeta } from './client.fixture';

const row = (id: string | number, name: unknown = `Organization ${id}`) => ({
  id,
  type: 'organizations',
  attributes: { name },
});

describe('a page', () => {
  test("of the reference's organizations is read as the model has them", async () => {
    const { client } = fakeClient(() => json(organizationsExample));
    const { rows, skipped } = await client.organizationsPage(1);
    expect(skipped).toEqual([]);
    expect(rows[0]).toEqual({
      id: '2',
      name: 'Happy Frog',
      shortName: 'happy',
      primary: false,
      typeName: 'Customer',
      statusName: 'Active',
    });
    expect(rows.map(({ primary }) => primary)).toEqual([false, true, false]);
  });

  test('is asked for in thousands, by id, with its filters', async () => {
    const { client, requests } = fakeClient(() => json({ data: [], meta: listMeta(null, 0, 0) }));
    await client.organizationsPage(
      { number: 3, size: 1000 },
      { ids: [organizationId('4'), organizationId('5')] },
    );
    await client.organizationsPage(1, { name: 'Frog & Sons, Ltd' });
    const [byId, byName] = requests.map(({ url }) => Object.fromEntries(url.searchParams));
    expect(byId).toEqual({
      'filter[id]': '4,5',
      sort: 'id',
      'page[size]': '1000',
      'page[number]': '3',
    });
    expect(byName?.['filter[name]']).toBe('Frog & Sons, Ltd');
  });

  test('tells the next page and the size of the whole list', async () => {
    const { client } = fakeClient(() => json({ data: [row('1')], meta: listMeta(2, 1001, 2) }));
    expect(await client.organizationsPage(1)).toMatchObject({
      at: { number: 1, size: 1000 },
      nextPage: { number: 2, size: 1000 },
      totalCount: 1001,
      totalPages: 2,
    });
  });

  test('leaves out a row that does not parse and says which and why, without its values', async () => {
    const { client } = fakeClient(() =>
      json({
        data: [
          row('1'),
          { ...row('2'), attributes: ['a secret value'] },
          { attributes: {} },
          row('3'),
        ],
        meta: listMeta(null, 4),
      }),
    );
    const { rows, skipped } = await client.organizationsPage(1);
    expect(rows.map(({ id }) => id)).toEqual(['1', '3']);
    expect(skipped).toEqual([
      { id: '2', fields: [{ field: 'attributes', expected: 'object' }] },
      { id: '#3', fields: [{ field: 'id', expected: null }] },
    ]);
    expect(JSON.stringify(skipped)).not.toContain('value');
  });

  test.each([
    ['a list that goes round in circles', { data: [row('1')], meta: listMeta(1, 2000, 2) }],
    ['an answer without rows', { meta: listMeta(null, 0) }],
    ['a full page that does not tell whether it goes on', { data: Array(1000).fill(row('1')) }],
  ])('refuses %s', async (_, body) => {
    const { client } = fakeClient(() => json(body));
    expect(await failureOf(client.organizationsPage(1))).toMatchObject({ kind: 'transient' });
  });
});

test('ids of any length survive exactly, as text and as numbers, at the top and in attributes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.bigInt({ min: 1n, max: 10n ** 20n }),
      fc.bigInt({ min: 1n, max: 10n ** 20n }),
      fc.boolean(),
      async (configuration, organization, asText) => {
        const id = asText ? `"${configuration}"` : String(configuration);
        const { client } = fakeClient(() =>
          json(
            `{"data": {"id": ${id}, "type": "configurations",
              "attributes": {"organization-id": ${organization}, "name": "AP"}}}`,
          ),
        );
        expect(await client.configuration('1' as never)).toMatchObject({
          id: String(configuration),
          organizationId: String(organization),
        });
      },
    ),
  );
});

describe('readAll', () => {
  const organizations = (ids: readonly number[]): Organization[] =>
    ids.map((id) => ({
      id: organizationId(id),
      name: `Organization ${id}`,
      shortName: null,
      primary: false,
      typeName: null,
      statusName: null,
    }));

  /** A list in pages of `size` that changes between any two readings. */
  const changing = (size: number, lists: readonly (readonly number[])[]) => {
    let reading = 0;
    return (at: PageAt): Promise<Page<Organization>> => {
      const page = at === 1 ? 1 : at.number;
      const now = lists[Math.min(reading++, lists.length - 1)] ?? [];
      const pages = Math.ceil(now.length / size);
      return Promise.resolve({
        rows: organizations(now.slice((page - 1) * size, page * size)),
        skipped: [],
        lost: [],
        oddFields: [],
        at: { number: page, size },
        nextPage: page < pages ? { number: page + 1, size } : null,
        totalCount: now.length,
        totalPages: pages,
        newest: null,
      });
    };
  };

  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 60 });
  const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

  test('no row comes twice, however rows are added while it reads', async () => {
    await fc.assert(
      fc.asyncProperty(ids, ids, fc.integer({ min: 1, max: 9 }), async (before, added, size) => {
        const after = [...new Set([...before, ...added])];
        const { rows } = await readAll(changing(size, [sorted(before), sorted(after)]));
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        const read = new Set(rows.map(({ id }) => Number(id)));
        for (const id of before) expect(read.has(id)).toBe(true);
      }),
    );
  });

  test('a row that shifts to an earlier page because others were removed is not lost', async () => {
    // 1 and 2 go after the first page was read: 5 and 6 move onto it.
    const { rows } = await readAll(
      changing(4, [
        [1, 2, 3, 4, 5, 6, 7, 8],
        [3, 4, 5, 6, 7, 8],
      ]),
    );
    expect(rows.map(({ id }) => Number(id)).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
