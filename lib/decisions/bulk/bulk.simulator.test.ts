import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BulkDecision } from '@/lib/messages/bulk';
import { deviceKey, type DeviceKey } from '@/lib/model/device';
import { networkId, organizationId } from '@/lib/model/ids';
import type { LeftOut } from '@/lib/model/left-out';
import type { BulkAction } from '@/lib/model/bulk-action';
import type { BulkPreview } from '@/lib/views/bulk';
import type { DattoNetwork, DattoNode } from '@/test/simulator/datto/state';
import type { OrganizationRow } from '@/test/simulator/itglue/state';
import type { TenantBuilder } from '@/test/simulator/tenant/builder';
import { networksQuestion } from '@/lib/views/lists/question.fixture';
import { networksOf } from '@/test/world/networks';
import { tenantWith } from '@/test/world/tenant-with';
import { servedVendors } from '@/test/world/vendors';
import { World } from '@/test/world/world';
import { devicesOf } from '@/test/world/devices';

let world: World;
let builder: TenantBuilder;
let acme: OrganizationRow;
let bolt: OrganizationRow;
let office: DattoNetwork;
const sites: DattoNetwork[] = [];
const nodes: DattoNode[] = [];

/**
 * The network of Acme, whom the Manager Max sees, has four access points: two are suggested their
 * configurations by name, `Twin` two of them, `Alone` none. Three more networks are suggested Bolt,
 * whom he does not see.
 */
beforeEach(async () => {
  sites.length = 0;
  nodes.length = 0;
  const tenant = tenantWith((each) => {
    builder = each;
    acme = builder.organization({ name: 'Acme' });
    bolt = builder.organization({ name: 'Bolt Brothers Plumbing' });
    office = builder.network({ name: 'Acme' });
    for (const name of ['Lobby', 'Attic', 'Twin', 'Alone'])
      nodes.push(builder.accessPoint(office, { name }));
    for (const name of ['LOBBY', 'attic', 'TWIN', 'twin']) builder.configuration(acme, { name });
    for (const name of ['Plumbing Inc.', 'Plumbing LLC', 'Plumbng']) {
      const site = builder.network({ name: `Bolt Brothers ${name}` });
      builder.accessPoint(site, { name: 'Van' });
      sites.push(site);
    }
    return [acme];
  });
  world = await World.start(await servedVendors(tenant));
  await world.sync();
  await world.iAm('1');
});
afterEach(() => world.close());

const keyOf = (node: DattoNode): DeviceKey => deviceKey('access-point', String(node.id));
const deviceKeys = () => nodes.map(keyOf);
const networkIds = () => [office, ...sites].map(({ id }) => networkId(id));

const previewNetworks = (action: BulkAction, to: OrganizationRow | null = null) =>
  world.ask('bulk.preview', {
    subject: 'networks',
    action,
    keys: networkIds(),
    organizationId: to && organizationId(to.id),
  });
const previewDevices = (action: BulkAction) =>
  world.ask('bulk.preview', {
    subject: 'devices',
    action,
    keys: deviceKeys(),
    organizationId: null,
  });

const confirm = (
  subject: BulkDecision['subject'],
  action: BulkAction,
  { rows }: Pick<BulkPreview, 'rows'>,
) =>
  world.ask('bulk.decide', {
    subject,
    action,
    rows: rows.map(({ key, version, target }) => ({ key, version, target: target?.id ?? null })),
  } as BulkDecision);

/** Takes back what was done last on the list. */
async function undo(list: 'networks' | 'devices' | 'findings') {
  const view =
    list === 'networks'
      ? await world.ask('matching.networks', networksQuestion())
      : list === 'findings'
        ? await world.ask('matching.findings')
        : await devicesOf(world, organizationId(acme.id));
  return world.ask('matching.undo', { step: view.undo?.next?.step ?? -1 });
}

const whys = (left: readonly LeftOut[] | undefined) =>
  left?.map(({ name, why }) => `${name}: ${why}`);
const states = async () => (await networksOf(world)).map(({ name, state }) => `${name}: ${state}`);
const deviceStates = async () =>
  (await devicesOf(world, organizationId(acme.id))).rows.map(
    ({ name, state }) => `${name}: ${state}`,
  );
