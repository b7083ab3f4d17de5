import { organizationId, userId } from '@/lib/model/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentation, passwordsOf, recordsOf, typesOf } from './documentation';
import { keys, smallTenant, type SmallTenant } from './tenant';

import { ProblemError } from '@/lib/model/problem-error';
import { syncedWorld } from './synced-world';
import { atWrite } from '@/test/world/life';
import { valueOf, type World } from '@/test/world/world';

let small: SmallTenant;
let world: World;
beforeEach(async () => {
  small = smallTenant();
  world = await syncedWorld(small.tenant, '1');
});
afterEach(() => world.close());

const complete = () => {
  const live = documentation(small.tenant).filter(({ archived }) => !archived);
  return (
    live.length === 3 &&
    recordsOf(small.tenant).length === 3 &&
    passwordsOf(small.tenant).length === 3 &&
    typesOf(small.tenant).length === 1 &&
    live.every(({ passwords }) => passwords.length === 1)
  );
};

describe('a write that IT Glue refuses', () => {
  const detail = "Wi-Fi Network Name can't be blank";
  const refuse = (method: string, path: RegExp | string, after = 0, times = 1) =>
    world.vendors.faults.add({
      kind: 'answer',
      status: 422,
      body: { errors: [{ title: 'Unprocessable', detail, status: 422 }] },
      method,
      path,
      after,
      times,
    });

  it('costs no other one, and is named', async () => {
    refuse('POST', '/flexible_assets', 1);
    const run = await world.autoCreate(true);
    expect(run.state).toBe('done');
    expect(recordsOf(small.tenant)).toHaveLength(2);
    expect(passwordsOf(small.tenant)).toHaveLength(3);
    expect(run.problems).toMatchObject([
      { stage: 'wireless', problem: { kind: 'refused', side: 'itglue', detail } },
    ]);
    const view = await world.ask('auto-create.view');
    expect(view.state).toBe('idle');
    expect(view.lastResult?.refused).toEqual([
      {
        subject: run.problems[0]!.subject,
        problem: { kind: 'refused', side: 'itglue', detail },
      },
    ]);
    expect((await world.events()).filter(({ kind }) => kind === 'refused')).toHaveLength(1);
    await world.wirelessSync();
    expect(complete()).toBe(true);
  });

  it('of the type makes neither records nor passwords', async () => {
    refuse('POST', '/flexible_asset_types');
    await world.autoCreate(true);
    expect(world.writes()).toEqual(['POST /flexible_asset_types']);
    expect(await world.ask('auto-create.view')).toMatchObject({ on: true, state: 'failed' });
    await world.wirelessSync();
    expect(complete()).toBe(true);
  });

  it('when switching off is tried again at the next sync', async () => {
    await world.autoCreate(true);
    const [row] = recordsOf(small.tenant);
    refuse('PATCH', `/flexible_assets/${row!.id}`);
    await world.autoCreate(false);
    expect(documentation(small.tenant).filter(({ archived }) => !archived)).toHaveLength(1);
    expect(await world.ask('auto-create.view')).toMatchObject({ on: false, state: 'failed' });
    await world.sync();
    expect(documentation(small.tenant).filter(({ archived }) => !archived)).toEqual([]);
    expect(await world.ask('auto-create.view')).toMatchObject({ on: false, state: 'idle' });
  });

  it('when disconnecting with archiving keeps everything stored, and says what it was', async () => {
    await world.autoCreate(true);
    const [row] = recordsOf(small.tenant);
    const fault = refuse('PATCH', `/flexible_assets/${row!.id}`);
    await expect((await world.services()).wireless.archiveAll()).rejects.toMatchObject({
      problem: { kind: 'refused', cause: { kind: 'several', problems: [{ problem: { detail } }] } },
    });
    fault.remove();
    expect(await world.store.count('wireless')).toBe(3);
    await (await world.services()).wireless.archiveAll();
    expect(documentation(small.tenant).every(({ archived }) => archived)).toBe(true);
    expect(passwordsOf(small.tenant).every(({ archived }) => archived)).toBe(true);
    // There is nothing more to archive, whoever asks.
    world.writes();
    await (await world.services()).wireless.archiveAll();
    expect(world.writes()).toEqual([]);
  });
});

