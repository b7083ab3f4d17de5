import type { Viewer } from '@/lib/access/access';
import { legitimizing, sharedMacs } from '@/lib/matching/shared-macs';
import type { SharingDecision } from '@/lib/messages/matching';
import type { ConfigurationId } from '@/lib/model/ids';
import { formatMac, type Mac } from '@/lib/model/mac';
import { sharingKey, type LegitimateSharing } from '@/lib/model/shared-mac';
import type { SharingChange } from '@/lib/model/undo';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import type { DecisionResult } from '@/lib/views/matching';
import { byViewer, type By, type MatchingContext } from './context';
import { answered, DecisionRefused } from './decision-refused';
import { changeSharing } from './undo/changes';
import { remember } from './undo/remember';
import { versionOfSharing } from './version';
import * as stored from '@/lib/store/stored';

/** What a person decides about configurations that have a MAC in common. */
export function sharingDecisions(context: MatchingContext) {
  const { store, committed } = context;

  async function decide(viewer: Viewer, decision: SharingDecision): Promise<DecisionResult> {
    const by = byViewer(context, viewer);
    await write(store, async (transaction) => {
      const sharing = await decideSharing(transaction, viewer, by, decision);
      await remember(transaction, viewer, {
        lists: ['findings'],
        at: by.at,
        action: decision.action,
        sharings: [sharing],
      });
    });
    committed();
    return { ok: true, count: 1 };
  }

  return {
    decide: (viewer: Viewer, decision: SharingDecision) => answered(() => decide(viewer, decision)),
  };
}

/**
 * Decides about one set of configurations, inside a transaction.
 * @returns what it changed
 * @throws DecisionRefused
 */
export async function decideSharing(
  transaction: WriteTransaction,
  viewer: Viewer,
  by: By,
  { action, configurationIds, version }: SharingDecision,
): Promise<SharingChange> {
  const mac = await sharedMac(transaction, viewer, configurationIds);
  const before = await legitimizingNow(transaction, configurationIds);
  if (versionOfSharing(before) !== version || before.length > 0 === (action === 'legitimate'))
    throw new DecisionRefused({ kind: 'decided-meanwhile' });
  const after = action === 'legitimate' ? [legitimate(configurationIds, by)] : [];
  const found = { configurationIds, name: formatMac(mac), before };
  return changeSharing(transaction, found, after, by);
}

const legitimate = (
  configurationIds: readonly ConfigurationId[],
  { at }: By,
): LegitimateSharing => ({
  key: sharingKey(configurationIds),
  configurationIds,
  at,
});

/** The decisions that make it legitimate now. */
export const legitimizingNow = async (
  from: Database | WriteTransaction,
  ids: readonly ConfigurationId[],
): Promise<LegitimateSharing[]> => legitimizing(ids, await stored.legitimateSharings.all(from));

/** What they have in common, after checking that the person may see all, and that they still have it. */
async function sharedMac(
  transaction: WriteTransaction,
  viewer: Viewer,
  ids: readonly ConfigurationId[],
): Promise<Mac> {
  const configurations = await stored.configurations.getMany(transaction, ids);
  if (!configurations.every(({ organizationId }) => viewer.mayOrganization(organizationId)))
    throw new DecisionRefused({ kind: 'not-permitted' });
  const key = sharingKey(ids);
  const [mac] = sharedMacs(configurations).find((shared) => shared.key === key)?.macs ?? [];
  if (!mac) throw new DecisionRefused({ kind: 'row-gone' });
  return mac;
}
