import type { Viewer } from '@/lib/access/access';
import type { Activity, ActivityEvent } from '@/lib/model/activity';
import { normalizeName } from '@/lib/model/name';
import type { Database } from '@/lib/store/schema';
import { activityText } from '@/lib/views/activity';

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
  let end = asked.before ?? (await newest(store)) + 1;
  while (end > 1 && rows.length < asked.limit) {
    const range = IDBKeyRange.bound(Math.max(1, end - chunk), end, false, true);
    const [keys, lines] = await Promise.all([
      store.getAllKeys('activity', range),
      store.getAll('activity', range),
    ]);
    end = Math.max(1, end - chunk);
    for (let place = lines.length - 1; place >= 0; place--) {
      const [id, line] = [keys[place], lines[place]];
      if (id === undefined || !line || !mayRead(line.event) || !holds(line, words)) continue;
      if (rows.length === asked.limit) return { rows, before: rows.at(-1)?.id ?? end };
      rows.push({ ...line, id });
    }
  }
  return { rows, before: end > 1 ? end : null };
}

async function newest(store: Database): Promise<number> {
  const cursor = await store.transaction('activity').store.openKeyCursor(null, 'prev');
  return cursor?.key ?? 0;
}

function holds(line: Activity, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = normalizeName(activityText(line));
  return words.every((word) => text.includes(word));
}

/** Which lines the person may read: those that name nobody's, and those of their organizations. */
async function readerOf(
  store: Database,
  viewer: Viewer,
): Promise<(event: ActivityEvent) => boolean> {
  if (viewer.access === 'all') return () => true;
  const [matches, devices, organizations] = await Promise.all([
    store.getAll('networkMatches'),
    store.getAll('devices'),
    store.getAll('organizations'),
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
