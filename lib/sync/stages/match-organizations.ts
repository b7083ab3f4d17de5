import { endedMatches } from '@/lib/matching/ended-matches';
import { matchDevices } from '@/lib/matching/match-devices';
import type { Configuration } from '@/lib/model/configuration';
import { deviceLabel, type Device, type DeviceKey } from '@/lib/model/device';
import type { DepartedDevice } from '@/lib/model/departed-device';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { ConfigurationSuggestion, DeviceMatch, NetworkMatch } from '@/lib/model/match';
import { read } from '@/lib/store/open';
import { endDeviceMatch } from '@/lib/store/removals';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import type { Reader } from '@/lib/store/table';
import * as stored from '@/lib/store/stored';

/**
 * Works out the device matches of organizations from the store.
 * @param at ISO 8601, written into new matches
 * @returns what is to be written: matches by rule, those that ended since device or configuration
 * went to another organization, and the suggestions for what stays undecided
 */
export async function matchOrganizations(
  store: Database,
  organizations: readonly OrganizationId[],
  at: string,
): Promise<(transaction: WriteTransaction) => Promise<void>> {
  const found = await read(store, async (from) => {
    const known = await decidedBefore(from);
    return Promise.all(organizations.map((id) => byTheRules(from, id, at, known)));
  });
  return (transaction) => writeFound(transaction, organizations, found, at);
}

/** What was decided that is kept for all organizations together. */
interface DecidedBefore {
  readonly rejected: ReadonlyMap<DeviceKey, ReadonlySet<ConfigurationId>>;
  readonly departed: readonly DepartedDevice[];
}

async function decidedBefore(from: Reader): Promise<DecidedBefore> {
  const [rejections, departed] = await Promise.all([
    stored.rejectedConfigurations.byKey(from),
    stored.departedDevices.all(from),
  ]);
  return { rejected: new Map([...rejections].map(([key, ids]) => [key, new Set(ids)])), departed };
}

type MatchByRule = Extract<DeviceMatch, { state: 'matched' }>;

/** What the rules say of an organization. */
interface Found {
  readonly organization: OrganizationId;
  /** Matches whose device or configuration is another organization's now. */
  readonly moved: readonly DeviceMatch[];
  readonly matches: readonly MatchByRule[];
  readonly suggestions: ReadonlyMap<DeviceKey, readonly ConfigurationSuggestion[]>;
  /** What the matched are called. */
  readonly deviceNames: ReadonlyMap<DeviceKey, string>;
  readonly configurationNames: ReadonlyMap<ConfigurationId, string>;
}

async function byTheRules(
  from: Reader,
  organization: OrganizationId,
  at: string,
  { rejected, departed }: DecidedBefore,
): Promise<Found> {
  const [networkMatches, ownMatches, configurations] = await Promise.all([
    stored.networkMatches.ofOrganization.all(from, organization),
    stored.deviceMatches.ofOrganization.all(from, organization),
    stored.configurations.ofOrganization.all(from, organization),
  ]);
  const networks = networkMatches.map(({ networkId }) => networkId);
  const [devices, matchesThere] = await Promise.all([
    stored.devices.ofNetwork.allOf(from, networks),
    stored.deviceMatches.ofNetwork.allOf(from, networks),
  ]);
  const decisions = new Map(
    [...ownMatches, ...matchesThere].map((match) => [match.deviceKey, match]),
  );
  const moved = await movedMatches(from, [...decisions.values()], {
    networkMatches,
    devices,
    configurations,
  });
  for (const { deviceKey } of moved) decisions.delete(deviceKey);
  const { matches, suggestions } = matchDevices({
    devices,
    configurations,
    networkMatches,
    deviceMatches: [...decisions.values()],
    departed,
    rejected,
    now: at,
  });
  return {
    organization,
    moved,
    matches: matches.filter((match) => match.state === 'matched'),
    suggestions,
    deviceNames: new Map(devices.map((device) => [device.key, deviceLabel(device)])),
    configurationNames: new Map(configurations.map(({ id, name }) => [id, name])),
  };
}

async function writeFound(
  transaction: WriteTransaction,
  organizations: readonly OrganizationId[],
  found: readonly Found[],
  at: string,
): Promise<void> {
  const end = (match: DeviceMatch) =>
    endDeviceMatch(transaction, match, at, 'moved-to-another-organization');
  // A person may have decided about any side while the rules were at work.
  for (const match of found.flatMap(({ moved }) => moved))
    if (isSame(await stored.deviceMatches.get(transaction, match.deviceKey), match))
      await end(match);
  const { made, displaced } = await standing(transaction, organizations, found);
  for (const match of displaced) await end(match);
  await stored.deviceMatches.putAll(transaction, made);
  await logMade(transaction, made, found, at);
  await suggest(transaction, organizations, found);
}

