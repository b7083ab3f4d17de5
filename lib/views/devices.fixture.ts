import { deviceKey, deviceKinds, type DeviceStatus } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { DeviceRow } from './matching';

/** Whose devices these are. */
export const acmeCorp = { id: organizationId(7), name: 'Acme Corp' };

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
