import { decisionStates, type NetworkRow } from '@/lib/views/matching';
import { networksQuestion } from '@/lib/views/lists/question.fixture';
import type { World } from './world';

/** The networks that the person may see, of all tabs, by name. */
export async function networksOf(world: World): Promise<NetworkRow[]> {
  const tabs = await Promise.all(
    decisionStates.map((tab) => world.ask('matching.networks', networksQuestion({ tab }))),
  );
  return tabs.flatMap(({ rows }) => rows).sort((a, b) => a.name.localeCompare(b.name));
}