const lines = async () =>
  (await world.ask('activity.list', { before: null, text: '', limit: 1000 })).rows.map(
    ({ who, event }) => ({ who, ...event }),
  );

describe('networks', () => {
  it('are accepted as they were shown, the least sure first, with what is left out and why', async () => {
    const preview = await previewNetworks('accept');
    expect(preview.rows.map(({ name, target }) => [name, target?.name])).toEqual([
      ['Bolt Brothers Plumbng', bolt.name],
      ['Bolt Brothers Plumbing Inc.', bolt.name],
      ['Bolt Brothers Plumbing LLC', bolt.name],
    ]);
    expect(whys(preview.left)).toEqual(['Acme: decided']);
    expect(await confirm('networks', 'accept', preview)).toEqual({ ok: true, count: 3, left: [] });
    expect((await states()).every((line) => line.endsWith(': matched'))).toBe(true);
    expect(await lines()).toContainEqual(
      expect.objectContaining({
        who: 'Ada',
        kind: 'network-matched',
        name: 'Bolt Brothers Plumbing Inc.',
        suggested: { kind: 'legal-form', form: 'Inc.' },
      }),
    );
  });

  it('are one step of Undo, however many they were', async () => {
    await confirm('networks', 'accept', await previewNetworks('accept'));
    await world.idle();
    expect(await undo('networks')).toEqual({ ok: true, count: 3 });
    expect(await states()).toEqual([
      'Acme: matched',
      'Bolt Brothers Plumbing Inc.: unmatched',
      'Bolt Brothers Plumbing LLC: unmatched',
      'Bolt Brothers Plumbng: unmatched',
    ]);
  });

  it('are matched to one organization, those that have it left out', async () => {
    const preview = await previewNetworks('match', acme);
    expect(whys(preview.left)).toEqual(['Acme: same']);
    expect(await confirm('networks', 'match', preview)).toMatchObject({ ok: true, count: 3 });
    await world.idle();
    expect(await world.ask('matching.organizations')).toMatchObject({
      organizations: [{ name: 'Acme' }],
    });
  });

  it('leave out what was decided since it was shown, and say so', async () => {
    const preview = await previewNetworks('ignore');
    const [first] = preview.rows;
    await world.ask('matching.decide-network', {
      action: 'match',
      networkId: networkId(first!.key),
      organizationId: organizationId(bolt.id),
      version: first!.version,
    });
    const done = await confirm('networks', 'ignore', preview);
    expect(done).toMatchObject({ ok: true, count: 2, left: [{ key: first!.key, why: 'decided' }] });
  });

  it('end the matches of their devices when they are unmatched, and get them back by Undo', async () => {
    await confirm('devices', 'accept', await previewDevices('accept'));
    const before = await world.store.getAll('deviceMatches');
    expect(before).toHaveLength(2);
    await confirm('networks', 'unmatch', await previewNetworks('unmatch'));
    expect(await world.store.count('deviceMatches')).toBe(0);
    await undo('networks');
    expect(await world.store.getAll('deviceMatches')).toEqual(before);
  });

  it('are no longer suggested what IT Glue lost meanwhile', async () => {
    const preview = await previewNetworks('accept');
    world.tenant.itglue.organizations.delete(bolt.id);
    const done = await confirm('networks', 'accept', preview);
    expect(done).toMatchObject({ ok: true, count: 0 });
    expect(done.ok && done.left?.every(({ why }) => why === 'gone')).toBe(true);
  });
});

