import { deviceLabel } from '@/lib/model/device';
import type { DeviceMatch } from '@/lib/model/match';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import type { DeviceKey } from '@/lib/model/device';
import { log } from './activity';
import { deviceMatches, deviceSuggestions, networkMatches, networkSuggestions } from './matches';
import { ignoredConfigurations, rejectedConfigurations, rejectedOrganizations } from './rejections';
import { configurations, deviceLists, devices, networks, organizations } from './rows';
import type { WriteTransaction } from './schema';

/** Why a match ended by itself; the activity list turns it into words. */
export type EndReason =
  | 'network-gone'
  | 'device-gone'
  /** Datto has another MAC under its id: other hardware. */
  | 'device-replaced'
  | 'organization-gone'
  | 'configuration-gone'
  | 'moved-to-another-organization'
  /** A person took the device's network from the organization. */
  | 'network-unmatched';

/** Ends a device's match, if it has one, and says so in the activity list. */
export async function endDeviceMatch(
  transaction: WriteTransaction,
  match: DeviceMatch | undefined,
  at: string,
  reason: EndReason,
  who?: string,
  run?: string,
): Promise<void> {
  if (!match) return;
  await deviceMatches.remove(transaction, match.deviceKey);
  if (match.state === 'ignored') return;
  const device = await devices.get(transaction, match.deviceKey);
  const configuration = await configurations.get(transaction, match.configurationId);
  const event = {
    kind: 'device-match-ended' as const,
    deviceKey: match.deviceKey,
    name: device ? deviceLabel(device) : match.deviceKey,
    organizationId: match.organizationId,
    configurationId: match.configurationId,
    ...(configuration && { configurationName: configuration.name }),
    rule: match.rule,
    reason,
  };
  await log(transaction, at, event, who, run);
}

/** Removes a device that its network no longer has, with its match, suggestions and rejections. */
export async function removeDevice(
  transaction: WriteTransaction,
  key: DeviceKey,
  at: string,
): Promise<void> {
  const match = await deviceMatches.get(transaction, key);
  await endDeviceMatch(transaction, match, at, 'device-gone');
  await deviceSuggestions.remove(transaction, key);
  await rejectedConfigurations.forget(transaction, key);
  await devices.remove(transaction, key);
}

/**
 * Removes a network that Datto no longer lists, with what was decided about it. Its devices stay:
 * whether they are gone too, or moved to another network, the lists of the others tell.
 */
export async function removeNetwork(
  transaction: WriteTransaction,
  id: NetworkId,
  at: string,
): Promise<void> {
  await endNetworkMatch(transaction, id, at, 'network-gone');
  await networkSuggestions.remove(transaction, id);
  await rejectedOrganizations.forget(transaction, id);
  await deviceLists.remove(transaction, id);
  await networks.remove(transaction, id);
}

/** Ends a network's match, if it has one, and says so in the activity list. */
async function endNetworkMatch(
  transaction: WriteTransaction,
  id: NetworkId,
  at: string,
  reason: EndReason,
): Promise<void> {
  const match = await networkMatches.get(transaction, id);
  if (!match) return;
  await networkMatches.remove(transaction, id);
  if (match.state === 'ignored') return;
  const network = await networks.get(transaction, id);
  const organization = await organizations.get(transaction, match.organizationId);
  await log(transaction, at, {
    kind: 'network-match-ended',
    networkId: id,
    name: network?.name ?? id,
    organizationId: match.organizationId,
    ...(organization && { organizationName: organization.name }),
    rule: match.rule,
    reason,
  });
}

/** Removes an organization that IT Glue no longer has; its networks become unmatched. */
export async function removeOrganization(
  transaction: WriteTransaction,
  id: OrganizationId,
  at: string,
): Promise<void> {
  for (const networkId of await networkMatches.ofOrganization.keys(transaction, id))
    await endNetworkMatch(transaction, networkId, at, 'organization-gone');
  await organizations.remove(transaction, id);
}

/** Removes a configuration that IT Glue no longer has; its device becomes unmatched. */
export async function removeConfiguration(
  transaction: WriteTransaction,
  id: ConfigurationId,
  at: string,
): Promise<void> {
  const match = await deviceMatches.ofConfiguration.first(transaction, id);
  await endDeviceMatch(transaction, match, at, 'configuration-gone');
  await ignoredConfigurations.remove(transaction, id);
  await configurations.remove(transaction, id);
}
