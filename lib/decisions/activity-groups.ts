import type { Viewer } from '@/lib/access/access';
import type { RequestOf, ResponseOf } from '@/lib/messages/protocol';
import type { Activity } from '@/lib/model/activity';
import { topicOf } from '@/lib/model/activity-topic';
import * as stored from '@/lib/store/stored';
import type { Database } from '@/lib/store/schema';
import type { ActivityGroup } from '@/lib/views/activity';
import { countBelow } from './activity-list';
import { fittingLines, type FittingLines } from './activity-readers';

type Line = Activity & { readonly id: number };

/** Lines read at a time; those of a run that is counted already are passed over. */
const chunk = 40;

/**
 * What was done, newest first, each run as one: its place is that of its newest line that is asked
 * for. A run's lines are counted by their numbers, and read only where these do not tell which fit.
 */
export async function listActivityGroups(
  store: Database,
  viewer: Viewer,
  asked: RequestOf<'activity.groups'>,
): Promise<ResponseOf<'activity.groups'>> {
  const fitting = await fittingLines(store, viewer, asked);
  const failures = new Set(await stored.activity.failures(store));
  const selected = new Set(fitting.ids);
  const passed = new Set<number>();
  const groups: ActivityGroup[] = [];
  let end = asked.before === null ? fitting.ids.length : countBelow(fitting.ids, asked.before);
  while (end > 0) {
    const ids: number[] = [];
    while (end > 0 && ids.length < chunk) {
      end -= 1;
      const id = fitting.ids[end]!;
      if (!passed.has(id)) ids.unshift(id);
    }
    if (ids.length === 0) break;
    for (const line of (await stored.activity.many(store, ids)).reverse()) {
      if (passed.has(line.id) || !fitting.fits(line)) continue;
      if (groups.length === asked.limit) return { groups, before: groups.at(-1)?.id ?? null };
      const own = await runOf(store, line, fitting, selected);
      for (const id of own.all) passed.add(id);
      // On an earlier page, by a newer line of its.
      if (asked.before !== null && own.newest >= asked.before) continue;
      groups.push({
        id: own.newest,
        run: own.all.length > 1 ? (line.run ?? null) : null,
        head: plain(own.head),
        count: own.fitting.length,
        failures: own.fitting.filter((id) => failures.has(id)).length,
      });
    }
  }
  return { groups, before: null };
}

async function runOf(
  store: Database,
  line: Line,
  { all, fits }: FittingLines,
  selected: ReadonlySet<number>,
): Promise<{
  readonly all: readonly number[];
  readonly fitting: readonly number[];
  readonly newest: number;
  readonly head: Activity;
}> {
  const alone = { all: [line.id], fitting: [line.id], newest: line.id, head: line };
  if (line.run === undefined) return alone;
  const ids = await stored.activity.ofRun(store, line.run);
  if (ids.length < 2) return alone;
  let fitting = ids.filter((id) => selected.has(id));
  if (!all) fitting = (await stored.activity.many(store, fitting)).filter(fits).map(({ id }) => id);
  const [last] = await stored.activity.many(store, ids.slice(-1));
  const ended = last !== undefined && topicOf(last.event) === 'syncs';
  return { all: ids, fitting, newest: fitting.at(-1) ?? line.id, head: ended ? last : line };
}

const plain = ({ at, who, event, run }: Activity): Activity => ({
  at,
  who,
  event,
  ...(run !== undefined && { run }),
});
