import { t } from '@/lib/i18n';
import { deviceKinds } from '@/lib/model/device';
import type { DeviceStatus } from '@/lib/model/device';
import type { DeviceRow } from '@/lib/views/matching';
import type { MatchingPlace, SortKey } from '@/lib/views/matching-address';
import { bestFirst } from '@/lib/views/lists/best-first';
import { ordered } from '@/lib/views/lists/row-order';
import type { SortValue } from '@/lib/views/lists/row-order';
import { searchFor } from '@/lib/views/lists/row-search';
import { suggestionRules } from '@/lib/words/rules';

type Suggestion = DeviceRow['suggestions'][number];

/** Suggestions of a rule that were not rejected: a shared address alone is no rule. */
const openConfigurations = (row: DeviceRow): readonly Suggestion[] =>
  row.suggestions.filter(({ rejected, rule }) => !rejected && rule !== 'ip');

/** The one suggestion that Enter takes; `null` where there is a choice, or none. */
export function onlyConfiguration(row: DeviceRow): Suggestion | null {
  const [first, ...others] = openConfigurations(row);
  return first && others.length === 0 ? first : null;
}

/**
 * The devices whose one suggestion Accept all suggestions can take: their configuration is suggested
 * for no other device of the organization.
 */
export function acceptableDevices(
  rows: readonly DeviceRow[],
  all: readonly DeviceRow[],
): DeviceRow[] {
  const claims = new Map<string, number>();
  for (const row of all)
    for (const { configurationId } of openConfigurations(row))
      claims.set(configurationId, (claims.get(configurationId) ?? 0) + 1);
  return rows.filter((row) => {
    const only = onlyConfiguration(row);
    return row.state === 'unmatched' && only && claims.get(only.configurationId) === 1;
  });
}

/** The devices that a place shows, in its order; of a search the best first where none was chosen. */
export function devicesAt(rows: readonly DeviceRow[], place: MatchingPlace): readonly DeviceRow[] {
  const { tab, kinds, network, status, onlyNew, text, sort, descending } = place;
  const found = searchFor(text, (row: DeviceRow) => ({
    texts: [
      row.name,
      row.ip,
      row.model,
      row.networkName,
      row.configuration?.name,
      ...row.suggestions.map(({ name }) => name),
    ],
    mac: row.mac,
  }));
  const shown = rows.filter(
    (row) =>
      row.state === tab &&
      (!onlyNew || row.isNew) &&
      (kinds.length === 0 || kinds.includes(row.kind)) &&
      (network === null || row.networkId === network) &&
      (status === null || row.status === status) &&
      found(row),
  );
  const list = ordered(
    shown,
    valueOf(sort),
    { name: ({ name }) => name, key: ({ key }) => key },
    descending,
  );
  return bestFirst(list, place);
}

/** What needs attention first. */
const statusOrder: Readonly<Record<DeviceStatus, number>> = {
  down: 0,
  unknown: 1,
  pairing: 2,
  spare: 3,
  up: 4,
};

function valueOf(sort: SortKey): (row: DeviceRow) => SortValue {
  switch (sort) {
    case 'kind':
      return ({ kind }) => deviceKinds.indexOf(kind);
    case 'model':
      return ({ model }) => model;
    case 'mac':
      return ({ mac }) => mac;
    case 'ip':
      return ({ ip }) => ip;
    case 'status':
      return ({ status }) => statusOrder[status];
    case 'network':
      return ({ networkName }) => networkName;
    case 'counterpart':
      return ({ configuration, suggestions }) =>
        configuration?.name ?? suggestions[0]?.name ?? null;
    case 'rule':
      return ({ rule }) => rule && t(suggestionRules[rule].matching);
    case 'name':
    case 'devices':
      return ({ name }) => name;
  }
}
