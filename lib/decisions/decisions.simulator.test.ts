import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { DeviceRow } from '@/lib/views/matching';
import type { DattoNetwork, DattoNode } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { servedVendors } from '@/test/world/vendors';
import { World } from '@/test/world/world';
import { tenantWith } from '@/test/world/tenant-with';

let world: World;
let acme: OrganizationRow;
let bolt: OrganizationRow;
let crane: OrganizationRow;
let acmeNetwork: DattoNetwork;
let boltNetwork: DattoNetwork;
let lobby: DattoNode;
let attic: DattoNode;
let ofLobby: ConfigurationRow;
let ofPrinter: ConfigurationRow;

/**
 * `Acme` has the access points `Lobby`, documented by its MAC, and `Attic`, which is not; `Boltt` is
 * nobody's by name; the Manager Max sees Acme and Crane.
 */
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    bolt = builder.organization({ name: 'Bolt Brothers Plumbing' });
    crane = builder.organization({ name: 'Crane' });
    acmeNetwork = builder.network({ name: 'Acme' });
    boltNetwork = builder.network({ name: 'Bolt Brothers Plumbing, Inc.' });
    lobby = builder.accessPoint(acmeNetwork, { name: 'Lobby', role: 'gateway' });
    attic = builder.accessPoint(acmeNetwork, { name: 'Attic', role: 'gateway' });
    builder.accessPoint(boltNetwork, { name: 'Van' });
    ofLobby = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    ofPrinter = builder.configuration(acme, { name: 'Printer' });
    builder.configuration(bolt, { name: 'Van' });
    return [acme, crane];
  });
  world = await World.start(await servedVendors(tenant));
  await world.sync();
  await world.iAm('1');
});
afterEach(() => world.close());

const networks = async () => (await world.ask('matching.networks')).rows;
const network = async (id: DattoNetwork) =>
  (await networks()).find((row) => row.id === String(id.id))!;
const devicesView = (of = acme) =>
  world.ask('matching.devices', { organizationId: organizationId(of.id) });
const device = async (node: DattoNode, of = acme): Promise<DeviceRow> =>
  (await devicesView(of)).rows.find(({ key }) => key === deviceKey('access-point', `${node.id}`))!;
const decideDevice = (
  node: DattoNode,
  action: 'match' | 'unmatch' | 'ignore' | 'unignore' | 'reject',
  version: string,
  configuration: ConfigurationRow = ofPrinter,
) => {
  const key = deviceKey('access-point', String(node.id));
  return world.ask(
    'matching.decide-device',
    action === 'match' || action === 'reject'
      ? { action, deviceKey: key, configurationId: configurationId(configuration.id), version }
      : { action, deviceKey: key, version },
  );
};
const matchNetwork = (to: OrganizationRow, version: string, which = boltNetwork) =>
  world.ask('matching.decide-network', {
    action: 'match',
    networkId: networkId(which.id),
    organizationId: organizationId(to.id),
    version,
  });
const undo = () => world.ask('matching.undo');
const kinds = async () =>
  (await world.ask('activity.list', { before: null, text: '', limit: 1000 })).rows.map(
    ({ who, event }) => `${who}: ${event.kind}`,
  );

