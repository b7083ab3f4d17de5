import type { Viewer } from '@/lib/access/access';
import type { NetworkDecision } from '@/lib/messages/matching';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import { write } from '@/lib/store/open';
import type { WriteTransaction } from '@/lib/store/schema';
import type { DecisionResult } from '@/lib/views/matching';
import { byViewer, type MatchingContext } from './context';
import { askOrganizations, keepOrganizations } from './live';
import type { Refresher } from './refresh';
import { answered, refuse, DecisionRefused } from './decision-refused';
import { changeNetwork } from './undo/changes';
import { remember } from './undo/remember';
import { versionOf } from './version';
import * as stored from '@/lib/store/stored';

/** What a person decides about networks. */
export function networkDecisions(context: MatchingContext, refresher: Refresher) {
  const { store, committed } = context;

  async function decide(viewer: Viewer, decision: NetworkDecision): Promise<DecisionResult> {
    const by = byViewer(context, viewer);
    const target = decision.action === 'match' ? decision.organizationId : null;
    if (target !== null && !viewer.mayOrganization(target))
      return refuse({ kind: 'not-permitted' });
    const live = await askOrganizations(context, target === null ? [] : [target]);
    if (target !== null && live.gone.has(target)) return gone(target, live, by.at);
    const after: NetworkMatch | null = afterOf(decision, by.at);
    await write(store, async (transaction) => {
      const { before, name } = await undecided(transaction, viewer, decision);
      requireState(decision.action, before);
      await keepOrganizations(transaction, live, by.at);
      if (target !== null && !(await stored.organizations.get(transaction, target)))
        throw new DecisionRefused({ kind: 'gone', name: '' });
      const { networkId } = decision;
      const change = await changeNetwork(transaction, { id: networkId, name }, after, by);
      await remember(transaction, viewer, {
        lists: ['networks'],
        at: by.at,
        action: decision.action,
        networks: [change],
      });
    });
    committed();
    if (target !== null) refresher.configurations(target);
    else await refresher.networks([decision.networkId]);
    return { ok: true, count: 1 };
  }

  async function gone(
    id: OrganizationId,
    live: Parameters<typeof keepOrganizations>[1],
    at: string,
  ): Promise<DecisionResult> {
    const known = await stored.organizations.get(store, id);
    await write(store, (transaction) => keepOrganizations(transaction, live, at));
    committed();
    return refuse({ kind: 'gone', name: known?.name ?? '' });
  }

  return {
    decide: (viewer: Viewer, decision: NetworkDecision) => answered(() => decide(viewer, decision)),
  };
}

/** The network's present decision, after checking that it may be decided and was not decided meanwhile. */
async function undecided(
  transaction: WriteTransaction,
  viewer: Viewer,
  { networkId, version }: { readonly networkId: NetworkId; readonly version: string },
): Promise<{ before: NetworkMatch | null; name: string }> {
  const network = await stored.networks.get(transaction, networkId);
  const before = (await stored.networkMatches.get(transaction, networkId)) ?? null;
  if (!viewer.mayNetwork(before)) throw new DecisionRefused({ kind: 'not-permitted' });
  if (!network) throw new DecisionRefused({ kind: 'row-gone' });
  if (versionOf(before) !== version) throw new DecisionRefused({ kind: 'decided-meanwhile' });
  return { before, name: network.name };
}

/** A decision that takes something back needs something to take back. */
export function requireState(
  action: 'match' | 'unmatch' | 'ignore' | 'unignore',
  before: NetworkMatch | DeviceMatch | null,
): void {
  const fits =
    action === 'unmatch'
      ? before?.state === 'matched'
      : action === 'unignore'
        ? before?.state === 'ignored'
        : true;
  if (!fits) throw new DecisionRefused({ kind: 'decided-meanwhile' });
}

function afterOf(decision: NetworkDecision, at: string): NetworkMatch | null {
  const { networkId } = decision;
  switch (decision.action) {
    case 'match':
      return {
        networkId,
        at,
        state: 'matched',
        organizationId: decision.organizationId,
        rule: 'by-hand',
      };
    case 'ignore':
      return { networkId, at, state: 'ignored' };
    case 'unmatch':
    case 'unignore':
      return null;
  }
}
