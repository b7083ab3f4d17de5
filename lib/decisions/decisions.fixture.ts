import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { DeviceRow } from '@/lib/views/matching';
import type { DattoNetwork, DattoNode } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { servedVendors } from '@/test/world/vendors';
import { networksOf } from '@/test/world/networks';
import { networksQuestion } from '@/lib/views/lists/question.fixture';
import { World } from '@/test/world/world';
import { tenantWith } from '@/test/world/tenant-with';
import { devicesOf } from '@/test/world/devices';

/** Of the test that runs; `begin` sets them. */
export let world: World;
export let acme: OrganizationRow;
export let bolt: OrganizationRow;
export let crane: OrganizationRow;
export let acmeNetwork: DattoNetwork;
export let boltNetwork: DattoNetwork;
export let lobby: DattoNode;
export let attic: DattoNode;
export let van: DattoNode;
export let ofLobby: ConfigurationRow;
export let ofPrinter: ConfigurationRow;

/**
 * `Acme` has the access points `Lobby`, documented by its MAC, and `Attic`, which is not; `Boltt` is
 * nobody's by name; the Manager Max sees Acme and Crane.
 */
export async function begin(): Promise<void> {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    bolt = builder.organization({ name: 'Bolt Brothers Plumbing' });
    crane = builder.organization({ name: 'Crane' });
    acmeNetwork = builder.network({ name: 'Acme' });
    boltNetwork = builder.network({ name: 'Bolt Brothers Plumbing, Inc.' });
    lobby = builder.accessPoint(acmeNetwork, { name: 'Lobby', role: 'gateway' });
    attic = builder.accessPoint(acmeNetwork, { name: 'Attic', role: 'gateway' });
    van = builder.accessPoint(boltNetwork, { name: 'Van' });
    ofLobby = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    ofPrinter = builder.configuration(acme, { name: 'Printer' });
    builder.configuration(bolt, { name: 'Van' });
    return [acme, crane];
  });
  world = await World.start(await servedVendors(tenant));
  await world.sync();
  await world.iAm('1');
}

export const devicesView = (of = acme) => devicesOf(world, organizationId(of.id));

export const networks = () => networksOf(world);

export const network = async (id: DattoNetwork) =>
  (await networks()).find((row) => row.id === String(id.id))!;

export const device = async (node: DattoNode, of = acme): Promise<DeviceRow> =>
  (await devicesView(of)).rows.find(({ key }) => key === deviceKey('access-point', `${node.id}`))!;

export const decideDevice = (
  node: DattoNode,
  action: 'match' | 'unmatch' | 'ignore' | 'unignore' | 'reject',
  version: string,
  configuration: ConfigurationRow = ofPrinter,
) => {
  const key = deviceKey('access-point', String(node.id));
  return world.ask(
    'matching.decide-device',
    action === 'match' || action === 'reject'
      ? { action, deviceKey: key, configurationId: configurationId(configuration.id), version }
      : { action, deviceKey: key, version },
  );
};

/** Takes back what Undo names on a list: the devices of Acme unless another is asked for. */
export async function undo(list: 'devices' | 'networks' | 'findings' = 'devices') {
  const view =
    list === 'devices'
      ? await devicesView()
      : list === 'networks'
        ? await world.ask('matching.networks', networksQuestion())
        : await world.ask('matching.findings');
  return world.ask('matching.undo', { step: view.undo?.next?.step ?? -1 });
}

export const kinds = async () =>
  (await world.ask('activity.list', { before: null, text: '', limit: 1000 })).rows.map(
    ({ who, event }) => `${who}: ${event.kind}`,
  );

export const matchNetwork = (to: OrganizationRow, version: string, which = boltNetwork) =>
  world.ask('matching.decide-network', {
    action: 'match',
    networkId: networkId(which.id),
    organizationId: organizationId(to.id),
    version,
  });
