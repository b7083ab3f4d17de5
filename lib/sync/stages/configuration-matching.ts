import { endedMatches } from '@/lib/matching/ended-matches';
import { sharedMacs } from '@/lib/matching/shared-macs';
import { matchDevices } from '@/lib/matching/match-devices';
import { organizationId } from '@/lib/model/ids';
import type { Configuration } from '@/lib/model/configuration';
import type { Device, DeviceKey } from '@/lib/model/device';
import type { DepartedDevice } from '@/lib/model/departed-device';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import type { SyncClients } from '../clients';
import { endDeviceMatch } from '@/lib/store/removals';
import { deviceLabel } from '@/lib/model/device';
import type { Stage } from '../stage';
import { matchedOrganizations } from './configurations';
import * as stored from '@/lib/store/stored';

/** Organizations whose devices are matched in one step, and committed together. */
const together = 25;

/** Matches the devices of each organization's networks to its configurations by the rules. */
export const configurationMatching: Stage<SyncClients> = {
  name: 'configuration-matching',
  concurrency: 1,
  async begin({ store, clients }) {
    await clients.carryOut?.('devices');
    const ids = await matchedOrganizations(store);
    const steps: string[] = [];
    for (let start = 0; start < ids.length; start += together)
      steps.push(ids.slice(start, start + together).join());
    return steps;
  },
  async step({ store, now }, step) {
    const at = new Date(now()).toISOString();
    const known = await decidedBefore(store);
    const works = await Promise.all(
      step.split(',').map((id) => matchKnown(store, organizationId(id), at, known)),
    );
    return {
      async write(transaction) {
        for (const work of works) await work(transaction);
      },
    };
  },
  async end({ store }) {
    const matched = new Set(await matchedOrganizations(store));
    const shared = sharedMacs(await documentedMacs(store, [...matched]));
    return {
      async write(transaction) {
        await stored.sharedMacs.replace(
          transaction,
          await stored.sharedMacs.all(transaction),
          shared,
        );
        const suggested = await stored.deviceSuggestions.all(transaction);
        await stored.deviceSuggestions.removeAll(
          transaction,
          suggested
            .filter(({ organizationId: id }) => !matched.has(id))
            .map(({ deviceKey }) => deviceKey),
        );
      },
    };
  },
};

/** What each configuration of the organizations says of its MACs; one organization in memory at a time. */
async function documentedMacs(store: Database, organizations: readonly OrganizationId[]) {
  const documented: Pick<Configuration, 'id' | 'macs' | 'archived'>[] = [];
  for (const organization of organizations)
    for (const { id, macs, archived } of await stored.configurations.ofOrganization.all(
      store,
      organization,
    ))
      if (macs.length > 0) documented.push({ id, macs, archived });
  return documented;
}

/**
 * Works out one organization's device matches from the store.
 * @param at ISO 8601, written into new matches
 * @returns what is to be written: matches by rule, those that ended since device or configuration
 * went to another organization, and the suggestions for what stays undecided
 */
export async function matchOrganization(
  store: Database,
  organization: OrganizationId,
  at: string,
): Promise<(transaction: WriteTransaction) => Promise<void>> {
  return matchKnown(store, organization, at, await decidedBefore(store));
}

/** What was decided that is kept for all organizations together. */
interface DecidedBefore {
  readonly rejected: ReadonlyMap<DeviceKey, ReadonlySet<ConfigurationId>>;
  readonly departed: readonly DepartedDevice[];
}

async function decidedBefore(store: Database): Promise<DecidedBefore> {
  const [rejections, departed] = await Promise.all([
    stored.rejectedConfigurations.byKey(store),
    stored.departedDevices.all(store),
  ]);
  return { rejected: new Map([...rejections].map(([key, ids]) => [key, new Set(ids)])), departed };
}

