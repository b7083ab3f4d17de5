import type { Viewer } from '@/lib/access/access';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { LeftOut } from '@/lib/model/left-out';
import type { NetworkMatch, OrganizationSuggestion } from '@/lib/model/match';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { BulkAction } from '@/lib/model/bulk-action';
import { byViewer, type MatchingContext } from '../context';
import { askOrganizations, keepOrganizations } from '../live';
import type { Refresher } from '../refresh';
import { changeNetwork } from '../undo/changes';
import { remember } from '../undo/remember';
import { versionOf } from '../version';
import { fits, type BulkDone, type Planner, type ShownRow, type Verdict } from './plan';

/** What each action would do about these networks. */
export async function planNetworks(
  store: Database,
  viewer: Viewer,
  ids: readonly NetworkId[],
  target: OrganizationId | null = null,
): Promise<Planner<NetworkId>> {
  const [networks, matches, suggested, rejected] = await Promise.all([
    stored.networks.getMany(store, ids),
    stored.networkMatches.getMany(store, ids),
    stored.networkSuggestions.getMany(store, ids),
    stored.rejectedOrganizations.byKey(store),
  ]);
  const proposed = suggested.flatMap(({ suggestions }) =>
    suggestions.map(({ organizationId }) => organizationId),
  );
  const had = matches.flatMap((match) => stored.matchedOrganization(match) ?? []);
  const organizations = await stored.organizations.getMany(store, [
    ...new Set([...proposed, ...had, ...(target === null ? [] : [target])]),
  ]);
  const names = new Map(networks.map(({ id, name }) => [id, name]));
  const decided = new Map(matches.map((match) => [match.networkId, match]));
  const suggestions = new Map(suggested.map((each) => [each.networkId, each.suggestions]));
  const known = new Map(organizations.map(({ id, name }) => [id, name]));

  const isOpen = (id: NetworkId) => (suggestion: OrganizationSuggestion) =>
    !rejected.get(id)?.includes(suggestion.organizationId) &&
    known.has(suggestion.organizationId) &&
    viewer.mayOrganization(suggestion.organizationId);
  const named = (id: OrganizationId | null) => id && { id, name: known.get(id) ?? id };

  function verdict(action: BulkAction, id: NetworkId): Verdict {
    const match = decided.get(id) ?? null;
    const name = names.get(id);
    if (!viewer.mayNetwork(match)) return { name: '', why: 'not-permitted' };
    if (name === undefined) return { name: '', why: 'row-gone' };
    if (!fits(action, match)) return { name, why: 'decided' };
    const row = { name, version: versionOf(match), sure: 0 };
    const has = stored.matchedOrganization(match);
    if (action === 'match')
      return target !== null && target === has
        ? { name, why: 'same' }
        : { ...row, target: named(target), reason: null };
    if (action !== 'accept') return { ...row, target: named(has), reason: null };
    const [only, ...others] = (suggestions.get(id) ?? []).filter(isOpen(id));
    if (!only) return { name, why: 'no-suggestion' };
    if (others.length > 0) return { name, why: 'several-suggestions' };
    const { organizationId, reason, score } = only;
    return {
      ...row,
      sure: score,
      target: named(organizationId),
      reason: { of: 'organization', reason },
    };
  }
  return {
    verdict,
    stateOf: (id) => (names.has(id) ? (decided.get(id)?.state ?? 'unmatched') : null),
  };
}

/** Decides about networks as they were shown, in one transaction and one action of Undo. */
export async function decideNetworks(
  context: MatchingContext,
  refresher: Refresher,
  viewer: Viewer,
  action: BulkAction,
  rows: readonly ShownRow<NetworkId, OrganizationId>[],
): Promise<BulkDone> {
  const by = byViewer(context, viewer);
  const targets = rows.flatMap(({ target }) => (isMatching(action) && target ? [target] : []));
  const live = await askOrganizations(
    context,
    [...new Set(targets)].filter((id) => viewer.mayOrganization(id)),
  );
  const done = await write(context.store, async (transaction) => {
    await keepOrganizations(transaction, live, by.at);
    const ids = rows.map(({ key }) => key);
    const [networks, matches, organizations] = await Promise.all([
      stored.networks.getMany(transaction, ids),
      stored.networkMatches.getMany(transaction, ids),
      stored.organizations.getMany(transaction, targets),
    ]);
    const names = new Map(networks.map(({ id, name }) => [id, name]));
    const decided = new Map(matches.map((match) => [match.networkId, match]));
    const known = new Set(organizations.map(({ id }) => id));

    function why({ key, version, target }: (typeof rows)[number]): LeftOut['why'] | null {
      const before = decided.get(key) ?? null;
      if (!viewer.mayNetwork(before)) return 'not-permitted';
      if (!names.has(key)) return 'row-gone';
      if (versionOf(before) !== version || !fits(action, before)) return 'decided';
      if (!isMatching(action)) return null;
      if (target === null || !viewer.mayOrganization(target)) return 'not-permitted';
      return known.has(target) ? null : 'gone';
    }
    const left: LeftOut[] = [];
    const fitting = rows.filter((row) => {
      const reason = why(row);
      const name = reason === 'not-permitted' ? '' : (names.get(row.key) ?? '');
      if (reason) left.push({ key: row.key, name, why: reason });
      return reason === null;
    });
    // Each is about rows of its own, so that none has to wait for another.
    const entries = await Promise.all(
      fitting.map(({ key, target }) => {
        const network = { id: key, name: names.get(key) ?? key };
        return changeNetwork(transaction, network, afterOf(action, key, target, by.at), by);
      }),
    );
    await remember(transaction, viewer, {
      lists: ['networks'],
      at: by.at,
      action: undoAction(action),
      networks: entries,
    });
    return { entries, left };
  });
  context.committed();
  const matched = done.entries.flatMap(({ after }) => stored.matchedOrganization(after) ?? []);
  for (const id of new Set(matched)) refresher.configurations(id);
  if (action === 'unmatch' || action === 'unignore')
    await refresher.networks(done.entries.map(({ networkId }) => networkId));
  return { count: done.entries.length, left: done.left };
}

const isMatching = (action: BulkAction) => action === 'accept' || action === 'match';

/** What the action is in the list of Undo, where findings have their own. */
const undoAction = (action: BulkAction) => (action === 'accept' ? 'accept-all' : action);

function afterOf(
  action: BulkAction,
  networkId: NetworkId,
  target: OrganizationId | null,
  at: string,
): NetworkMatch | null {
  if (action === 'ignore') return { networkId, at, state: 'ignored' };
  if (target === null || !isMatching(action)) return null;
  return { networkId, at, state: 'matched', organizationId: target, rule: 'by-hand' };
}
