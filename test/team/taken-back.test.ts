import { expect, it } from 'vitest';
import { ann, ben, share, tenant, types, useCompany, vendors } from './company.fixture';

useCompany();

const minutes = 60_000;

/** Live records of Wi-Fi networks in IT Glue. */
const documented = () => {
  const [shared] = types();
  return [...tenant.itglue.flexibleAssets.values()].filter(
    ({ typeId, archived }) => typeId !== shared!.id && !archived,
  ).length;
};

/** Auto-Create is on in both, then switched off in Ann's, which is gone before it archives anything. */
async function switchedOff(): Promise<void> {
  await ann.ask('team.start', { home: null });
  await ann.autoCreate(true);
  await share(ann, ben);
  await ben.sync();
  expect(documented()).toBe(1);
  await ann.store.put(
    'meta',
    { ...(await ann.store.get('meta', 'settings'))!, autoCreate: false },
    'settings',
  );
  await share(ann, ben);
}

it('what another switched off is archived an hour after it was said, and not before', async () => {
  await switchedOff();
  const { on, state, switchedOff: told } = await ben.ask('auto-create.view');
  expect({ on, state }).toEqual({ on: false, state: 'waiting' });
  expect(told?.who).not.toBe('');
  const wait = Date.parse(told!.until) - ben.now();
  expect(wait).toBeGreaterThan(59 * minutes);
  expect(wait).toBeLessThanOrEqual(60 * minutes);

  await ben.sync();
  expect(documented()).toBe(1);
  expect(await ben.ask('auto-create.view')).toMatchObject({ state: 'waiting', switchedOff: told });

  vendors.clock.pass(61 * minutes);
  expect(await ben.ask('auto-create.view')).toMatchObject({ state: 'waiting' });
  await ben.wirelessSync();
  expect(documented()).toBe(0);
  expect(await ben.ask('auto-create.view')).toMatchObject({ state: 'idle', switchedOff: null });
});

it('a sync that began within the hour does not archive after it', async () => {
  await switchedOff();
  const { engine } = await ben.services();
  await engine.start('settings');
  vendors.clock.pass(61 * minutes);
  await ben.settled();
  expect(documented()).toBe(1);
  await ben.wirelessSync();
  expect(documented()).toBe(0);
});

it('within the hour who is allowed goes on documenting, and the others with them', async () => {
  await switchedOff();
  await ben.autoCreate(true);
  await share(ben, ann);
  vendors.clock.pass(61 * minutes);
  await ben.wirelessSync();
  await ann.wirelessSync();
  expect(documented()).toBe(1);
  for (const world of [ann, ben])
    expect(await world.ask('auto-create.view')).toMatchObject({ on: true, switchedOff: null });
});

it('who switches it off archives at once, also what another has switched off', async () => {
  await switchedOff();
  await ben.autoCreate(false);
  expect(documented()).toBe(0);
  expect(await ben.ask('auto-create.view')).toMatchObject({ state: 'idle', switchedOff: null });
});
