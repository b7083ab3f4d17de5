import { beforeEach, describe, expect, it } from 'vitest';
import { configurationId } from '@/lib/model/ids';
import type { World } from '@/test/world/world';

import {
  tenant,
  vendors,
  bolt,
  acmeNetwork,
  boltNetwork,
  lobby,
  attic,
  cellar,
  printer,
  server,
  ann,
  ben,
  types,
  keyOf,
  decideDevice,
  matchDevice,
  decideNetwork,
  share,
  undoDevices,
  undoOf,
  browser,
  decisions,
  unseen,
  useCompany,
} from './company.fixture';

useCompany();

describe('before sharing is started', () => {
  it('nothing is made in IT Glue, and the options say so', async () => {
    await decideDevice(ann, lobby, 'ignore');
    await share(ann);
    expect(types()).toEqual([]);
    expect(await ann.ask('team.view')).toMatchObject({ notShared: 'not-started', permitted: true });
  });

  it('only an Administrator may start it', async () => {
    await ann.iAm('2');
    await expect(ann.ask('team.start', { home: null })).rejects.toMatchObject({
      problem: { kind: 'not-permitted' },
    });
    expect(types()).toEqual([]);
  });

  it('two who start it at once leave one state', async () => {
    await Promise.all([
      ann.ask('team.start', { home: null }),
      ben.ask('team.start', { home: null }),
    ]);
    await decideDevice(ann, lobby, 'ignore');
    await share(ann, ben);
    expect(await decisions(ben)).toEqual(await decisions(ann));
  });
});

describe('what one decides', () => {
  beforeEach(async () => {
    await ann.ask('team.start', { home: null });
    await share(ben);
  });

  it('the others have: matched by hand, ignored, unmatched, rejected', async () => {
    await matchDevice(ann, lobby, printer);
    await decideDevice(ann, attic, 'ignore');
    await decideNetwork(ann, boltNetwork, { action: 'match', organizationId: bolt.id });
    await share(ann, ben);
    expect(await decisions(ben)).toEqual(await decisions(ann));
    expect((await decisions(ben)).matches).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ deviceKey: keyOf(lobby), configurationId: printer.id }),
        expect.objectContaining({ deviceKey: keyOf(attic), state: 'ignored' }),
        expect.objectContaining({ networkId: String(boltNetwork.id), organizationId: bolt.id }),
      ]),
    );
    const lines = (await ben.store.getAll('activity')).filter(({ who }) => who.startsWith('Ada'));
    expect(lines.map(({ event }) => event.kind)).toEqual(
      expect.arrayContaining(['device-matched', 'device-ignored', 'network-matched']),
    );

    await decideDevice(ben, lobby, 'unmatch');
    await decideDevice(ben, attic, 'unignore');
    await decideNetwork(ben, acmeNetwork, { action: 'unmatch' });
    await share(ben, ann);
    expect(await decisions(ann)).toEqual(await decisions(ben));
    await ann.sync();
    await ben.sync();
    expect(await decisions(ann)).toEqual(await decisions(ben));
    expect((await decisions(ann)).matches).toEqual([
      expect.objectContaining({ networkId: String(boltNetwork.id) }),
    ]);
  });

  it('stays where a browser comes late, and is known to it before its first sync ends', async () => {
    await matchDevice(ann, lobby, printer);
    await decideNetwork(ann, boltNetwork, { action: 'match', organizationId: bolt.id });
    await share(ann);
    const late = await browser('1');
    await late.sync();
    expect(await decisions(late)).toEqual(await decisions(ann));
    await late.close();
  });

  it('is undone for all, and an undo of what another decided since is refused', async () => {
    await matchDevice(ann, lobby, printer);
    await share(ann, ben);
    expect(await undoDevices(ann)).toMatchObject({ ok: true });
    await share(ann, ben);
    expect(await decisions(ben)).toEqual(await decisions(ann));
    expect((await decisions(ben)).matches.filter((match) => 'deviceKey' in match)).toEqual([]);

    await matchDevice(ann, lobby, printer);
    await share(ann, ben);
    const step = (await undoOf(ann))?.next?.step ?? -1;
    await decideDevice(ben, lobby, 'unmatch');
    await share(ben, ann);
    expect(await undoOf(ann)).toMatchObject({
      next: null,
      notUndone: { count: 1, first: [{ name: 'Lobby', why: 'decided', by: 'Ada' }] },
    });
    expect(await ann.ask('matching.undo', { step })).toMatchObject({ ok: false });
  });

  it('where two decide differently without seeing each other, the later one counts for both', async () => {
    await unseen(
      () => matchDevice(ann, lobby, printer),
      () => matchDevice(ben, lobby, server),
    );
    await share(ann, ben, ann);
    expect(await decisions(ann)).toEqual(await decisions(ben));
    expect((await decisions(ann)).matches).toContainEqual(
      expect.objectContaining({ deviceKey: keyOf(lobby), configurationId: server.id }),
    );
  });

  it('where two give one configuration to two devices, one device has it in every browser', async () => {
    await unseen(
      () => matchDevice(ann, lobby, printer),
      () => matchDevice(ben, cellar, printer),
    );
    await share(ann, ben, ann, ben);
    expect(await decisions(ann)).toEqual(await decisions(ben));
    const holders = (await decisions(ann)).matches.filter(
      (match) => 'configurationId' in match && match.configurationId === printer.id,
    );
    expect(holders).toHaveLength(1);
  });

  it('is not lost where a person deletes its record, nor where the sync of another ends a match', async () => {
    await matchDevice(ann, lobby, printer);
    await share(ann, ben);
    for (const [id, row] of tenant.itglue.flexibleAssets)
      if (row.typeId === types()[0]!.id) tenant.itglue.flexibleAssets.delete(id);
    await ann.sync();
    await ben.sync();
    expect(await decisions(ann)).toEqual(await decisions(ben));
    expect((await decisions(ben)).matches).toContainEqual(
      expect.objectContaining({ configurationId: printer.id }),
    );
  });

  it('holds no MAC, no key and no Wi-Fi key', async () => {
    await matchDevice(ann, lobby, printer);
    await share(ann);
    const kept = JSON.stringify(
      [...tenant.itglue.flexibleAssets.values()].filter(({ typeId }) => typeId === types()[0]!.id),
    ).toLowerCase();
    expect(kept).toContain('printer');
    for (const secret of [lobby.mac, tenant.itglue.keys[0]!.key, tenant.datto.keys[0]!.secret])
      expect(kept).not.toContain(secret.toLowerCase());
    expect(kept).not.toContain(lobby.mac.replaceAll(':', '').toLowerCase());
  });

  it('costs a browser that has nothing to say no write', async () => {
    await share(ann, ben, ann, ben);
    ben.writes();
    await ben.sync();
    expect(ben.writes().filter((write) => !write.includes('PATCH /flexible_assets'))).toEqual([]);
  });
});

