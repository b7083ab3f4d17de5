import { deviceKinds, deviceStatuses } from '@/lib/model/device';
import type { DeviceKind, DeviceStatus } from '@/lib/model/device';
import { organizationId } from '@/lib/model/ids';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import { findingStates, type FindingState } from '@/lib/model/finding';
import { deviceReasons, type DeviceReason } from '@/lib/model/device-reasons';
import { decisionStates, type DecisionState } from './matching';

export const sortKeys = [
  'name',
  'kind',
  'model',
  'devices',
  'mac',
  'ip',
  'status',
  'network',
  /** Of a device, beside those of all organizations. */
  'organization',
  /** The organization or configuration, matched or suggested. */
  'counterpart',
  'rule',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** A tab of the networks and devices, or of the findings. */
export type MatchingTab = DecisionState | FindingState;

/** A place on the matching page: all that a shared link restores. */
export interface MatchingPlace {
  /** Whose devices are shown; `null` for the networks. */
  readonly organization: OrganizationId | null;
  /** The devices of all organizations are shown. */
  readonly allDevices: boolean;
  /** The findings are shown, instead of networks or devices. */
  readonly findings: boolean;
  readonly tab: MatchingTab;
  readonly text: string;
  /** Rows with a device of any of these kinds; empty for all. */
  readonly kinds: readonly DeviceKind[];
  readonly network: NetworkId | null;
  readonly status: DeviceStatus | null;
  readonly reason: DeviceReason | null;
  /** Only of organizations with unmatched devices. */
  readonly hasUnmatched: boolean;
  /** Also undecided networks without devices, which ask for nothing. */
  readonly withoutDevices: boolean;
  /** Only what is new since the list was looked at last. */
  readonly onlyNew: boolean;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** The current row's key. */
  readonly row: string | null;
}

/** The place at which the matching page opens. */
export const matchingStart: MatchingPlace = {
  organization: null,
  allDevices: false,
  findings: false,
  tab: 'unmatched',
  text: '',
  kinds: [],
  network: null,
  status: null,
  reason: null,
  hasUnmatched: false,
  withoutDevices: false,
  onlyNew: false,
  sort: 'name',
  descending: false,
  row: null,
};

/** The place at which the findings open. */
export const findingsStart: MatchingPlace = { ...matchingStart, findings: true, tab: 'open' };

/** The place at which the devices of all organizations open. */
export const allDevicesStart: MatchingPlace = { ...matchingStart, allDevices: true };

/** What a place differs from, of its level. */
const startOf = ({ findings }: Pick<MatchingPlace, 'findings'>): MatchingPlace =>
  findings ? findingsStart : matchingStart;

/**
 * The place as the fragment of `matching.html`, with what differs from the start only:
 * `#networks`, `#networks?tab=matched&sort=-devices`, `#organization/123?kind=switch,router&text=lobby`, `#devices`, `#findings`.
 */
export function formatMatchingPlace(place: MatchingPlace): string {
  const query = new URLSearchParams();
  const { tab, text, kinds, network, status, sort, descending, row } = place;
  if (tab !== startOf(place).tab) query.set('tab', tab);
  if (text !== '') query.set('text', text);
  if (kinds.length > 0) query.set('kind', kinds.join(','));
  if (network !== null) query.set('network', network);
  if (status !== null) query.set('status', status);
  if (place.reason !== null) query.set('reason', place.reason);
  if (place.hasUnmatched) query.set('unmatched', '1');
  if (place.withoutDevices) query.set('without-devices', '1');
  if (place.onlyNew) query.set('new', '1');
  if (sort !== 'name' || descending) query.set('sort', `${descending ? '-' : ''}${sort}`);
  if (row !== null) query.set('row', row);
  return `#${levelOf(place)}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

function levelOf({ findings, allDevices, organization }: MatchingPlace): string {
  if (findings) return 'findings';
  if (allDevices) return 'devices';
  return organization === null ? 'networks' : `organization/${organization}`;
}

/** Reads such a fragment; what it does not understand it leaves at the start's. */
export function parseMatchingPlace(fragment: string): MatchingPlace {
  const [level = '', search = ''] = splitOnce(fragment.replace(/^#/, ''), '?');
  const query = new URLSearchParams(search);
  const organization = /^organization\/(\d{1,30})$/.exec(level)?.[1];
  const network = query.get('network') ?? '';
  const [, minus, sort] = /^(-?)([a-z]+)$/.exec(query.get('sort') ?? '') ?? [];
  const sortKey = sortKeys.find((key) => key === sort);
  const kinds = query.get('kind')?.split(',') ?? [];
  const findings = level === 'findings';
  const tabs: readonly MatchingTab[] = findings ? findingStates : decisionStates;
  return {
    findings,
    allDevices: level === 'devices',
    organization: organization === undefined ? null : organizationId(organization),
    tab: tabs.find((state) => state === query.get('tab')) ?? startOf({ findings }).tab,
    text: (query.get('text') ?? '').slice(0, 200),
    kinds: deviceKinds.filter((kind) => kinds.includes(kind)),
    network: /^\d{1,30}$/.test(network) ? (network as NetworkId) : null,
    status: deviceStatuses.find((status) => status === query.get('status')) ?? null,
    reason: deviceReasons.find((reason) => reason === query.get('reason')) ?? null,
    hasUnmatched: query.get('unmatched') === '1',
    withoutDevices: query.get('without-devices') === '1',
    onlyNew: query.get('new') === '1',
    sort: sortKey ?? matchingStart.sort,
    descending: sortKey !== undefined && minus === '-',
    row: query.get('row')?.slice(0, 100) || null,
  };
}

function splitOnce(text: string, by: string): string[] {
  const at = text.indexOf(by);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
