import PQueue from 'p-queue';
import { matchingNetworks } from '@/lib/matching/match-networks';
import { inSlices } from '@/lib/matching/slices';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { OrganizationSuggestion } from '@/lib/model/match';
import { write } from '@/lib/store/open';
import { pause } from '@/lib/sync/pause';
import { matchOrganizations } from '@/lib/sync/stages/match-organizations';
import { reportProblem, type MatchingContext } from './context';
import { readConfigurations } from './live';
import * as stored from '@/lib/store/stored';

export interface Refresher {
  /** Works out the organizations' matches by rule and their suggestions again, from the store. */
  devices(...organizationIds: readonly OrganizationId[]): Promise<void>;
  /** The same after reading its configurations, in the background: a network was matched to it. */
  configurations(organizationId: OrganizationId): void;
  /** Works out what to suggest for networks that became undecided. */
  networks(ids: readonly NetworkId[]): Promise<void>;
  /** Resolves when nothing is at work in the background any more. */
  settled(): Promise<void>;
}

/** Keeps suggestions in step with decisions between two syncs. */
export function createRefresher(context: MatchingContext): Refresher {
  const { store } = context;
  const queue = new PQueue({ concurrency: 2 });
  const waiting = new Set<OrganizationId>();
  const at = () => new Date(context.now()).toISOString();

  async function devices(...organizationIds: readonly OrganizationId[]): Promise<void> {
    if (organizationIds.length === 0) return;
    await write(store, await matchOrganizations(store, organizationIds, at()));
    context.committed();
  }

  async function readAndMatch(organizationId: OrganizationId): Promise<void> {
    const stopKeepAlive = context.keepAlive();
    try {
      const { rows } = await readConfigurations(context, organizationId);
      await write(store, async (transaction) => {
        await stored.configurations.putChanged(transaction, rows);
        const ids = rows.map(({ id }) => id);
        await stored.seen.now(transaction, 'configurations', ids);
      });
    } catch (error) {
      // The match stands; the next sync reads what could not be read now.
      await reportProblem(context, error);
    } finally {
      stopKeepAlive();
    }
    await devices(organizationId);
  }

  return {
    devices,
    configurations(organizationId) {
      if (waiting.has(organizationId)) return;
      waiting.add(organizationId);
      const work = queue.add(() => {
        waiting.delete(organizationId);
        return readAndMatch(organizationId);
      });
      // A store that is closed or was wiped meanwhile: there is nothing left to match.
      work.catch(() => undefined);
    },
    async networks(ids) {
      const decided = new Set(await stored.networkMatches.keys(store));
      const undecided = (await stored.networks.getMany(store, ids)).filter(
        ({ id }) => !decided.has(id),
      );
      if (undecided.length === 0) return;
      const { matches, suggestions } = await inSlices(
        matchingNetworks({
          networks: undecided,
          organizations: await stored.organizations.all(store),
          matches: [],
          now: at(),
        }),
        { now: context.now, pause },
      );
      // What a rule would match is only suggested right after a person took the network away.
      for (const match of matches)
        if (match.state === 'matched')
          suggestions.set(match.networkId, [sameName(match.organizationId)]);
      await write(store, async (transaction) => {
        const decidedNow = new Set(await stored.networkMatches.keys(transaction));
        const keys = undecided.map(({ id }) => id);
        await stored.networkSuggestions.removeAll(transaction, keys);
        await stored.networkSuggestions.putAll(
          transaction,
          keys.flatMap((networkId) => {
            const list = suggestions.get(networkId);
            return list && !decidedNow.has(networkId) ? [{ networkId, suggestions: list }] : [];
          }),
        );
      });
      context.committed();
    },
    settled: () => queue.onIdle(),
  };
}

const sameName = (organizationId: OrganizationId): OrganizationSuggestion => ({
  organizationId,
  score: 1,
  reason: { kind: 'same-name' },
});
