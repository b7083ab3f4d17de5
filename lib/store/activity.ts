import type { Activity, ActivityEvent, ActivityTopic } from '@/lib/model/activity';
import { isFailure, topicOf } from '@/lib/model/activity-topic';
import type { OrganizationId } from '@/lib/model/ids';
import type { StoredActivity, WriteTransaction } from './schema';
import { reading, rowsAtOnce, type Reader } from './table';

/** Adds a line to the activity list, in the transaction that makes it true. */
export async function log(
  transaction: WriteTransaction,
  at: string,
  event: ActivityEvent,
  who = 'sync',
  run?: string,
): Promise<void> {
  await logAll(transaction, at, [event], who, run);
}

/**
 * Adds lines in their order.
 * @param run what they belong to: the sync that is under way where it does them, else the person's act
 */
export async function logAll(
  transaction: WriteTransaction,
  at: string,
  events: readonly ActivityEvent[],
  who = 'sync',
  run?: string,
): Promise<void> {
  if (events.length === 0) return;
  const lines = transaction.objectStore('activity');
  const open = await transaction.objectStore('runs').index('state').getKey('open');
  const ofEvent = (event: ActivityEvent) =>
    run ?? (who === 'sync' || isDocumenting(event) ? open : `${at} ${who}`);
  const rows: StoredActivity[] = [];
  for (const event of events) {
    const of = ofEvent(event);
    const line = { at, who, event, ...(of !== undefined && { run: of }) };
    rows.push(indexed(line, await organizationsOf(transaction, event)));
  }
  await Promise.all(rows.map((row) => lines.add(row)));
}

/** What only a run writes, whoever asked for it. */
const isDocumenting = (event: ActivityEvent): boolean =>
  'resource' in event && ['record', 'password', 'relation', 'type'].includes(event.resource);

/** The line with what it is found by. */
export const indexed = (
  line: Activity,
  organizations: readonly OrganizationId[],
): StoredActivity => ({
  ...line,
  topic: topicOf(line.event),
  organizations,
  ...(isFailure(line.event) && { failed: 1 }),
});

async function organizationsOf(
  transaction: WriteTransaction,
  event: ActivityEvent,
): Promise<readonly OrganizationId[]> {
  if ('organizationIds' in event) return event.organizationIds;
  if ('organizationId' in event && event.organizationId !== undefined)
    return [event.organizationId];
  if (!('deviceKey' in event)) return [];
  const device = await transaction.objectStore('devices').get(event.deviceKey);
  const match = device && (await transaction.objectStore('networkMatches').get(device.networkId));
  return match?.state === 'matched' ? [match.organizationId] : [];
}

/** What lines are looked for by; each of them holds. */
export interface ActivityKeys {
  readonly run?: string | undefined;
  readonly topics?: readonly ActivityTopic[] | undefined;
  readonly who?: string | undefined;
  readonly organization?: OrganizationId | undefined;
  /** ISO 8601, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly failed?: boolean | undefined;
}

/** What happened, by number: the newest has the highest. */
export const activity = {
  /** The number of the newest line; 0 where there is none. */
  async newest(from: Reader): Promise<number> {
    const cursor = await reading(from, 'activity').openKeyCursor(null, 'prev');
    return cursor?.key ?? 0;
  },
  /** The lines numbered from `from` to below `to`, oldest first. */
  async between(
    reader: Reader,
    from: number,
    to: number,
  ): Promise<(StoredActivity & { readonly id: number })[]> {
    const range = IDBKeyRange.bound(from, to, false, true);
    const store = reading(reader, 'activity');
    const [ids, lines] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return lines.flatMap((line, place) => {
      const id = ids[place];
      return id === undefined ? [] : { ...line, id };
    });
  },
  /** The lines of these numbers that are there, in their order. */
  async many(
    reader: Reader,
    ids: readonly number[],
  ): Promise<(StoredActivity & { readonly id: number })[]> {
    const [first, last] = [Math.min(...ids), Math.max(...ids)];
    if (last - first < ids.length * rowsAtOnce) {
      const known = new Map(
        (await activity.between(reader, first, last + 1)).map((line) => [line.id, line]),
      );
      return ids.flatMap((id) => known.get(id) ?? []);
    }
    const store = reading(reader, 'activity');
    const lines = await Promise.all(ids.map((id) => store.get(id)));
    return lines.flatMap((line, place) => (line ? { ...line, id: ids[place]! } : []));
  },
  /** The numbers of a run's lines, oldest first. */
  ofRun: (reader: Reader, run: string): Promise<number[]> =>
    reading(reader, 'activity').index('run').getAllKeys(IDBKeyRange.only(run)),
  /** The numbers of the lines that tell of a failure. */
  failures: (reader: Reader): Promise<number[]> =>
    reading(reader, 'activity').index('failed').getAllKeys(IDBKeyRange.only(1)),
  /** The numbers of the lines for which all of it holds, oldest first. */
  async select(reader: Reader, keys: ActivityKeys): Promise<number[]> {
    const store = reading(reader, 'activity');
    const { run, topics, who, organization, from, to, failed } = keys;
    const asked: Promise<number[]>[] = [];
    if (run !== undefined) asked.push(activity.ofRun(reader, run));
    if (failed === true) asked.push(store.index('failed').getAllKeys(IDBKeyRange.only(1)));
    if (organization !== undefined)
      asked.push(store.index('organization').getAllKeys(IDBKeyRange.only(organization)));
    if (who !== undefined) asked.push(store.index('who').getAllKeys(IDBKeyRange.only(who)));
    if (topics !== undefined)
      asked.push(
        Promise.all(
          topics.map((topic) => store.index('topic').getAllKeys(IDBKeyRange.only(topic))),
        ).then((lists) => lists.flat()),
      );
    if (from !== undefined || to !== undefined)
      asked.push(store.index('at').getAllKeys(timesBetween(from, to)));
    if (asked.length === 0) return store.getAllKeys();
    const [first = [], ...others] = (await Promise.all(asked)).sort((a, b) => a.length - b.length);
    const sets = others.map((ids) => new Set(ids));
    return first.filter((id) => sets.every((ids) => ids.has(id))).sort((a, b) => a - b);
  },
  /** Who did something, and the organizations it was about. */
  async choices(
    reader: Reader,
  ): Promise<{ readonly people: string[]; readonly organizations: OrganizationId[] }> {
    const store = reading(reader, 'activity');
    const people: string[] = [];
    for (
      let cursor = await store.index('who').openKeyCursor(null, 'nextunique');
      cursor;
      cursor = await cursor.continue()
    )
      people.push(cursor.key);
    const organizations: OrganizationId[] = [];
    for (
      let cursor = await store.index('organization').openKeyCursor(null, 'nextunique');
      cursor;
      cursor = await cursor.continue()
    )
      organizations.push(cursor.key);
    return { people, organizations };
  },
  /** Drops the lines from before a time. */
  async dropBefore(transaction: WriteTransaction, at: string): Promise<void> {
    const lines = transaction.objectStore('activity');
    const old = await lines.index('at').getAllKeys(IDBKeyRange.upperBound(at, true));
    await Promise.all(old.map((id) => lines.delete(id)));
  },
};

function timesBetween(from: string | undefined, to: string | undefined): IDBKeyRange {
  if (from === undefined) return IDBKeyRange.upperBound(to);
  return to === undefined ? IDBKeyRange.lowerBound(from) : IDBKeyRange.bound(from, to);
}
