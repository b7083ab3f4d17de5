import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { NetworkMatch } from '@/lib/model/match';
import { by, table, type Reader } from './table';

/** Which organization each network belongs to, or that it is ignored; undecided ones have no row. */
export const networkMatches = {
  ...table('networkMatches'),
  ofOrganization: by('networkMatches', 'organization'),
};

/** Which configuration each device is, or that it is ignored; undecided ones have no row. */
export const deviceMatches = {
  ...table('deviceMatches'),
  /** At most one: one device, one configuration. */
  ofConfiguration: by('deviceMatches', 'configuration'),
  ofOrganization: by('deviceMatches', 'organization'),
  ofNetwork: by('deviceMatches', 'network'),
};

/** What is suggested for undecided networks and devices. */
export const networkSuggestions = table('networkSuggestions');
export const deviceSuggestions = {
  ...table('deviceSuggestions'),
  ofOrganization: by('deviceSuggestions', 'organization'),
};

/** The organization that a match names; `null` for an ignored or undecided network. */
export const matchedOrganization = (
  match: NetworkMatch | null | undefined,
): OrganizationId | null => (match?.state === 'matched' ? match.organizationId : null);

/** The organization that the network is matched to. */
export async function organizationOf(
  from: Reader,
  network: NetworkId,
): Promise<OrganizationId | null> {
  return matchedOrganization(await networkMatches.get(from, network));
}
