import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { DattoNetwork, DattoNode } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';

let tenant: Tenant;
let vendors: DirectVendors;
let acme: OrganizationRow;
let bolt: OrganizationRow;
let acmeNetwork: DattoNetwork;
let boltNetwork: DattoNetwork;
let lobby: DattoNode;
let attic: DattoNode;
let cellar: DattoNode;
let printer: ConfigurationRow;
let server: ConfigurationRow;
let ann: World;
let ben: World;

/** A browser of the company that has synced once. */
async function browser(user: string, skew = 0): Promise<World> {
  const world = await World.start(vendors, { skew });
  await world.sync();
  await world.iAm(user);
  return world;
}

beforeEach(async () => {
  tenant = tenantWith((builder) => {
    const own = builder.organization({ name: 'The MSP' });
    own.primary = true;
    acme = builder.organization({ name: 'Acme' });
    bolt = builder.organization({ name: 'Bolt Brothers' });
    acmeNetwork = builder.network({ name: 'Acme' });
    boltNetwork = builder.network({ name: 'Van depot' });
    lobby = builder.accessPoint(acmeNetwork, { name: 'Lobby' });
    attic = builder.accessPoint(acmeNetwork, { name: 'Attic' });
    cellar = builder.accessPoint(acmeNetwork, { name: 'Cellar' });
    printer = builder.configuration(acme, { name: 'Printer' });
    server = builder.configuration(acme, { name: 'Server' });
    return [acme];
  });
  tenant.itglue.rateLimit.requests = Infinity;
  vendors = new DirectVendors(tenant);
  ann = await browser('1');
  ben = await browser('1');
});
afterEach(async () => {
  await ann.close();
  await ben.close();
});

const types = () =>
  [...tenant.itglue.flexibleAssetTypes.values()].filter(
    ({ name }) => name === 'Datto Networking Integration',
  );
const keyOf = (node: DattoNode) => deviceKey('access-point', String(node.id));
const decideDevice = async (
  world: World,
  node: DattoNode,
  action: 'ignore' | 'unignore' | 'unmatch',
) => {
  const { rows } = await world.ask('matching.devices', { organizationId: organizationId(acme.id) });
  const { version } = rows.find(({ key }) => key === keyOf(node))!;
  return world.ask('matching.decide-device', { deviceKey: keyOf(node), version, action });
};
const matchDevice = async (world: World, node: DattoNode, configuration: ConfigurationRow) => {
  const { rows } = await world.ask('matching.devices', { organizationId: organizationId(acme.id) });
  const { version } = rows.find(({ key }) => key === keyOf(node))!;
  return world.ask('matching.decide-device', {
    deviceKey: keyOf(node),
    version,
    action: 'match',
    configurationId: configurationId(configuration.id),
  });
};
const decideNetwork = async (
  world: World,
  network: DattoNetwork,
  decision:
    { action: 'ignore' | 'unignore' | 'unmatch' } | { action: 'match'; organizationId: string },
) => {
  const { rows } = await world.ask('matching.networks');
  const { version } = rows.find(({ id }) => id === String(network.id))!;
  return world.ask('matching.decide-network', {
    networkId: networkId(network.id),
    version,
    ...decision,
  } as never);
};
/** What people decided, as a browser has it. */
async function decisions(world: World) {
  const matches = [
    ...(await world.store.getAll('networkMatches')),
    ...(await world.store.getAll('deviceMatches')),
  ];
  return {
    matches: matches.map((match) => ({ ...match, at: null })),
    rejectedOrganizations: await world.store.getAll('rejectedOrganizations'),
    rejectedConfigurations: await world.store.getAll('rejectedConfigurations'),
    ignored: (await world.store.getAll('ignoredConfigurations')).map((row) => row.configurationId),
  };
}
const share = async (...worlds: World[]) => {
  for (const world of worlds) await world.ask('team.refresh');
};