async function logMade(
  transaction: WriteTransaction,
  made: readonly MatchByRule[],
  found: readonly Found[],
  at: string,
): Promise<void> {
  const of = new Map(found.map((each) => [each.organization, each]));
  await stored.logAll(
    transaction,
    at,
    made.map(({ deviceKey, configurationId, organizationId, rule }) => ({
      kind: 'device-matched',
      deviceKey,
      organizationId,
      name: of.get(organizationId)?.deviceNames.get(deviceKey) ?? deviceKey,
      configurationId,
      configurationName:
        of.get(organizationId)?.configurationNames.get(configurationId) ?? configurationId,
      rule,
    })),
  );
}

/** Keeps the suggestions for what is still undecided. */
async function suggest(
  transaction: WriteTransaction,
  organizations: readonly OrganizationId[],
  found: readonly Found[],
): Promise<void> {
  const suggested = found.flatMap(({ organization, suggestions }) =>
    [...suggestions].map(([deviceKey, list]) => ({
      deviceKey,
      organizationId: organization,
      suggestions: list,
    })),
  );
  const keys = suggested.map(({ deviceKey }) => deviceKey);
  const decided = new Set(keysOf(await stored.deviceMatches.getMany(transaction, keys)));
  await stored.deviceSuggestions.replace(
    transaction,
    await stored.deviceSuggestions.ofOrganization.allOf(transaction, organizations),
    suggested.filter(({ deviceKey }) => !decided.has(deviceKey)),
  );
}

/**
 * What of the rules' matches still holds: device, network and configuration are as the rules had them.
 * @returns the matches to make, and those of other organizations that lose their configuration by it
 */
async function standing(
  transaction: WriteTransaction,
  organizations: readonly OrganizationId[],
  found: readonly Found[],
): Promise<{ made: readonly MatchByRule[]; displaced: readonly DeviceMatch[] }> {
  const byRule = found.flatMap(({ matches }) => matches);
  const [known, networkMatches, rejected] = await Promise.all([
    stored.deviceMatches.about(
      transaction,
      keysOf(byRule),
      byRule.map(({ configurationId }) => configurationId),
    ),
    stored.networkMatches.ofOrganization.allOf(transaction, organizations),
    stored.rejectedConfigurations.byKey(transaction),
  ]);
  const isDecided = new Set(keysOf(known));
  const ownerOf = new Map(
    networkMatches.map((match) => [match.networkId, stored.matchedOrganization(match)]),
  );
  const holderOf = new Map(
    known.flatMap((holder) =>
      holder.state === 'matched' ? [[holder.configurationId, holder]] : [],
    ),
  );
  const made = byRule.filter(({ deviceKey, networkId, configurationId, organizationId }) => {
    const holder = holderOf.get(configurationId);
    return (
      !isDecided.has(deviceKey) &&
      ownerOf.get(networkId) === organizationId &&
      !rejected.get(deviceKey)?.includes(configurationId) &&
      (!holder || losesToMove(holder, organizationId))
    );
  });
  const displaced = made.flatMap(({ configurationId }) => holderOf.get(configurationId) ?? []);
  return { made, displaced };
}

/** Whether the decision still stands that the rules had before them. */
const isSame = (now: DeviceMatch | undefined, then: DeviceMatch) =>
  now?.state === 'matched' &&
  then.state === 'matched' &&
  now.configurationId === then.configurationId &&
  now.rule === then.rule;

/** Whether this match is over since its configuration came here: its own organization has its turn later. */
const losesToMove = (holder: DeviceMatch, organization: OrganizationId) =>
  holder.state === 'matched' && holder.rule !== 'by-hand' && holder.organizationId !== organization;

/** The matches whose device or configuration now belongs to another organization. */
async function movedMatches(
  from: Reader,
  candidates: readonly DeviceMatch[],
  own: {
    readonly networkMatches: readonly NetworkMatch[];
    readonly devices: readonly Device[];
    readonly configurations: readonly Configuration[];
  },
): Promise<DeviceMatch[]> {
  const here = new Set(own.devices.map(({ key }) => key));
  const strays = await stored.devices.getMany(
    from,
    keysOf(candidates).filter((key) => !here.has(key)),
  );
  const known = new Set(own.configurations.map(({ id }) => id));
  const elsewhere = await stored.configurations.getMany(
    from,
    candidates.flatMap((match) =>
      match.state === 'matched' && !known.has(match.configurationId) ? [match.configurationId] : [],
    ),
  );
  const strayNetworks = await stored.networkMatches.getMany(
    from,
    strays.map(({ networkId }) => networkId),
  );
  return endedMatches({
    networks: [],
    organizations: [],
    devices: [...own.devices, ...strays],
    configurations: [...own.configurations, ...elsewhere],
    networkMatches: [...own.networkMatches, ...strayNetworks],
    deviceMatches: candidates,
  }).devices.flatMap(({ match, reason }) =>
    reason === 'moved-to-another-organization' ? [match] : [],
  );
}

const keysOf = (matches: readonly DeviceMatch[]) => matches.map(({ deviceKey }) => deviceKey);
