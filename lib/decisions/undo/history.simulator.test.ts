import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import { networksQuestion } from '@/lib/views/lists/question.fixture';
import type { UndoView } from '@/lib/views/matching';
import {
  acme,
  acmeNetwork,
  attic,
  begin,
  boltNetwork,
  decideDevice,
  device,
  devicesView,
  lobby,
  network,
  ofLobby,
  undo,
  world,
} from '../decisions.fixture';

beforeEach(begin);
afterEach(() => world.close());

const hour = 60 * 60_000;
const ofDevices = async () => (await devicesView()).undo;
const ofNetworks = async () => (await world.ask('matching.networks', networksQuestion())).undo;
const named = (view: UndoView | null) => view?.next && `${view.next.action} ${view.next.name}`;

const decideNetwork = async (which: typeof acmeNetwork, action: 'ignore' | 'unmatch') =>
  world.ask('matching.decide-network', {
    action,
    networkId: networkId(which.id),
    version: (await network(which)).version,
  });

describe('the history of a list', () => {
  it('goes back action by action, in any life of the worker, and ends where it began', async () => {
    await decideDevice(attic, 'ignore', '');
    await decideDevice(attic, 'unignore', (await device(attic)).version);
    await decideDevice(attic, 'match', '');
    await decideDevice(lobby, 'unmatch', (await device(lobby)).version);
    const names = [];
    for (;;) {
      const view = await ofDevices();
      if (!view) break;
      names.push(named(view));
      world.startWorker();
      expect(await undo()).toEqual({ ok: true, count: 1 });
    }
    expect(names).toEqual(['unmatch Lobby', 'match Attic', 'unignore Attic', 'ignore Attic']);
    expect(await device(attic)).toMatchObject({ state: 'unmatched', version: '' });
    expect(await device(lobby)).toMatchObject({ state: 'matched', rule: 'mac' });
  });

  it('is that list’s own', async () => {
    await decideDevice(attic, 'ignore', '');
    await decideNetwork(boltNetwork, 'ignore');
    expect(named(await ofDevices())).toBe('ignore Attic');
    expect(named(await ofNetworks())).toBe('ignore Bolt Brothers Plumbing, Inc.');
    await undo('devices');
    expect(await device(attic)).toMatchObject({ state: 'unmatched' });
    expect(await network(boltNetwork)).toMatchObject({ state: 'ignored' });
  });

  it('is that user’s own', async () => {
    await decideDevice(attic, 'ignore', '');
    const step = (await ofDevices())?.next?.step ?? -1;
    await world.iAm('2');
    expect(await ofDevices()).toBeNull();
    expect(await world.ask('matching.undo', { step })).toMatchObject({ ok: false });
  });

  it('is as deep as a day, and no deeper', async () => {
    await decideDevice(attic, 'ignore', '');
    world.vendors.clock.pass(23 * hour);
    expect(named(await ofDevices())).toBe('ignore Attic');
    world.vendors.clock.pass(2 * hour);
    expect(await ofDevices()).toBeNull();
    await decideNetwork(boltNetwork, 'ignore');
    expect(await world.store.count('undoSteps')).toBe(1);
  });

  it('takes what stands no more when another list gives it back', async () => {
    await decideDevice(attic, 'match', '');
    await decideNetwork(acmeNetwork, 'unmatch');
    expect(named(await ofNetworks())).toBe('unmatch Acme');
    await undo('networks');
    expect(await device(attic)).toMatchObject({ state: 'matched' });
    expect(named(await ofDevices())).toBe('match Attic');
    await undo();
    expect(await device(attic)).toMatchObject({ state: 'unmatched' });
  });

  it('takes back that a suggestion was rejected, and that a configuration is asked about', async () => {
    attic.name = 'Printer';
    await world.sync();
    await decideDevice(attic, 'reject', '');
    expect(named(await ofDevices())).toBe('reject Printer');
    await undo();
    expect(await device(attic)).toMatchObject({ suggestions: [{ rejected: false }] });

    await decideDevice(lobby, 'unmatch', (await device(lobby)).version);
    await world.ask('matching.ignore-configuration', {
      organizationId: organizationId(acme.id),
      configurationId: (await devicesView()).rows.flatMap(({ suggestions }) =>
        suggestions.map(({ configurationId }) => configurationId),
      )[0]!,
      ignored: true,
    });
    expect((await devicesView()).ignored).toHaveLength(1);
    await undo();
    expect((await devicesView()).ignored).toEqual([]);
  });

  it('gives a device back what a rule gave to another meanwhile', async () => {
    await decideDevice(lobby, 'unmatch', (await device(lobby)).version);
    await world.store.put('deviceMatches', {
      deviceKey: (await device(attic)).key,
      networkId: networkId(acmeNetwork.id),
      organizationId: organizationId(acme.id),
      configurationId: configurationId(ofLobby.id),
      state: 'matched',
      rule: 'mac',
      at: new Date(world.vendors.clock.now()).toISOString(),
    });
    expect(await undo()).toEqual({ ok: true, count: 1 });
    expect(await device(lobby)).toMatchObject({ rule: 'mac', configuration: { id: ofLobby.id } });
    expect(await device(attic)).toMatchObject({ state: 'unmatched' });
  });
});

describe('an action whose rows another decided since', () => {
  /** As one of a whole list: both devices at once. */
  async function ignoreBoth() {
    await decideDevice(lobby, 'unmatch', (await device(lobby)).version);
    await decideDevice(attic, 'ignore', '');
    await decideDevice(lobby, 'ignore', '');
    const [last, before] = await world.store.getAllKeys('undoSteps').then((ids) => ids.reverse());
    const steps = await Promise.all([before!, last!].map((id) => world.store.get('undoSteps', id)));
    await world.store.delete('undoSteps', before!);
    const devices = steps.flatMap((step) => step!.devices);
    await world.store.put('undoSteps', { ...steps[1]!, devices }, last);
  }

  /** What another did, of which this browser's history knows nothing. */
  async function anotherMatchesAttic() {
    const ids = await world.store.getAllKeys('undoSteps');
    await decideDevice(attic, 'match', (await device(attic)).version);
    for (const id of await world.store.getAllKeys('undoSteps'))
      if (!ids.includes(id)) await world.store.delete('undoSteps', id);
  }

  it('is taken back as far as it stands, and the rest is named', async () => {
    await ignoreBoth();
    expect((await ofDevices())?.next).toMatchObject({ action: 'ignore', count: 2, name: null });
    await anotherMatchesAttic();
    const left = { count: 1, first: [{ name: 'Attic', why: 'decided', by: null }] };
    expect(await ofDevices()).toMatchObject({ next: { count: 1, name: 'Lobby' }, notUndone: left });
    expect(await undo()).toEqual({ ok: true, count: 1, undone: { notUndone: left } });
    expect(await device(lobby)).toMatchObject({ state: 'unmatched' });
    expect(await device(attic)).toMatchObject({ state: 'matched' });
    // Told once.
    expect(await ofDevices()).toMatchObject({ next: { action: 'unmatch' }, notUndone: null });
  });

  it('is passed over where nothing of it stands, and said so until one before it is taken back', async () => {
    await decideDevice(lobby, 'unmatch', (await device(lobby)).version);
    await decideDevice(attic, 'ignore', '');
    await anotherMatchesAttic();
    expect(await ofDevices()).toMatchObject({
      next: { action: 'unmatch', name: 'Lobby' },
      notUndone: { count: 1, first: [{ name: 'Attic' }] },
    });
    await undo();
    expect(await ofDevices()).toBeNull();
  });
});
