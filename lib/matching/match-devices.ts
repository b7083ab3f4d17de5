import type { Configuration } from '@/lib/model/configuration';
import type { DepartedDevice } from '@/lib/model/departed-device';
import type { Device, DeviceKey } from '@/lib/model/device';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { ConfigurationSuggestion, DeviceMatch, NetworkMatch } from '@/lib/model/match';
import { compare, ConfigurationIndex, type Sharers } from './configuration-index';
import { namedRule, type FitRule } from './device-fits';
import { groupBy } from './group-by';
import { organizationsOf } from './organizations-of';
import { replaces } from './returned-devices';

/** Hundreds of configurations may carry one placeholder MAC; a person is shown this many. */
export const maxSuggestions = 10;

export interface DeviceMatchingInput {
  readonly devices: readonly Device[];
  readonly configurations: readonly Configuration[];
  readonly networkMatches: readonly NetworkMatch[];
  /** Decisions already made, automatic ones included; none of them is changed. */
  readonly deviceMatches: readonly DeviceMatch[];
  /** Devices that are gone, whose configurations wait for them or for what replaces them. */
  readonly departed?: readonly DepartedDevice[];
  /** Pairs that a person took apart: suggested, never matched by a rule. */
  readonly rejected?: ReadonlyMap<DeviceKey, ReadonlySet<ConfigurationId>>;
  /** ISO 8601, written into new matches. */
  readonly now: string;
}

export interface DeviceMatchingResult {
  /** New automatic matches only. */
  readonly matches: DeviceMatch[];
  /** For devices that stay undecided, best first; a device without a candidate has no entry. */
  readonly suggestions: Map<DeviceKey, ConfigurationSuggestion[]>;
}

/** An undecided device, with the configurations of its organization. */
interface Undecided {
  readonly device: Device;
  readonly organizationId: OrganizationId;
  readonly index: ConfigurationIndex;
  /** Those with its MAC and an address of its. */
  readonly macAndIp: readonly Configuration[];
}

/** What fits an undecided device and is free. */
interface Candidate extends Undecided {
  /** Whether these are archived, since nothing in use fits by any rule. */
  readonly archived: boolean;
  readonly macAndIp: readonly Configuration[];
  /** All that have its MAC, those of `macAndIp` included. */
  readonly mac: Sharers;
}

/**
 * Finds the configurations of undecided devices, within the organization of each device's network:
 * a MAC and an IP equal, else a MAC equal, match by themselves when device and configuration have
 * only each other; equal names are suggested, and what a device that is gone had to one that may have
 * been put in its place. What a rule cannot tell apart is suggested on both
 * sides. The result depends neither on the order of the input nor on how often it is applied.
 */
export function matchDevices(input: DeviceMatchingInput): DeviceMatchingResult {
  const taken = takenConfigurations(input.deviceMatches);
  let undecided = undecidedDevices(input);
  const matches: DeviceMatch[] = [];
  // A match takes a configuration away from the others, which may leave one of them with a single
  // candidate: repeat until nothing changes, so that a second run finds nothing either.
  for (;;) {
    const free = new Free(taken);
    const candidates = undecided.map((entry) => available(entry, free));
    const allowed = ({ device, configuration }: { device: Device; configuration: Configuration }) =>
      !input.rejected?.get(device.key)?.has(configuration.id);
    const pairs = byMacAndIp(candidates).filter(allowed);
    if (pairs.length === 0) pairs.push(...byMac(candidates).filter(allowed));
    if (pairs.length === 0)
      return { matches, suggestions: suggestions(candidates, free, replacing(input, taken)) };
    const decided = new Set<DeviceKey>();
    for (const { device, organizationId, configuration, rule } of pairs) {
      taken.add(configuration.id);
      decided.add(device.key);
      matches.push({
        deviceKey: device.key,
        networkId: device.networkId,
        at: input.now,
        state: 'matched',
        configurationId: configuration.id,
        organizationId,
        rule: namedRule(rule, device, configuration),
      });
    }
    undecided = undecided.filter(({ device }) => !decided.has(device.key));
  }
}

/** The configurations that a device has already. */
export function takenConfigurations(matches: readonly DeviceMatch[]): Set<ConfigurationId> {
  const taken = new Set<ConfigurationId>();
  for (const match of matches) if (match.state === 'matched') taken.add(match.configurationId);
  return taken;
}

/** Devices without a decision in matched networks, in the order of their keys. */
function undecidedDevices(input: DeviceMatchingInput): Undecided[] {
  const organizations = organizationsOf(input.networkMatches);
  const decided = new Set(input.deviceMatches.map((match) => match.deviceKey));
  const wanted = new Set(input.devices.flatMap(({ mac }) => mac ?? []));
  const indexes = indexByOrganization(input.configurations, wanted);
  const undecided: Undecided[] = [];
  for (const device of input.devices) {
    const organizationId = organizations.get(device.networkId);
    const index = organizationId === undefined ? undefined : indexes.get(organizationId);
    if (organizationId === undefined || !index || decided.has(device.key)) continue;
    undecided.push({ device, organizationId, index, macAndIp: index.ofMacAndIp(device) });
  }
  return undecided.sort((a, b) => compare(a.device.key, b.device.key));
}

function indexByOrganization(
  configurations: readonly Configuration[],
  wanted: ReadonlySet<Mac>,
): Map<OrganizationId, ConfigurationIndex> {
  const grouped = groupBy(configurations, ({ organizationId }) => organizationId);
  return new Map([...grouped].map(([id, group]) => [id, new ConfigurationIndex(group, wanted)]));
}

