import type { Viewer } from '@/lib/access/access';
import type { RequestOf, ResponseOf } from '@/lib/messages/protocol';
import * as stored from '@/lib/store/stored';
import type { Database } from '@/lib/store/schema';
import { fittingLines } from './activity-readers';

/** Lines read from the store at a time. */
const chunk = 500;

/** The lines that are asked for, as far as the person may see them, newest first. */
export async function listActivity(
  store: Database,
  viewer: Viewer,
  asked: RequestOf<'activity.list'>,
): Promise<ResponseOf<'activity.list'>> {
  const { ids, fits } = await fittingLines(store, viewer, asked);
  const rows: ResponseOf<'activity.list'>['rows'][number][] = [];
  let end = asked.before === null ? ids.length : countBelow(ids, asked.before);
  while (end > 0 && rows.length < asked.limit) {
    const start = Math.max(0, end - chunk);
    const lines = await stored.activity.many(store, ids.slice(start, end));
    end = start;
    for (const { id, at, who, event, run } of lines.reverse()) {
      const line = { id, at, who, event, ...(run !== undefined && { run }) };
      if (!fits(line)) continue;
      if (rows.length === asked.limit) return { rows, before: rows.at(-1)?.id ?? null };
      rows.push(line);
    }
  }
  return { rows, before: end > 0 ? (ids[end] ?? null) : null };
}

/** How many of the ascending numbers are below a bound. */
export function countBelow(ids: readonly number[], bound: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ids[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What lines can be filtered by: who did something, and the organizations that the person may see. */
export async function activityChoices(
  store: Database,
  viewer: Viewer,
): Promise<ResponseOf<'activity.choices'>> {
  const { people, organizations } = await stored.activity.choices(store);
  const own = organizations.filter((id) => viewer.mayOrganization(id));
  const known = await stored.organizations.getMany(store, own);
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return {
    people,
    organizations: own
      .map((id) => ({ id, name: names.get(id) ?? id }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}