describe('before sharing is started', () => {
  it('nothing is made in IT Glue, and the options say so', async () => {
    await decideDevice(ann, lobby, 'ignore');
    await share(ann);
    expect(types()).toEqual([]);
    expect(await ann.ask('team.view')).toMatchObject({ notShared: 'not-started', permitted: true });
  });

  it('only an Administrator may start it', async () => {
    await ann.iAm('2');
    await expect(ann.ask('team.start')).rejects.toMatchObject({
      problem: { kind: 'not-permitted' },
    });
    expect(types()).toEqual([]);
  });

  it('two who start it at once leave one state', async () => {
    await Promise.all([ann.ask('team.start'), ben.ask('team.start')]);
    await decideDevice(ann, lobby, 'ignore');
    await share(ann, ben);
    expect(await decisions(ben)).toEqual(await decisions(ann));
  });
});

describe('what one decides', () => {
  beforeEach(async () => {
    await ann.ask('team.start');
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
    await ann.ask('matching.undo');
    await share(ann, ben);
    expect(await decisions(ben)).toEqual(await decisions(ann));
    expect((await decisions(ben)).matches.filter((match) => 'deviceKey' in match)).toEqual([]);

    await matchDevice(ann, lobby, printer);
    await share(ann, ben);
    await decideDevice(ben, lobby, 'unmatch');
    await share(ben, ann);
    expect(await ann.ask('matching.undo')).toMatchObject({ ok: false });
  });

  it('where two decide differently without seeing each other, the later one counts for both', async () => {
    await matchDevice(ann, lobby, printer);
    await matchDevice(ben, lobby, server);
    await share(ann, ben, ann);
    expect(await decisions(ann)).toEqual(await decisions(ben));
    expect((await decisions(ann)).matches).toContainEqual(
      expect.objectContaining({ deviceKey: keyOf(lobby), configurationId: server.id }),
    );
  });

  it('where two give one configuration to two devices, one device has it in every browser', async () => {
    await matchDevice(ann, lobby, printer);
    await matchDevice(ben, cellar, printer);
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
  await ben.ask('team.start');
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
  await ann.ask('team.start');
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
  await ann.ask('team.start');
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
  await ann.ask('team.start');
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

it('Auto-Create is not switched by an Editor where nothing is matched yet either', async () => {
  await ann.ask('team.start');
  await share(ben);
  await ann.store.clear('networkMatches');
  await ben.iAm('3');
  await ben.store.put(
    'meta',
    { ...(await ben.store.get('meta', 'settings'))!, autoCreate: true },
    'settings',
  );
  await share(ben, ann);
  expect(await ann.ask('auto-create.view')).toMatchObject({ on: false });
  expect((await ann.ask('team.view')).notAccepted).toHaveLength(1);
});

it('a decision that is made while those of others are being read is not lost to them', async () => {
  await ann.ask('team.start');
  await share(ben);
  await matchDevice(ben, lobby, server);
  await share(ben);
  const reading = vendors.faults.add({
    kind: 'hang',
    effect: 'after',
    api: 'itglue',
    method: 'GET',
    path: /^\/flexible_assets\?/,
  });
  const refreshed = ann.ask('team.refresh');
  await reading.reached;
  // As the matching page puts it; that it is noticed waits for the reading.
  await ann.store.put('deviceMatches', {
    deviceKey: keyOf(lobby),
    networkId: networkId(acmeNetwork.id),
    at: new Date(ann.now()).toISOString(),
    state: 'matched',
    configurationId: configurationId(printer.id),
    organizationId: organizationId(acme.id),
    rule: 'by-hand',
  });
  reading.remove();
  await refreshed;
  await share(ann, ben, ann);
  expect(await decisions(ann)).toEqual(await decisions(ben));
  expect((await decisions(ann)).matches).toContainEqual(
    expect.objectContaining({ deviceKey: keyOf(lobby), configurationId: printer.id }),
  );
});
