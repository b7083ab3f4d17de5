import type { Configuration } from '@/lib/model/configuration';
import type { DepartedDevice } from '@/lib/model/departed-device';
import type { Device, DeviceKey } from '@/lib/model/device';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { ConfigurationSuggestion, DeviceMatch, NetworkMatch } from '@/lib/model/match';
import { ConfigurationIndex, fitRules, namedRule, type FitRule } from './device-fits';
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

/** An undecided device and what fits it. */
interface Undecided {
  readonly device: Device;
  readonly organizationId: OrganizationId;
  readonly fits: Record<FitRule, Configuration[]>;
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
    const candidates = undecided.map((entry) => available(entry, taken));
    const allowed = ({ device, configuration }: { device: Device; configuration: Configuration }) =>
      !input.rejected?.get(device.key)?.has(configuration.id);
    const pairs = pairsBy('mac-and-ip', candidates).filter(allowed);
    if (pairs.length === 0) pairs.push(...pairsBy('mac', candidates).filter(allowed));
    if (pairs.length === 0)
      return { matches, suggestions: suggestions(candidates, replacing(input, taken)) };
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
  const indexes = indexByOrganization(input.configurations);
  const undecided: Undecided[] = [];
  for (const device of input.devices) {
    const organizationId = organizations.get(device.networkId);
    const index = organizationId === undefined ? undefined : indexes.get(organizationId);
    if (organizationId === undefined || !index || decided.has(device.key)) continue;
    undecided.push({ device, organizationId, fits: index.fits(device) });
  }
  return undecided.sort((a, b) => compare(a.device.key, b.device.key));
}

function indexByOrganization(
  configurations: readonly Configuration[],
): Map<OrganizationId, ConfigurationIndex> {
  const grouped = groupBy(configurations, ({ organizationId }) => organizationId);
  return new Map([...grouped].map(([id, group]) => [id, new ConfigurationIndex(group)]));
}

/** Leaves out taken configurations, and archived ones unless nothing else fits by any rule. */
function available(entry: Undecided, taken: ReadonlySet<ConfigurationId>): Undecided {
  const free = filterFits(entry.fits, ({ id }) => !taken.has(id));
  const active = filterFits(free, ({ archived }) => !archived);
  return { ...entry, fits: fitRules.some((rule) => active[rule].length > 0) ? active : free };
}

function filterFits(
  fits: Record<FitRule, Configuration[]>,
  keep: (configuration: Configuration) => boolean,
): Record<FitRule, Configuration[]> {
  return {
    'mac-and-ip': fits['mac-and-ip'].filter(keep),
    mac: fits.mac.filter(keep),
    name: fits.name.filter(keep),
  };
}

/** Devices whose strongest rule is this one and that have, like their configuration, one candidate. */
function pairsBy(rule: 'mac-and-ip' | 'mac', candidates: readonly Undecided[]) {
  const claims = new Map<ConfigurationId, number>();
  for (const { fits } of candidates) {
    // By MAC alone a configuration is also contested by who has its MAC and an IP of it.
    const claimed = rule === 'mac' ? [...fits['mac-and-ip'], ...fits.mac] : fits[rule];
    for (const { id } of claimed) claims.set(id, (claims.get(id) ?? 0) + 1);
  }
  return candidates.flatMap(({ device, organizationId, fits }) => {
    const [configuration, ...others] = fits[rule];
    if (!configuration || others.length > 0 || claims.get(configuration.id) !== 1) return [];
    if (rule === 'mac' && fits['mac-and-ip'].length > 0) return [];
    return [{ device, organizationId, configuration, rule }];
  });
}

/** What devices that are gone had, for one that may have been put in their place. */
function replacing(
  { departed = [], configurations }: Pick<DeviceMatchingInput, 'departed' | 'configurations'>,
  taken: ReadonlySet<ConfigurationId>,
): (device: Device, organizationId: OrganizationId) => ConfigurationSuggestion[] {
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
  candidates: readonly Undecided[],
  replacing: (device: Device, organizationId: OrganizationId) => ConfigurationSuggestion[],
): Map<DeviceKey, ConfigurationSuggestion[]> {
  const all = new Map<DeviceKey, ConfigurationSuggestion[]>();
  for (const { device, organizationId, fits } of candidates) {
    const rule = fitRules.find((rule) => fits[rule].length > 0);
    // An address says more than a device that is gone.
    const replaced = rule === undefined || rule === 'name' ? replacing(device, organizationId) : [];
    const named = new Set(replaced.map(({ configurationId }) => configurationId));
    const fitting = rule === undefined ? [] : fits[rule];
    const shown = fitting
      .filter(({ id }) => !named.has(id))
      .toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
      .map((configuration): ConfigurationSuggestion => ({
        configurationId: configuration.id,
        rule: namedRule(rule ?? 'name', device, configuration),
      }));
    const found = [...replaced, ...shown].slice(0, maxSuggestions);
    if (found.length > 0) all.set(device.key, found);
  }
  return all;
}

/** By code units: the same order on every machine, whatever its language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
