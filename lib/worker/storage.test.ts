import { afterEach, describe, expect, it, vi } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { OrganizationRow } from '@/test/simulator/itglue/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';
import { devicesOf } from '@/test/world/devices';

let world: World;
let acme: OrganizationRow;
/** Free bytes on the disk. */
let free = Infinity;
/** What becomes of the transactions that write, in their turn. */
let onWriting: (transaction: IDBTransaction) => void = () => undefined;

const gigabyte = 2 ** 30;

async function start() {
  onWriting = () => undefined;
  free = Infinity;
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    builder.accessPoint(builder.network({ name: 'Acme' }), { name: 'Lobby', role: 'gateway' });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant), {
    freeBytes: () => free,
    onWriting: (transaction) => onWriting(transaction),
  });
  await world.sync();
  await world.iAm('1');
}
afterEach(() => world.close());

const devices = () => devicesOf(world, organizationId(acme.id));

it('aborts of every second transaction cost a creation nothing', async () => {
  await start();
  const { rows } = await devices();
  let count = 0;
  onWriting = (transaction) => {
    if (++count % 2 === 1) queueMicrotask(() => transaction.abort());
  };
  await world.ask('creation.start', {
    organizationId: organizationId(acme.id),
    deviceKeys: rows.map(({ key }) => key),
  });
  await world.idle();
  expect(count).toBeGreaterThan(6);
  expect((await devices()).creation).toMatchObject({ created: 1, refused: 0 });
  const [configuration] = world.configurationsOf(acme);
  expect(configuration!.serialNumber).toBe(world.tenant.datto.networks[0]!.nodes[0]!.serial_no);
});

it('aborts without end keep a creation open, and it is made when they are over', async () => {
  await start();
  const { rows } = await devices();
  const request = {
    organizationId: organizationId(acme.id),
    deviceKeys: rows.map(({ key }) => key),
  };
  await world.ask('creation.start', request);
  onWriting = (transaction) => queueMicrotask(() => transaction.abort());
  await world.idle().catch(() => undefined);
  expect((await devices()).creation).toMatchObject({ state: 'open', created: 0, refused: 0 });
  onWriting = () => undefined;
  await world.idle();
  expect((await devices()).creation).toMatchObject({ created: 1, refused: 0 });
});

it('says that there is no room left, and goes on when there is', async () => {
  await start();
  onWriting = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const { engine } = await world.services();
  await expect(engine.start('manual')).rejects.toThrow('full');
  expect(await world.page('sync.start')).toMatchObject({
    ok: false,
    problem: { kind: 'storage-full' },
  });
  const status = async () => (await world.ask('status.view')).status;
  expect(await status()).toMatchObject({ state: 'error', problem: { kind: 'storage-full' } });
  onWriting = () => undefined;
  await world.wake();
  expect(await status()).toMatchObject({ state: 'ok' });
});

describe('while the disk is full', () => {
  const status = async () => (await world.ask('status.view')).status;
  const wakes = () => [...world.chrome.set.keys()];

  it('nothing is written, all that is stored is shown, and a later wake goes on by itself', async () => {
    await start();
    let writes = 0;
    onWriting = () => (writes += 1);
    free = 2 ** 20;
    expect(await world.page('sync.start')).toMatchObject({
      ok: false,
      problem: { kind: 'storage-full' },
    });
    expect(await status()).toMatchObject({ state: 'error', problem: { kind: 'storage-full' } });
    expect((await devices()).rows).toHaveLength(1);
    expect(wakes()).toContain('storage');
    await expect(world.wake()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    // Another worker knows it from the disk.
    world.startWorker();
    expect(await status()).toMatchObject({ problem: { kind: 'storage-full' } });
    expect(writes).toBe(0);

    free = gigabyte;
    expect(await status()).toMatchObject({ state: 'ok' });
    const { announced } = world;
    await world.wake();
    expect(world.announced).toBeGreaterThan(announced);
    expect(wakes()).not.toContain('storage');
    expect(world.tidied).toBe(0);
    expect((await world.sync()).state).toBe('done');
  });

  it('a run that is open waits and comes to its end', async () => {
    await start();
    const { engine } = await world.services();
    let writes = 0;
    onWriting = () => {
      if (++writes === 3) free = 0;
    };
    await engine.start('manual');
    await vi.waitFor(async () => {
      expect(await status()).toMatchObject({ problem: { kind: 'storage-full' } });
    });
    await expect(world.wake()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    free = gigabyte;
    expect((await world.settled()).state).toBe('done');
    await world.wake();
    expect(await status()).toMatchObject({ state: 'ok' });
  });

  it('a write that it broke off is not followed by another opening, and its rest is dropped later', async () => {
    await start();
    onWriting = () => {
      free = 8 * 2 ** 20;
      throw new DOMException('Connection is closing because of: IO error', 'UnknownError');
    };
    expect(await world.page('sync.start')).toMatchObject({ problem: { kind: 'storage-full' } });
    world.startWorker();
    await expect(world.services()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    onWriting = () => undefined;
    free = gigabyte;
    await world.wake();
    expect(world.tidied).toBe(1);
    expect(await status()).toMatchObject({ state: 'ok' });
    world.startWorker();
    free = 8 * 2 ** 20;
    // Nothing is broken any more: what is stored can be read.
    expect((await devices()).rows).toHaveLength(1);
  });

  it('another write may have been broken off too: the files are written anew before they are opened', async () => {
    await start();
    free = 2 ** 20;
    await world.page('sync.start');
    world.startWorker();
    free = gigabyte;
    await world.services();
    expect(world.tidied).toBe(1);
    await world.wake();
    world.startWorker();
    await world.services();
    expect(world.tidied).toBe(1);
  });

  it('to the last byte, the database is not even opened', async () => {
    await start();
    free = 1000;
    world.startWorker();
    expect(await world.page('status.view')).toMatchObject({ problem: { kind: 'storage-full' } });
  });
});

it('another failure is said until something could be stored', async () => {
  await start();
  onWriting = () => {
    throw new DOMException('Internal error.', 'InvalidStateError');
  };
  expect(await world.page('sync.start')).toMatchObject({ problem: { kind: 'storage' } });
  await expect(world.wake()).rejects.toThrow('Internal error.');
  const problem = async () => (await world.ask('status.view')).status;
  expect(await problem()).toMatchObject({ state: 'error', problem: { kind: 'storage' } });
  onWriting = () => undefined;
  await world.wake();
  expect(await problem()).toMatchObject({ state: 'ok' });
  expect(world.tidied).toBe(1);
});

it('opens the database again when it is deleted underneath: nothing is connected then', async () => {
  await start();
  const { name } = world.store;
  const { deleteDB } = await import('idb');
  world.store.close();
  await deleteDB(name);
  expect((await world.ask('status.view')).status).toEqual({ state: 'not-connected' });
});
