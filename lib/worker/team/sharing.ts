import type { TeamState } from '@/lib/model/shared-entry';
import { readMeta } from '@/lib/store/meta';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';
import { browsers } from '@/lib/team/absorb';
import { compareVersions } from '@/lib/team/lease';
import { isDecision } from './shared-values';

/** What is remembered of the shared state, where decisions are shared; `null` where this browser is on its own. */
export async function readSharing(from: Reader): Promise<TeamState | null> {
  const state = await readMeta(from, 'team');
  if (!state || state.cursor === null || (await readMeta(from, 'teamOff'))) return null;
  return state;
}

/** How many decisions no other browser can see yet. */
export const countUnshared = async (from: Reader): Promise<number> =>
  (await stored.sharedEntries.ofPublication.keys(from, 'new')).filter(isDecision).length;

/** Whether one of the company's browsers has a newer version. */
export const isOutdated = (state: TeamState, version: string): boolean =>
  browsers(state).some((each) => compareVersions(each.version, version) > 0);
