import type { Viewer } from '@/lib/access/access';
import type { PanelUndo } from '@/lib/model/panel-decision';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import { devicesLists, type DeviceChange } from '@/lib/model/undo';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';
import { configurationOf, readFacts } from './facts';
import { judge } from './judge';

/** An action by which a configuration got its device or lost it, and which rows of it did. */
export interface UndoOfConfiguration {
  readonly step: number;
  /** The device that it got, else the one that it lost. */
  readonly undo: PanelUndo;
  readonly about: (change: DeviceChange) => boolean;
}

/** The user's last such action that can be taken back. @param now milliseconds since 1970 */
export async function undoOfConfiguration(
  from: Reader,
  viewer: Viewer,
  { organizationId, configurationId }: ConfigurationPage,
  now: number,
): Promise<UndoOfConfiguration | null> {
  const about = ({ before, after }: DeviceChange) =>
    [before, after].flatMap(configurationOf).includes(configurationId);
  for (const id of await stored.undoSteps.of(from, devicesLists(organizationId))) {
    const step = await stored.undoSteps.get(from, id);
    if (!step || step.userId !== viewer.userId || stored.undoSteps.isOver(step, now)) continue;
    const devices = step.devices.filter(about);
    if (devices.length === 0) continue;
    // What else it was about is not asked here, so that nothing is read of it.
    const own = { ...step, networks: [], devices, sharings: [], configurations: [] };
    const rows = judge(own, await readFacts(from, own), viewer).devices;
    const given = rows.find(({ after }) => configurationOf(after).includes(configurationId));
    const row = given ?? rows[0];
    if (row)
      return {
        step: id,
        undo: { what: given ? 'matched' : 'unmatched', deviceName: row.name },
        about,
      };
  }
  return null;
}
