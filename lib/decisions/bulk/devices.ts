import type { Viewer } from '@/lib/access/access';
import { openSuggestions, type OpenSuggestion } from '@/lib/matching/open-suggestions';
import { deviceLabel, type DeviceKey } from '@/lib/model/device';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { DeviceMatch } from '@/lib/model/match';
import * as stored from '@/lib/store/stored';
import type { Database } from '@/lib/store/schema';
import type { BulkAction } from '@/lib/model/bulk-action';
import type { BulkCounts } from '@/lib/views/bulk';
import { mustDecide } from '../create/drafts';
import { readOrganizations } from '../organization-state';
import { versionOf } from '../version';
import { fits, type Planner, type Verdict } from './plan';

/** Of how many devices configurations can be created, and for which organizations. */
export interface Creatable {
  readonly count: number;
  readonly in: BulkCounts['createIn'];
}

/** What each action would do about these devices. */
export async function planDevices(
  store: Database,
  viewer: Viewer,
  keys: readonly DeviceKey[],
): Promise<Planner<DeviceKey> & { readonly creatable: Creatable }> {
  const [devices, matches] = await Promise.all([
    stored.devices.getMany(store, keys),
    stored.deviceMatches.getMany(store, keys),
  ]);
  const byKey = new Map(devices.map((device) => [device.key, device]));
  const decided = new Map(matches.map((match) => [match.deviceKey, match]));
  const networkIds = [...new Set(devices.map(({ networkId }) => networkId))];
  const networks = new Map(
    (await stored.networkMatches.getMany(store, networkIds)).map((each) => [each.networkId, each]),
  );
  const organizationIds = [...networks.values()].flatMap(
    (match) => stored.matchedOrganization(match) ?? [],
  );
  const open = await suggestionsOf(
    store,
    [...new Set(organizationIds)].filter((id) => viewer.mayOrganization(id)),
  );

  function verdict(action: BulkAction, key: DeviceKey): Verdict {
    const device = byKey.get(key);
    if (!device) return { name: '', why: 'row-gone' };
    if (!viewer.mayNetwork(networks.get(device.networkId)))
      return { name: '', why: 'not-permitted' };
    const match = decided.get(key) ?? null;
    const name = deviceLabel(device);
    if (action === 'match' || !fits(action, match)) return { name, why: 'decided' };
    const row = { name, version: versionOf(match), sure: 0 };
    if (action !== 'accept')
      return { ...row, target: open.named(configurationOf(match)), reason: null };
    const [only, ...others] = open.byRule(key);
    if (!only) return { name, why: 'no-suggestion' };
    if (others.length > 0) return { name, why: 'several-suggestions' };
    const { configurationId, rule, replaces } = only;
    if (open.claims(configurationId) > 1) return { name, why: 'suggested-twice' };
    return {
      ...row,
      sure: surest.indexOf(rule),
      target: open.named(configurationId),
      reason: { of: 'configuration', rule, ...(replaces && { replaces }) },
    };
  }
  const organizationOf = (key: DeviceKey) => {
    const device = byKey.get(key);
    return (device && stored.matchedOrganization(networks.get(device.networkId))) ?? [];
  };
  const isCreatable = (key: DeviceKey) =>
    byKey.has(key) && !decided.has(key) && !mustDecide(open.all(key));
  const creatable = keys.filter(isCreatable);
  const creatingIn = (
    await stored.organizations.getMany(store, [...new Set(creatable.flatMap(organizationOf))])
  ).map(({ id, name }) => ({ id, name }));
  return {
    verdict,
    stateOf: (key) => (byKey.has(key) ? (decided.get(key)?.state ?? 'unmatched') : null),
    creatable: { count: creatable.length, in: creatingIn },
  };
}

type RuleSuggestion = OpenSuggestion & { readonly rule: Exclude<OpenSuggestion['rule'], 'ip'> };

/** From the least sure to the surest. */
const surest: readonly RuleSuggestion['rule'][] = [
  'name',
  'replaces',
  'rmm-mac',
  'mac',
  'mac-and-ip',
];

/** What is suggested for the undecided devices of these organizations. */
async function suggestionsOf(store: Database, ids: readonly OrganizationId[]) {
  const all = new Map<DeviceKey, readonly OpenSuggestion[]>();
  const names = new Map<ConfigurationId, string>();
  for (const state of (await readOrganizations(store, ids)).values()) {
    for (const { id: configurationId, name } of state.configurations)
      names.set(configurationId, name);
    for (const [key, suggestions] of openSuggestions(state))
      all.set(
        key,
        suggestions.filter(({ configurationId }) => names.has(configurationId)),
      );
  }
  /** Those of a rule that were not rejected: a shared address alone is no rule. */
  const byRule = (key: DeviceKey) => (all.get(key) ?? []).filter(isOfRule);
  const claims = new Map<ConfigurationId, number>();
  for (const key of all.keys())
    for (const { configurationId } of byRule(key))
      claims.set(configurationId, (claims.get(configurationId) ?? 0) + 1);
  return {
    all: (key: DeviceKey) => all.get(key),
    byRule,
    claims: (id: ConfigurationId) => claims.get(id) ?? 0,
    named: (id: ConfigurationId | null) => id && { id, name: names.get(id) ?? id },
  };
}

const isOfRule = (suggestion: OpenSuggestion): suggestion is RuleSuggestion =>
  suggestion.rule !== 'ip' && !suggestion.rejected;

const configurationOf = (match: DeviceMatch | null): ConfigurationId | null =>
  match?.state === 'matched' ? match.configurationId : null;
