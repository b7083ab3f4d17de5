import { expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { PanelView } from '@/lib/views/panel';
import type { ConfigurationRow } from '@/test/simulator/itglue/state';
import { networksOf } from '@/test/world/networks';
import { eventText } from '@/lib/words/activity';
import { valueOf, type World } from '@/test/world/world';
import {
  acme,
  acmeNetwork,
  ann,
  ben,
  boltNetwork,
  decideNetwork,
  keyOf,
  lobby,
  matchDevice,
  printer,
  server,
  share,
  unseen,
  useCompany,
  vendors,
} from './company.fixture';
import { devicesOf } from '@/test/world/devices';

useCompany();

const pathOf = (configuration: ConfigurationRow) =>
  `/${acme.id}/configurations/${configuration.id}`;
const panel = async (world: World, configuration: ConfigurationRow): Promise<PanelView> =>
  valueOf(
    await world.portal(
      'panel.view',
      { organizationId: acme.id, configurationId: configuration.id },
      pathOf(configuration),
    ),
  );
const deviceRow = async (world: World) => {
  const { rows } = await devicesOf(world, organizationId(acme.id));
  return rows.find(({ key }) => key === keyOf(lobby))!;
};
const networkRow = async (world: World, id: number) => {
  const rows = await networksOf(world);
  return rows.find((row) => row.id === String(id))!;
};

/** Both give the access point in the lobby a configuration, Ben later, neither seeing the other's. */
async function decidedDifferently(): Promise<void> {
  await ann.ask('team.start', { home: null });
  await share(ben);
  await ben.iAm('2');
  await unseen(
    () => matchDevice(ann, lobby, printer),
    () => matchDevice(ben, lobby, server),
  );
  await share(ann, ben, ann);
}

it('who matched it is told where it was another, on its page and in the lists', async () => {
  await ann.ask('team.start', { home: null });
  await share(ben);
  await matchDevice(ann, lobby, printer);
  await decideNetwork(ann, boltNetwork, { action: 'ignore' });
  await share(ann, ben);
  const told = { by: 'Ada', overruled: false };
  expect(await panel(ben, printer)).toMatchObject({ kind: 'device', team: told });
  expect((await deviceRow(ben)).team).toMatchObject(told);
  expect((await networkRow(ben, boltNetwork.id)).team).toMatchObject(told);
  // Not to whom decided it, nor of what a rule matched.
  expect(await panel(ann, printer)).toMatchObject({ kind: 'device', team: null });
  expect((await networkRow(ben, acmeNetwork.id)).team).toBeNull();
});

it('who is overruled without having been seen is told on both pages, and in the list', async () => {
  await decidedDifferently();
  const told = { by: 'Max', overruled: true };
  expect(await panel(ann, server)).toMatchObject({ kind: 'device', team: told });
  expect(await panel(ann, printer)).toMatchObject({ kind: 'unmatched', team: told });
  expect((await deviceRow(ann)).team).toMatchObject(told);
  expect((await deviceRow(ben)).team).toBeNull();
});

it('whose later decision counts is told in the activity of the other, once, and nobody else is', async () => {
  await decidedDifferently();
  await share(ben, ann, ben);
  const lines = async (world: World) =>
    (await world.store.getAll('activity')).flatMap(({ who, event }) => {
      const { what, why } = eventText(event);
      return why?.includes('neither had seen') ? [`${who}: ${what}`] : [];
    });
  const printed = `Ada: Device ${lobby.name} matched to configuration ${printer.name}`;
  expect(await lines(ben)).toEqual([printed]);
  expect(await lines(ann)).toEqual([]);
});

it('Use mine decides it again for all, and nobody is told any more', async () => {
  await decidedDifferently();
  const page = { organizationId: acme.id, configurationId: server.id };
  const key = `d:${keyOf(lobby)}`;
  expect(valueOf(await ann.portal('panel.use-mine', { ...page, key }, pathOf(server)))).toEqual({
    ok: true,
    count: 1,
  });
  await share(ann, ben);
  for (const world of [ann, ben])
    expect((await deviceRow(world)).configuration?.id).toBe(printer.id);
  expect((await deviceRow(ann)).team).toBeNull();
  // Ben saw it happen: it was decided after his.
  expect((await deviceRow(ben)).team).toMatchObject({ by: 'Ada', overruled: false });
});

it('a page decides once more of nothing but what it tells of', async () => {
  await decidedDifferently();
  const page = { organizationId: acme.id, configurationId: server.id };
  const reply = await ann.portal('panel.use-mine', { ...page, key: 'n:1' }, pathOf(server));
  expect(reply).toEqual({ ok: true, value: { ok: true, count: 0 } });
  // Nor for a user who may not decide it.
  await ann.iAm('3');
  await expect(ann.ask('team.use-mine', { key: `d:${keyOf(lobby)}` })).rejects.toMatchObject({
    problem: { kind: 'not-permitted' },
  });
  expect((await deviceRow(ben)).configuration?.id).toBe(server.id);
});

it('it is told until it is dismissed, or decided otherwise', async () => {
  await decidedDifferently();
  await ann.ask('team.dismiss', { key: `d:${keyOf(lobby)}` });
  expect((await deviceRow(ann)).team).toMatchObject({ by: 'Max', overruled: false });
});

it('the popup tells that it is shared, and what no other can see yet', async () => {
  expect((await ann.ask('status.view')).team).toMatchObject({ shared: false });
  await ann.ask('team.start', { home: null });
  const publishing = vendors.faults.add({
    kind: 'server-error',
    effect: 'before',
    status: 400,
    api: 'itglue',
    method: 'POST',
    path: /^\/flexible_assets/,
  });
  await matchDevice(ann, lobby, printer);
  await expect
    .poll(async () => (await ann.ask('status.view')).team)
    .toMatchObject({ shared: true, waiting: 1, unreached: true });
  publishing.remove();
  await share(ann);
  expect((await ann.ask('status.view')).team).toMatchObject({ waiting: 0, unreached: false });
});
