import type { Viewer } from '@/lib/access/access';
import type { DeviceKey } from '@/lib/model/device';
import { lookAgain, type LookedList } from '@/lib/model/first-seen';
import { networkId, type NetworkId } from '@/lib/model/ids';
import { legitimizing } from '@/lib/matching/shared-macs';
import type { RequestOf } from '@/lib/messages/protocol';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import { matchedOrganizations } from './organization-state';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';
import type { DeviceRow } from '@/lib/views/matching';
import type { NewCounts } from '@/lib/views/status';

/** A person looks at lists. @param now milliseconds since 1970 */
export const look = (store: Database, lists: readonly LookedList[], now: number): Promise<void> =>
  write(store, async (transaction) => {
    const looks = { ...(await readMeta(transaction, 'looks')) };
    for (const list of lists) looks[list] = lookAgain(looks[list], now);
    await writeMeta(transaction, 'looks', looks);
  });

/** The lists that are looked at: with the devices of all organizations, each one's that the person may see. */
export async function lookedLists(
  store: Database,
  viewer: Viewer,
  list: RequestOf<'matching.look'>,
): Promise<LookedList[]> {
  if (list.of !== 'devices') return [list.of];
  const { organizationId } = list;
  const ids =
    organizationId === null ? await matchedOrganizations(store, viewer) : [organizationId];
  return ids.map((id) => `devices ${id}` as const);
}

/** What is new since the lists were looked at last. */
export interface New {
  /** On a list: keys of its rows. */
  readonly on: (list: LookedList) => ReadonlySet<string>;
  /** Of devices, each on its organization's list. */
  readonly devices: (rows: readonly Pick<DeviceRow, 'key' | 'organization'>[]) => Set<string>;
}

/** Reads what is new. @param now milliseconds since 1970 */
export async function readNew(from: Reader, now: number): Promise<New> {
  const [rows, looks] = await Promise.all([stored.firstSeen.all(from), readMeta(from, 'looks')]);
  const at = new Map(rows.map((row) => [row.key, row.at]));
  // Whether or not the page said yet that it is looked at.
  const since = (list: LookedList) => lookAgain(looks?.[list], now).since;
  return {
    on(list) {
      const kind = `${list.charAt(0)}:`;
      const last = since(list);
      return new Set(
        rows.flatMap(({ key, at }) =>
          key.startsWith(kind) && at > last ? [key.slice(kind.length)] : [],
        ),
      );
    },
    devices: (devices) =>
      new Set(
        devices.flatMap(({ key, organization }) => {
          const found = at.get(`d:${key}`);
          return found !== undefined && found > since(`devices ${organization.id}`) ? [key] : [];
        }),
      ),
  };
}

/** How much of what was found since the last look waits for the user to decide: only what is new is read. */
export async function countNew(from: Reader, viewer: Viewer): Promise<NewCounts> {
  const counts = { networks: 0, devices: 0, findings: 0 };
  if (viewer.access === 'panels') return counts;
  const [rows, looks = {}] = await Promise.all([
    stored.firstSeen.all(from),
    readMeta(from, 'looks'),
  ]);
  const isNew = (at: string, list: LookedList) => at > (looks[list]?.at ?? '');
  const decidesAll = viewer.access === 'no-user' || viewer.mayNetwork(null);
  const networks: NetworkId[] = [];
  const devices = new Map<DeviceKey, string>();
  const findings = new Set<string>();
  for (const { key, at } of rows) {
    const of = key.slice(2);
    if (key.startsWith('d:')) devices.set(of as DeviceKey, at);
    else if (key.startsWith('n:') && isNew(at, 'networks')) networks.push(networkId(of));
    else if (key.startsWith('f:') && isNew(at, 'findings')) findings.add(of);
  }
  if (decidesAll) {
    const decided = await stored.networkMatches.getMany(from, networks);
    const done = new Set(decided.map(({ networkId }) => networkId));
    counts.networks = (await stored.networks.getMany(from, networks)).filter(
      ({ id, withoutDevices }) => !withoutDevices && !done.has(id),
    ).length;
  }
  const keys = [...devices.keys()];
  const [own, decided] = await Promise.all([
    stored.devices.getMany(from, keys),
    stored.deviceMatches.getMany(from, keys),
  ]);
  const done = new Set(decided.map(({ deviceKey }) => deviceKey));
  const matches = await stored.networkMatches.getMany(from, [
    ...new Set(own.map(({ networkId }) => networkId)),
  ]);
  const matchOf = new Map(matches.map((match) => [match.networkId, match]));
  for (const { key, networkId: network } of own) {
    const match = matchOf.get(network);
    const organization = stored.matchedOrganization(match);
    if (done.has(key) || organization === null) continue;
    const may = viewer.access === 'no-user' || viewer.mayOrganization(organization);
    if (may && isNew(devices.get(key) ?? '', `devices ${organization}`)) counts.devices += 1;
  }
  counts.findings = await countNewFindings(from, viewer, findings);
  return counts;
}

async function countNewFindings(
  from: Reader,
  viewer: Viewer,
  keys: ReadonlySet<string>,
): Promise<number> {
  if (keys.size === 0) return 0;
  const found = (await stored.sharedMacs.all(from)).filter(({ key }) => keys.has(key));
  const ids = found.flatMap(({ configurationIds }) => configurationIds);
  const [configurations, decisions] = await Promise.all([
    stored.configurations.getMany(from, ids),
    stored.legitimateSharings.all(from),
  ]);
  const seen = new Set(
    configurations
      .filter(
        ({ organizationId }) =>
          viewer.access === 'no-user' || viewer.mayOrganization(organizationId),
      )
      .map(({ id }) => id),
  );
  return found.filter(
    ({ configurationIds }) =>
      configurationIds.every((id) => seen.has(id)) &&
      legitimizing(configurationIds, decisions).length === 0,
  ).length;
}
