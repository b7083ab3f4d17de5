import { afterEach, describe, expect, it } from 'vitest';
import type { ActivityEvent } from '@/lib/model/activity';
import type { ConfigurationRow } from '@/test/simulator/itglue/state';
import {
  acme,
  creating,
  devices,
  finish,
  later,
  names,
  start,
  withAccessPoints,
  world,
} from './creation.fixture';

afterEach(() => world.close());

describe('creating each configuration once', () => {
  it('creates a device once, however often it is asked for', async () => {
    const keys = await withAccessPoints(3);
    const results = await Promise.all([start(keys), start(keys), start(keys.slice(1))]);
    await finish();
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(names()).toEqual(['AP 1', 'AP 2', 'AP 3']);
    expect(await start(keys)).toEqual({ ok: false, refusal: { kind: 'decided-meanwhile' } });
  });

  /** Holds back the answer to the next POST, its effect done. */
  const holdAnswer = (path: RegExp | string) =>
    world.vendors.faults.add({
      kind: 'hang',
      effect: 'after',
      api: 'itglue',
      method: 'POST',
      path,
    });
  const configurationRows = () => world.tenant.itglue.configurations;
  /** The only configuration there once more, as a browser leaves it that sends a POST twice by itself. */
  async function double(change: Partial<ConfigurationRow> = {}, id = later) {
    await expect.poll(names).toEqual(['AP 1']);
    const [row] = world.configurationsOf(acme);
    configurationRows().set(id, { ...structuredClone(row!), id, ...change });
  }
  const rows = () =>
    world.configurationsOf(acme).map(({ id, name, archived }) => ({ id, name, archived }));
  const lines = async (kind: ActivityEvent['kind']) =>
    (await world.ask('activity.list', { before: null, text: '', limit: 100 })).rows
      .map(({ event }) => event)
      .filter((event) => event.kind === kind)
      .filter((event) => 'resource' in event && event.resource === 'configuration');

  it('keeps one when the browser sent it twice, archives the other, and says so', async () => {
    const keys = await withAccessPoints(1);
    const hang = holdAnswer(creating);
    await start(keys);
    await hang.reached;
    await double();
    hang.release();
    await finish();
    const kept = rows().find(({ archived }) => !archived)!;
    expect(rows()).toEqual([
      { id: kept.id, name: 'AP 1', archived: false },
      { id: later, name: 'AP 1', archived: true },
    ]);
    expect((await devices()).rows).toMatchObject([
      { state: 'matched', rule: 'created', configuration: { id: kept.id } },
    ]);
    expect(await lines('created')).toMatchObject([{ id: kept.id }]);
    expect(await lines('archived')).toMatchObject([
      { id: later, name: 'AP 1', organizationName: 'Acme', reason: 'sent-twice' },
    ]);
  });

  it('keeps the older one, as every other browser does that wrote it at the same time', async () => {
    const keys = await withAccessPoints(1);
    const hang = holdAnswer(creating);
    await start(keys);
    await hang.reached;
    await double({}, '1');
    hang.release();
    await finish();
    expect(rows().filter(({ archived }) => !archived)).toEqual([
      { id: '1', name: 'AP 1', archived: false },
    ]);
    expect((await devices()).rows).toMatchObject([
      { state: 'matched', rule: 'created', configuration: { id: '1' } },
    ]);
  });

  it('leaves alone what a colleague documented under the same MAC meanwhile', async () => {
    const keys = await withAccessPoints(1);
    const hang = holdAnswer(creating);
    await start(keys);
    await hang.reached;
    await double({ name: 'By a colleague' });
    hang.release();
    await finish();
    expect(rows().map(({ archived }) => archived)).toEqual([false, false]);
    expect(await lines('archived')).toEqual([]);
  });

  it('puts the second one away after a worker was stopped between archiving it and its outcome', async () => {
    const keys = await withAccessPoints(1);
    const hang = holdAnswer(creating);
    const archiving = world.vendors.faults.add({
      kind: 'hang',
      effect: 'after',
      api: 'itglue',
      method: 'PATCH',
    });
    await start(keys);
    await hang.reached;
    await double({}, '1');
    hang.release();
    await archiving.reached;
    world.startWorker();
    await finish();
    expect(rows().filter(({ archived }) => !archived)).toHaveLength(1);
    expect(await lines('created')).toHaveLength(1);
    expect(await lines('archived')).toHaveLength(1);
  });

  it('says that one is to be deleted where IT Glue refuses to archive it', async () => {
    const keys = await withAccessPoints(1);
    const hang = holdAnswer(creating);
    await start(keys);
    await hang.reached;
    world.tenant.quirks.itglue.psaRefuses = 'everything';
    await double({ psaSynced: true });
    hang.release();
    await finish();
    expect((await devices()).creation).toMatchObject({ created: 1, refused: 0 });
    expect(await lines('created')).toMatchObject([
      { id: later, reason: 'sent-twice-left' },
      { id: expect.not.stringContaining(later) as string },
    ]);
  });

  it('is done when the connection is lost before anybody could look for a second one', async () => {
    const keys = await withAccessPoints(1);
    const hang = holdAnswer(creating);
    await start(keys);
    await hang.reached;
    world.vendors.faults.add({ kind: 'reset', api: 'itglue', method: 'GET', times: Infinity });
    hang.release();
    await finish();
    expect((await devices()).creation).toMatchObject({ state: 'done', created: 1 });
  });
});
