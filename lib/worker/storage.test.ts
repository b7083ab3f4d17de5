import { afterEach, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { OrganizationRow } from '@/test/simulator/itglue/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';

let world: World;
let acme: OrganizationRow;
/** What becomes of the transactions that write, in their turn. */
let onWriting: (transaction: IDBTransaction) => void = () => undefined;

async function start() {
  onWriting = () => undefined;
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    builder.accessPoint(builder.network({ name: 'Acme' }), { name: 'Lobby', role: 'gateway' });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant), {
    onWriting: (transaction) => onWriting(transaction),
  });
  await world.sync();
  await world.iAm('1');
}
afterEach(() => world.close());

const devices = () => world.ask('matching.devices', { organizationId: organizationId(acme.id) });

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

it('opens the database again when it is deleted underneath: nothing is connected then', async () => {
  await start();
  const { name } = world.store;
  const { deleteDB } = await import('idb');
  world.store.close();
  await deleteDB(name);
  expect((await world.ask('status.view')).status).toEqual({ state: 'not-connected' });
});
