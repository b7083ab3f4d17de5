import { afterEach, beforeEach, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, organizationId } from '@/lib/model/ids';
import type { Shown } from '@/lib/decisions/change-match';
import type { DattoNode } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { valueOf, World } from '@/test/world/world';

let world: World;
let acme: OrganizationRow;
let lobby: DattoNode;
let attic: DattoNode;
let ofLobby: ConfigurationRow;
let printer: ConfigurationRow;

/** Acme's network has `Lobby`, which is documented and matched, and `Attic`, which is not. */
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    const network = builder.network({ name: 'Acme' });
    lobby = builder.accessPoint(network, { name: 'Lobby' });
    attic = builder.accessPoint(network, { name: 'Attic' });
    ofLobby = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    printer = builder.configuration(acme, { name: 'Printer' });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
  await world.iAm('1');
  await view();
});
afterEach(() => world.close());

const key = ({ id }: DattoNode) => deviceKey('access-point', String(id));
const pageOf = ({ id }: ConfigurationRow) => ({
  organizationId: organizationId(acme.id),
  configurationId: configurationId(id),
});
const pathOf = ({ id }: ConfigurationRow) => `/${acme.id}/configurations/${id}`;

async function view(row = ofLobby) {
  return valueOf(await world.portal('panel.view', pageOf(row), pathOf(row)));
}
async function shown() {
  const now = await view();
  if (now.kind !== 'device') throw new Error('No device is matched.');
  return { deviceKey: now.device.key, version: now.version };
}
const unmatch = async (device: Shown, row = ofLobby) =>
  valueOf(await world.portal('panel.unmatch', { ...pageOf(row), ...device }, pathOf(row)));
const change = async (from: Shown, to = attic, row = ofLobby) =>
  valueOf(
    await world.portal(
      'panel.change-match',
      { ...pageOf(row), deviceKey: key(to), version: '', from },
      pathOf(row),
    ),
  );
const undo = async (row = ofLobby) =>
  valueOf(await world.portal('panel.undo', pageOf(row), pathOf(row)));
const activity = async () =>
  valueOf(await world.page('activity.list', { before: null, text: '', limit: 10 })).rows;

it('ends the match, which no sync makes again, and takes that back', async () => {
  expect(await unmatch(await shown())).toMatchObject({ ok: true });
  await world.sync();
  expect(await view()).toMatchObject({ kind: 'unmatched' });
  expect(await undo()).toMatchObject({ ok: true });
  expect(await view()).toMatchObject({ kind: 'device', rule: 'mac' });
});

it('offers the way back for a day, in any life of the worker, and to nobody else', async () => {
  const offered = async (row = ofLobby) => {
    const shownThere = valueOf(await world.portal('panel.view', pageOf(row), pathOf(row)));
    return shownThere.kind === 'none' ? undefined : shownThere.undo;
  };
  expect(await offered()).toBeNull();
  expect(await change(await shown())).toMatchObject({ ok: true });
  world.startWorker();
  expect(await offered()).toEqual({ what: 'matched', deviceName: 'Attic' });
  expect(await offered(printer)).toBeNull();
  await world.iAm('3');
  expect(await offered()).toBeNull();
  await world.iAm('1');
  expect(await undo()).toMatchObject({ ok: true });
  expect(await offered()).toBeNull();

  expect(await unmatch(await shown())).toMatchObject({ ok: true });
  expect(await offered()).toEqual({ what: 'unmatched', deviceName: 'Lobby' });
  world.vendors.clock.pass(25 * 60 * 60_000);
  expect(await offered()).toBeNull();
});

it('gives the configuration another device, as one action of the panel that is taken back at once', async () => {
  expect(await change(await shown())).toMatchObject({ ok: true });
  expect(await view()).toMatchObject({
    kind: 'device',
    device: { name: 'Attic' },
    rule: 'by-hand',
  });
  const [last] = (await activity()).filter(({ event }) => event.kind === 'device-matched');
  expect(last?.event).toMatchObject({ name: 'Attic', reason: 'panel' });
  expect(await undo()).toMatchObject({ ok: true });
  expect(await view()).toMatchObject({ kind: 'device', device: { name: 'Lobby' }, rule: 'mac' });
  expect(await undo()).toMatchObject({ ok: false });
});

it('refuses what was decided meanwhile, what is another page’s, and who may not', async () => {
  const before = await shown();
  await world.page('matching.decide-device', {
    action: 'ignore',
    deviceKey: key(attic),
    version: '',
  });
  expect(await change(before)).toMatchObject({ refusal: { kind: 'decided-meanwhile' } });
  expect(await unmatch({ ...before, version: 'old' })).toMatchObject({ ok: false });
  // The device of another page's configuration.
  expect(await unmatch(before, printer)).toMatchObject({ ok: false });
  expect(await change(before, attic, printer)).toMatchObject({ ok: false });
  // The last action was about a device, but about none of this page.
  expect(await undo()).toMatchObject({ refusal: { kind: 'decided-meanwhile' } });
  await world.iAm('3');
  expect(await unmatch(before)).toMatchObject({ refusal: { kind: 'not-permitted' } });
  expect(await view()).toMatchObject({ kind: 'device', device: { name: 'Lobby' } });
});
