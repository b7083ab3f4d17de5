import { matchNetworks } from '@/lib/matching/match-networks';
import type { SyncClients } from '../clients';
import { log } from '@/lib/store/activity';
import type { Stage } from '../stage';

/** Matches networks to organizations by the rules, and notes what to suggest for the others. */
export const organizationMatching: Stage<SyncClients> = {
  name: 'organization-matching',
  concurrency: 1,
  begin: () => Promise.resolve(['all']),
  async step({ store, now }) {
    const at = new Date(now()).toISOString();
    const networks = await store.getAll('networks');
    const organizations = await store.getAll('organizations');
    const { matches, suggestions } = matchNetworks({
      networks,
      organizations,
      matches: await store.getAll('networkMatches'),
      now: at,
    });
    const networkNames = new Map(networks.map(({ id, name }) => [id, name]));
    const organizationNames = new Map(organizations.map(({ id, name }) => [id, name]));
    return {
      async write(transaction) {
        const decided = transaction.objectStore('networkMatches');
        for (const match of matches) {
          // Somebody may have decided while the rules were at work.
          if (match.state !== 'matched' || (await decided.get(match.networkId))) continue;
          // A person took it from this very organization: shown again, not done again.
          const rejected = await transaction
            .objectStore('rejectedOrganizations')
            .get(match.networkId);
          if (rejected?.organizationIds.includes(match.organizationId)) {
            suggestions.set(match.networkId, [
              { organizationId: match.organizationId, score: 1, reason: { kind: 'same-name' } },
            ]);
            continue;
          }
          await decided.put(match);
          await log(transaction, at, {
            kind: 'network-matched',
            networkId: match.networkId,
            name: networkNames.get(match.networkId) ?? match.networkId,
            organizationId: match.organizationId,
            organizationName: organizationNames.get(match.organizationId) ?? match.organizationId,
            rule: match.rule,
          });
        }
        const suggested = transaction.objectStore('networkSuggestions');
        await suggested.clear();
        for (const [networkId, list] of suggestions)
          if (!(await decided.get(networkId)))
            await suggested.put({ networkId, suggestions: list });
      },
    };
  },
};
