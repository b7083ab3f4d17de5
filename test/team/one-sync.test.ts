import { expect, it } from 'vitest';
import type { RunTrigger } from '@/lib/model/run';
import type { World } from '@/test/world/world';
import { ann, ben, printer, share, tenant, types, useCompany, vendors } from './company.fixture';

useCompany();

const hours = 60 * 60_000;

/** A sync, and what it asked IT Glue for: all of it, and without what is asked of the shared state. */
async function synced(world: World, trigger: RunTrigger, stands = true) {
  const { engine } = await world.services();
  const before = vendors.clock.now();
  vendors.requests.clear();
  await engine.start(trigger);
  await world.settled();
  const all = () => vendors.requests.all({ api: 'itglue' }).map(({ path }) => path.split('?')[0]!);
  const read = all().filter((path) => /^\/(?:organizations|configurations|users)\b/.test(path));
  // One that stands for the others' is told to them right after it has ended.
  const told = async () =>
    (await world.ask('team.view')).browsers.find(({ own }) => own)?.syncedAt ?? '';
  if (stands)
    await expect.poll(async () => Date.parse(await told())).toBeGreaterThanOrEqual(before);
  return { all: all(), read };
}

async function started(): Promise<void> {
  await ann.ask('team.start', { home: null });
  await share(ben, ann);
  await synced(ann, 'manual');
  await synced(ben, 'manual', false);
}

it('what one read is not read again by the others that hold it', async () => {
  await started();
  vendors.clock.pass(8 * hours);
  expect((await synced(ann, 'schedule')).read).not.toEqual([]);
  const { all } = await synced(ben, 'schedule', false);
  // What the others decided, and that Ann has synced.
  expect(new Set(all)).toEqual(new Set(['/flexible_assets']));
  expect(all.length).toBeLessThanOrEqual(4);
  expect(await ben.store.count('configurations')).toBe(await ann.store.count('configurations'));
});

it('but what changed is', async () => {
  await started();
  vendors.clock.pass(8 * hours);
  tenant.itglue.configurations.get(printer.id)!.name = 'Label printer';
  await synced(ann, 'schedule');
  expect((await synced(ben, 'schedule', false)).read).toContain('/configurations');
  expect((await ben.store.get('configurations', printer.id as never))?.name).toBe('Label printer');
});

it('Sync now takes the sync of another a moment ago, and who asks again gets one', async () => {
  await started();
  vendors.clock.pass(8 * hours);
  await synced(ann, 'manual');
  vendors.clock.pass(5 * 60_000);
  expect((await synced(ben, 'manual', false)).read).toEqual([]);
  expect((await synced(ben, 'manual')).read).not.toEqual([]);
});

it('what one documented another goes on with, and writes nothing a second time', async () => {
  await started();
  await ann.autoCreate(true);
  await share(ann, ben);
  const documented = (world: World) => world.store.getAll('wireless');
  expect((await documented(ann)).length).toBeGreaterThan(0);
  const known = (rows: Awaited<ReturnType<typeof documented>>) =>
    rows.map(({ key, record, password, archived }) => ({ key, record, password, archived }));
  expect(known(await documented(ben))).toEqual(known(await documented(ann)));
  expect(await ben.ask('auto-create.view')).toMatchObject({ on: true });
  const held = () => {
    const { flexibleAssets, passwords } = tenant.itglue;
    const [shared] = types();
    const records = [...flexibleAssets.values()].filter(({ typeId }) => typeId !== shared!.id);
    return structuredClone({ records, passwords: [...passwords.values()] });
  };
  const before = held();
  expect(before.passwords.map(({ name }) => name)).toContain('Wi-Fi Staff (Acme, SSID 1)');
  await ben.wirelessSync();
  expect(held()).toEqual(before);
});
