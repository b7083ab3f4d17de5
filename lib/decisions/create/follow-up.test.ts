import { afterEach, describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { OrganizationRow } from '@/test/simulator/itglue/state';
import type { DattoNode } from '@/test/simulator/datto/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';
import { devicesOf } from '@/test/world/devices';

let world: World;
let acme: OrganizationRow;
let lobby: DattoNode;
const minute = 60_000;

async function start() {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    lobby = builder.accessPoint(builder.network({ name: 'Acme' }), {
      name: 'Lobby',
      role: 'gateway',
    });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
  await world.iAm('1');
}
afterEach(() => world.close());

const devices = () => devicesOf(world, organizationId(acme.id));
async function create() {
  const deviceKeys = (await devices()).rows.map(({ key }) => key);
  await world.ask('creation.start', { organizationId: organizationId(acme.id), deviceKeys });
  await world.idle();
}
const lines = async (kind: string) =>
  (await world.events()).filter((event) => event.kind === kind && 'resource' in event);
/** The configuration once more under another id, as a request that was held leaves it. */
function late(id: string, change = {}) {
  const [row] = world.configurationsOf(acme);
  world.tenant.itglue.configurations.set(id, { ...structuredClone(row!), id, ...change });
}
const live = () =>
  world
    .configurationsOf(acme)
    .filter(({ archived }) => !archived)
    .map(({ id }) => id);
/** The answer to the creation is lost, its effect done. */
const loseAnswer = () =>
  world.vendors.faults.add({
    kind: 'reset',
    effect: 'after',
    api: 'itglue',
    method: 'POST',
    path: /configurations$/,
  });
const copy = '9999999999999999';

describe('a configuration whose answer was lost', () => {
  it('that comes once more within minutes is put away by the next look, which an alarm wakes for', async () => {
    await start();
    loseAnswer();
    await create();
    const [kept] = live();
    expect(world.chrome.set.has('sync-tick')).toBe(true);
    late(copy);
    world.vendors.clock.pass(6 * minute);
    await world.wake();
    await world.idle();
    expect(live()).toEqual([kept]);
    expect(await lines('archived')).toMatchObject([{ id: copy, reason: 'sent-twice' }]);
    world.vendors.clock.pass(10 * minute);
    await world.wake();
    world.vendors.clock.pass(10 * minute);
    await world.wake();
    expect(world.chrome.set.has('sync-tick')).toBe(false);
  });

  it('that comes once more later is put away by the next sync', async () => {
    await start();
    loseAnswer();
    await create();
    const [kept] = live();
    for (const wait of [2, 5, 15]) {
      world.vendors.clock.pass(wait * minute);
      await world.wake();
      await world.idle();
    }
    late(copy);
    await world.sync();
    expect(live()).toEqual([kept]);
    expect((await devices()).rows).toMatchObject([{ configuration: { id: kept } }]);
  });

  it.each([
    ['was changed', { notes: 'mine', name: 'By a colleague' }],
    ['says something else', { hostname: 'colleague' }],
  ])('leaves one alone that %s, a colleague’s', async (_, change) => {
    await start();
    loseAnswer();
    await create();
    late(copy, change);
    await world.sync();
    expect(live()).toHaveLength(2);
  });

  it('keeps the one that a user has changed since, and puts away the untouched copy', async () => {
    await start();
    loseAnswer();
    await create();
    const [kept] = live();
    late('1');
    world.tenant.itglue.configurations.get(kept!)!.name = 'Renamed';
    await world.sync();
    expect(live()).toEqual([kept]);
  });

  it('is not looked for any more after a day', async () => {
    await start();
    loseAnswer();
    await create();
    expect(await world.store.count('followUps')).toBe(1);
    world.vendors.clock.pass(25 * 60 * minute);
    await world.sync();
    expect(await world.store.count('followUps')).toBe(0);
  });
});

it('a manufacturer that came twice is named once, since it cannot be removed', async () => {
  await start();
  world.vendors.faults.add({
    kind: 'reset',
    effect: 'after',
    api: 'itglue',
    method: 'POST',
    path: '/manufacturers',
  });
  await create();
  const { manufacturers } = world.tenant.itglue;
  const datto = [...manufacturers.values()].find(({ name }) => name === 'Datto');
  manufacturers.set(copy, { ...datto!, id: copy });
  for (let turn = 0; turn < 3; turn++) await world.sync();
  expect((await lines('created')).filter((event) => 'reason' in event && event.reason)).toEqual([
    expect.objectContaining({ resource: 'manufacturer', id: copy, reason: 'sent-twice-left' }),
  ]);
  expect(await lines('created')).toContainEqual(
    expect.objectContaining({
      resource: 'manufacturer',
      changes: [{ field: 'Name', after: 'Datto' }],
    }),
  );
});

describe('a serial number that could not be read', () => {
  const missing = async () => (await devices()).creation?.rows.map((row) => row.missing);
  const failing = () =>
    world.vendors.faults.add({
      kind: 'server-error',
      api: 'datto',
      path: /^\/node\/\d+/,
      times: Infinity,
    });

  it('is noted on its row and filled in by the next sync', async () => {
    await start();
    const fault = failing();
    await create();
    expect(world.configurationsOf(acme)).toMatchObject([{ serialNumber: null }]);
    expect(await missing()).toEqual(['serial-number']);
    fault.remove();
    await world.sync();
    expect(world.configurationsOf(acme)).toMatchObject([{ serialNumber: lobby.serial_no }]);
    expect(await missing()).toEqual([null]);
    expect(await lines('updated')).toMatchObject([
      { resource: 'configuration', name: 'Lobby', fields: ['Serial Number'] },
    ]);
    world.writes();
    await world.sync();
    expect(world.writes()).toEqual([]);
  });

  it('is left as a user wrote it', async () => {
    await start();
    const fault = failing();
    await create();
    fault.remove();
    world.configurationsOf(acme)[0]!.serialNumber = 'by hand';
    world.writes();
    await world.sync();
    expect(world.configurationsOf(acme)).toMatchObject([{ serialNumber: 'by hand' }]);
    expect(world.writes()).toEqual([]);
    expect(await missing()).toEqual([null]);
  });

  it('stays open, and named, while Datto cannot tell it', async () => {
    await start();
    const fault = failing();
    await create();
    const run = await world.sync();
    expect(run.problems).toMatchObject([{ stage: 'creations', problem: { side: 'datto' } }]);
    expect(await missing()).toEqual(['serial-number']);
    fault.remove();
    await world.sync();
    expect(await missing()).toEqual([null]);
  });
});
