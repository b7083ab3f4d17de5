import type { Viewer } from '@/lib/access/access';
import { legitimizing, sharedMacs } from '@/lib/matching/shared-macs';
import { configurationId, type ConfigurationId } from '@/lib/model/ids';
import type { LeftOut } from '@/lib/model/left-out';
import { formatMac } from '@/lib/model/mac';
import type { SharingChange } from '@/lib/model/undo';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { BulkAction } from '@/lib/model/bulk-action';
import { byViewer, type MatchingContext } from '../context';
import { decideSharing } from '../decide-sharing';
import { DecisionRefused } from '../decision-refused';
import { remember } from '../undo/remember';
import { versionOfSharing } from '../version';
import type { BulkDone, Planner, ShownRow, Verdict } from './plan';

/** What each action would do about these findings. */
export async function planFindings(
  store: Database,
  viewer: Viewer,
  keys: readonly string[],
): Promise<Planner<string>> {
  const [known, decisions] = await Promise.all([
    stored.configurations.getMany(store, [...new Set(keys.flatMap(configurationsOf))]),
    stored.legitimateSharings.all(store),
  ]);
  const byId = new Map(known.map((each) => [each.id, each]));
  const decided = (key: string) => legitimizing(configurationsOf(key), decisions);

  function look(key: string) {
    const all = configurationsOf(key).flatMap((id) => byId.get(id) ?? []);
    if (!all.every(({ organizationId }) => viewer.mayOrganization(organizationId)))
      return 'not-permitted' as const;
    const [mac] = sharedMacs(all).find((shared) => shared.key === key)?.macs ?? [];
    return mac ? { name: formatMac(mac) } : ('row-gone' as const);
  }
  function verdict(action: BulkAction, key: string): Verdict {
    const found = look(key);
    if (typeof found === 'string') return { name: '', why: found };
    const isLegitimate = decided(key).length > 0;
    if (action !== (isLegitimate ? 'not-legitimate' : 'legitimate'))
      return { ...found, why: 'decided' };
    return {
      ...found,
      version: versionOfSharing(decided(key)),
      target: null,
      reason: null,
      sure: 0,
    };
  }
  return {
    verdict,
    stateOf: (key) =>
      look(key) === 'row-gone' ? null : decided(key).length > 0 ? 'legitimate' : 'open',
  };
}

/** Decides about findings as they were shown, in one transaction and one action of Undo. */
export async function decideFindings(
  context: MatchingContext,
  viewer: Viewer,
  action: BulkAction,
  rows: readonly ShownRow<string, ConfigurationId>[],
): Promise<BulkDone> {
  if (action !== 'legitimate' && action !== 'not-legitimate')
    return { count: 0, left: rows.map(({ key }) => ({ key, name: '', why: 'decided' })) };
  const by = byViewer(context, viewer);
  const done = await write(context.store, async (transaction) => {
    const sharings: SharingChange[] = [];
    const left: LeftOut[] = [];
    for (const { key, version } of rows) {
      const configurationIds = configurationsOf(key);
      const decision = { action, configurationIds, version };
      try {
        sharings.push(await decideSharing(transaction, viewer, by, decision));
      } catch (error) {
        if (!(error instanceof DecisionRefused)) throw error;
        const { kind } = error.refusal;
        const why = kind === 'not-permitted' || kind === 'row-gone' ? kind : 'decided';
        left.push({ key, name: '', why });
      }
    }
    await remember(transaction, viewer, { lists: ['findings'], at: by.at, action, sharings });
    return { count: sharings.length, left };
  });
  context.committed();
  return done;
}

/** A finding's key are the ids of its configurations. */
const configurationsOf = (key: string): ConfigurationId[] =>
  key.split('+').map((id) => configurationId(id));