describe('deciding about devices', () => {
  it('matches by hand, logs who did it, and keeps the match through a sync', async () => {
    const before = await device(attic);
    expect(await decideDevice(attic, 'match', before.version)).toEqual({ ok: true, count: 1 });
    await world.sync();
    expect(await device(attic)).toMatchObject({
      state: 'matched',
      rule: 'by-hand',
      configuration: {
        id: ofPrinter.id,
        url: `${world.portalUrl}/${acme.id}/configurations/${ofPrinter.id}`,
      },
    });
    expect(await kinds()).toContain('Ada: device-matched');
  });

  it('lets one of two tabs decide', async () => {
    const { version } = await device(attic);
    expect(await decideDevice(attic, 'ignore', version)).toMatchObject({ ok: true });
    expect(await decideDevice(attic, 'match', version)).toEqual({
      ok: false,
      refusal: { kind: 'decided-meanwhile' },
    });
    expect(await device(attic)).toMatchObject({ state: 'ignored' });
  });

  it('lets one of two decide that ask at the same moment', async () => {
    const { version } = await device(attic);
    const results = await Promise.all([
      decideDevice(attic, 'match', version),
      decideDevice(attic, 'ignore', version),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('refuses a configuration that another device has, and says which', async () => {
    const { version } = await device(attic);
    expect(await decideDevice(attic, 'match', version, ofLobby)).toEqual({
      ok: false,
      refusal: { kind: 'configuration-taken', by: 'Lobby' },
    });
    expect(await device(attic)).toMatchObject({ state: 'unmatched' });
  });

  it('refuses a configuration that was deleted in IT Glue meanwhile, and forgets it', async () => {
    const { version } = await device(attic);
    world.tenant.itglue.configurations.delete(ofPrinter.id);
    expect(await decideDevice(attic, 'match', version)).toEqual({
      ok: false,
      refusal: { kind: 'gone', name: 'Printer' },
    });
    const hits = await world.ask('matching.search-configurations', {
      organizationId: organizationId(acme.id),
      text: '',
    });
    expect(hits.map(({ name }) => name)).toEqual(['AP Lobby']);
  });

  it('decides on what is stored while IT Glue cannot be asked', async () => {
    world.vendors.faults.add({ kind: 'reset', api: 'itglue', times: Infinity });
    const { version } = await device(attic);
    expect(await decideDevice(attic, 'match', version)).toEqual({ ok: true, count: 1 });
  });

  it('does not make a match again by rule that a person took apart, and suggests it', async () => {
    const { version, rule } = await device(lobby);
    expect(rule).toBe('mac');
    await decideDevice(lobby, 'unmatch', version);
    for (let syncs = 0; syncs < 2; syncs++) {
      expect(await device(lobby)).toMatchObject({
        state: 'unmatched',
        suggestions: [{ configurationId: ofLobby.id, rule: 'mac', rejected: true }],
        creation: 'possible',
      });
      await world.sync();
    }
    await decideDevice(lobby, 'match', (await device(lobby)).version, ofLobby);
    expect(await device(lobby)).toMatchObject({ state: 'matched', rule: 'by-hand' });
  });

  it('asks for a decision about a shared address before anything is created', async () => {
    const ip = attic.lan_info!.lan_ip;
    const { interfaces } = ofPrinter;
    interfaces.push({
      id: '990',
      name: null,
      primary: true,
      ipAddress: ip,
      macAddress: null,
      notes: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    });
    await world.sync();
    const row = await device(attic);
    expect(row).toMatchObject({
      suggestions: [{ rule: 'ip', name: 'Printer', rejected: false }],
      creation: 'suggestion-undecided',
    });
    const asked = { organizationId: organizationId(acme.id), deviceKeys: [row.key] };
    expect((await world.ask('creation.preview', asked)).left).toMatchObject([
      { why: 'suggestion-undecided' },
    ]);
    expect(await world.ask('creation.start', asked)).toEqual({
      ok: false,
      refusal: { kind: 'suggestion-undecided' },
    });
    await decideDevice(attic, 'reject', row.version);
    expect(await device(attic)).toMatchObject({ creation: 'possible' });
    expect(await world.ask('creation.start', asked)).toEqual({ ok: true, count: 1 });
  });

  it('accepts every suggestion that leaves no choice', async () => {
    attic.name = 'printer';
    await world.sync();
    const keys = (await devicesView()).rows.map(({ key }) => key);
    const request = { organizationId: organizationId(acme.id), deviceKeys: keys };
    expect(await world.ask('matching.accept-all-devices', request)).toEqual({ ok: true, count: 1 });
    expect(await device(attic)).toMatchObject({
      rule: 'by-hand',
      configuration: { id: ofPrinter.id },
    });
    expect((await devicesView()).undo).toEqual({ action: 'accept-all', name: null, count: 1 });
    expect(await undo()).toEqual({ ok: true, count: 1 });
    expect(await device(attic)).toMatchObject({ state: 'unmatched' });
  });
});

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
    await decideDevice(attic, 'match', '');
    const { version } = await network(acmeNetwork);
    await world.ask('matching.decide-network', {
      action: 'unmatch',
      networkId: networkId(acmeNetwork.id),
      version,
    });
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
    await decideDevice(attic, 'match', '');
    const { version } = await network(acmeNetwork);
    await world.ask('matching.decide-network', {
      action: 'unmatch',
      networkId: networkId(acmeNetwork.id),
      version,
    });
    expect((await world.ask('matching.networks')).undo).toEqual({
      action: 'unmatch',
      name: 'Acme',
      count: 1,
    });
    world.startWorker();
    expect(await undo()).toEqual({ ok: true, count: 1 });
    expect(await network(acmeNetwork)).toMatchObject({ state: 'matched', rule: 'name' });
    expect(await device(attic)).toMatchObject({ rule: 'by-hand' });
    expect(await device(lobby)).toMatchObject({ rule: 'mac' });
    expect((await world.ask('matching.networks')).undo).toBeNull();
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

  it('does not undo what somebody has decided otherwise since', async () => {
    await decideDevice(attic, 'ignore', '');
    const entry = await world.undoEntry();
    await decideDevice(attic, 'unignore', (await device(attic)).version);
    await world.store.put('meta', entry, 'undo');
    expect((await devicesView()).undo).toBeNull();
    expect(await undo()).toEqual({ ok: false, refusal: { kind: 'decided-meanwhile' } });
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

  it('accepts all suggestions of networks', async () => {
    const row = await network(boltNetwork);
    expect(row.suggestions).toMatchObject([{ organizationName: 'Bolt Brothers Plumbing' }]);
    const ids = (await networks()).map(({ id }) => id);
    expect(await world.ask('matching.accept-all-networks', { networkIds: ids })).toEqual({
      ok: true,
      count: 1,
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

describe('who sees what', () => {
  const refusal = { ok: false, problem: { kind: 'not-permitted' } };

  it('shows a Manager exactly the networks and organizations of their groups', async () => {
    await matchNetwork(bolt, '');
    await world.iAm('2');
    const view = await world.ask('matching.networks');
    expect(view.access).toBe('own');
    expect(view.rows.map(({ name }) => name)).toEqual(['Acme']);
    expect(view.organizations.map(({ name }) => name)).toEqual(['Acme']);
    const hits = await world.ask('matching.search-organizations', { text: '' });
    expect(hits.map(({ name }) => name)).toEqual(['Acme', 'Crane']);
    expect(
      await world.page('matching.devices', { organizationId: organizationId(bolt.id) }),
    ).toEqual(refusal);
    const { rows } = await world.ask('activity.list', { before: null, text: '', limit: 100 });
    expect(JSON.stringify(rows)).not.toContain('Bolt');
    expect(JSON.stringify(rows)).toContain('Acme');
  });

  it('lets a Manager decide about nothing else', async () => {
    await world.iAm('2');
    const notPermitted = { ok: false, refusal: { kind: 'not-permitted' } };
    expect(await matchNetwork(acme, '')).toEqual(notPermitted);
    const { version } = await network(acmeNetwork);
    expect(await matchNetwork(bolt, version, acmeNetwork)).toEqual(notPermitted);
    expect(await world.page('creation.similar-organizations', { name: 'Anything' })).toEqual(
      refusal,
    );
    expect(
      await world.ask('creation.organization', {
        networkId: networkId(boltNetwork.id),
        version: '',
        name: 'Mine',
        acknowledged: [],
      }),
    ).toEqual(notPermitted);
    expect(world.vendors.requests.writes({ api: 'itglue' })).toEqual([]);
  });

  for (const [who, access] of [
    ['3', 'panels'],
    [null, 'no-user'],
    ['99', 'no-user'],
  ] as const)
    it(`lets nothing be matched by ${who === null ? 'no user' : `user ${who}`}`, async () => {
      await world.iAm(who);
      expect(await world.ask('matching.networks')).toMatchObject({ access, rows: [] });
      expect(await devicesView()).toMatchObject({ access, rows: [], organization: { name: '' } });
      const key = deviceKey('access-point', String(attic.id));
      for (const action of ['ignore', 'match'] as const)
        expect(await decideDevice(attic, action, '')).toMatchObject({ ok: false });
      expect(
        await world.ask('creation.start', {
          organizationId: organizationId(acme.id),
          deviceKeys: [key],
        }),
      ).toMatchObject({ ok: false });
      expect(
        (await world.store.getAll('deviceMatches')).map(({ deviceKey: each }) => each),
      ).toEqual([`access-point:${lobby.id}`]);
    });

  it('refuses a message from a portal page about another page than its own', async () => {
    await matchNetwork(bolt, '');
    const own = `/${acme.id}/configurations/${ofPrinter.id}`;
    const asked = { organizationId: bolt.id, configurationId: ofPrinter.id };
    const key = deviceKey('access-point', String(attic.id));
    const forged = [
      world.portal('panel.candidates', { ...asked, text: '' }, own),
      world.portal('panel.match', { ...asked, deviceKey: key, version: '' }, own),
      world.portal('panel.ignore', { ...asked, ignored: true }, own),
      world.portal('panel.unmatched-count', { organizationId: bolt.id }, own),
      world.portal('panel.open-matching', { organizationId: bolt.id }, own),
    ];
    expect(await Promise.all(forged)).toEqual(forged.map(() => refusal));
    expect(world.chrome.opened).toEqual([]);
  });

  it('refuses what only the own pages may ask, from a portal page', async () => {
    const url = `${world.portalUrl}/${acme.id}/configurations/${ofPrinter.id}`;
    const sender = { id: 'extension', url, frameId: 0, tab: { id: 1, url } };
    for (const name of ['matching.networks', 'matching.undo', 'types.list'] as const)
      expect(await world.send(name, undefined, sender)).toEqual(refusal);
    expect(
      await world.send('matching.networks', undefined, { ...sender, id: 'another-extension' }),
    ).toEqual(refusal);
  });

  it('lets a panel match no device of another organization', async () => {
    await matchNetwork(bolt, '');
    const [van] = (await devicesView(bolt)).rows;
    const asked = { organizationId: acme.id, configurationId: ofPrinter.id };
    const reply = await world.portal(
      'panel.match',
      { ...asked, deviceKey: van!.key, version: '' },
      `/${acme.id}/configurations/${ofPrinter.id}`,
    );
    expect(reply).toEqual({ ok: true, value: { ok: false, refusal: { kind: 'not-permitted' } } });
  });
});

describe('the panel on an unmatched configuration', () => {
  const path = () => `/${acme.id}/configurations/${ofPrinter.id}`;
  const asked = () => ({ organizationId: acme.id, configurationId: ofPrinter.id });

  it('offers devices that fit, finds others by text, and matches the one that is chosen', async () => {
    attic.name = 'Printer';
    await world.sync();
    const fitting = await world.portal('panel.candidates', { ...asked(), text: '' }, path());
    expect(fitting).toMatchObject({ ok: true, value: [{ name: 'Printer', reason: 'name' }] });
    const found = await world.portal('panel.candidates', { ...asked(), text: attic.mac }, path());
    expect(found).toMatchObject({ ok: true, value: [{ name: 'Printer' }] });
    const [candidate] = found.ok ? found.value : [];
    const { deviceKey: key, version } = candidate!;
    expect(
      await world.portal('panel.match', { ...asked(), deviceKey: key, version }, path()),
    ).toEqual({ ok: true, value: { ok: true, count: 1 } });
    expect(await device(attic)).toMatchObject({ rule: 'by-hand' });
  });

  it('counts what is unmatched, and opens the matching page at the organization', async () => {
    const list = `/${acme.id}/configurations`;
    const request = { organizationId: acme.id };
    expect(await world.portal('panel.unmatched-count', request, list)).toEqual({
      ok: true,
      value: 1,
    });
    await world.portal('panel.open-matching', request, list);
    expect(world.chrome.opened).toEqual([
      expect.stringMatching(new RegExp(`/matching\\.html#.*${acme.id}`)),
    ]);
    await world.iAm('3');
    expect(await world.portal('panel.unmatched-count', request, list)).toEqual({
      ok: true,
      value: null,
    });
  });

  it('asks no more about a configuration that is ignored, until that is taken back or it is matched', async () => {
    const ignore = (ignored: boolean) =>
      world.portal('panel.ignore', { ...asked(), ignored }, path());
    await ignore(true);
    expect(await world.store.count('ignoredConfigurations')).toBe(1);
    await ignore(false);
    expect(await world.store.count('ignoredConfigurations')).toBe(0);
    await ignore(true);
    await decideDevice(attic, 'match', '');
    expect(await world.store.count('ignoredConfigurations')).toBe(0);
  });
});

describe('the activity list', () => {
  it('pages from the newest to the oldest, and finds by words', async () => {
    await decideDevice(attic, 'ignore', '');
    const all = await world.ask('activity.list', { before: null, text: '', limit: 100 });
    expect(all.before).toBeNull();
    expect(all.rows.map(({ id }) => id)).toEqual(
      all.rows.map(({ id }) => id).toSorted((a, b) => b - a),
    );
    const paged: (typeof all.rows)[number][] = [];
    let before: number | null = null;
    do {
      const page: typeof all = await world.ask('activity.list', { before, text: '', limit: 2 });
      paged.push(...page.rows);
      ({ before } = page);
    } while (before !== null);
    expect(paged).toEqual(all.rows);
    const found = await world.ask('activity.list', { before: null, text: 'ADA attic', limit: 9 });
    expect(found.rows.map(({ event }) => event.kind)).toEqual(['device-ignored']);
  });
});
