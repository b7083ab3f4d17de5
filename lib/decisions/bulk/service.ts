import type { Viewer } from '@/lib/access/access';
import type { BulkCountsRequest, BulkDecision, BulkPreviewRequest } from '@/lib/messages/bulk';
import { configurationId, organizationId } from '@/lib/model/ids';
import type { Database } from '@/lib/store/schema';
import { bulkActions } from '@/lib/model/bulk-action';
import type { BulkCounts, BulkPreview } from '@/lib/views/bulk';
import type { DecisionResult } from '@/lib/views/matching';
import type { MatchingContext } from '../context';
import type { Refresher } from '../refresh';
import { planDevices, type Creatable } from './devices';
import { decideDevices } from './decide-devices';
import { decideFindings, planFindings } from './findings';
import { decideNetworks, planNetworks } from './networks';
import { planned, type BulkDone, type Planner } from './plan';

/** How many of the chosen rows each action would touch. */
export async function bulkCounts(
  store: Database,
  viewer: Viewer,
  request: BulkCountsRequest,
): Promise<BulkCounts> {
  const counted = <Key extends string>(
    planner: Planner<Key>,
    keys: readonly Key[],
    creatable: Creatable = { count: 0, in: [] },
  ): BulkCounts => {
    const counts = bulkActions.map((action) => {
      const touched = [...new Set(keys)].filter((key) => !('why' in planner.verdict(action, key)));
      return [action, touched.length] as const;
    });
    return {
      counts: { ...(Object.fromEntries(counts) as BulkCounts['counts']), create: creatable.count },
      createIn: creatable.in,
      elsewhere: keys.filter((key) => planner.stateOf(key) !== request.state),
    };
  };
  switch (request.subject) {
    case 'networks':
      return counted(await planNetworks(store, viewer, request.keys), request.keys);
    case 'devices': {
      const planner = await planDevices(store, viewer, request.keys);
      return counted(planner, request.keys, planner.creatable);
    }
    case 'findings':
      return counted(await planFindings(store, viewer, request.keys), request.keys);
  }
}

/** Which rows the action would touch, and why it leaves out the others. */
export async function bulkPreview(
  store: Database,
  viewer: Viewer,
  request: BulkPreviewRequest,
): Promise<BulkPreview> {
  const { action, organizationId: target } = request;
  const preview = <Key extends string>(keys: readonly Key[], { verdict }: Planner<Key>) =>
    planned(keys, (key) => verdict(action, key));
  switch (request.subject) {
    case 'networks':
      return preview(request.keys, await planNetworks(store, viewer, request.keys, target));
    case 'devices':
      return preview(request.keys, await planDevices(store, viewer, request.keys));
    case 'findings':
      return preview(request.keys, await planFindings(store, viewer, request.keys));
  }
}

/** Does it about the rows as they were shown; a row that was decided meanwhile is left out. */
export async function bulkDecide(
  context: MatchingContext,
  refresher: Refresher,
  viewer: Viewer,
  decision: BulkDecision,
): Promise<DecisionResult> {
  return { ok: true, ...(await done()) };

  function done(): Promise<BulkDone> {
    const { action } = decision;
    switch (decision.subject) {
      case 'networks':
        return decideNetworks(
          context,
          refresher,
          viewer,
          action,
          targeted(decision.rows, organizationId),
        );
      case 'devices':
        return decideDevices(
          context,
          refresher,
          viewer,
          action,
          targeted(decision.rows, configurationId),
        );
      case 'findings':
        return decideFindings(context, viewer, action, targeted(decision.rows, configurationId));
    }
  }
}

/** The rows with what their targets are, each row once. */
function targeted<Key extends string, Target extends string>(
  rows: readonly { readonly key: Key; readonly version: string; readonly target: string | null }[],
  brand: (id: string) => Target,
) {
  const once = new Map(rows.map((row) => [row.key, row]));
  return [...once.values()].map(({ target, ...row }) => ({
    ...row,
    target: target === null ? null : brand(target),
  }));
}
