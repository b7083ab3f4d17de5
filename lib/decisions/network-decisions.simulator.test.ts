import { acceptAll } from '@/test/world/accept-all';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { networksQuestion } from '@/lib/views/lists/question.fixture';
import { networkId } from '@/lib/model/ids';
import {
  acme,
  acmeNetwork,
  attic,
  begin,
  bolt,
  boltNetwork,
  crane,
  decideDevice,
  device,
  devicesView,
  kinds,
  lobby,
  matchNetwork,
  network,
  networks,
  ofLobby,
  undo,
  world,
} from './decisions.fixture';

beforeEach(begin);
afterEach(() => world.close());

/** Unmatches Acme's network, one of whose devices was matched by hand. */
async function unmatchWithDevices(): Promise<void> {
  await decideDevice(attic, 'match', '');
  const { version } = await network(acmeNetwork);
  await world.ask('matching.decide-network', {
    action: 'unmatch',
    networkId: networkId(acmeNetwork.id),
    version,
  });
}

describe('deciding about networks', () => {
  it('matches the devices at once, with configurations no sync has read', async () => {
    world.tenant.itglue.configurations.forEach((row) => {
      if (row.organizationId === bolt.id) row.name = 'van';
    });
    expect(await matchNetwork(bolt, '')).toEqual({ ok: true, count: 1 });
    await world.idle();
    expect((await devicesView(bolt)).rows).toMatchObject([
      { name: 'Van', suggestions: [{ rule: 'name', name: 'van' }] },
    ]);
  });

  it('keeps the match when the configurations cannot be read, and the next sync reads them', async () => {
    world.vendors.faults.add({
      kind: 'server-error',
      api: 'itglue',
      path: /configurations/,
      times: Infinity,
    });
    expect(await matchNetwork(bolt, '')).toEqual({ ok: true, count: 1 });
    await world.idle();
    expect(await network(boltNetwork)).toMatchObject({ state: 'matched', rule: 'by-hand' });
    world.vendors.faults.clear();
    await world.sync();
    expect((await devicesView(bolt)).rows[0]!.suggestions).toHaveLength(1);
  });

  it('ends the matches of its devices when it is unmatched, and is not matched again by a rule', async () => {
    await unmatchWithDevices();
    expect(await world.store.count('deviceMatches')).toBe(0);
    for (let syncs = 0; syncs < 2; syncs++) {
      expect(await network(acmeNetwork)).toMatchObject({
        state: 'unmatched',
        suggestions: [{ organizationName: 'Acme', reason: { kind: 'same-name' }, rejected: true }],
      });
      await world.sync();
    }
    expect((await kinds()).filter((line) => line === 'Ada: device-match-ended')).toHaveLength(2);
  });

  it('gives everything back on Undo, the devices included', async () => {
    await unmatchWithDevices();
    expect((await world.ask('matching.networks', networksQuestion())).undo).toMatchObject({
      next: { action: 'unmatch', name: 'Acme', count: 1 },
      notUndone: null,
    });
    world.startWorker();
    expect(await undo('networks')).toEqual({ ok: true, count: 1 });
    expect(await network(acmeNetwork)).toMatchObject({ state: 'matched', rule: 'name' });
    expect(await device(attic)).toMatchObject({ rule: 'by-hand' });
    expect(await device(lobby)).toMatchObject({ rule: 'mac' });
    expect((await world.ask('matching.networks', networksQuestion())).undo).toBeNull();
  });

  it('leaves no trace of what it took back, and keeps a refusal that was there before', async () => {
    attic.name = 'Printer';
    await world.sync();
    const suggested = { suggestions: [{ name: 'Printer', rejected: false }] };
    await decideDevice(attic, 'match', '');
    await undo();
    expect(await device(attic)).toMatchObject(suggested);

    await decideDevice(lobby, 'unmatch', (await device(lobby)).version);
    await decideDevice(lobby, 'match', '', ofLobby);
    await undo();
    await world.sync();
    expect(await device(lobby)).toMatchObject({
      state: 'unmatched',
      suggestions: [{ rule: 'mac', rejected: true }],
    });
  });

  it('refuses an organization that was deleted in IT Glue meanwhile, and forgets it', async () => {
    world.tenant.itglue.organizations.delete(bolt.id);
    expect(await matchNetwork(bolt, '')).toEqual({
      ok: false,
      refusal: { kind: 'gone', name: 'Bolt Brothers Plumbing' },
    });
    expect(await network(boltNetwork)).toMatchObject({ state: 'unmatched' });
    expect(await world.ask('matching.search-organizations', { text: 'bolt' })).toEqual([]);
  });

  it('says of an organization that a network of exactly its name is matched to it', async () => {
    boltNetwork.name = 'Acme, Inc.';
    await world.sync();
    const ofAcme = async () => ({
      suggested: (await network(boltNetwork)).suggestions.map(({ namesake }) => namesake),
      found: await world.ask('matching.search-organizations', { text: 'acme' }),
      similar: (await world.ask('creation.similar-organizations', { name: 'Acme, Inc.' })).similar,
    });
    const namesake = [{ name: 'Acme', namesake: true }];
    expect(await ofAcme()).toMatchObject({ suggested: [true], found: namesake, similar: namesake });
    await unmatchWithDevices();
    // What is matched under another name is none.
    await matchNetwork(acme, '');
    const { found, similar } = await ofAcme();
    for (const hit of [...found, ...similar]) expect(hit).not.toHaveProperty('namesake');
    expect(found).toHaveLength(1);
  });

  it('accepts all suggestions of networks', async () => {
    const row = await network(boltNetwork);
    expect(row.suggestions).toMatchObject([{ organizationName: 'Bolt Brothers Plumbing' }]);
    const ids = (await networks()).map(({ id }) => id);
    expect(await acceptAll(world, { subject: 'networks', keys: ids })).toEqual({
      ok: true,
      count: 1,
      left: [],
    });
    expect(await network(boltNetwork)).toMatchObject({ state: 'matched', rule: 'by-hand' });
  });

  it('moves a network to another organization, and its devices leave the first', async () => {
    const { version } = await network(acmeNetwork);
    expect(await matchNetwork(crane, version, acmeNetwork)).toEqual({ ok: true, count: 1 });
    await world.idle();
    expect(await world.store.count('deviceMatches')).toBe(0);
    expect((await devicesView(crane)).rows).toHaveLength(2);
  });
});