/** Configurations that no device has, by the lists that devices share. */
class Free {
  readonly #known = new Map<Sharers, { readonly all: Sharers; readonly inUse: Sharers }>();

  constructor(readonly taken: ReadonlySet<ConfigurationId>) {}

  of(sharers: Sharers): { readonly all: Sharers; readonly inUse: Sharers } {
    const known = this.#known.get(sharers);
    if (known) return known;
    const all = sharers.filter(({ id }) => !this.taken.has(id));
    const free = { all, inUse: all.filter(({ archived }) => !archived) };
    this.#known.set(sharers, free);
    return free;
  }
}

/** Leaves out taken configurations, and archived ones unless nothing else fits by any rule. */
function available(entry: Undecided, free: Free): Candidate {
  const { device, index } = entry;
  const { all, inUse } = free.of(index.ofMac(device));
  const archived = inUse.length === 0 && free.of(index.ofName(device)).inUse.length === 0;
  return {
    ...entry,
    archived,
    macAndIp: entry.macAndIp.filter(
      (each) => !free.taken.has(each.id) && (archived || !each.archived),
    ),
    mac: archived ? all : inUse,
  };
}

interface Pairing extends Pick<Undecided, 'device' | 'organizationId'> {
  readonly configuration: Configuration;
  readonly rule: 'mac-and-ip' | 'mac';
}

/** Devices and configurations that have only each other by MAC and IP. */
function byMacAndIp(candidates: readonly Candidate[]): Pairing[] {
  const claims = new Map<ConfigurationId, number>();
  for (const { macAndIp } of candidates)
    for (const { id } of macAndIp) claims.set(id, (claims.get(id) ?? 0) + 1);
  return candidates.flatMap(({ device, organizationId, macAndIp }) => {
    const [configuration, ...others] = macAndIp;
    if (!configuration || others.length > 0 || claims.get(configuration.id) !== 1) return [];
    return [{ device, organizationId, configuration, rule: 'mac-and-ip' }];
  });
}

/**
 * Devices and configurations that have only each other by MAC. A configuration is also contested by
 * who has its MAC and an IP of it.
 */
function byMac(candidates: readonly Candidate[]): Pairing[] {
  /** How many devices ask for all of a list. */
  const askers = new Map<Sharers, number>();
  for (const { mac } of candidates) askers.set(mac, (askers.get(mac) ?? 0) + 1);
  const claims = new Map<ConfigurationId, number>();
  for (const [sharers, count] of askers)
    for (const { id } of sharers) claims.set(id, (claims.get(id) ?? 0) + count);
  return candidates.flatMap(({ device, organizationId, mac, macAndIp }) => {
    const [configuration, ...others] = mac.slice(0, 2);
    if (!configuration || others.length > 0 || macAndIp.length > 0) return [];
    if (claims.get(configuration.id) !== 1) return [];
    return [{ device, organizationId, configuration, rule: 'mac' }];
  });
}

/** What devices that are gone had, for one that may have been put in their place. */
function replacing(
  { departed = [], configurations }: Pick<DeviceMatchingInput, 'departed' | 'configurations'>,
  taken: ReadonlySet<ConfigurationId>,
): (device: Device, organizationId: OrganizationId) => ConfigurationSuggestion[] {
  if (departed.length === 0) return () => [];
  const byNetwork = groupBy(departed, ({ networkId }) => networkId);
  const known = new Map(configurations.map(({ id, organizationId }) => [id, organizationId]));
  return (device, organizationId) =>
    (byNetwork.get(device.networkId) ?? []).flatMap((each) => {
      const { match, mac } = each;
      if (match?.state !== 'matched' || !replaces(device, each)) return [];
      const { configurationId } = match;
      if (taken.has(configurationId) || known.get(configurationId) !== organizationId) return [];
      return [{ configurationId, rule: 'replaces', replaces: mac }];
    });
}

function suggestions(
  candidates: readonly Candidate[],
  free: Free,
  replacing: (device: Device, organizationId: OrganizationId) => ConfigurationSuggestion[],
): Map<DeviceKey, ConfigurationSuggestion[]> {
  const all = new Map<DeviceKey, ConfigurationSuggestion[]>();
  for (const candidate of candidates) {
    const { device, organizationId } = candidate;
    const { rule, sharers } = strongest(candidate, free);
    // An address says more than a device that is gone.
    const replaced = rule === 'name' ? replacing(device, organizationId) : [];
    const named = new Set(replaced.map(({ configurationId }) => configurationId));
    const shown = sharers
      .slice(0, maxSuggestions + named.size)
      .filter(({ id }) => !named.has(id))
      .map((configuration): ConfigurationSuggestion => ({
        configurationId: configuration.id,
        rule: namedRule(rule, device, configuration),
      }));
    const found = [...replaced, ...shown].slice(0, maxSuggestions);
    if (found.length > 0) all.set(device.key, found);
  }
  return all;
}

/** What fits by the strongest rule that has something, the name's where none has. */
function strongest(
  { device, index, archived, macAndIp, mac }: Candidate,
  free: Free,
): { readonly rule: FitRule; readonly sharers: Sharers } {
  if (macAndIp.length > 0) return { rule: 'mac-and-ip', sharers: macAndIp };
  if (mac.length > 0) return { rule: 'mac', sharers: mac };
  const { all, inUse } = free.of(index.ofName(device));
  return { rule: 'name', sharers: archived ? all : inUse };
}
