import { afterEach, describe, expect, it } from 'vitest';
import { configurationId, organizationId } from '@/lib/model/ids';
import {
  acme,
  creating,
  devices,
  emptyConfiguration,
  finish,
  landed,
  names,
  start,
  withAccessPoints,
  world,
} from './creation.fixture';

afterEach(() => world.close());

describe('a person who creates many', () => {
  it('stops where a person says so; what was not sent is created by the next one, none twice', async () => {
    const keys = await withAccessPoints(30);
    const hang = world.vendors.faults.add({
      kind: 'hang',
      effect: 'after',
      api: 'itglue',
      method: 'POST',
      path: creating,
      after: 6,
      times: Infinity,
    });
    expect(await start(keys)).toEqual({ ok: true, count: 30 });
    await hang.reached;
    await world.ask('creation.stop', { id: (await devices()).creation!.id });
    hang.remove();
    await landed();
    world.startWorker();
    await finish();
    const stopped = (await devices()).creation!;
    expect(stopped).toMatchObject({ state: 'done', refused: 0 });
    // Those that were under way ended; nothing else was sent.
    expect(stopped.created + stopped.stopped).toBe(30);
    expect(stopped.stopped).toBeGreaterThanOrEqual(20);
    expect(names()).toHaveLength(stopped.created);

    const left = (await devices()).rows.flatMap(({ key, state }) =>
      state === 'unmatched' ? [key] : [],
    );
    expect(await start(left)).toEqual({ ok: true, count: stopped.stopped });
    await finish();
    expect(new Set(names()).size).toBe(30);
    expect(names()).toHaveLength(30);
    expect((await devices()).creation).toMatchObject({ stopped: 0, created: stopped.stopped });
  });

  it('tells a refused manufacturer as what it is, and creates the rows again when asked', async () => {
    const keys = await withAccessPoints(2);
    world.tenant.itglue.manufacturers.clear();
    const refused = world.vendors.faults.add({
      kind: 'answer',
      status: 422,
      body: { errors: [{ title: 'Unprocessable', detail: 'Name is too long' }] },
      api: 'itglue',
      method: 'POST',
      path: /^\/manufacturers$/,
      times: Infinity,
    });
    await start(keys);
    await finish();
    const { creation } = await devices();
    expect(creation!.rows.map(({ refusal }) => refusal)).toEqual(
      Array(2).fill({
        kind: 'problem',
        problem: {
          kind: 'refused',
          side: 'itglue',
          cause: {
            kind: 'reference-refused',
            reference: 'manufacturer',
            name: 'Datto',
            problem: expect.objectContaining({ detail: 'Name is too long' }) as unknown,
          },
        },
      }),
    );
    refused.remove();
    expect(await start(creation!.rows.map(({ deviceKey }) => deviceKey))).toMatchObject({
      ok: true,
    });
    await finish();
    expect(names()).toEqual(['AP 1', 'AP 2']);
  });

  it('warns of names that two rows have, or a configuration in use', async () => {
    const keys = await withAccessPoints(3, 'Lobby');
    const rows = async (some: typeof keys) =>
      (
        await world.ask('creation.preview', {
          organizationId: organizationId(acme.id),
          deviceKeys: some,
        })
      ).rows.map(({ sameName }) => sameName);
    expect(await rows(keys)).toEqual(['row', 'row', 'row']);
    expect(await rows(keys.slice(0, 1))).toEqual([null]);
    const row = emptyConfiguration('77', acme.id, ' LOBBY');
    world.tenant.itglue.configurations.set('77', row);
    await world.sync();
    // As what is suggested for each, archived or not; a person who turned it down still meets the name.
    expect(await rows(keys)).toEqual(Array(3).fill('suggestion'));
    await world.ask('matching.decide-device', {
      action: 'reject',
      deviceKey: keys[0]!,
      configurationId: configurationId('77'),
      version: '',
    });
    expect(await rows(keys)).toEqual(['configuration', 'suggestion', 'suggestion']);
    row.archived = true;
    await world.sync();
    expect(await rows(keys)).toEqual(['row', 'suggestion', 'suggestion']);
  });
});
