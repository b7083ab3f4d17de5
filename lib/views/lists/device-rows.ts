import { t } from '@/lib/i18n';
import { deviceKinds } from '@/lib/model/device';
import type { DeviceStatus } from '@/lib/model/device';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import { suggestionRules } from '@/lib/words/rules';
import { deviceReasons, type DeviceReason } from '@/lib/model/device-reasons';
import type { DeviceRow, DevicesView } from '../matching';
import type { MatchingPlace, SortKey } from '../matching-address';
import { bestFirst } from './best-first';
import { listWindow } from './list-window';
import type { DevicesQuestion } from './question';
import { ordered } from './row-order';
import type { SortValue } from './row-order';
import { searchFor } from './row-search';
import { workedOut } from './worked-out';

type Suggestion = DeviceRow['suggestions'][number];

/** Suggestions of a rule that were not rejected: a shared address alone is no rule. */
const openConfigurations = (row: DeviceRow): readonly Suggestion[] =>
  row.suggestions.filter(({ rejected, rule }) => !rejected && rule !== 'ip');

/** The one suggestion that Enter takes; `null` where there is a choice, or none. */
export function onlyConfiguration(row: DeviceRow): Suggestion | null {
  const [first, ...others] = openConfigurations(row);
  return first && others.length === 0 ? first : null;
}

/** What is shown of the devices of one organization or of all, and what of all of them is counted. */
export function deviceList(
  rows: readonly DeviceRow[],
  question: DevicesQuestion,
): Pick<
  DevicesView,
  | keyof ReturnType<typeof listWindow>
  | 'isFiltered'
  | 'total'
  | 'kinds'
  | 'networks'
  | 'reasons'
  | 'acceptable'
  | 'undecided'
> {
  const { tab, text, kinds, network, status, reason, hasUnmatched, onlyNew } = question;
  const shown = devicesAt(rows, question);
  const ofTab = rows.filter(({ state }) => state === tab);
  return {
    ...listWindow(rows, shown, question, ({ key }) => key),
    isFiltered:
      onlyNew ||
      hasUnmatched ||
      text !== '' ||
      kinds.length > 0 ||
      [network, status, reason].some((choice) => choice !== null),
    total: rows.length,
    kinds: deviceKinds.filter((kind) => rows.some((row) => row.kind === kind)),
    networks: workedOut(rows, 'networks', () => networksOf(rows)),
    reasons: deviceReasons.filter((each) => ofTab.some((row) => hasReason(row, each))),
    acceptable: acceptableDevices(shown, rows).length,
    undecided: rows.filter(({ creation }) => creation === 'suggestion-undecided').length,
  };
}

/** The networks of the devices, by name. */
function networksOf(rows: readonly DeviceRow[]): DevicesView['networks'] {
  const names = new Map<NetworkId, string>();
  for (const { networkId, networkName } of rows) names.set(networkId, networkName);
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/**
 * The devices whose one suggestion Accept all suggestions can take: their configuration is suggested
 * for no other device.
 */
export function acceptableDevices(
  rows: readonly DeviceRow[],
  all: readonly DeviceRow[],
): DeviceRow[] {
  const claims = workedOut(all, 'claims', () => {
    const found = new Map<string, number>();
    for (const row of all)
      for (const { configurationId } of openConfigurations(row))
        found.set(configurationId, (found.get(configurationId) ?? 0) + 1);
    return found;
  });
  return rows.filter((row) => {
    const only = onlyConfiguration(row);
    return row.state === 'unmatched' && only && claims.get(only.configurationId) === 1;
  });
}

/** Whether it is matched by the rule, or by it something is suggested that was not rejected. */
function hasReason({ state, rule, suggestions }: DeviceRow, reason: DeviceReason): boolean {
  if (state !== 'unmatched') return rule === reason;
  const open = suggestions.filter(({ rejected }) => !rejected);
  return reason === 'none' ? open.length === 0 : open.some((each) => each.rule === reason);
}

/** The devices that a place shows, in its order; of a search the best first where none was chosen. */
export function devicesAt(
  rows: readonly DeviceRow[],
  place: Pick<
    MatchingPlace,
    | 'tab'
    | 'text'
    | 'kinds'
    | 'network'
    | 'status'
    | 'reason'
    | 'hasUnmatched'
    | 'onlyNew'
    | 'sort'
    | 'descending'
  >,
): readonly DeviceRow[] {
  const { tab, kinds, network, status, reason, hasUnmatched, onlyNew, text, sort, descending } =
    place;
  const found = searchFor(text, (row: DeviceRow) => ({
    texts: [
      row.name,
      row.ip,
      row.model,
      row.networkName,
      row.organization.name,
      row.configuration?.name,
      ...row.suggestions.map(({ name }) => name),
    ],
    mac: row.mac,
  }));
  const inTab = () => rows.filter((row) => row.state === tab);
  const unfinished = hasUnmatched ? unfinishedOrganizations(rows) : null;
  const shown = workedOut(rows, `${tab} ${sort} ${descending}`, () =>
    ordered(
      inTab(),
      valueOf(sort),
      { name: ({ name }) => name, key: ({ key }) => key },
      descending,
    ),
  ).filter(
    (row) =>
      (!onlyNew || row.isNew) &&
      (kinds.length === 0 || kinds.includes(row.kind)) &&
      (network === null || row.networkId === network) &&
      (status === null || row.status === status) &&
      (reason === null || hasReason(row, reason)) &&
      (unfinished === null || unfinished.has(row.organization.id)) &&
      found(row),
  );
  return bestFirst(shown, place);
}

/** The organizations that have unmatched devices. */
const unfinishedOrganizations = (rows: readonly DeviceRow[]): ReadonlySet<OrganizationId> =>
  workedOut(
    rows,
    'unfinished',
    () =>
      new Set(
        rows.flatMap(({ state, organization }) => (state === 'unmatched' ? [organization.id] : [])),
      ),
  );

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
    case 'organization':
      return ({ organization }) => organization.name;
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
