import { compareIds } from '@/lib/model/copies';
import { formatMac } from '@/lib/model/mac';
import { isPreSharedKeyType } from '@/lib/model/ssid';
import type { WirelessAccessPoint, WirelessNetwork, WirelessOrganization } from './input';
import type { RecordValues } from './record-values';
import { compareSlots, markerLine, slotKey, type Slot } from './slot';

/** What is to document one SSID. */
export interface DesiredSsid {
  readonly slot: Slot;
  /** For people: the broadcast name and the network's. */
  readonly subject: string;
  /** The pre-shared key, exactly; in memory only. */
  readonly key: string;
  readonly values: RecordValues;
  readonly password: { readonly name: string; readonly notes: string };
}

/** Every SSID with a pre-shared key of the organizations' readable networks, whether enabled or not. */
export function desiredSsids(
  organizations: readonly WirelessOrganization[],
): ReadonlyMap<string, DesiredSsid> {
  const desired = organizations.flatMap((organization) =>
    organization.networks.flatMap((network) =>
      network.readable ? desiredIn(organization, network) : [],
    ),
  );
  desired.sort((a, b) => compareSlots(a.slot, b.slot));
  return new Map(desired.map((one) => [slotKey(one.slot), one]));
}

function desiredIn(
  organization: WirelessOrganization,
  network: Extract<WirelessNetwork, { readable: true }>,
): DesiredSsid[] {
  const devices = devicesOf(network.accessPoints);
  return network.ssids.flatMap((ssid) => {
    // A key without such a type opens nothing; a type without a key cannot be documented.
    if (!isPreSharedKeyType(ssid.authType) || !ssid.preSharedKey) return [];
    const slot = { organizationId: organization.id, networkId: network.id, number: ssid.number };
    return [
      {
        slot,
        subject: `${ssid.wifiName} (${network.name})`,
        key: ssid.preSharedKey,
        values: {
          wifiName: ssid.wifiName,
          ssidName: ssid.name,
          securityType: ssid.authType,
          location: network.location ?? '',
          ...devices,
        },
        password: {
          // The number keeps apart two SSIDs with one name in one network.
          name: `Wi-Fi ${ssid.wifiName} (${network.name}, SSID ${ssid.number})`,
          notes: passwordNotes(slot),
        },
      },
    ];
  });
}

const passwordNotes = (slot: Slot) =>
  [
    'Kept current by Datto Networking for IT Glue: changes made here are overwritten. Change the key in Datto Network Manager.',
    markerLine(slot),
  ].join('\n');

function devicesOf(
  accessPoints: readonly WirelessAccessPoint[],
): Pick<RecordValues, 'matchedDevices' | 'unmatchedDevices'> {
  const matched = new Set(accessPoints.flatMap((one) => one.configurationId ?? []));
  const unmatched = accessPoints
    .filter((one) => one.configurationId === null)
    .map(({ name, mac }) => [name, mac && formatMac(mac)].filter((part) => part).join(', '))
    .filter((line) => line !== '');
  return {
    matchedDevices: [...matched].sort(compareIds),
    unmatchedDevices: unmatched.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('\n'),
  };
}
