import { matchNetworks } from '@/lib/matching/match-networks';
import type { SyncClients } from '../clients';
import { log } from '@/lib/store/activity';
import type { Stage } from '../stage';
import * as stored from '@/lib/store/stored';

/** Matches networks to organizations by the rules, and notes what to suggest for the others. */
export const organizationMatching: Stage<SyncClients> = {
  name: 'organization-matching',
  concurrency: 1,
  begin: () => Promise.resolve(['all']),
  async step({ store, now }) {
    const at = new Date(now()).toISOString();
    const networks = await stored.networks.all(store);
    const organizations = await stored.organizations.all(store);
    const { matches, suggestions } = matchNetworks({
      networks,
      organizations,
      matches: await stored.networkMatches.all(store),
      now: at,
    });
    const networkNames = new Map(networks.map(({ id, name }) => [id, name]));
    const organizationNames = new Map(organizations.map(({ id, name }) => [id, name]));
    return {
      async write(transaction) {
        for (const match of matches) {
          // A person may have decided while the rules were at work.
          if (
            match.state !== 'matched' ||
            (await stored.networkMatches.get(transaction, match.networkId))
          )
            continue;
          // A person took it from this very organization: shown again, not done again.
          const rejected = await stored.rejectedOrganizations.of(transaction, match.networkId);
          if (rejected.includes(match.organizationId)) {
            suggestions.set(match.networkId, [
              { organizationId: match.organizationId, score: 1, reason: { kind: 'same-name' } },
            ]);
            continue;
          }
          await stored.networkMatches.put(transaction, match);
          await log(transaction, at, {
            kind: 'network-matched',
            networkId: match.networkId,
            name: networkNames.get(match.networkId) ?? match.networkId,
            organizationId: match.organizationId,
            organizationName: organizationNames.get(match.organizationId) ?? match.organizationId,
            rule: match.rule,
          });
        }
        const decided = new Set(await stored.networkMatches.keys(transaction));
        await stored.networkSuggestions.clear(transaction);
        await stored.networkSuggestions.putAll(
          transaction,
          [...suggestions]
            .filter(([networkId]) => !decided.has(networkId))
            .map(([networkId, list]) => ({ networkId, suggestions: list })),
        );
      },
    };
  },
};
