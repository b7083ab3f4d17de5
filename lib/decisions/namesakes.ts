import type { OrganizationId } from '@/lib/model/ids';
import { normalizeName } from '@/lib/model/name';
import { kept } from '@/lib/store/kept';
import * as stored from '@/lib/store/stored';

/** The organizations to which a network of exactly their own name is matched. */
export const namesakes = kept(
  ['networks', 'organizations', 'networkMatches'],
  async (store): Promise<ReadonlySet<OrganizationId>> => {
    const [networks, organizations, matches] = await Promise.all([
      stored.networks.all(store),
      stored.organizations.all(store),
      stored.networkMatches.all(store),
    ]);
    const networkNames = new Map(networks.map(({ id, name }) => [id, name]));
    const names = new Map(organizations.map(({ id, name }) => [id, name]));
    return new Set(
      matches.flatMap((match) => {
        const organization = stored.matchedOrganization(match);
        const own = organization && names.get(organization);
        const network = networkNames.get(match.networkId);
        if (!own || network === undefined) return [];
        return own === network || normalizeName(own) === normalizeName(network)
          ? [organization]
          : [];
      }),
    );
  },
);