async function matchKnown(
  store: Database,
  organization: OrganizationId,
  at: string,
  { rejected, departed }: DecidedBefore,
): Promise<(transaction: WriteTransaction) => Promise<void>> {
  const [networkMatches, ownMatches, configurations] = await Promise.all([
    stored.networkMatches.ofOrganization.all(store, organization),
    stored.deviceMatches.ofOrganization.all(store, organization),
    stored.configurations.ofOrganization.all(store, organization),
  ]);
  const devices = await stored.devices.ofNetwork.allOf(
    store,
    networkMatches.map(({ networkId }) => networkId),
  );
  const decisions = new Map(ownMatches.map((match) => [match.deviceKey, match]));
  for (const match of await stored.deviceMatches.getMany(
    store,
    devices.map(({ key }) => key),
  ))
    decisions.set(match.deviceKey, match);

  const moved = await movedMatches(store, [...decisions.values()], {
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
  const names = new Map(devices.map((device) => [device.key, deviceLabel(device)]));
  const configurationNames = new Map(configurations.map(({ id, name }) => [id, name]));

  return async (transaction) => {
    const end = (match: DeviceMatch) =>
      endDeviceMatch(transaction, match, at, 'moved-to-another-organization');
    // A person may have decided about any side while the rules were at work.
    for (const match of moved)
      if (isSame(await stored.deviceMatches.get(transaction, match.deviceKey), match))
        await end(match);
    const { made, displaced } = await standing(transaction, organization, matches);
    for (const match of displaced) await end(match);
    await stored.deviceMatches.putAll(transaction, made);
    await stored.logAll(
      transaction,
      at,
      made.map(({ deviceKey, configurationId, rule }) => ({
        kind: 'device-matched',
        deviceKey,
        name: names.get(deviceKey) ?? deviceKey,
        configurationId,
        configurationName: configurationNames.get(configurationId) ?? configurationId,
        rule,
      })),
    );
    const decided = new Set(
      keysOf(await stored.deviceMatches.getMany(transaction, [...suggestions.keys()])),
    );
    await stored.deviceSuggestions.replace(
      transaction,
      await stored.deviceSuggestions.ofOrganization.all(transaction, organization),
      [...suggestions]
        .filter(([key]) => !decided.has(key))
        .map(([deviceKey, list]) => ({
          deviceKey,
          organizationId: organization,
          suggestions: list,
        })),
    );
  };
}

type MatchByRule = Extract<DeviceMatch, { state: 'matched' }>;

/**
 * What of the rules' matches still holds: device, network and configuration are as the rules had them.
 * @returns the matches to make, and those of other organizations that lose their configuration by it
 */
async function standing(
  transaction: WriteTransaction,
  organization: OrganizationId,
  matches: readonly DeviceMatch[],
): Promise<{ made: readonly MatchByRule[]; displaced: readonly DeviceMatch[] }> {
  const byRule = matches.filter((match) => match.state === 'matched');
  const [decided, networks, rejected, holders] = await Promise.all([
    stored.deviceMatches.getMany(transaction, keysOf(byRule)),
    stored.networkMatches.ofOrganization.keys(transaction, organization),
    stored.rejectedConfigurations.byKey(transaction),
    stored.deviceMatches.ofConfiguration.allOf(
      transaction,
      byRule.map(({ configurationId }) => configurationId),
    ),
  ]);
  const isDecided = new Set(keysOf(decided));
  const isOwn = new Set(networks);
  const holderOf = new Map(
    holders.flatMap((holder) =>
      holder.state === 'matched' ? [[holder.configurationId, holder]] : [],
    ),
  );
  const made = byRule.filter(({ deviceKey, networkId, configurationId }) => {
    const holder = holderOf.get(configurationId);
    return (
      !isDecided.has(deviceKey) &&
      isOwn.has(networkId) &&
      !rejected.get(deviceKey)?.includes(configurationId) &&
      (!holder || losesToMove(holder, organization))
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
  store: Database,
  candidates: readonly DeviceMatch[],
  own: {
    readonly networkMatches: readonly NetworkMatch[];
    readonly devices: readonly Device[];
    readonly configurations: readonly Configuration[];
  },
): Promise<DeviceMatch[]> {
  const here = new Set(own.devices.map(({ key }) => key));
  const strays = await stored.devices.getMany(
    store,
    keysOf(candidates).filter((key) => !here.has(key)),
  );
  const known = new Set(own.configurations.map(({ id }) => id));
  const elsewhere = await stored.configurations.getMany(
    store,
    candidates.flatMap((match) =>
      match.state === 'matched' && !known.has(match.configurationId) ? [match.configurationId] : [],
    ),
  );
  const strayNetworks = await stored.networkMatches.getMany(
    store,
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
