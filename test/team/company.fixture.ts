import { afterEach, beforeEach } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { DattoNetwork, DattoNode } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { networksOf } from '@/test/world/networks';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';
import { devicesOf } from '@/test/world/devices';

export let tenant: Tenant;
export let vendors: DirectVendors;
export let acme: OrganizationRow;
export let bolt: OrganizationRow;
export let acmeNetwork: DattoNetwork;
export let boltNetwork: DattoNetwork;
export let lobby: DattoNode;
export let attic: DattoNode;
export let cellar: DattoNode;
export let printer: ConfigurationRow;
export let server: ConfigurationRow;
export let ann: World;
export let ben: World;

/** A browser of the company that has synced once. */
export async function browser(user: string, skew = 0): Promise<World> {
  const world = await World.start(vendors, { skew });
  await world.sync();
  await world.iAm(user);
  return world;
}

/** Before each test of the file: a company with two browsers that have synced once, both an Administrator's. */
export function useCompany(): void {
  beforeEach(async () => {
    tenant = tenantWith((builder) => {
      const own = builder.organization({ name: 'The MSP' });
      own.primary = true;
      acme = builder.organization({ name: 'Acme' });
      bolt = builder.organization({ name: 'Bolt Brothers' });
      acmeNetwork = builder.network({ name: 'Acme' });
      boltNetwork = builder.network({ name: 'Van depot' });
      lobby = builder.accessPoint(acmeNetwork, { name: 'Lobby' });
      attic = builder.accessPoint(acmeNetwork, { name: 'Attic' });
      cellar = builder.accessPoint(acmeNetwork, { name: 'Cellar' });
      builder.ssid(acmeNetwork, {
        ssid_num: 1,
        ssid_name: 'Staff',
        wpa_password: 'seventeen geese',
      });
      printer = builder.configuration(acme, { name: 'Printer' });
      server = builder.configuration(acme, { name: 'Server' });
      return [acme];
    });
    tenant.itglue.rateLimit.requests = Infinity;
    vendors = new DirectVendors(tenant);
    ann = await browser('1');
    ben = await browser('1');
  });
  afterEach(async () => {
    await ann.close();
    await ben.close();
  });
}

export const types = () =>
  [...tenant.itglue.flexibleAssetTypes.values()].filter(
    ({ name }) => name === 'Datto Networking Integration',
  );
export const keyOf = (node: DattoNode) => deviceKey('access-point', String(node.id));
export const decideDevice = async (
  world: World,
  node: DattoNode,
  action: 'ignore' | 'unignore' | 'unmatch',
) => {
  const { rows } = await devicesOf(world, organizationId(acme.id));
  const { version } = rows.find(({ key }) => key === keyOf(node))!;
  return world.ask('matching.decide-device', { deviceKey: keyOf(node), version, action });
};
export const matchDevice = async (
  world: World,
  node: DattoNode,
  configuration: ConfigurationRow,
) => {
  const { rows } = await devicesOf(world, organizationId(acme.id));
  const { version } = rows.find(({ key }) => key === keyOf(node))!;
  return world.ask('matching.decide-device', {
    deviceKey: keyOf(node),
    version,
    action: 'match',
    configurationId: configurationId(configuration.id),
  });
};
/** What Undo offers about Acme's devices, and what comes of it. */
export const undoOf = async (world: World) => {
  const { undo } = await devicesOf(world, organizationId(acme.id));
  return undo;
};
export const undoDevices = async (world: World) =>
  world.ask('matching.undo', { step: (await undoOf(world))?.next?.step ?? -1 });
export const decideNetwork = async (
  world: World,
  network: DattoNetwork,
  decision:
    { action: 'ignore' | 'unignore' | 'unmatch' } | { action: 'match'; organizationId: string },
) => {
  const rows = await networksOf(world);
  const { version } = rows.find(({ id }) => id === String(network.id))!;
  return world.ask('matching.decide-network', {
    networkId: networkId(network.id),
    version,
    ...decision,
  } as never);
};
/** What people decided, as a browser has it. */
export async function decisions(world: World) {
  const matches = [
    ...(await world.store.getAll('networkMatches')),
    ...(await world.store.getAll('deviceMatches')),
  ];
  return {
    matches: matches.map((match) => ({ ...match, at: null })),
    rejectedOrganizations: await world.store.getAll('rejectedOrganizations'),
    rejectedConfigurations: await world.store.getAll('rejectedConfigurations'),
    ignored: (await world.store.getAll('ignoredConfigurations')).map((row) => row.configurationId),
  };
}
export const share = async (...worlds: World[]) => {
  for (const world of worlds) await world.ask('team.refresh');
};

/** Decisions a minute apart of browsers that do not see each other's before all are made. */
export async function unseen(...decisions: readonly (() => Promise<unknown>)[]): Promise<void> {
  const publishing = vendors.faults.add({
    kind: 'hang',
    effect: 'before',
    api: 'itglue',
    method: 'POST',
    path: /^\/flexible_assets/,
  });
  for (const decide of decisions) {
    await decide();
    vendors.clock.pass(60_000);
  }
  publishing.remove();
}
