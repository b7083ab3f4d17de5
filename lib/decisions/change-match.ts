import type { Viewer } from '@/lib/access/access';
import { deviceLabel, type DeviceKey } from '@/lib/model/device';
import type { DeviceMatch } from '@/lib/model/match';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import { devicesLists } from '@/lib/model/undo';
import { write } from '@/lib/store/open';
import type { DecisionResult } from '@/lib/views/matching';
import { byViewer, type By, type MatchingContext } from './context';
import { problemWith, undecided } from './decide-device';
import { answered, DecisionRefused } from './decision-refused';
import type { Refresher } from './refresh';
import { changeDevice } from './undo/changes';
import { remember } from './undo/remember';

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
      const named = ({ device }: typeof old) => ({ key: device.key, name: deviceLabel(device) });
      const taken = await changeDevice(transaction, named(old), null, by);
      const problem = await problemWith(transaction, next.device, configurationId, organizationId);
      if (problem) throw new DecisionRefused(problem);
      const given = await changeDevice(transaction, named(next), after, by);
      await remember(transaction, viewer, {
        lists: devicesLists(organizationId),
        at: by.at,
        action: 'change-match',
        name: named(next).name,
        devices: [taken, given],
      });
    });
    context.committed();
    await refresher.devices(organizationId);
    return { ok: true, count: 1 };
  });
}

/** Whether the device is matched to the configuration. */
const isOf = (match: DeviceMatch | null, id: ConfigurationPage['configurationId']) =>
  match?.state === 'matched' && match.configurationId === id;
