import { deviceLabel } from '@/lib/model/device';
import type { DeviceMatch } from '@/lib/model/match';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import type { DeviceKey } from '@/lib/model/device';
import type { WriteTransaction } from './schema';
import { log } from './activity';

/** Why a match ended by itself; the activity list turns it into words. */
export type EndReason =
  | 'network-gone'
  | 'device-gone'
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
): Promise<void> {
  if (!match) return;
  await transaction.objectStore('deviceMatches').delete(match.deviceKey);
  if (match.state === 'ignored') return;
  const device = await transaction.objectStore('devices').get(match.deviceKey);
  const configuration = await transaction.objectStore('configurations').get(match.configurationId);
  const event = {
    kind: 'device-match-ended' as const,
    deviceKey: match.deviceKey,
    name: device ? deviceLabel(device) : match.deviceKey,
    configurationId: match.configurationId,
    ...(configuration && { configurationName: configuration.name }),
    rule: match.rule,
    reason,
  };
  await log(transaction, at, event, who);
}

/** Removes a device that its network no longer has, with its match and suggestions. */
export async function removeDevice(
  transaction: WriteTransaction,
  key: DeviceKey,
  at: string,
): Promise<void> {
  await endDeviceMatch(
    transaction,
    await transaction.objectStore('deviceMatches').get(key),
    at,
    'device-gone',
  );
  await transaction.objectStore('deviceSuggestions').delete(key);
  await transaction.objectStore('rejectedConfigurations').delete(key);
  await transaction.objectStore('devices').delete(key);
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
  await transaction.objectStore('networkSuggestions').delete(id);
  await transaction.objectStore('rejectedOrganizations').delete(id);
  await transaction.objectStore('networks').delete(id);
}

/** Ends a network's match, if it has one, and says so in the activity list. */
async function endNetworkMatch(
  transaction: WriteTransaction,
  id: NetworkId,
  at: string,
  reason: EndReason,
): Promise<void> {
  const match = await transaction.objectStore('networkMatches').get(id);
  if (!match) return;
  await transaction.objectStore('networkMatches').delete(id);
  if (match.state === 'ignored') return;
  const network = await transaction.objectStore('networks').get(id);
  const organization = await transaction.objectStore('organizations').get(match.organizationId);
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
  const matches = transaction.objectStore('networkMatches');
  for (const networkId of await matches.index('organization').getAllKeys(id))
    await endNetworkMatch(transaction, networkId, at, 'organization-gone');
  await transaction.objectStore('organizations').delete(id);
}

/** Removes a configuration that IT Glue no longer has; its device becomes unmatched. */
export async function removeConfiguration(
  transaction: WriteTransaction,
  id: ConfigurationId,
  at: string,
): Promise<void> {
  const matches = transaction.objectStore('deviceMatches');
  await endDeviceMatch(
    transaction,
    await matches.index('configuration').get(id),
    at,
    'configuration-gone',
  );
  await transaction.objectStore('ignoredConfigurations').delete(id);
  await transaction.objectStore('configurations').delete(id);
}
