import { userId } from '@/lib/model/ids';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { browsers } from '@/lib/team/absorb';
import { compareVersions } from '@/lib/team/lease';
import type { TeamStatus } from '@/lib/views/status';
import { isDecision } from './shared-values';

/** How it stands with what the company shares, as the store has it. @param now by this computer's clock */
export async function readTeamStatus(
  store: Database,
  now: number,
  version: string,
): Promise<TeamStatus> {
  const [state, off, ahead = 0] = await Promise.all([
    readMeta(store, 'team'),
    readMeta(store, 'teamOff'),
    readMeta(store, 'itGlueClock'),
  ]);
  if (!state || state.cursor === null || off)
    return { shared: false, waiting: 0, unreached: false, syncing: null, outdated: false };
  const fresh = await stored.sharedEntries.ofPublication.keys(store, 'new');
  const others = browsers(state).filter(({ browser }) => browser !== state.browser);
  const syncing = others.find(({ claim }) => claim !== null && claim.until > now + ahead);
  const name = syncing?.user && (await stored.users.get(store, userId(syncing.user)))?.name;
  return {
    shared: true,
    waiting: fresh.filter(isDecision).length,
    unreached: state.failures > 0,
    syncing: syncing?.claim
      ? { by: name ?? '', since: new Date(syncing.claim.from.ms - ahead).toISOString() }
      : null,
    outdated: others.some((each) => compareVersions(each.version, version) > 0),
  };
}
