import { describe, expect, it } from 'vitest';
import { configurationId, flexibleAssetTypeId, organizationId } from '@/lib/model/ids';
import { createPageSizes } from './page-sizes';
import { failureOf, fakeClient, json, listMeta } from './client.fixture';
import { createRefusals, refusedPartsIn } from './optional-parts';
import { forgetful } from './remembered';

const week = 7 * 24 * 60 * 60 * 1000;

/** An account that refuses parts of requests, such as `sort=id` or `filter[id]`; what is learned outlives clients. */
function account(...refused: string[]) {
  const state = { refused, now: 1_760_000_000_000, saved: undefined as unknown, status: 400 };
  const rows = ['1', '2', '3'].map((id, place) => ({
    id,
    type: 'rows',
    attributes: {
      name: `Row ${id}`,
      'organization-id': 2,
      'flexible-asset-type-id': 3,
      traits: {},
      'updated-at': `2026-01-0${place + 1}T00:00:00Z`,
    },
  }));
  const asked: string[] = [];
  const start = () =>
    fakeClient(
      ({ url }) => {
        const parts = [
          ...(url.searchParams.get('include')?.split(',') ?? []),
          ...(url.searchParams.has('sort') ? [`sort=${url.searchParams.get('sort')}`] : []),
          ...[...url.searchParams.keys()].filter((name) => name === 'filter[id]'),
        ];
        asked.push(parts.join(' '));
        if (parts.some((part) => state.refused.includes(part)))
          return json({ errors: [{ title: 'Not allowed' }] }, state.status);
        const id = url.pathname.split('/')[2];
        return id === undefined
          ? json({ data: rows, meta: listMeta(null, rows.length) })
          : json({ data: rows.find((row) => row.id === id) });
      },
      {
        repetitions: 0,
        now: () => state.now,
        memory: {
          pageSizes: createPageSizes(forgetful(() => state.now)),
          refusals: createRefusals({
            load: () => Promise.resolve(state.saved),
            save: (saved) => {
              state.saved = JSON.parse(JSON.stringify(saved));
              return Promise.resolve();
            },
            now: () => state.now,
          }),
        },
      },
    ).client;
  return { state, start, asked: () => asked.splice(0) };
}
const all = 'configuration_interfaces rmm_records dnet_fa_remote_assets sort=id';

describe('what a request can do without', () => {
  it.each(['configuration_interfaces', 'rmm_records', 'dnet_fa_remote_assets', 'sort=id'])(
    'is left out where the account refuses it, by the next worker too: %s',
    async (part) => {
      const { start, asked, state } = account(part);
      expect((await start().configurationsPage(1)).rows).toHaveLength(3);
      expect(refusedPartsIn(state.saved)).toEqual([part]);
      asked();
      await start().configurationsPage(1);
      const left = all.split(' ').filter((each) => each !== part);
      expect(asked()).toEqual([left.join(' ')]);
    },
  );

  it('is told apart where several are refused', async () => {
    const { start, state } = account('rmm_records', 'sort=id');
    expect((await start().configurationsPage(1)).rows).toHaveLength(3);
    expect(refusedPartsIn(state.saved).sort()).toEqual(['rmm_records', 'sort=id']);
  });

  it('is asked for again after a week, and forgotten where it is taken', async () => {
    const { start, asked, state } = account('rmm_records');
    await start().configurationsPage(1);
    state.now += week - 1;
    asked();
    await start().configurationsPage(1);
    expect(asked().join()).not.toContain('rmm_records');
    state.now += 1;
    state.refused = [];
    await start().configurationsPage(1);
    expect(asked()).toEqual([all]);
    expect(refusedPartsIn(state.saved)).toEqual([]);
  });

  it('is refused for its resource only', async () => {
    const { start, asked } = account('sort=id');
    await start().configurationsPage(1);
    asked();
    await start().organizationsPage(1);
    expect(asked()).toEqual(['sort=id', '']);
  });

  it('is not to blame where the plain request fails, too', async () => {
    const { start, state } = account('');
    const client = start();
    state.refused = ['', 'sort=id'];
    const { client: refusing } = fakeClient(() => json({ errors: [{ title: 'No' }] }, 400));
    expect((await failureOf(refusing.configurationsPage(1))).kind).toBe('malformed-request');
    state.refused = [];
    await client.configurationsPage(1);
    expect(refusedPartsIn(state.saved)).toEqual([]);
  });

  it.each([502, 503, 504, 429])(
    'is not given up for a failure that passes (%i)',
    async (status) => {
      const { start, state } = account('rmm_records');
      state.status = status;
      if (status === 504) state.refused = [];
      await start()
        .configurationsPage(1)
        .catch(() => undefined);
      expect(refusedPartsIn(state.saved)).toEqual([]);
    },
  );

  it('is the filter by ids too: then each row is asked for by itself', async () => {
    for (const resource of ['configurations', 'organizations'] as const) {
      const { start, asked, state } = account('filter[id]');
      const read = () =>
        resource === 'configurations'
          ? start().configurationsById(['1', '2'].map(configurationId))
          : start().organizationsById(['1', '2'].map(organizationId));
      expect((await read()).rows.map(({ id }) => id)).toEqual(['1', '2']);
      expect(refusedPartsIn(state.saved)).toEqual(['filter[id]']);
      asked();
      await read();
      expect(asked().join()).not.toContain('filter[id]');
    }
  });

  it('is the order by the last change: then the whole list is read', async () => {
    const { start, state } = account('sort=-updated_at');
    const type = flexibleAssetTypeId('3');
    const newest = await start().flexibleAssetsNewest(type, 2);
    expect(newest.rows.map(({ id }) => id)).toEqual(['3', '2']);
    expect(refusedPartsIn(state.saved)).toEqual(['sort=-updated_at']);
  });

  it('is that order where it is ignored without a word', async () => {
    const { start, state } = account();
    const newest = await start().flexibleAssetsNewest(flexibleAssetTypeId('3'), 2);
    expect(newest.rows.map(({ id }) => id)).toEqual(['3', '2']);
    expect(refusedPartsIn(state.saved)).toEqual(['sort=-updated_at']);
  });

  it.each([undefined, null, 'x', { a: 5 }, { a: { part: 'unknown', since: 1 } }])(
    'that was saved and makes no sense is forgotten: %j',
    (saved) => {
      expect(refusedPartsIn(saved)).toEqual([]);
    },
  );
});
