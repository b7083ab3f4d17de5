import type { Viewer } from '@/lib/access/access';
import type { ActivityFilter } from '@/lib/messages/activity';
import type { Activity } from '@/lib/model/activity';
import { normalizeName } from '@/lib/model/name';
import * as stored from '@/lib/store/stored';
import type { Database } from '@/lib/store/schema';
import { activityText } from '@/lib/words/activity';

/** Which of the lines that the indexes tell are asked for and may be read. */
export interface FittingLines {
  /** Their numbers, oldest first. */
  readonly ids: readonly number[];
  readonly fits: (line: Activity) => boolean;
  /** Every one of them fits, so that they need not be read to be counted. */
  readonly all: boolean;
}

/** What is asked for by what is indexed at once, and a test for the rest of it. */
export async function fittingLines(
  store: Database,
  viewer: Viewer,
  asked: ActivityFilter & { readonly run?: string | undefined },
): Promise<FittingLines> {
  const { text, topics, who, organizationId: organization, from, to, failures, run } = asked;
  const words = normalizeName(text)
    .split(' ')
    .filter((word) => word !== '');
  const [mayRead, ids] = await Promise.all([
    readerOf(store, viewer),
    stored.activity.select(store, {
      run,
      topics,
      who,
      organization,
      from,
      to,
      failed: failures,
    }),
  ]);
  return {
    ids,
    fits: (line) => mayRead(line) && holds(line, words),
    all: viewer.access === 'all' && words.length === 0,
  };
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
): Promise<(line: Pick<Activity, 'event'>) => boolean> {
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
  return ({ event }) => {
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
