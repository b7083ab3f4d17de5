import { userId } from '@/lib/model/ids';
import { readMeta } from '@/lib/store/meta';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';
import { browsers } from '@/lib/team/absorb';
import type { TeamStatus } from '@/lib/views/status';
import { countUnshared, isOutdated, readSharing } from './sharing';

/** How it stands with what the company shares, as the store has it. @param now by this computer's clock */
export async function readTeamStatus(
  from: Reader,
  now: number,
  version: string,
): Promise<TeamStatus> {
  const state = await readSharing(from);
  if (!state)
    return { shared: false, waiting: 0, unreached: false, syncing: null, outdated: false };
  const ahead = (await readMeta(from, 'itGlueClock')) ?? 0;
  const others = browsers(state).filter(({ browser }) => browser !== state.browser);
  const syncing = others.find(({ claim }) => claim !== null && claim.until > now + ahead);
  const name = syncing?.user && (await stored.users.get(from, userId(syncing.user)))?.name;
  return {
    shared: true,
    waiting: await countUnshared(from),
    unreached: state.failures > 0,
    syncing: syncing?.claim
      ? { by: name ?? '', since: new Date(syncing.claim.from.ms - ahead).toISOString() }
      : null,
    outdated: isOutdated(state, version),
  };
}
