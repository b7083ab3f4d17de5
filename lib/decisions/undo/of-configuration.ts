import type { Viewer } from '@/lib/access/access';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import { devicesLists, type DeviceChange, type UndoAction } from '@/lib/model/undo';
import { read } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { configurationOf, readFacts } from './facts';
import { judge } from './judge';

/** An action by which a configuration got its device or lost it, and which rows of it did. */
export interface UndoOfConfiguration {
  readonly step: number;
  readonly action: UndoAction;
  /** The device that it got, else the one that it lost. */
  readonly name: string;
  readonly about: (change: DeviceChange) => boolean;
}

/** The user's last such action that can be taken back. @param now milliseconds since 1970 */
export function undoOfConfiguration(
  store: Database,
  viewer: Viewer,
  { organizationId, configurationId }: ConfigurationPage,
  now: number,
): Promise<UndoOfConfiguration | null> {
  const about = ({ before, after }: DeviceChange) =>
    [before, after].flatMap(configurationOf).includes(configurationId);
  return read(store, async (from) => {
    for (const id of await stored.undoSteps.of(from, devicesLists(organizationId))) {
      const step = await stored.undoSteps.get(from, id);
      if (!step || step.userId !== viewer.userId || stored.undoSteps.isOver(step, now)) continue;
      const devices = step.devices.filter(about);
      if (devices.length === 0) continue;
      const own = { ...step, devices };
      const [row] = judge(own, await readFacts(from, own), viewer).devices;
      if (row) return { step: id, action: step.action, name: row.name, about };
    }
    return null;
  });
}