describe('a lost answer', () => {
  it.each(
    (['server-error', 'reset'] as const).flatMap((kind) =>
      (['before', 'after'] as const).flatMap((effect) =>
        [
          '/flexible_asset_types',
          '/flexible_assets',
          /relationships\/passwords/,
          /relationships\/related_items/,
        ].map((path) => ({ kind, effect, path })),
      ),
    ),
  )('($kind $effect the effect, $path) makes nothing twice', async (fault) => {
    world.vendors.faults.add({ ...fault, method: 'POST' });
    const run = await world.autoCreate(true);
    expect(run.state).toBe('done');
    expect(complete()).toBe(true);
    expect(world.writes()).toHaveLength(fault.effect === 'after' ? 12 : 13);
    await world.wirelessSync();
    expect(world.writes()).toEqual([]);
  });

  it.each(['before', 'after'] as const)(
    'of an update or an archiving (%s the effect) leads to the same end',
    async (effect) => {
      await world.autoCreate(true);
      small.main.ssids['1']!.wpa_password = 'another key 99';
      for (const path of [/flexible_assets/, /passwords/])
        world.vendors.faults.add({ kind: 'server-error', effect, method: 'PATCH', path });
      await world.wirelessSync();
      const first = documentation(small.tenant).find(
        ({ traits }) => traits['security-type'] === 'wpa-2only-psk',
      );
      expect(first!.traits['pre-shared-key']).toBe('another key 99');
      expect(first!.passwords[0]!.value).toBe('another key 99');
      for (const path of [/flexible_assets/, /passwords/, /flexible_asset_types/])
        world.vendors.faults.add({ kind: 'reset', effect, method: 'PATCH', path });
      await world.autoCreate(false);
      expect(documentation(small.tenant).every(({ archived }) => archived)).toBe(true);
      expect(typesOf(small.tenant)[0]!.enabled).toBe(false);
      expect(await world.store.count('journal')).toBe(0);
    },
  );
});

it('ends with the reason where IT Glue cannot be reached, and goes on at the next sync', async () => {
  world.vendors.faults.add({ kind: 'reset', api: 'itglue', times: Infinity, after: 4 });
  const run = await world.autoCreate(true);
  expect(run.failure?.kind).toBe('offline');
  expect(await world.ask('auto-create.view')).toMatchObject({
    on: true,
    state: 'failed',
    problem: { kind: 'offline' },
  });
  world.vendors.faults.clear();
  await world.sync();
  expect(complete()).toBe(true);
  expect(await world.ask('auto-create.view')).toMatchObject({ state: 'idle' });
});

it('archives even while Datto does not answer', async () => {
  await world.autoCreate(true);
  world.vendors.faults.add({ kind: 'reset', api: 'datto', times: Infinity });
  await world.autoCreate(false);
  expect(documentation(small.tenant).every(({ archived }) => archived)).toBe(true);
  expect(await world.ask('auto-create.view')).toMatchObject({ on: false, state: 'idle' });
});

it('carries out the latest setting when it is switched while an earlier one is at work', async () => {
  const hang = world.vendors.faults.add({ kind: 'hang', method: 'POST', path: '/flexible_assets' });
  await world.ask('auto-create.save', { on: true });
  await hang.reached;
  expect(await world.ask('auto-create.view')).toMatchObject({ on: true, state: 'working' });
  world.startWorker();
  await world.autoCreate(false);
  expect(documentation(small.tenant).every(({ archived }) => archived)).toBe(true);
  expect(passwordsOf(small.tenant).every(({ archived }) => archived)).toBe(true);
  await world.autoCreate(true);
  expect(complete()).toBe(true);
});

