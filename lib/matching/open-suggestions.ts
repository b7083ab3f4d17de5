import type { Configuration } from '@/lib/model/configuration';
import type { Device, DeviceKey } from '@/lib/model/device';
import type { Mac } from '@/lib/model/mac';
import type { ConfigurationId } from '@/lib/model/ids';
import type { ConfigurationSuggestion, DeviceMatch } from '@/lib/model/match';
import { takenConfigurations } from '@/lib/matching/match-devices';
import { sharedAddresses } from '@/lib/matching/shared-addresses';

/** What an organization's devices have to do with its configurations, as the store has it. */
export interface OrganizationState {
  readonly devices: readonly Device[];
  readonly configurations: readonly Configuration[];
  readonly deviceMatches: readonly DeviceMatch[];
  readonly suggestions: ReadonlyMap<DeviceKey, readonly ConfigurationSuggestion[]>;
  readonly rejected: ReadonlyMap<DeviceKey, readonly ConfigurationId[]>;
  readonly ignored: ReadonlySet<ConfigurationId>;
}

export interface OpenSuggestion {
  readonly configurationId: ConfigurationId;
  readonly rule: ConfigurationSuggestion['rule'] | 'ip';
  readonly replaces?: Mac;
  /** A person said that it is not this one: shown, and decided. */
  readonly rejected: boolean;
}

/**
 * What is suggested for each undecided device: by the rules, else by a shared address. A suggestion
 * whose configuration another device has taken since is none any more.
 */
export function openSuggestions(state: OrganizationState): Map<DeviceKey, OpenSuggestion[]> {
  const decided = new Set(state.deviceMatches.map(({ deviceKey }) => deviceKey));
  const taken = takenConfigurations(state.deviceMatches);
  const undecided = state.devices.filter(({ key }) => !decided.has(key));
  const free = state.configurations.filter(({ id }) => !taken.has(id) && !state.ignored.has(id));
  const byAddress = sharedAddresses(undecided, free);
  const open = new Map<DeviceKey, OpenSuggestion[]>();
  for (const { key } of undecided) {
    const rejected = state.rejected.get(key) ?? [];
    const byRule = (state.suggestions.get(key) ?? []).filter(
      ({ configurationId }) => !taken.has(configurationId),
    );
    const named = new Set(byRule.map(({ configurationId }) => configurationId));
    const all = [
      ...byRule,
      ...(byAddress.get(key) ?? [])
        .filter((id) => !named.has(id))
        .map((configurationId) => ({ configurationId, rule: 'ip' as const })),
    ].map((suggestion) => ({
      ...suggestion,
      rejected: rejected.includes(suggestion.configurationId),
    }));
    if (all.length > 0) open.set(key, all);
  }
  return open;
}
