import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { flexibleAssetTypeId } from '@/lib/model/ids';
import type { ItGlueClient } from './client';
import { failureOf, fakeClient, json, listMeta } from './client.fixture';
import { createRefusals } from './optional-parts';
import { createPageSizes } from './page-sizes';
import { forgetful } from './remembered';
import { readAll } from './read-all';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const week = 7 * 24 * 60 * 60 * 1000;

async function settled<Value>(call: Promise<Value>): Promise<Value> {
  call.catch(() => undefined);
  await vi.runAllTimersAsync();
  return call;
}

/** A tenant whose pages of more than `bearable` rows take too long; what the browser keeps of it outlives clients. */
function tenant(count: number, bearable: number, late: '504' | 'unanswered' = '504') {
  const state = { bearable, now: 1_760_000_000_000, saved: undefined as unknown };
  const asked: string[] = [];
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  const start = () =>
    fakeClient(
      ({ url }) => {
        const size = Number(url.searchParams.get('page[size]'));
        const number = Number(url.searchParams.get('page[number]'));
        asked.push(`${number}/${size}`);
        if (size > state.bearable)
          return late === '504'
            ? json('<h1>504</h1>', 504)
            : new Promise<Response>(() => undefined);
        const pages = Math.ceil(ids.length / size);
        const rows = ids.slice((number - 1) * size, number * size);
        return json({
          data: rows.map((id) => ({
            id: String(id),
            attributes: {
              name: `Row ${id}`,
              'organization-id': 2,
              'flexible-asset-type-id': 3,
              traits: {},
            },
          })),
          meta: listMeta(number < pages ? number + 1 : null, ids.length, pages),
        });
      },
      {
        now: () => state.now,
        memory: {
          pageSizes: createPageSizes({
            load: () => Promise.resolve(state.saved),
            save: (saved) => {
              state.saved = JSON.parse(JSON.stringify(saved));
              return Promise.resolve();
            },
            now: () => state.now,
          }),
          refusals: createRefusals(forgetful(() => state.now)),
        },
      },
    ).client;
  return {
    state,
    ids,
    start,
    /** What was asked for since the last call, as number and size of the pages. */
    asked: () => asked.splice(0),
  };
}
const organizations = (client: ItGlueClient) =>
  settled(readAll((at) => client.organizationsPage(at)));

describe.each(['504', 'unanswered'] as const)('a page that takes too long (%s)', (late) => {
  test.each([
    [1000, ['1/1000']],
    [999, ['1/1000', '1/250', '2/250', '3/250']],
    [250, ['1/1000', '1/250', '2/250', '3/250']],
    [249, ['1/1000', '1/250', ...Array.from({ length: 12 }, (_, index) => `${index + 1}/50`)]],
  ])(
    'is asked for once, then the list again from its start with smaller ones (%i)',
    async (bearable, pages) => {
      const { start, asked, ids } = tenant(600, bearable, late);
      const { rows } = await organizations(start());
      expect(rows.map(({ id }) => Number(id))).toEqual(ids);
      expect(asked()).toEqual(pages);
    },
  );

  test('fails where no page is small enough, after the usual repetitions of the smallest', async () => {
    const { start, asked, state } = tenant(600, 49, late);
    const failure = await failureOf(organizations(start()));
    expect(failure.kind).toBe(late === '504' ? 'transient' : 'timeout');
    const [first, second, ...others] = asked();
    expect([first, second]).toEqual(['1/1000', '1/250']);
    expect(new Set(others)).toEqual(new Set(['1/50']));
    expect(others.length).toBe(late === '504' ? 5 : 2);
    expect(state.saved).toBeUndefined();
  });
});

test('the size that worked is remembered, by the resource, for the next worker', async () => {
  const { start, asked } = tenant(600, 250);
  await organizations(start());
  asked();
  await organizations(start());
  expect(asked()).toEqual(['1/250', '2/250', '3/250']);
  await settled(readAll((at) => start().passwordsPage(at)));
  expect(asked()[0]).toBe('1/1000');
});

