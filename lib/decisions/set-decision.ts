import type { DeviceKey } from '@/lib/model/device';
import { legitimizing } from '@/lib/matching/shared-macs';
import type { ConfigurationId, NetworkId } from '@/lib/model/ids';
import type { LegitimateSharing } from '@/lib/model/shared-mac';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import type { ConfigurationChange, IgnoredConfiguration } from '@/lib/model/undo';
import type { WriteTransaction } from '@/lib/store/schema';
import { endDeviceMatch } from '@/lib/store/removals';
import { deviceLabel } from '@/lib/model/device';
import { log } from '@/lib/store/activity';
import type { By } from './context';
import * as stored from '@/lib/store/stored';

/**
 * Puts a device's decision in place of what stands, whatever that is, and logs it. A configuration
 * that the device loses thereby is remembered, so that no rule gives it back.
 * @param after `null`: undecided
 */
export async function setDevice(
  transaction: WriteTransaction,
  key: DeviceKey,
  after: DeviceMatch | null,
  by: By,
): Promise<void> {
  const before = await stored.deviceMatches.get(transaction, key);
  const device = await stored.devices.get(transaction, key);
  const subject = {
    deviceKey: key,
    name: device ? deviceLabel(device) : key,
    ...(by.where && { reason: by.where }),
  };
  const lost =
    before?.state === 'matched' &&
    !(after?.state === 'matched' && after.configurationId === before.configurationId);
  if (lost) {
    await stored.rejectedConfigurations.add(transaction, key, before.configurationId);
    await log(
      transaction,
      by.at,
      {
        kind: 'device-unmatched',
        ...subject,
        ...(await configurationOf(transaction, before)),
        rule: before.rule,
      },
      by.who,
      by.run,
    );
  }
  if (!after) {
    await stored.deviceMatches.remove(transaction, key);
    if (before?.state === 'ignored')
      await log(transaction, by.at, { kind: 'device-unignored', ...subject }, by.who, by.run);
    return;
  }
  const suggested = (await stored.deviceSuggestions.get(transaction, key))?.suggestions ?? [];
  await stored.deviceMatches.put(transaction, after);
  await stored.deviceSuggestions.remove(transaction, key);
  if (after.state === 'ignored') {
    await log(transaction, by.at, { kind: 'device-ignored', ...subject }, by.who, by.run);
    return;
  }
  const rejected = await stored.rejectedConfigurations.of(transaction, key);
  await stored.rejectedConfigurations.takeBack(transaction, key, after.configurationId);
  await stored.ignoredConfigurations.remove(transaction, after.configurationId);
  // One that had been rejected was matched in spite of that, not accepted.
  const accepted =
    after.rule === 'by-hand' && !rejected.includes(after.configurationId)
      ? suggested.find(({ configurationId }) => configurationId === after.configurationId)
      : undefined;
  await log(
    transaction,
    by.at,
    {
      kind: 'device-matched',
      ...subject,
      ...(await configurationOf(transaction, after)),
      rule: after.rule,
      ...(accepted && { suggested: accepted.rule }),
    },
    by.who,
    by.run,
  );
}

/**
 * Puts a network's decision in place of what stands, and logs it. When it thereby leaves its
 * organization, the matches of its devices to that organization's configurations end, those made by
 * hand included, and no rule brings the network back there.
 * @param after `null`: undecided
 * @returns the device matches that ended
 */
