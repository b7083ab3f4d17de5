import { deviceKinds, type DeviceKind } from '@/lib/model/device';
import { isPersons } from '@/lib/model/persons-decision';
import type { SharedValue } from '@/lib/model/shared-entry';
import { readSettings } from '@/lib/store/meta';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';

/** What a person decided, as it is shared. */
export interface LocalDecision {
  readonly value: SharedValue;
  /** When, milliseconds since 1970; `null` where that was not kept. */
  readonly at: number | null;
}

/** Under which name the configuration type of a kind of device is shared. */
export const typeSetting = (kind: DeviceKind): string => `type-${kind}`;

/** A key of more configurations than fit is decided in each browser, characters. */
const longestSharing = 200;

/** Every decision of a person that stands here, by the key under which it is shared. What rules decide is no part of it. */
export async function localDecisions(
  transaction: WriteTransaction,
): Promise<Map<string, LocalDecision>> {
  const found = new Map<string, LocalDecision>();
  const add = (key: string, value: SharedValue, at: string | null = null) =>
    found.set(key, { value, at: at === null ? null : Date.parse(at) });
  const [networks, devices, organizations, configurations, sharings, ignored, settings] =
    await Promise.all([
      stored.networkMatches.all(transaction),
      stored.deviceMatches.all(transaction),
      stored.rejectedOrganizations.byKey(transaction),
      stored.rejectedConfigurations.byKey(transaction),
      stored.legitimateSharings.all(transaction),
      stored.ignoredConfigurations.all(transaction),
      readSettings(transaction),
    ]);
  for (const match of networks.filter(isPersons))
    if (match.state === 'ignored') add(`n:${match.networkId}`, 'ignored', match.at);
    else add(`n:${match.networkId}`, { o: match.organizationId, r: match.rule }, match.at);
  for (const match of devices.filter(isPersons))
    if (match.state === 'ignored') add(`d:${match.deviceKey}`, 'ignored', match.at);
    else {
      const { configurationId: c, organizationId: o, rule: r } = match;
      add(`d:${match.deviceKey}`, { c, o, r }, match.at);
    }
  for (const [network, ids] of organizations)
    for (const id of ids) add(`rn:${network}:${id}`, true);
  for (const [device, ids] of configurations) for (const id of ids) add(`rd:${device}:${id}`, true);
  for (const { key, at } of sharings) if (key.length <= longestSharing) add(`ls:${key}`, true, at);
  for (const { configurationId, at } of ignored) add(`ic:${configurationId}`, true, at);
  if (settings.autoCreate) add('s:auto-create', true);
  for (const kind of deviceKinds) {
    const type = settings.configurationTypes[kind];
    if (type !== null) add(`s:${typeSetting(kind)}`, type);
  }
  return found;
}
