import { afterEach, describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { FaultKind } from '@/test/simulator/faults';
import { networksOf } from '@/test/world/networks';
import { finish, later, withNetwork, world } from './creation.fixture';
afterEach(() => world.close());

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
      const rows = await networksOf(world);
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
      expect(await networksOf(world)).toMatchObject([{ state: 'matched', rule: 'created' }]);
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
    const rows = await networksOf(world);
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
    expect(await networksOf(world)).toMatchObject([
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