export async function setNetwork(
  transaction: WriteTransaction,
  id: NetworkId,
  after: NetworkMatch | null,
  by: By,
): Promise<DeviceMatch[]> {
  const before = await stored.networkMatches.get(transaction, id);
  const network = await stored.networks.get(transaction, id);
  const subject = { networkId: id, name: network?.name ?? id };
  let ended: DeviceMatch[] = [];
  const left =
    before?.state === 'matched' &&
    !(after?.state === 'matched' && after.organizationId === before.organizationId);
  if (left) {
    await stored.rejectedOrganizations.add(transaction, id, before.organizationId);
    await log(
      transaction,
      by.at,
      {
        kind: 'network-unmatched',
        ...subject,
        ...(await organizationOf(transaction, before)),
        rule: before.rule,
      },
      by.who,
      by.run,
    );
    ended = await endDeviceMatches(transaction, id, after, by);
  }
  if (!after) {
    await stored.networkMatches.remove(transaction, id);
    if (before?.state === 'ignored')
      await log(transaction, by.at, { kind: 'network-unignored', ...subject }, by.who, by.run);
    return ended;
  }
  const suggested = (await stored.networkSuggestions.get(transaction, id))?.suggestions ?? [];
  await stored.networkMatches.put(transaction, after);
  await stored.networkSuggestions.remove(transaction, id);
  if (after.state === 'ignored') {
    await log(transaction, by.at, { kind: 'network-ignored', ...subject }, by.who, by.run);
    return ended;
  }
  const rejected = await stored.rejectedOrganizations.of(transaction, id);
  await stored.rejectedOrganizations.takeBack(transaction, id, after.organizationId);
  const accepted =
    after.rule === 'by-hand' && !rejected.includes(after.organizationId)
      ? suggested.find(({ organizationId }) => organizationId === after.organizationId)
      : undefined;
  await log(
    transaction,
    by.at,
    {
      kind: 'network-matched',
      ...subject,
      ...(await organizationOf(transaction, after)),
      rule: after.rule,
      ...(accepted && { suggested: accepted.reason }),
    },
    by.who,
    by.run,
  );
  return ended;
}

/** Ends what the network's devices have outside the organization that it now belongs to. */
async function endDeviceMatches(
  transaction: WriteTransaction,
  id: NetworkId,
  now: NetworkMatch | null,
  by: By,
): Promise<DeviceMatch[]> {
  const organizationId = stored.matchedOrganization(now);
  const own = await stored.deviceMatches.ofNetwork.all(transaction, id);
  const ended = own.filter(
    (match) => match.state === 'matched' && match.organizationId !== organizationId,
  );
  for (const match of ended)
    await endDeviceMatch(transaction, match, by.at, 'network-unmatched', by.who, by.run);
  await stored.deviceSuggestions.removeAll(
    transaction,
    await stored.devices.ofNetwork.keys(transaction, id),
  );
  return ended;
}

/**
 * Puts these decisions in place of those that make it legitimate that the configurations have a MAC
 * in common, and logs it.
 * @param after none: it is not legitimate
 */
export async function setSharing(
  transaction: WriteTransaction,
  configurationIds: readonly ConfigurationId[],
  after: readonly LegitimateSharing[],
  by: By,
): Promise<void> {
  const all = await stored.legitimateSharings.all(transaction);
  await stored.legitimateSharings.removeAll(
    transaction,
    legitimizing(configurationIds, all).map(({ key }) => key),
  );
  await stored.legitimateSharings.putAll(transaction, after);
  const configurations = await stored.configurations.getMany(transaction, configurationIds);
  await log(
    transaction,
    by.at,
    {
      kind: after.length > 0 ? 'sharing-legitimate' : 'sharing-not-legitimate',
      configurationIds,
      names: configurations.map(({ name }) => name),
      organizationIds: [...new Set(configurations.map(({ organizationId }) => organizationId))],
    },
    by.who,
    by.run,
  );
}

/** Asks no more about a configuration, or again, and logs it. @param after `null`: it is asked about */
export async function setConfiguration(
  transaction: WriteTransaction,
  configuration: Pick<ConfigurationChange, 'configurationId' | 'organizationId' | 'name'>,
  after: IgnoredConfiguration | null,
  by: By,
): Promise<void> {
  const { configurationId, organizationId, name } = configuration;
  await (after
    ? stored.ignoredConfigurations.put(transaction, after)
    : stored.ignoredConfigurations.remove(transaction, configurationId));
  const kind = after ? 'configuration-ignored' : 'configuration-unignored';
  await log(transaction, by.at, { kind, organizationId, configurationId, name }, by.who);
}

async function configurationOf(
  transaction: WriteTransaction,
  { configurationId, organizationId }: Extract<DeviceMatch, { state: 'matched' }>,
) {
  const configuration = await stored.configurations.get(transaction, configurationId);
  return {
    organizationId,
    configurationId,
    ...(configuration && { configurationName: configuration.name }),
  };
}

async function organizationOf(
  transaction: WriteTransaction,
  { organizationId }: Extract<NetworkMatch, { state: 'matched' }>,
) {
  const organization = await stored.organizations.get(transaction, organizationId);
  return { organizationId, ...(organization && { organizationName: organization.name }) };
}
