import { readViewer } from '@/lib/access/viewer';
import { userId } from '@/lib/model/ids';
import type { Problem } from '@/lib/model/problem';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { browsers } from '@/lib/team/absorb';
import type { TeamView } from '@/lib/views/team';
import { notAccepted } from './not-accepted';
import { countUnshared, isOutdated } from './sharing';
import { homes } from './state-at-it-glue';
import { whyNotShared } from './why-not-shared';

/** What the options show of the team, as the store has it. */
export async function readTeamView(
  store: Database,
  {
    problem,
    ahead,
    version,
    managed,
  }: {
    readonly problem: Problem | null;
    /** How far IT Glue's clock is ahead of this computer's, milliseconds. */
    readonly ahead: number;
    readonly version: string;
    /** Keys that the company's policy decides here. */
    readonly managed: ReadonlySet<string>;
  },
): Promise<TeamView> {
  const [state, viewer, connection] = await Promise.all([
    readMeta(store, 'team'),
    readViewer(store),
    readMeta(store, 'connection'),
  ]);
  const rows = await stored.sharedEntries.all(store);
  const names = new Map((await stored.users.all(store)).map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(userId(id)) ?? null));
  const off = (await readMeta(store, 'teamOff'))?.reason;
  const all = state && off !== 'left' ? browsers(state) : [];
  const iso = (time: number) => new Date(time - ahead).toISOString();
  return {
    notShared: connection ? whyNotShared(off, state?.cursor ?? null) : 'not-connected',
    problem,
    permitted: viewer.access === 'all',
    waiting: await countUnshared(store),
    readAt: state?.cursor ? iso(state.cursor) : null,
    outdated: state !== undefined && off !== 'left' && isOutdated(state, version),
    homes: off === 'no-home' ? await homes(store) : [],
    browsers: all
      .map((each) => ({
        user: nameOf(each.user),
        own: each.browser === state?.browser,
        version: each.version,
        seenAt: iso(each.at),
        syncedAt: each.lastSync === null ? null : iso(each.lastSync),
      }))
      .sort((a, b) => (a.seenAt < b.seenAt ? 1 : -1)),
    notAccepted: notAccepted(
      rows.filter(({ key }) => !managed.has(key)),
      nameOf,
    ),
  };
}
