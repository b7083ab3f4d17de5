import { afterEach, describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { FaultKind } from '@/test/simulator/faults';
import {
  acme,
  creating,
  devices,
  emptyConfiguration,
  finish,
  landed,
  names,
  start,
  unsettled,
  withAccessPoints,
  world,
} from './creation.fixture';

afterEach(() => world.close());
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
    expect(refused.map(({ refusal }) => refusal)).toEqual(
      Array(3).fill({
        kind: 'problem',
        problem: {
          kind: 'refused',
          side: 'itglue',
          detail: expect.stringContaining('is synced with your PSA') as string,
        },
      }),
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
    const keys = await withAccessPoints(1, 'ä'.repeat(500));
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
