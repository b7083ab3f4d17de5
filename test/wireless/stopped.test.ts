import { expect, it } from 'vitest';
import { documentation, passwordsOf, recordsOf, typesOf } from './documentation';
import { twentySsids } from './tenant';
import { syncedWorld } from './synced-world';
import { isWhole } from '../whole';
import type { World } from '@/test/world/world';
import { atWrite, type Death } from '@/test/world/life';

const moments = ['planned', 'before', 'after'] as const;
/** The type, then a record, a password and a link for each SSID. */
const steps = 1 + 20 * 3;

/** Goes on with new workers, each killed as `deaths` says, until nothing is left to do. */
async function survive(world: World, deaths: (life: number) => Death | undefined): Promise<number> {
  for (let life = 1; ; life++) {
    const death = deaths(life);
    world.startWorker(death && atWrite(death));
    const ended = world.settled().then(() => 'ended' as const);
    if (!death) return (await ended, life);
    if ((await Promise.race([world.died, ended])) === 'ended') return life;
  }
}

async function begun(): Promise<World> {
  const world = await syncedWorld(twentySsids(), '1');
  // As the options do, whose worker then dies before it did anything.
  world.startWorker(atWrite({ when: 'planned', write: 1 }));
  await world.ask('auto-create.save', { on: true });
  return world;
}

async function result(world: World) {
  const { tenant } = world;
  const lines = (await world.events()).filter(
    ({ kind }) => kind === 'created' || kind === 'related',
  );
  const state = {
    documentation: documentation(tenant),
    types: typesOf(tenant).length,
    records: recordsOf(tenant).length,
    passwords: passwordsOf(tenant).length,
    links: tenant.itglue.relatedItems.size,
    // Each is said once, whoever learned of it.
    lines: lines.length,
    open: await world.store.count('journal'),
    state: (await world.ask('auto-create.view')).state,
  };
  const created = world.writes().filter((one) => one.startsWith('POST')).length;
  return { state, created };
}

const undisturbed = await (async () => {
  const world = await begun();
  await survive(world, () => undefined);
  const ended = await result(world);
  await world.close();
  return ended;
})();

it('documents twenty SSIDs undisturbed', () => {
  expect(undisturbed.state).toMatchObject({
    types: 1,
    records: 20,
    passwords: 20,
    links: 20,
    lines: steps,
    open: 0,
    state: 'idle',
  });
  expect(undisturbed.created).toBe(steps);
});

const patience = 240_000;

it.each(moments)(
  'ends alike where one worker is killed at any one step (%s)',
  async (when) => {
    // A lost answer is the delicate one; the others meet every step below.
    const stride = (when === 'after' ? 1 : 4) * (isWhole ? 1 : 5);
    for (let step = 1; step <= steps; step += stride) {
      const world = await begun();
      await survive(world, (life) => (life === 1 ? { when, write: step } : undefined));
      const { state, created } = await result(world);
      expect(state, `step ${step}`).toEqual(undisturbed.state);
      // What never reached IT Glue is not among its requests.
      expect(created, `step ${step}`).toBe(steps);
      await world.close();
    }
  },
  patience,
);

/** Every worker dies at its first write; one that dies before it is followed by one that makes it. */
const atEveryStep = (when: Death['when']) => (life: number) => ({
  when,
  write: when !== 'after' && life % 2 === 0 ? 2 : 1,
});

it.each(moments)(
  'ends alike where every worker is killed at its first step (%s)',
  async (when) => {
    const world = await begun();
    expect(await survive(world, atEveryStep(when))).toBeGreaterThanOrEqual(steps);
    expect((await result(world)).state).toEqual(undisturbed.state);
    await world.wirelessSync();
    expect(world.writes()).toEqual([]);
    await world.close();
  },
  patience,
);

it.each(moments)(
  'changes every key, and archives everything, whatever step workers are killed at (%s)',
  async (when) => {
    const world = await begun();
    await survive(world, () => undefined);
    const { datto, itglue } = world.tenant;
    for (const network of datto.networks)
      for (const ssid of Object.values(network.ssids)) ssid.wpa_password += ', changed';
    world.startWorker(atWrite({ when: 'planned', write: 1 }));
    await (await world.services()).engine.start('settings');
    // An update whose answer was lost is repeated, since no key is read: of the two organizations'
    // first writes one is recorded before the third, which is lost.
    await survive(world, () => ({ when, write: 3 }));
    const changed = documentation(world.tenant);
    expect(changed).toHaveLength(20);
    for (const { traits, passwords } of changed)
      expect([traits['pre-shared-key'], ...passwords.map(({ value }) => value)]).toEqual(
        Array(2).fill(expect.stringMatching(/^key \d-\d of many, changed$/)),
      );

    world.startWorker(atWrite({ when: 'planned', write: 1 }));
    await world.ask('auto-create.save', { on: false });
    await survive(world, atEveryStep(when));
    expect(recordsOf(world.tenant).every(({ archived }) => archived)).toBe(true);
    expect(passwordsOf(world.tenant).every(({ archived }) => archived)).toBe(true);
    expect(typesOf(world.tenant)[0]!.enabled).toBe(false);
    expect([recordsOf(world.tenant), passwordsOf(world.tenant)]).toMatchObject([
      { length: 20 },
      { length: 20 },
    ]);
    expect(itglue.relatedItems.size).toBe(20);
    expect(await world.store.count('journal')).toBe(0);
    const said = (await world.events()).filter(({ kind }) => kind === 'archived');
    expect(said).toHaveLength(40);
    await world.close();
  },
  patience,
);