it('decisions of the time before sharing are published with their own times, and none is lost', async () => {
  await matchDevice(ann, lobby, printer);
  await decideDevice(ben, attic, 'ignore');
  // Later than Ann's, of the same device.
  await matchDevice(ben, lobby, server);
  await ben.ask('team.start', { home: null });
  await share(ann, ben);
  expect(await decisions(ann)).toEqual(await decisions(ben));
  expect((await decisions(ann)).matches).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ deviceKey: keyOf(lobby), configurationId: server.id }),
      expect.objectContaining({ deviceKey: keyOf(attic), state: 'ignored' }),
    ]),
  );
});

it('one setting of the company: Auto-Create, from whom may switch it only', async () => {
  await ann.ask('team.start', { home: null });
  await ann.autoCreate(true);
  await share(ann, ben);
  expect(await ben.ask('auto-create.view')).toMatchObject({ on: true });
  await ben.sync();
  expect((await ben.ask('team.view')).browsers).toHaveLength(2);

  // What an Editor claims is shown, and not acted upon.
  await ben.iAm('3');
  await ben.store.put(
    'meta',
    { ...(await ben.store.get('meta', 'settings'))!, autoCreate: false },
    'settings',
  );
  await share(ben, ann);
  expect(await ann.ask('auto-create.view')).toMatchObject({ on: true });
  expect((await ann.ask('team.view')).notAccepted).toHaveLength(1);
});

it('a MAC that several configurations may have in common is legitimate for all', async () => {
  await ann.ask('team.start', { home: null });
  const ids = [printer.id, server.id].map(configurationId);
  const key = ids.toSorted().join('+');
  await ann.store.put('legitimateSharings', {
    key,
    configurationIds: ids,
    at: '2026-01-02T00:00:00.000Z',
  });
  await share(ann, ben);
  expect(await ben.store.getAllKeys('legitimateSharings')).toEqual([key]);
  await ben.store.clear('legitimateSharings');
  await share(ben, ann);
  expect(await ann.store.getAllKeys('legitimateSharings')).toEqual([]);
});

it('one of them writes for all where a sync comes by itself', async () => {
  await ann.ask('team.start', { home: null });
  await share(ben);
  await ann.autoCreate(true);
  await share(ann, ben);
  await ann.sync();
  await ben.sync();
  const scheduled = async (world: World) => {
    await (await world.services()).engine.start('schedule');
    await world.settled();
  };
  const asked = async (world: World) => {
    vendors.requests.clear();
    await scheduled(world);
    return vendors.requests.count({ api: 'itglue', path: /\/passwords/ });
  };
  // The manual syncs of a moment ago count for both; a day later one of them is the first.
  vendors.clock.pass(25 * 60 * 60_000);
  const before = vendors.clock.now();
  expect(await asked(ann)).toBeGreaterThan(0);
  // It says so right after the run has ended.
  const said = async () =>
    (await ann.ask('team.view')).browsers.some(
      ({ own, syncedAt }) => own && Date.parse(syncedAt ?? '') > before,
    );
  await expect.poll(said).toBe(true);
  expect(await asked(ben)).toBe(0);
});
