import { deviceKey, deviceKinds, forEachKind } from '@/lib/model/device';
import type { DeviceStatus } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { OrganizationReason } from '@/lib/model/match';
import { deviceList } from '@/lib/views/lists/device-rows';
import { networkList } from '@/lib/views/lists/network-rows';
import type { DevicesQuestion, NetworksQuestion } from '@/lib/views/lists/question';
import type {
  BatchView,
  DeviceRow,
  DevicesView,
  NetworkRow,
  NetworksView,
  OrganizationsView,
} from '@/lib/views/matching';

/** One network, undecided and with two access points unless told otherwise. */
export function sampleNetwork(id: number, row: Partial<NetworkRow> = {}): NetworkRow {
  return {
    id: networkId(id),
    name: `Network ${id}`,
    state: 'unmatched',
    devices: { ...forEachKind(0), 'access-point': 2 },
    unmatchedDevices: 2,
    withoutDevices: false,
    isNew: false,
    organization: null,
    rule: null,
    team: null,
    suggestions: [],
    version: '',
    ...row,
  };
}

/** An organization suggested for a network. */
export const suggestedOrganization = (
  id: number,
  organizationName: string,
  reason: OrganizationReason = { kind: 'short-name' },
  rejected = false,
): NetworkRow['suggestions'][number] => ({
  organizationId: organizationId(id),
  organizationName,
  facts: [],
  reason,
  namesake: false,
  rejected,
});

/** The background's answers about these networks. */
export const sampleNetworks =
  (rows: readonly NetworkRow[], view: Partial<NetworksView> = {}) =>
  (question: NetworksQuestion): NetworksView => ({
    access: 'all',
    ...networkList(rows, question),
    portal: 'https://acme.itglue.com',
    overruled: rows.filter(({ team }) => team?.overruled),
    undo: null,
    ...view,
  });

export const sampleOrganizations = (view: Partial<OrganizationsView> = {}): OrganizationsView => ({
  access: 'all',
  organizations: [],
  openFindings: 0,
  ...view,
});

const acmeCorp = { id: organizationId(7), name: 'Acme Corp' };

/** One device, undecided, without a suggestion and up unless told otherwise. */
export function sampleDevice(id: number, row: Partial<DeviceRow> = {}): DeviceRow {
  const { kind = 'access-point', state = 'unmatched' } = row;
  return {
    key: deviceKey(kind, String(id)),
    kind,
    name: `Device ${id}`,
    mac: `ac86743${String(id).padStart(5, '0')}` as Mac,
    ip: `10.0.${id >> 8}.${id & 255}`,
    model: 'AP840',
    status: 'up',
    networkId: networkId(1),
    networkName: 'Acme Main',
    organization: acmeCorp,
    state,
    configuration: null,
    rule: null,
    isNew: false,
    team: null,
    suggestions: [],
    creation: state === 'unmatched' ? 'possible' : null,
    version: '',
    ...row,
  };
}

/** A configuration suggested for a device. */
export const suggestedConfiguration = (
  id: number,
  name: string,
  row: Partial<DeviceRow['suggestions'][number]> = {},
): DeviceRow['suggestions'][number] => ({
  configurationId: configurationId(id),
  name,
  url: `https://acme.itglue.com/7/configurations/${id}`,
  rule: 'name',
  macAddress: null,
  primaryIp: null,
  claimedBy: null,
  archived: false,
  rejected: false,
  ...row,
});

/** The background's answers about these devices: those of Acme Corp, unless all organizations' are asked for. */
export const sampleDevices =
  (rows: readonly DeviceRow[], view: Partial<DevicesView> = {}) =>
  (question: DevicesQuestion): DevicesView => ({
    access: 'all',
    organization: question.organizationId === null ? null : acmeCorp,
    ...deviceList(rows, question),
    overruled: rows.filter(({ team }) => team?.overruled),
    ignored: [],
    batches: [],
    undo: null,
    ...view,
  });

/** Something in bulk of Acme Corp. */
export const sampleBatch = (of: Partial<BatchView>): Pick<DevicesView, 'batches'> => ({
  batches: [{ organization: acmeCorp, creation: null, archiving: null, ...of }],
});

const statuses: readonly DeviceStatus[] = [
  'up',
  'up',
  'up',
  'up',
  'down',
  'up',
  'pairing',
  'spare',
];
const models = ['AP840', 'AP440', 'DNS-SW-24P', 'MP60', 'D200'];

/** So many devices of all kinds, in some networks, with and without suggestions, for pictures and speed. */
export function manyDevices(count: number): DeviceRow[] {
  return Array.from({ length: count }, (_, place) => {
    const kind = deviceKinds[[0, 0, 1, 0, 2, 0, 1, 3][place % 8] ?? 0] ?? 'switch';
    const name = `${['Reception', 'Warehouse', 'Meeting Room', 'Hall', 'Office'][place % 5]} ${place + 1}`;
    const matched = place % 4 === 3;
    const suggestions =
      matched || place % 3 !== 0
        ? []
        : [suggestedConfiguration(9000 + place, name.toUpperCase(), { primaryIp: '10.0.0.9' })];
    return sampleDevice(place + 1, {
      kind,
      name,
      key: deviceKey(kind, String(place + 1)),
      model: models[place % models.length] ?? null,
      status: statuses[place % statuses.length] ?? 'up',
      networkId: networkId((place % 3) + 1),
      networkName: ['Acme Main', 'Acme Warehouse', 'Acme Denver'][place % 3] ?? '',
      state: matched ? 'matched' : 'unmatched',
      configuration: matched
        ? {
            id: configurationId(5000 + place),
            name,
            url: `https://acme.itglue.com/7/configurations/${5000 + place}`,
          }
        : null,
      rule: matched
        ? (['mac-and-ip', 'mac', 'by-hand', 'created'] as const)[(place % 16) >> 2]!
        : null,
      team: null,
      suggestions,
    });
  });
}
