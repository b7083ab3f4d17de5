import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultSettings } from '@/lib/model/settings';
import { userId } from '@/lib/model/ids';
import { eventText, whoText } from '@/lib/words/activity';
import { keysOf } from '@/test/e2e/harness/keys';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';

const passphrase = 'nine quiet ferries';
const another = 'ten quiet ferries';

let world: World;
let seen = 0;
beforeEach(async () => {
  world = await World.start(
    new DirectVendors(tenantWith((builder) => [builder.organization({ name: 'Acme' })])),
  );
  await world.sync();
  await world.iAm('1');
  await lines();
});
afterEach(() => world.close());

/** What the activity says since the last call, as the options show it, without what syncs say of themselves. */
async function lines(): Promise<string[]> {
  const rows = await world.store.getAll('activity');
  const fresh = rows.slice(seen).filter(({ event }) => event.kind !== 'sync-finished');
  seen = rows.length;
  return fresh.map((line) => {
    const { what, why } = eventText(line.event);
    return `${whoText(line) || '—'}: ${what}${why === null ? '' : ` (${why})`}`;
  });
}
beforeEach(() => void (seen = 0));

it('who sits here is told, with who said so, and nothing where it stays', async () => {
  await world.ask('settings.save', { userId: userId('2') });
  expect(await lines()).toEqual(['Ada: This browser is used by Max']);
  await world.ask('settings.save', { userId: userId('2') });
  expect(await lines()).toEqual([]);
  await world.ask('settings.save', { userId: null });
  expect(await lines()).toEqual(['Max: No user is chosen for this browser any more']);
  await world.ask('settings.save', { userId: userId('1') });
  expect(await lines()).toEqual(['—: This browser is used by Ada']);
});

it('the schedule is told when it changes', async () => {
  await world.ask('settings.save', { syncEveryHours: 6 });
  await world.ask('settings.save', { syncEveryHours: 6 });
  await world.ask('settings.save', { syncEveryHours: 0 });
  expect(await lines()).toEqual(['Ada: Automatic sync: Every 6 hours', 'Ada: Automatic sync: Off']);
});

it('each configuration type is told by its name, also by a worker that did not list them', async () => {
  const [first, second] = await world.ask('types.list');
  const { configurationTypes } = defaultSettings;
  await world.ask('types.save', { ...configurationTypes, switch: first!.id });
  expect(await lines()).toEqual([`Ada: Configuration type for Switch: ${first!.name}`]);
  world.startWorker();
  await world.ask('types.save', { ...configurationTypes, router: second!.id });
  expect(await lines()).toEqual([
    'Ada: Configuration type for Switch: found by its name',
    `Ada: Configuration type for Router: ${second!.name}`,
  ]);
});

it('Auto-Create is told when it is switched, once each time', async () => {
  await world.autoCreate(true);
  await world.autoCreate(true);
  await world.autoCreate(false);
  const switched = (await lines()).filter((line) => line.includes('Auto-Create'));
  expect(switched).toEqual(['Ada: Auto-Create switched on', 'Ada: Auto-Create switched off']);
});

it('the passphrase and the keys are told of, with what nobody did by hand', async () => {
  await world.ask('vault.protect', { passphrase, current: null });
  await world.ask('vault.protect', { passphrase: another, current: passphrase });
  await world.ask('vault.protect', { passphrase, current: 'a wrong one' });
  await world.ask('vault.lock');
  await world.ask('vault.unlock', { passphrase: 'a wrong one' });
  await world.ask('vault.unlock', { passphrase: another });
  expect(await lines()).toEqual([
    'Ada: Passphrase set',
    'Ada: Passphrase changed',
    'Ada: Keys locked',
    'Ada: Keys unlocked',
  ]);
  await world.ask('settings.save', { lockAfterMinutes: 15 });
  await world.vendors.clock.wait(16 * 60_000);
  await world.wake();
  expect(await lines()).toEqual([
    'Sync: Keys locked (nobody used them for the time that is chosen)',
  ]);
  await world.ask('vault.unlock', { passphrase: another });
  await world.ask('vault.expose', { current: another });
  await world.ask('vault.protect', { passphrase, current: null });
  await world.ask('vault.forget');
  expect(await lines()).toEqual([
    'Ada: Keys unlocked',
    'Ada: Passphrase removed',
    'Ada: Passphrase set',
    'Ada: Keys wiped, to be entered again',
  ]);
  await world.ask('connection.connect', keysOf(world.tenant));
  expect(await lines()).toEqual(['Ada: Connected to Datto and IT Glue']);
});