test('the largest is tried again after a week, and that is kept where it works now', async () => {
  const { start, asked, state } = tenant(600, 250);
  await organizations(start());
  state.now += week - 1;
  asked();
  await organizations(start());
  expect(asked()[0]).toBe('1/250');
  state.now += 1;
  await organizations(start());
  expect(asked().slice(0, 2)).toEqual(['1/1000', '1/250']);
  await organizations(start());
  expect(asked()[0]).toBe('1/250');
  state.now += week;
  state.bearable = 1000;
  await organizations(start());
  await organizations(start());
  expect(asked()).toEqual(['1/1000', '1/1000']);
});

test.each([0, 1, 30, 50, 250])(
  'a refused size is remembered however short the list is (%i rows)',
  async (count) => {
    const { start, asked, state } = tenant(count, 250);
    expect((await organizations(start())).rows).toHaveLength(count);
    expect(asked()).toEqual(['1/1000', '1/250']);
    await organizations(start());
    expect(asked()).toEqual(['1/250']);
    // It passed: a week later the largest is asked for again, and kept.
    state.bearable = 1000;
    state.now += week;
    await organizations(start());
    await organizations(start());
    expect(asked()).toEqual(['1/1000', '1/1000']);
    expect(state.saved).toEqual({});
  },
);

test('a short list that even the middle size is refused for remembers the smallest', async () => {
  const { start, asked } = tenant(3, 50);
  await organizations(start());
  await organizations(start());
  expect(asked()).toEqual(['1/1000', '1/250', '1/50', '1/50']);
});

test('one refused size is not unlearned by another list that is still read with larger pages', async () => {
  const { start, asked, state } = tenant(600, 1000);
  const client = start();
  const first = await settled(client.organizationsPage(1));
  state.bearable = 50;
  await organizations(client);
  state.bearable = 1000;
  await settled(client.organizationsPage({ number: 1, size: first.at.size }));
  asked();
  await organizations(client);
  expect(asked()[0]).toBe('1/50');
});

test.each([
  [undefined],
  [null],
  ['x'],
  [{ organizations: 5 }],
  [{ organizations: { size: 3, since: 1 } }],
])('what was saved and makes no sense is forgotten: %j', async (saved) => {
  const { start, asked, state } = tenant(10, 1000);
  state.saved = saved;
  await organizations(start());
  expect(asked()).toEqual(['1/1000']);
});

test('lists of every kind do so', async () => {
  const lists: [string, (client: ItGlueClient) => Promise<unknown>][] = [
    ['configurations', (client) => readAll((at) => client.configurationsPage(at))],
    [
      'flexible assets',
      (client) => readAll((at) => client.flexibleAssetsPage(at, flexibleAssetTypeId('3'))),
    ],
    ['passwords', (client) => readAll((at) => client.passwordsPage(at))],
    ['users and groups', (client) => client.users()],
    ['types', (client) => client.configurationTypes()],
    ['statuses', (client) => client.configurationStatuses()],
    ['manufacturers', (client) => client.manufacturers()],
    ['models', (client) => client.models('7')],
    ['types by name', (client) => client.findConfigurationType('Row 1')],
    ['flexible asset types', (client) => client.flexibleAssetTypesNamed('Row 1')],
  ];
  for (const [name, read] of lists) {
    const { start, asked } = tenant(60, 50);
    await settled(read(start()));
    expect(asked().slice(0, 3), name).toEqual(['1/1000', '1/250', '1/50']);
  }
});

test('no row is lost or doubled, wherever pages begin to take too long while rows come and go', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3000 }),
      fc.array(fc.constantFrom(1000, 250, 50), { minLength: 1, maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 12 }),
      async (count, bearable, come) => {
        const world = tenant(count, 1000);
        const stay = [...world.ids];
        let turn = 0;
        // Some new rows and another speed before each answer; slower and slower, as a busy server is.
        const client = world.start();
        const read = (at: Parameters<typeof client.organizationsPage>[0]) => {
          world.state.bearable = Math.min(
            world.state.bearable,
            bearable[turn % bearable.length] ?? 1000,
          );
          const place = come[turn];
          if (place !== undefined) world.ids.splice(place % world.ids.length, 0, 10_000 + turn);
          turn += 1;
          return client.organizationsPage(at);
        };
        const { rows } = await settled(readAll(read));
        const found = rows.map(({ id }) => Number(id));
        expect(new Set(found).size).toBe(found.length);
        expect(stay.filter((id) => !found.includes(id))).toEqual([]);
      },
    ),
    { numRuns: 50 },
  );
});
