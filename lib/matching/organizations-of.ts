import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { NetworkMatch } from '@/lib/model/match';

/** The organization of every matched network. */
export function organizationsOf(matches: readonly NetworkMatch[]): Map<NetworkId, OrganizationId> {
  const organizations = new Map<NetworkId, OrganizationId>();
  for (const match of matches)
    if (match.state === 'matched') organizations.set(match.networkId, match.organizationId);
  return organizations;
}
