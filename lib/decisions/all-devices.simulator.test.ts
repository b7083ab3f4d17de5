import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import { devicesQuestion } from '@/lib/views/lists/question.fixture';
import { devicesOf } from '@/test/world/devices';
import {
  attic,
  begin,
  bolt,
  boltNetwork,
  decideDevice,
  device,
  devicesView,
  lobby,
  matchNetwork,
  network,
  undo,
  van,
  world,
} from './decisions.fixture';

/** Acme's `Lobby` is matched by its MAC, `Attic` is not; Bolt's `Van` has a suggestion by its name. */
beforeEach(async () => {
  await begin();
  await matchNetwork(bolt, (await network(boltNetwork)).version);
  await world.idle();
});
afterEach(() => world.close());

const all = () => devicesOf(world, null);
const ask = (changes: Parameters<typeof devicesQuestion>[0]) =>
  world.ask('matching.devices', devicesQuestion(changes));
const keysOf = (...nodes: { id: number }[]) =>
  nodes.map(({ id }) => deviceKey('access-point', String(id)));

describe('the devices of all organizations', () => {
  it('are listed with whose they are', async () => {
    const { organization, rows } = await all();
    expect(organization).toBeNull();
    expect(rows.map((row) => [row.name, row.organization.name, row.state])).toEqual([
      ['Attic', 'Acme', 'unmatched'],
      ['Lobby', 'Acme', 'matched'],
      ['Van', 'Bolt Brothers Plumbing', 'unmatched'],
    ]);
    expect(rows.find(({ name }) => name === 'Lobby')).toEqual(
      (await devicesView()).rows.find(({ name }) => name === 'Lobby'),
    );
  });

  it('are those that the person may see', async () => {
    await world.iAm('2');
    expect((await all()).rows.map(({ name }) => name)).toEqual(['Attic', 'Lobby']);
    for (const who of ['3', null]) {
      await world.iAm(who);
      expect(await all()).toMatchObject({ rows: [], keys: [], networks: [], batches: [] });
    }
  });

  it('are narrowed by reason, and to organizations that have unmatched ones', async () => {
    expect((await ask({ reason: 'name' })).keys).toEqual(keysOf(van));
    expect((await ask({ reason: 'none' })).keys).toEqual(keysOf(attic));
    expect(await ask({})).toMatchObject({ reasons: ['name', 'none'] });
    const left = { tab: 'matched', hasUnmatched: true } as const;
    expect((await ask(left)).keys).toEqual(keysOf(lobby));
    await decideDevice(attic, 'ignore', '');
    expect((await ask(left)).keys).toEqual([]);
    expect((await ask({ tab: 'matched', reason: 'mac' })).keys).toEqual(keysOf(lobby));
  });

  it('say for which organizations configurations would be created of a choice', async () => {
    const counts = await world.ask('bulk.counts', {
      subject: 'devices',
      state: 'unmatched',
      keys: keysOf(attic, lobby, van),
    });
    expect(counts.createIn.map(({ name }) => name).sort()).toEqual([
      'Acme',
      'Bolt Brothers Plumbing',
    ]);
    expect(counts).toMatchObject({ counts: { create: 2, ignore: 2 } });
  });
});

describe('Undo among the devices of all organizations', () => {
  const offered = async () => (await all()).undo;
  const undoThere = async () =>
    world.ask('matching.undo', {
      step: (await offered())?.next?.step ?? -1,
      on: 'all-devices',
    });

  it('takes back the last action of any of their lists, and none of the networks’', async () => {
    expect(await offered()).toBeNull();
    await decideDevice(attic, 'ignore', '');
    await decideDevice(van, 'ignore', '');
    expect(await offered()).toMatchObject({ next: { action: 'ignore', name: 'Van' } });
    expect(await undoThere()).toEqual({ ok: true, count: 1 });
    expect(await offered()).toMatchObject({ next: { action: 'ignore', name: 'Attic' } });
    expect(await undoThere()).toEqual({ ok: true, count: 1 });
    expect((await all()).counts).toEqual({ unmatched: 2, matched: 1, ignored: 0 });
    expect(await offered()).toBeNull();
  });

  it('takes back as one what was done at once about devices of several organizations', async () => {
    const keys = keysOf(attic, van);
    const { rows } = await world.ask('bulk.preview', {
      subject: 'devices',
      action: 'ignore',
      keys,
      organizationId: null,
    });
    await world.ask('bulk.decide', {
      subject: 'devices',
      action: 'ignore',
      rows: keys.map((key) => ({
        key,
        version: rows.find((row) => row.key === key)!.version,
        target: null,
      })),
    });
    expect(await offered()).toMatchObject({ next: { action: 'ignore', count: 2 } });
    expect(await undoThere()).toEqual({ ok: true, count: 2 });
    expect(await device(attic)).toMatchObject({ state: 'unmatched' });
    expect(await device(van, bolt)).toMatchObject({ state: 'unmatched' });
    // What is taken back on one list is no longer offered on the others.
    expect(await undo()).toMatchObject({ ok: false });
  });

  it('passes over what stands no more on another list, and says so once', async () => {
    await decideDevice(attic, 'ignore', '');
    await decideDevice(van, 'ignore', '');
    const ids = await world.store.getAllKeys('undoSteps');
    await decideDevice(van, 'unignore', (await device(van, bolt)).version);
    for (const id of await world.store.getAllKeys('undoSteps'))
      if (!ids.includes(id)) await world.store.delete('undoSteps', id);
    expect(await offered()).toMatchObject({
      next: { name: 'Attic' },
      notUndone: { count: 1, first: [{ name: 'Van' }] },
    });
    await undoThere();
    expect(await offered()).toBeNull();
  });

  it('leaves what a network’s decision ended to the networks', async () => {
    await decideDevice(van, 'ignore', '');
    await world.ask('matching.decide-network', {
      action: 'unmatch',
      networkId: networkId(boltNetwork.id),
      version: (await network(boltNetwork)).version,
    });
    expect((await all()).rows.map(({ name }) => name)).toEqual(['Attic', 'Lobby']);
    await undo('networks');
    expect((await all()).rows.map(({ name }) => name)).toEqual(['Attic', 'Lobby', 'Van']);
  });
});
