import type { Viewer } from '@/lib/access/access';
import { deviceLabel, type DeviceKey } from '@/lib/model/device';
import type { DeviceMatch } from '@/lib/model/match';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import type { UndoEntry } from '@/lib/model/undo';
import { write } from '@/lib/store/open';
import * as stored from '@/lib/store/stored';
import type { DecisionResult } from '@/lib/views/matching';
import { byViewer, type By, type MatchingContext } from './context';
import { problemWith, undecided } from './decide-device';
import { remember } from './decide-network';
import { answered, DecisionRefused } from './decision-refused';
import type { Refresher } from './refresh';
import { setDevice } from './set-decision';

/** A device as it was shown, with what was decided about it then. */
export interface Shown {
  readonly deviceKey: DeviceKey;
  readonly version: string;
}

/**
 * Gives the configuration of a page another device: the one it has becomes undecided. One action, to
 * be taken back at once.
 */
export function changeMatch(
  context: MatchingContext,
  refresher: Refresher,
  viewer: Viewer,
  { organizationId, configurationId }: ConfigurationPage,
  from: Shown,
  to: Shown,
): Promise<DecisionResult> {
  return answered(async () => {
    const by: By = { ...byViewer(context, viewer), where: 'panel' };
    await write(context.store, async (transaction) => {
      const old = await undecided(transaction, viewer, from);
      const next = await undecided(transaction, viewer, to);
      if (old.own !== organizationId || next.own !== organizationId)
        throw new DecisionRefused({ kind: 'not-permitted' });
      if (!isOf(old.before, configurationId) || next.before !== null)
        throw new DecisionRefused({ kind: 'decided-meanwhile' });
      const after: DeviceMatch = {
        state: 'matched',
        deviceKey: next.device.key,
        networkId: next.device.networkId,
        organizationId,
        configurationId,
        rule: 'by-hand',
        at: by.at,
      };
      const rejected = {
        old: await stored.rejectedConfigurations.of(transaction, old.device.key),
        next: await stored.rejectedConfigurations.of(transaction, next.device.key),
      };
      await setDevice(transaction, old.device.key, null, by);
      const problem = await problemWith(transaction, next.device, configurationId, organizationId);
      if (problem) throw new DecisionRefused(problem);
      await setDevice(transaction, next.device.key, after, by);
      await remember(transaction, viewer, {
        action: 'match',
        name: deviceLabel(next.device),
        // Taken back in this order: what the one has is free for the other then.
        devices: [
          { deviceKey: next.device.key, before: null, after, rejected: rejected.next },
          { deviceKey: old.device.key, before: old.before, after: null, rejected: rejected.old },
        ],
      });
    });
    context.committed();
    await refresher.devices(organizationId);
    return { ok: true, count: 1 };
  });
}

/** Whether the action gave or took the device of the page's configuration. */
export const isAbout =
  ({ configurationId }: ConfigurationPage) =>
  ({ devices }: UndoEntry): boolean =>
    devices.some(
      ({ before, after }) => isOf(before, configurationId) || isOf(after, configurationId),
    );

/** Whether the device is matched to the configuration. */
const isOf = (match: DeviceMatch | null, id: ConfigurationPage['configurationId']) =>
  match?.state === 'matched' && match.configurationId === id;
