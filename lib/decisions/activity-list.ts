import type { Viewer } from '@/lib/access/access';
import type { Activity, ActivityEvent } from '@/lib/model/activity';
import { normalizeName } from '@/lib/model/name';
import type { Database } from '@/lib/store/schema';
import { activityText } from '@/lib/words/activity';
import * as stored from '@/lib/store/stored';

/** Lines read from the store at a time. */
const chunk = 500;

export interface ActivityPage {
  readonly rows: readonly (Activity & { readonly id: number })[];
  readonly before: number | null;
}

/** The activity list as the person may see it, newest first; with a text, the lines that hold each of its words. */
export async function listActivity(
  store: Database,
  viewer: Viewer,
  asked: { readonly before: number | null; readonly text: string; readonly limit: number },
): Promise<ActivityPage> {
  const words = normalizeName(asked.text)
    .split(' ')
    .filter((word) => word !== '');
  const mayRead = await readerOf(store, viewer);
  const rows: (Activity & { id: number })[] = [];
  let end = asked.before ?? (await stored.activity.newest(store)) + 1;
  while (end > 1 && rows.length < asked.limit) {
    const from = Math.max(1, end - chunk);
    const lines = await stored.activity.between(store, from, end);
    end = from;
    for (const line of lines.reverse()) {
      if (!mayRead(line.event) || !holds(line, words)) continue;
      if (rows.length === asked.limit) return { rows, before: rows.at(-1)?.id ?? end };
      rows.push(line);
    }
  }
  return { rows, before: end > 1 ? end : null };
}

function holds(line: Activity, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = normalizeName(activityText(line));
  return words.every((word) => text.includes(word));
}

/** Which lines the person may read: those about no organization, and those of their own. */
async function readerOf(
  store: Database,
  viewer: Viewer,
): Promise<(event: ActivityEvent) => boolean> {
  if (viewer.access === 'all') return () => true;
  const [matches, devices, organizations] = await Promise.all([
    stored.networkMatches.all(store),
    stored.devices.all(store),
    stored.organizations.all(store),
  ]);
  const decisions = new Map(matches.map((match) => [match.networkId, match]));
  const networkOf = new Map(devices.map(({ key, networkId }) => [key, networkId]));
  const own = new Set(
    organizations.filter(({ id }) => viewer.mayOrganization(id)).map(({ name }) => name),
  );
  return (event) => {
    if ('networkId' in event)
      return event.organizationId !== undefined
        ? viewer.mayOrganization(event.organizationId)
        : viewer.mayNetwork(decisions.get(event.networkId));
    if (event.kind === 'configuration-ignored' || event.kind === 'configuration-unignored')
      return viewer.mayOrganization(event.organizationId);
    if ('organizationIds' in event) return event.organizationIds.every(viewer.mayOrganization);
    if ('deviceKey' in event) {
      const network = networkOf.get(event.deviceKey);
      return network !== undefined && viewer.mayNetwork(decisions.get(network));
    }
    if ('resource' in event) {
      const name = event.resource === 'organization' ? event.name : event.organizationName;
      return name !== undefined && own.has(name);
    }
    return true;
  };
}
