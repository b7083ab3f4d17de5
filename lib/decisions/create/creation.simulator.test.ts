import { afterEach, describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { ActivityEvent } from '@/lib/model/activity';
import type { DeviceKey } from '@/lib/model/device';
import type { FaultKind } from '@/test/simulator/faults';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { servedVendors } from '@/test/world/vendors';
import { World } from '@/test/world/world';
import { tenantWith } from '@/test/world/tenant-with';

const creating = /\/relationships\/configurations$/;

/** An id after all that the simulator gives. */
const later = '9999999999999999';

let world: World;
let acme: OrganizationRow;
afterEach(() => world.close());

/** Acme's network with so many access points, none of them documented. */
async function withAccessPoints(count: number): Promise<DeviceKey[]> {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    const network = builder.network({ name: 'Acme' });
    for (let index = 0; index < count; index++)
      builder.accessPoint(network, { name: `AP ${index + 1}`, role: 'gateway' });
    return [acme];
  });
  world = await World.start(await servedVendors(tenant));
  await world.sync();
  await world.iAm('1');
  return (await devices()).rows.map(({ key }) => key);
}

const devices = () => world.ask('matching.devices', { organizationId: organizationId(acme.id) });
const start = (deviceKeys: DeviceKey[]) =>
  world.ask('creation.start', { organizationId: organizationId(acme.id), deviceKeys });
const unsettled = async () => [
  ...(await world.store.getAllFromIndex('journal', 'state', 'planned')),
  ...(await world.store.getAllFromIndex('journal', 'state', 'sending')),
];
/** As the alarm does: wakes the worker until nothing is open. */
async function finish() {
  for (let turn = 0; turn < 100; turn++) {
    await world.idle();
    if ((await unsettled()).length === 0) return;
    await pause(20);
    await world.wake();
  }
  throw new Error('The writes do not come to an end.');
}
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Waits until IT Glue has carried out what was on its way to it when the worker was stopped. */
async function landed() {
  for (let before = -1; before !== names().length; await pause(200)) before = names().length;
}
function names() {
  return world
    .configurationsOf(acme)
    .map(({ name }) => name)
    .sort();
}
const refusedBy422 = (after: number) =>
  world.vendors.faults.add({
    kind: 'answer',
    status: 422,
    body: { errors: [{ title: 'Invalid', detail: 'is synced with your PSA', status: 422 }] },
    api: 'itglue',
    method: 'POST',
    path: creating,
    after,
  });

