import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { Ssid } from '@/lib/model/ssid';
import type { WirelessAccessPoint, WirelessOrganization } from './input';

/** A network as Datto has it, with the organization it is matched to. */
export interface FakeNetwork {
  id: string;
  name: string;
  organization: string | null;
  location: string | null;
  readable: boolean;
  unreadableSsids: number[];
  ssids: FakeSsid[];
  accessPoints: WirelessAccessPoint[];
}
export interface FakeSsid {
  number: number;
  name: string;
  wifiName: string;
  authType: string;
  key: string | null;
}

export const fakeNetwork = (
  id: string,
  organization: string | null,
  ssids: readonly Partial<FakeSsid>[],
  rest: Partial<FakeNetwork> = {},
): FakeNetwork => ({
  id,
  name: `Network ${id}`,
  organization,
  location: 'Main Street 1',
  readable: true,
  unreadableSsids: [],
  accessPoints: [],
  ssids: ssids.map((one, index) => ({
    number: index + 1,
    name: `ssid${index + 1}`,
    wifiName: `Wi-Fi ${index + 1}`,
    authType: 'wpa-2only-psk',
    key: `KEY~${id}-${index + 1}`,
    ...one,
  })),
  ...rest,
});

export const accessPoint = (
  name: string | null,
  configuration: string | null = null,
): WirelessAccessPoint => ({
  name,
  mac: null,
  configurationId: configuration === null ? null : configurationId(configuration),
});

export function organizationsOf(networks: readonly FakeNetwork[]): WirelessOrganization[] {
  const matched = [...new Set(networks.flatMap((one) => one.organization ?? []))];
  return matched.map((organization) => ({
    id: organizationId(organization),
    networks: networks
      .filter((one) => one.organization === organization)
      .map(({ id, name, readable, location, ssids, unreadableSsids, accessPoints }) => ({
        id: networkId(id),
        name,
        ...(readable
          ? {
              readable,
              location,
              unreadableSsids,
              accessPoints,
              ssids: ssids
                .filter(({ number }) => !unreadableSsids.includes(number))
                .map((one): Ssid => ({
                  networkId: networkId(id),
                  number: one.number,
                  name: one.name,
                  wifiName: one.wifiName,
                  enabled: true,
                  authType: one.authType,
                  preSharedKey: one.key,
                })),
            }
          : { readable }),
      })),
  }));
}
