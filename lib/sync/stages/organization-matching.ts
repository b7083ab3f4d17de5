import { matchingNetworks } from '@/lib/matching/match-networks';
import { inSlices } from '@/lib/matching/slices';
import type { NetworkMatch } from '@/lib/model/match';
import type { SyncClients } from '../clients';
import { pause } from '../pause';
import type { Stage } from '../stage';
import * as stored from '@/lib/store/stored';

type MatchByRule = Extract<NetworkMatch, { state: 'matched' }>;

/** Matches networks to organizations by the rules, and notes what to suggest for the others. */
export const organizationMatching: Stage<SyncClients> = {
  name: 'organization-matching',
  concurrency: 1,
  after: ['networks', 'organizations'],
  begin: () => Promise.resolve(['all']),
  async step({ store, now, clients }) {
    await clients.carryOut?.('networks');
    const at = new Date(now()).toISOString();
    const networks = await stored.networks.all(store);
    const organizations = await stored.organizations.all(store);
    const { matches, suggestions } = await inSlices(
      matchingNetworks({
        networks,
        organizations,
        matches: await stored.networkMatches.all(store),
        now: at,
      }),
      { now, pause },
    );
    const networkNames = new Map(networks.map(({ id, name }) => [id, name]));
    const organizationNames = new Map(organizations.map(({ id, name }) => [id, name]));
    return {
      async write(transaction) {
        // A person may have decided while the rules were at work.
        const decided = new Set(await stored.networkMatches.keys(transaction));
        const rejected = await stored.rejectedOrganizations.byKey(transaction);
        const made: MatchByRule[] = [];
        for (const match of matches) {
          if (match.state !== 'matched' || decided.has(match.networkId)) continue;
          // A person took it from this very organization: shown again, not done again.
          if (rejected.get(match.networkId)?.includes(match.organizationId))
            suggestions.set(match.networkId, [
              { organizationId: match.organizationId, score: 1, reason: { kind: 'same-name' } },
            ]);
          else made.push(match);
        }
        await stored.networkMatches.putAll(transaction, made);
        await stored.logAll(
          transaction,
          at,
          made.map(({ networkId, organizationId, rule }) => ({
            kind: 'network-matched',
            networkId,
            name: networkNames.get(networkId) ?? networkId,
            organizationId,
            organizationName: organizationNames.get(organizationId) ?? organizationId,
            rule,
          })),
        );
        for (const { networkId } of made) decided.add(networkId);
        await stored.networkSuggestions.replace(
          transaction,
          await stored.networkSuggestions.all(transaction),
          [...suggestions]
            .filter(([networkId]) => !decided.has(networkId))
            .map(([networkId, list]) => ({ networkId, suggestions: list })),
        );
      },
    };
  },
};
