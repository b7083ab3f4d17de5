import { afterEach, describe, expect, it } from 'vitest';
import { networkId } from '@/lib/model/ids';
import { networksQuestion } from '@/lib/views/lists/question.fixture';
import { networksOf } from '@/test/world/networks';
import {
  acme,
  devices,
  finish,
  names,
  start,
  withAccessPoints,
  withNetwork,
  world,
} from './creation.fixture';

afterEach(() => world.close());

const undo = async () =>
  world.ask('matching.undo', { step: (await devices()).undo?.next?.step ?? -1 });
const archived = () =>
  world
    .configurationsOf(acme)
    .flatMap(({ name, archived }) => (archived ? [name] : []))
    .sort();

describe('undo of a creation', () => {
  it('archives the configurations again, all as one action, over stops of the worker', async () => {
    await start(await withAccessPoints(6));
    await finish();
    expect((await devices()).undo?.next).toMatchObject({ action: 'create', count: 6 });
    const hang = world.vendors.faults.add({
      kind: 'hang',
      effect: 'after',
      api: 'itglue',
      method: 'PATCH',
      after: 3,
    });
    expect(await undo()).toEqual({ ok: true, count: 6, undone: { archiving: 6 } });
    const { rows, archiving, undo: left } = await devices();
    expect(rows.every(({ state }) => state === 'unmatched')).toBe(true);
    expect(archiving).toMatchObject({ state: 'open' });
    expect(left).toBeNull();
    await hang.reached;
    world.startWorker();
    await finish();
    expect(archived()).toEqual(names());
    expect((await devices()).archiving).toMatchObject({
      state: 'done',
      rows: Array(6).fill({ state: 'archived' }),
    });
    // What was archived comes back by no rule.
    await world.sync();
    expect((await devices()).rows.every(({ state }) => state === 'unmatched')).toBe(true);
  });

  it('names those that IT Glue refuses to archive, and leaves alone what another decided since', async () => {
    const keys = await withAccessPoints(3);
    await start(keys);
    await finish();
    const before = (await devices()).rows;
    const decided = before.find(({ name }) => name === 'AP 2')!;
    await world.ask('matching.decide-device', {
      action: 'unmatch',
      deviceKey: decided.key,
      version: decided.version,
    });
    const [own] = await world.store.getAllKeys('undoSteps').then((ids) => ids.reverse());
    await world.store.delete('undoSteps', own!);
    world.vendors.faults.add({
      kind: 'answer',
      status: 422,
      body: { errors: [{ title: 'Invalid', detail: 'is synced with your PSA', status: 422 }] },
      api: 'itglue',
      method: 'PATCH',
    });
    expect(await undo()).toMatchObject({
      ok: true,
      count: 2,
      undone: {
        archiving: 2,
        notUndone: { count: 1, first: [{ name: 'AP 2', why: 'decided' }] },
      },
    });
    await finish();
    const { archiving } = await devices();
    expect(archiving?.rows.map(({ state }) => state).sort()).toEqual(['archived', 'refused']);
    expect(archived()).toHaveLength(1);
    expect(await world.events()).toContainEqual(
      expect.objectContaining({
        kind: 'archived',
        resource: 'configuration',
        changes: [{ field: 'Archived', before: false, after: true }],
      }),
    );
  });

  it('waits while configurations are being created, and these wait while some are being archived', async () => {
    const [first, second, third] = await withAccessPoints(3);
    await start([first!]);
    await finish();
    const step = (await devices()).undo?.next?.step ?? -1;
    const hang = world.vendors.faults.add({
      kind: 'hang',
      effect: 'after',
      api: 'itglue',
      method: 'POST',
      path: /configurations$/,
    });
    await start([second!]);
    await hang.reached;
    const busy = { ok: false, refusal: { kind: 'creating' } };
    expect(await world.ask('matching.undo', { step })).toEqual(busy);
    world.startWorker();
    await finish();
    const late = world.vendors.faults.add({
      kind: 'hang',
      effect: 'after',
      api: 'itglue',
      method: 'PATCH',
    });
    expect(await world.ask('matching.undo', { step })).toMatchObject({ ok: true });
    await late.reached;
    expect(await start([third!])).toEqual(busy);
  });

  it('leaves an organization in IT Glue, says so, and takes the network out of it for good', async () => {
    await withNetwork();
    const [row] = await networksOf(world);
    const made = await world.ask('creation.organization', {
      networkId: networkId(row!.id),
      version: row!.version,
      name: 'Acme',
      acknowledged: [],
    });
    expect(made).toMatchObject({ ok: true });
    await world.idle();
    const next = (await world.ask('matching.networks', networksQuestion())).undo?.next;
    expect(next).toMatchObject({ action: 'create', name: 'Acme', count: 1 });
    expect(await world.ask('matching.undo', { step: next!.step })).toEqual({
      ok: true,
      count: 1,
      undone: { staying: ['Acme'] },
    });
    await world.sync();
    expect((await networksOf(world))[0]).toMatchObject({
      state: 'unmatched',
      suggestions: [{ organizationName: 'Acme', rejected: true }],
    });
  });
});