describe('devices', () => {
  it('are accepted, logged each with its rule, and undone as one', async () => {
    const preview = await previewDevices('accept');
    expect(whys(preview.left)).toEqual(['Twin: several-suggestions', 'Alone: no-suggestion']);
    expect(await confirm('devices', 'accept', preview)).toEqual({ ok: true, count: 2, left: [] });
    expect((await lines()).filter(({ kind }) => kind === 'device-matched')).toMatchObject([
      { name: 'Lobby', configurationName: 'LOBBY', suggested: 'name' },
      { name: 'Attic', configurationName: 'attic', suggested: 'name' },
    ]);
    expect(await undo('devices')).toEqual({ ok: true, count: 2 });
    expect((await deviceStates()).every((line) => line.endsWith(': unmatched'))).toBe(true);
  });

  it('never take one configuration twice, nor one that another has by now', async () => {
    const preview = await previewDevices('accept');
    const [one, other] = preview.rows;
    const same = [one!, { ...other!, target: one!.target }];
    expect(await confirm('devices', 'accept', { rows: same })).toMatchObject({
      count: 1,
      left: [{ why: 'taken' }],
    });
  });

  it('are ignored and asked about again, unmatched only where they are matched', async () => {
    expect(await confirm('devices', 'ignore', await previewDevices('ignore'))).toMatchObject({
      count: 4,
    });
    expect((await previewDevices('unmatch')).rows).toEqual([]);
    expect(await confirm('devices', 'unignore', await previewDevices('unignore'))).toMatchObject({
      count: 4,
    });
    expect((await deviceStates()).every((line) => line.endsWith(': unmatched'))).toBe(true);
  });

  it('are not decided by half when the worker ends in the middle, and can be decided by the next one', async () => {
    const preview = await previewDevices('accept');
    const rows = preview.rows.map(({ key, version, target }) => ({
      key: key as DeviceKey,
      version,
      target: target?.id ?? null,
    }));
    world.startWorker((moment) => moment.at === 'store');
    void world.page('bulk.decide', { subject: 'devices', action: 'accept', rows });
    await world.died;
    expect(await world.store.count('deviceMatches')).toBe(0);
    world.startWorker();
    expect(await confirm('devices', 'accept', preview)).toMatchObject({ ok: true, count: 2 });
  });
});

describe('findings', () => {
  it('are told to be legitimate together', async () => {
    for (const mac of ['02:00:00:00:00:01', '02:00:00:00:00:02'])
      for (const name of ['Printer', 'Printer (old)']) builder.configuration(acme, { name, mac });
    await world.sync();
    const { rows } = await world.ask('matching.findings');
    const preview = await world.ask('bulk.preview', {
      subject: 'findings',
      action: 'legitimate',
      keys: rows.map(({ key }) => key),
      organizationId: null,
    });
    expect(preview.rows).toHaveLength(rows.length);
    expect(await confirm('findings', 'legitimate', preview)).toMatchObject({ count: rows.length });
    expect(await world.ask('matching.organizations')).toMatchObject({ openFindings: 0 });
    expect(await undo('findings')).toEqual({ ok: true, count: rows.length });
  });
});

describe('who may not', () => {
  it('decides about nothing, whatever rows are named', async () => {
    const shown = await previewNetworks('accept');
    const devices = await previewDevices('accept');
    for (const who of ['2', '3', null]) {
      await world.iAm(who);
      expect((await previewNetworks('accept')).rows).toEqual([]);
      const done = await confirm('networks', 'accept', shown);
      expect(done).toMatchObject({ ok: true, count: 0 });
      expect(done.ok && done.left).toEqual(
        shown.rows.map(({ key }) => ({ key, name: '', why: 'not-permitted' })),
      );
      if (who !== '2')
        expect(await confirm('devices', 'accept', devices)).toMatchObject({ count: 0 });
    }
    await world.iAm('2');
    expect(await confirm('devices', 'accept', devices)).toMatchObject({ count: 2 });
  });
});

describe('the counts', () => {
  it('say how many rows each action would touch, and which left the tab', async () => {
    await world.ask('matching.decide-device', {
      action: 'ignore',
      deviceKey: deviceKeys()[0]!,
      version: '',
    });
    const answer = await world.ask('bulk.counts', {
      subject: 'devices',
      state: 'unmatched',
      keys: [...deviceKeys(), deviceKey('switch', '404')],
    });
    expect(answer).toEqual({
      counts: {
        accept: 1,
        match: 0,
        ignore: 3,
        unmatch: 0,
        unignore: 1,
        legitimate: 0,
        'not-legitimate': 0,
        create: 3,
      },
      createIn: [{ id: acme.id, name: 'Acme' }],
      elsewhere: [deviceKeys()[0], deviceKey('switch', '404')],
    });
  });
});