describe('creating configurations in bulk', () => {
  it('makes 197 of 200 with three refused and a worker that is stopped in between, none twice', async () => {
    const keys = await withAccessPoints(200);
    for (const after of [11, 57, 140]) refusedBy422(after);
    const hang = world.vendors.faults.add({
      kind: 'hang',
      effect: 'after',
      api: 'itglue',
      method: 'POST',
      path: creating,
      after: 90,
    });
    expect(await start(keys)).toEqual({ ok: true, count: 200 });
    await hang.reached;
    await landed();
    world.startWorker();
    await finish();

    const made = names();
    expect(made).toHaveLength(197);
    expect(new Set(made).size).toBe(197);
    const view = await devices();
    expect(view.creation).toMatchObject({ state: 'done', created: 197, refused: 3, total: 200 });
    const refused = view.creation!.rows.filter(({ state }) => state === 'refused');
    expect(refused.map(({ reason }) => reason)).toEqual(
      Array(3).fill(expect.stringContaining('is synced with your PSA')),
    );
    expect(view.rows.filter(({ rule }) => rule === 'created')).toHaveLength(197);
    expect(
      view.rows
        .filter(({ state }) => state === 'unmatched')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(refused.map(({ deviceKey }) => deviceKey).sort());
    expect(
      [...world.tenant.itglue.manufacturers.values()].filter(({ name }) => name === 'Datto'),
    ).toHaveLength(1);
    const models = [...world.tenant.itglue.models.values()].map(({ name }) => name);
    expect(new Set(models).size).toBe(models.length);
  });

  it('writes everything that Datto tells: type, status, manufacturer, model, addresses, serial number', async () => {
    const keys = await withAccessPoints(1);
    await start(keys);
    await finish();
    const [node] = world.tenant.datto.networks[0]!.nodes;
    const [made] = world.configurationsOf(acme);
    const { itglue } = world.tenant;
    expect(made).toMatchObject({ name: 'AP 1', serialNumber: node!.serial_no });
    expect(made!.interfaces[0]).toMatchObject({
      macAddress: node!.mac.toUpperCase(),
      ipAddress: node!.lan_info!.lan_ip,
    });
    expect(itglue.configurationTypes.get(made!.typeId)?.name).toBe('Managed Network WiFi Access');
    expect(itglue.configurationStatuses.get(made!.statusId!)?.name).toBe('Active');
    expect(itglue.manufacturers.get(made!.manufacturerId!)?.name).toBe('Datto');
    expect(itglue.models.get(made!.modelId!)?.name).toBe(node!.hardware);
    const lines = (await world.ask('activity.list', { before: null, text: '', limit: 100 })).rows;
    expect(lines.filter(({ event }) => event.kind === 'created').map(({ who }) => who)).toEqual(
      Array(3).fill('Ada'),
    );
  });

  const faults: FaultKind[] = [
    { kind: 'server-error', effect: 'after' },
    { kind: 'server-error', effect: 'before' },
    { kind: 'server-error', effect: 'after', status: 504 },
    { kind: 'reset', effect: 'after' },
    { kind: 'reset', effect: 'before' },
    { kind: 'truncated' },
    { kind: 'malformed' },
    { kind: 'too-many-requests', retryAfterSeconds: 0 },
  ];
  for (const fault of faults)
    it(`leaves one record when the first writes meet ${Object.values(fault).join(' ')}`, async () => {
      const keys = await withAccessPoints(3);
      world.vendors.faults.add({
        ...fault,
        api: 'itglue',
        method: 'POST',
        path: /relationships|manufacturers/,
        times: 4,
      });
      await start(keys);
      await finish();
      expect(names()).toEqual(['AP 1', 'AP 2', 'AP 3']);
      expect((await devices()).creation).toMatchObject({ state: 'done', created: 3, refused: 0 });
    });

  it('refuses a row that IT Glue keeps failing on, in the end, and goes on with the others', async () => {
    const keys = await withAccessPoints(2);
    world.vendors.faults.add({
      kind: 'server-error',
      api: 'itglue',
      method: 'POST',
      path: creating,
      times: Infinity,
    });
    await start(keys);
    await finish();
    expect(names()).toEqual([]);
    expect((await devices()).creation).toMatchObject({ state: 'done', created: 0, refused: 2 });
  });

  for (const effect of ['before', 'after'] as const)
    it(`leaves one record when the worker is stopped ${effect} the request has its effect`, async () => {
      const keys = await withAccessPoints(1);
      const hang = world.vendors.faults.add({
        kind: 'hang',
        effect,
        api: 'itglue',
        method: 'POST',
        path: creating,
      });
      await start(keys);
      await hang.reached;
      expect((await unsettled()).map(({ state }) => state)).toEqual(['sending']);
      world.startWorker();
      await finish();
      expect(names()).toEqual(['AP 1']);
    });

  it('waits for a connection, and goes on when it is back', async () => {
    const keys = await withAccessPoints(2);
    // The type is found by then: nothing else is asked of IT Glue to plan.
    await world.ask('creation.preview', {
      organizationId: organizationId(acme.id),
      deviceKeys: keys,
    });
    const offline = world.vendors.faults.add({ kind: 'reset', api: 'itglue', times: Infinity });
    await start(keys);
    await world.idle();
    expect((await devices()).creation).toMatchObject({ state: 'open', created: 0, refused: 0 });
    offline.remove();
    await finish();
    expect(names()).toEqual(['AP 1', 'AP 2']);
  });

  it('is refused while the type of a configuration cannot be looked up', async () => {
    const keys = await withAccessPoints(1);
    world.vendors.faults.add({ kind: 'reset', api: 'itglue', times: Infinity });
    expect(await start(keys)).toMatchObject({
      ok: false,
      refusal: { kind: 'problem', problem: { kind: 'offline' } },
    });
    expect(await world.store.count('journal')).toBe(0);
  });

  it('takes a configuration that turned up in IT Glue meanwhile instead of a second one', async () => {
    const keys = await withAccessPoints(2);
    const [node] = world.tenant.datto.networks[0]!.nodes;
    const builder = world.tenant.itglue;
    await world.sync();
    const typed = node!.mac.replaceAll(':', '').replace(/(.{4})(?=.)/g, '$1.');
    builder.configurations.set('77', {
      ...emptyConfiguration('77', acme.id, 'By a colleague'),
      interfaces: [
        {
          id: '78',
          name: null,
          primary: false,
          ipAddress: null,
          macAddress: typed,
          notes: null,
          createdAt: '2026-01-01T00:00:00.000Z',
          updatedAt: '2026-01-01T00:00:00.000Z',
        },
      ],
    });
    await start(keys);
    await finish();
    expect(names()).toEqual(['AP 2', 'By a colleague']);
    const view = await devices();
    expect(view.creation!.rows.map(({ state }) => state).sort()).toEqual(['created', 'found']);
    expect(view.rows.find(({ name }) => name === 'AP 1')).toMatchObject({
      state: 'matched',
      rule: 'mac',
      configuration: { id: '77' },
    });
  });

  it('cuts a name of 500 characters with an ellipsis, says so, and makes one record', async () => {
    const tenant = tenantWith((builder) => {
      acme = builder.organization({ name: 'Acme' });
      const network = builder.network({ name: 'Acme' });
      builder.accessPoint(network, { name: 'ä'.repeat(500) });
      return [acme];
    });
    world = await World.start(await servedVendors(tenant));
    await world.sync();
    await world.iAm('1');
    const keys = (await devices()).rows.map(({ key }) => key);
    const preview = await world.ask('creation.preview', {
      organizationId: organizationId(acme.id),
      deviceKeys: keys,
    });
    expect(preview.rows).toMatchObject([{ nameCut: true }]);
    await start(keys);
    await finish();
    const [name, ...others] = names();
    expect(others).toEqual([]);
    expect(name).toBe(`${'ä'.repeat(254)}…`);
    expect(preview.rows[0]!.name).toBe(name);
  });

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

  it('forgets the result when it is dismissed', async () => {
    const keys = await withAccessPoints(1);
    await start(keys);
    await finish();
    const { creation } = await devices();
    await world.ask('creation.dismiss', { id: creation!.id });
    expect((await devices()).creation).toBeNull();
    expect(await world.store.count('journal')).toBe(0);
  });
});

describe('creating an organization', () => {
  const create = (name: string, acknowledged: string[] = []) =>
    world.ask('creation.organization', {
      networkId: '135501' as never,
      version: '',
      name,
      acknowledged: acknowledged.map(organizationId),
    });
  const called = (name: string) =>
    [...world.tenant.itglue.organizations.values()].filter((each) => each.name === name);

  async function withNetwork() {
    const tenant = tenantWith((builder) => {
      acme = builder.organization({ name: 'Harbor Dental Group' });
      builder.network({ name: 'Acme' });
      return [acme];
    });
    world = await World.start(await servedVendors(tenant));
    await world.sync();
    await world.iAm('1');
  }

  const faults: FaultKind[] = [
    { kind: 'server-error', effect: 'after' },
    { kind: 'server-error', effect: 'before' },
    { kind: 'reset', effect: 'after' },
    { kind: 'reset', effect: 'before' },
    { kind: 'truncated' },
  ];
  for (const fault of faults)
    it(`makes one and matches the network when the write meets ${Object.values(fault).join(' ')}`, async () => {
      await withNetwork();
      const path = '/organizations';
      world.vendors.faults.add({ ...fault, api: 'itglue', method: 'POST', path });
      expect(await create('Acme')).toEqual({ ok: true, count: 1 });
      const [made, ...others] = called('Acme');
      expect(others).toEqual([]);
      const { rows } = await world.ask('matching.networks');
      expect(rows).toMatchObject([
        { state: 'matched', rule: 'created', organization: { id: made!.id, name: 'Acme' } },
      ]);
    });

  for (const effect of ['before', 'after'] as const)
    it(`finishes it after a worker was stopped ${effect} the request had its effect`, async () => {
      await withNetwork();
      const hang = world.vendors.faults.add({
        kind: 'hang',
        effect,
        api: 'itglue',
        method: 'POST',
        path: '/organizations',
      });
      void create('Acme');
      await hang.reached;
      world.startWorker();
      await finish();
      expect(called('Acme')).toHaveLength(1);
      expect((await world.ask('matching.networks')).rows).toMatchObject([
        { state: 'matched', rule: 'created' },
      ]);
    });

  it('never takes a namesake that was there before for its own', async () => {
    await withNetwork();
    const id = [...world.tenant.itglue.organizations.keys()][0]!;
    const namesake = world.tenant.itglue.organizations.get(id)!;
    namesake.name = 'Acme';
    expect(await create('Acme')).toEqual({ ok: false, refusal: { kind: 'exists', name: 'Acme' } });
    world.vendors.faults.add({
      kind: 'reset',
      effect: 'after',
      api: 'itglue',
      method: 'POST',
      path: '/organizations',
    });
    expect(await create('Acme', [id])).toEqual({ ok: true, count: 1 });
    expect(called('Acme')).toHaveLength(2);
    const { rows } = await world.ask('matching.networks');
    expect(rows[0]!.organization!.id).not.toBe(id);
  });

  it('says that one is to be deleted when the browser sent it twice', async () => {
    await withNetwork();
    const path = '/organizations';
    const hang = world.vendors.faults.add({
      kind: 'hang',
      effect: 'after',
      api: 'itglue',
      method: 'POST',
      path,
    });
    const created = create('Acme');
    await hang.reached;
    const { organizations } = world.tenant.itglue;
    await expect.poll(() => called('Acme')).toHaveLength(1);
    const [made] = called('Acme');
    organizations.set(later, { ...made!, id: later });
    hang.release();
    expect(await created).toEqual({ ok: true, count: 1, twice: true });
    expect((await world.ask('matching.networks')).rows).toMatchObject([
      { state: 'matched', organization: { id: made!.id } },
    ]);
    const list = await world.ask('activity.list', { before: null, text: '', limit: 100 });
    expect(list.rows.map(({ event }) => event)).toContainEqual({
      kind: 'created',
      resource: 'organization',
      name: 'Acme',
      id: later,
      reason: 'sent-twice-left',
    });
  });

  it('makes one when the button is pressed twice', async () => {
    await withNetwork();
    const results = await Promise.all([create('Acme'), create('Acme')]);
    expect(called('Acme')).toHaveLength(1);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('warns of the same and of similar names, and says when IT Glue cannot be asked', async () => {
    await withNetwork();
    const similar = (name: string) => world.ask('creation.similar-organizations', { name });
    expect(await similar('harbor dental group')).toMatchObject({
      same: [{ name: 'Harbor Dental Group' }],
      problem: null,
    });
    expect(await similar('Harbour Dental Group')).toMatchObject({
      same: [],
      similar: [{ name: 'Harbor Dental Group' }],
    });
    world.vendors.faults.add({ kind: 'reset', api: 'itglue', times: Infinity });
    expect((await similar('Harbor Dental Group')).problem).toMatchObject({ kind: 'offline' });
    const refused = await create('Acme');
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'problem' } });
    world.vendors.faults.clear();
    await finish();
  });
});

const emptyConfiguration = (id: string, organization: string, name: string) => ({
  id,
  organizationId: organization,
  name,
  hostname: null,
  serialNumber: null,
  assetTag: null,
  notes: null,
  defaultGateway: null,
  warrantyExpiresAt: null,
  typeId: '51',
  statusId: null,
  manufacturerId: null,
  modelId: null,
  locationName: null,
  archived: false,
  psaSynced: false,
  interfaces: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});
