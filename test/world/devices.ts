import type { OrganizationId } from '@/lib/model/ids';
import { devicesQuestion } from '@/lib/views/lists/question.fixture';
import { largestWindow } from '@/lib/views/lists/question';
import { decisionStates, type DeviceRow, type DevicesView } from '@/lib/views/matching';
import type { World } from './world';

/** The devices of all tabs of an organization, or of all that the person may see, by name, and what is at work there. */
export async function devicesOf(
  world: Pick<World, 'ask'>,
  organizationId: OrganizationId | null,
): Promise<DevicesView & Pick<DevicesView['batches'][number], 'creation' | 'archiving'>> {
  const rows: DeviceRow[] = [];
  const ask = (tab: DevicesView['tab'], from: number) =>
    world.ask('matching.devices', devicesQuestion({ organizationId, tab, from }));
  for (const tab of decisionStates) {
    let from = 0;
    for (let there = Infinity; from < there; from += largestWindow) {
      const view = await ask(tab, from);
      there = view.keys.length;
      rows.push(...view.rows);
    }
  }
  const view = await ask('unmatched', 0);
  const [batch] = view.batches;
  return {
    ...view,
    rows: rows.sort((a, b) => a.name.localeCompare(b.name) || (a.key < b.key ? -1 : 1)),
    creation: batch?.creation ?? null,
    archiving: batch?.archiving ?? null,
  };
}