describe('who may ask', () => {
  it('is an Administrator for the preview, the setting and archiving', async () => {
    await world.iAm('2');
    for (const asked of [
      () => world.ask('auto-create.preview', { on: true }),
      () => world.ask('auto-create.save', { on: true }),
      async () => (await world.services()).wireless.archiveAll(),
    ])
      await expect(asked()).rejects.toEqual(new ProblemError({ kind: 'not-permitted' }));
    expect(await world.ask('auto-create.view')).toMatchObject({ on: false, permitted: false });
    expect(world.writes()).toEqual([]);
  });

  it('is a Manager of every organization that is documented, and of no fewer', async () => {
    const covering = async (...organizationIds: string[]) => {
      const manager = (await world.store.get('users', userId('2')))!;
      await world.store.put('users', {
        ...manager,
        organizationIds: organizationIds.map(organizationId),
      });
      await world.iAm('2');
    };
    const matched = (await world.store.getAll('networkMatches')).flatMap((match) =>
      match.state === 'matched' ? [match.organizationId] : [],
    );
    expect(matched.length).toBeGreaterThan(0);
    await covering(...matched.slice(1), 'another');
    expect(await world.ask('auto-create.view')).toMatchObject({ permitted: false });
    await covering(...matched);
    expect(await world.ask('auto-create.view')).toMatchObject({ permitted: true });
    await world.autoCreate(true);
    expect(recordsOf(small.tenant).length).toBeGreaterThan(0);
    // What is documented of an organization that is matched no more is touched by switching off.
    await world.store.clear('networkMatches');
    await covering('another');
    await expect(world.ask('auto-create.save', { on: false })).rejects.toEqual(
      new ProblemError({ kind: 'not-permitted' }),
    );
  });

  it('is, about a record, the page of that record', async () => {
    await world.autoCreate(true);
    const row = recordsOf(small.tenant).find(
      ({ traits }) => traits['wi-fi-network-name'] === 'Guests',
    )!;
    const page = { organizationId: row.organizationId, typeId: row.typeId, recordId: row.id };
    const path = `/${page.organizationId}/assets/${page.typeId}-wireless/records/${page.recordId}`;
    const view = valueOf(await world.portal('record.view', page, path));
    expect(view).toEqual({
      kind: 'managed',
      networkName: 'Alpha',
      ssidName: 'Guests',
      syncedAt: expect.any(String) as string,
      on: true,
      archived: false,
      heldBy: [],
    });
    for (const other of ['/41/configurations/1', path.replace('/41/', '/42/'), `${path}1`])
      expect(await world.portal('record.view', page, other)).toEqual({
        ok: false,
        problem: { kind: 'not-permitted' },
      });
    expect(
      await world.portal('record.view', { ...page, recordId: '9' }, `${path.replace(/\d+$/, '9')}`),
    ).toEqual({ ok: true, value: { kind: 'none' } });
    await world.autoCreate(false);
    expect(await world.portal('record.view', page, path)).toMatchObject({
      value: { on: false, archived: true },
    });
  });
});

it('lets no key out of memory: not into the store, an answer, a log, or an error', async () => {
  const used: string[] = [keys.staff, keys.guest, keys.beta];
  world.vendors.faults.add({
    kind: 'answer',
    status: 422,
    // As servers do that repeat what they were sent.
    body: { errors: [{ detail: `${keys.staff} is weak`, status: 422 }] },
    method: 'POST',
    path: '/flexible_assets',
  });
  await world.ask('auto-create.preview', { on: true });
  await world.autoCreate(true);
  world.startWorker(atWrite({ when: 'before', write: 1 }));
  small.main.ssids['1']!.wpa_password = 'another key 99';
  used.push('another key 99');
  void (await world.services()).engine.start('settings');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const inTheMiddle = await everything();
  world.startWorker();
  await world.settled();
  await world.ask('auto-create.view');
  const texts = [inTheMiddle, await everything(), ...world.answers].join('\n');
  expect(texts).toContain('Guests');
  for (const key of used) {
    expect(texts).not.toContain(key);
    // Nor as JSON writes it, nor a telling part.
    expect(texts).not.toContain(JSON.stringify(key).slice(1, -1));
    expect(texts).not.toContain(key.trim().slice(0, 12));
  }
});

/** All rows of all stores, as text. */
async function everything(): Promise<string> {
  const { store } = world;
  const rows = await Promise.all([...store.objectStoreNames].map((name) => store.getAll(name)));
  return JSON.stringify(rows);
}

it('goes on at once where what a dead worker sent is there', async () => {
  small.tenant.datto.networks = [small.main];
  delete small.main.ssids['2'];
  await world.sync();
  await world.sync();
  // The password is the last to be made but for the links.
  world.startWorker(atWrite({ when: 'after', write: 3 }));
  void world.ask('auto-create.save', { on: true });
  await world.died;
  expect(passwordsOf(small.tenant)).toHaveLength(1);
  const before = world.now();
  world.startWorker();
  await world.settled();
  expect(world.now() - before).toBeLessThan(30_000);
  expect([recordsOf(small.tenant).length, passwordsOf(small.tenant).length]).toEqual([1, 1]);
  expect(documentation(small.tenant)[0]?.passwords).toHaveLength(1);
});
