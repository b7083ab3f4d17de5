import type { Configuration } from '@/lib/model/configuration';
import type { Device } from '@/lib/model/device';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import type { Network } from '@/lib/model/network';
import type { Organization } from '@/lib/model/organization';
import { organizationsOf } from './organizations-of';

/** Why a match is over. The surface turns it into words. */
type NetworkMatchEnd = 'network-gone' | 'organization-gone';
type DeviceMatchEnd =
  | 'device-gone'
  | 'configuration-gone'
  /** The device's network or the configuration now belongs to another organization. */
  | 'moved-to-another-organization';

export interface EndedMatches {
  readonly networks: { readonly match: NetworkMatch; readonly reason: NetworkMatchEnd }[];
  readonly devices: { readonly match: DeviceMatch; readonly reason: DeviceMatchEnd }[];
}

/**
 * The matches and ignorings that have lost one of their sides. What is given must be everything
 * that is known to exist: data that could not be read this time must come from the last time.
 * A match made by hand ends only when one of its sides is gone, never because one moved.
 */
export function endedMatches(known: {
  readonly networks: readonly Pick<Network, 'id'>[];
  readonly organizations: readonly Pick<Organization, 'id'>[];
  readonly devices: readonly Pick<Device, 'key' | 'networkId'>[];
  readonly configurations: readonly Pick<Configuration, 'id' | 'organizationId'>[];
  readonly networkMatches: readonly NetworkMatch[];
  readonly deviceMatches: readonly DeviceMatch[];
}): EndedMatches {
  const networks = new Set(known.networks.map(({ id }) => id));
  const organizations = new Set(known.organizations.map(({ id }) => id));
  const devices = new Map(known.devices.map((device) => [device.key, device]));
  const configurations = new Map(known.configurations.map((each) => [each.id, each]));
  const organizationOf = organizationsOf(known.networkMatches);

  const networkEnd = (match: NetworkMatch): NetworkMatchEnd | null => {
    if (!networks.has(match.networkId)) return 'network-gone';
    if (match.state === 'matched' && !organizations.has(match.organizationId))
      return 'organization-gone';
    return null;
  };
  const deviceEnd = (match: DeviceMatch): DeviceMatchEnd | null => {
    const device = devices.get(match.deviceKey);
    if (!device) return 'device-gone';
    if (match.state === 'ignored') return null;
    const configuration = configurations.get(match.configurationId);
    if (!configuration) return 'configuration-gone';
    const now = organizationOf.get(device.networkId);
    const moved =
      configuration.organizationId !== match.organizationId ||
      (now !== undefined && now !== match.organizationId);
    return moved && match.rule !== 'by-hand' ? 'moved-to-another-organization' : null;
  };
  return {
    networks: known.networkMatches.flatMap((match) => {
      const reason = networkEnd(match);
      return reason === null ? [] : [{ match, reason }];
    }),
    devices: known.deviceMatches.flatMap((match) => {
      const reason = deviceEnd(match);
      return reason === null ? [] : [{ match, reason }];
    }),
  };
}
