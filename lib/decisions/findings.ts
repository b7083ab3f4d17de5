import type { Viewer } from '@/lib/access/access';
import { legitimizing, sharedMacs } from '@/lib/matching/shared-macs';
import type { Configuration } from '@/lib/model/configuration';
import { deviceLabel } from '@/lib/model/device';
import type { ConfigurationId } from '@/lib/model/ids';
import { formatMac } from '@/lib/model/mac';
import type { SharedMac } from '@/lib/model/shared-mac';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { FoundConfiguration } from '@/lib/model/finding';
import type { FindingsView } from '@/lib/views/findings';
import * as stored from '@/lib/store/stored';
import { configurationUrl } from './configuration-url';
import { readNew } from './new-rows';
import { readUndo } from './undo/view';
import { versionOfSharing } from './version';

/** Configurations that have a MAC in common, of those that the person may see. @param now milliseconds since 1970 */
export async function findingsView(
  store: Database,
  viewer: Viewer,
  now: number,
): Promise<FindingsView> {
  const { access } = viewer;
  if (access === 'panels' || access === 'no-user') return { access, rows: [], undo: null };
  const [found, decisions, devices, connection, undo, isNew] = await Promise.all([
    readShared(store, viewer),
    stored.legitimateSharings.all(store),
    stored.devices.all(store),
    readMeta(store, 'connection'),
    readUndo(store, viewer, ['findings'], now),
    readNew(store, now),
  ]);
  const fresh = isNew.on('findings');
  const ids = [...found.configurations.keys()];
  const [matches, created, organizations] = await Promise.all([
    stored.deviceMatches.ofConfiguration.allOf(store, ids),
    stored.createdConfigurations.getMany(store, ids),
    stored.organizations.getMany(
      store,
      [...found.configurations.values()].map(({ organizationId }) => organizationId),
    ),
  ]);
  const labels = new Map(devices.map((device) => [device.key, deviceLabel(device)]));
  const byMac = new Map(devices.map((device) => [device.mac, deviceLabel(device)]));
  const holders = new Map(
    matches.flatMap((match) =>
      match.state === 'matched' ? [[match.configurationId, labels.get(match.deviceKey)]] : [],
    ),
  );
  const organizationNames = new Map(organizations.map(({ id, name }) => [id, name]));
  const ours = new Map(created.map(({ configurationId, at }) => [configurationId, at]));

  const configurationsOf = ({ configurationIds }: SharedMac): FoundConfiguration[] => {
    const all = configurationIds.flatMap((id) => found.configurations.get(id) ?? []);
    const since = firstOf(all, ours);
    // What was created first is what the others came after.
    const ordered = all.toSorted((a, b) => Number(ours.has(b.id)) - Number(ours.has(a.id)));
    return ordered.map((each) => {
      const { id, name, organizationId, typeName, createdAt, psaSynced } = each;
      const later = since !== null && createdAt !== null && isAfter(createdAt, since);
      return {
        id,
        name,
        url: connection ? configurationUrl(connection, organizationId, id) : '',
        organizationName: organizationNames.get(organizationId) ?? organizationId,
        typeName,
        matchedTo: holders.get(id) ?? null,
        origin: ours.has(id) ? { kind: 'ours' } : later ? { kind: 'later', at: createdAt } : null,
        psaSynced,
      };
    });
  };
  return {
    access,
    rows: found.shared.map((shared) => {
      const { key, macs, configurationIds } = shared;
      const decided = legitimizing(configurationIds, decisions);
      return {
        key,
        isNew: fresh.has(key),
        state: decided.length > 0 ? 'legitimate' : 'open',
        name: macs[0] ? formatMac(macs[0]) : '',
        macs,
        device: macs.map((mac) => byMac.get(mac)).find((label) => label !== undefined) ?? null,
        configurations: configurationsOf(shared),
        version: versionOfSharing(decided),
      };
    }),
    undo,
  };
}

/** How many findings wait to be looked at. */
export async function countFindings(store: Database, viewer: Viewer): Promise<number> {
  const [{ shared }, decisions] = await Promise.all([
    readShared(store, viewer),
    stored.legitimateSharings.all(store),
  ]);
  return shared.filter(
    ({ configurationIds }) => legitimizing(configurationIds, decisions).length === 0,
  ).length;
}

/** What the last sync found, as far as it still is so. */
async function readShared(store: Database, viewer: Viewer) {
  const ids = new Set(
    (await stored.sharedMacs.all(store)).flatMap(({ configurationIds }) => configurationIds),
  );
  const known = await stored.configurations.getMany(store, [...ids]);
  const configurations = new Map(
    known
      .filter(({ organizationId }) => viewer.mayOrganization(organizationId))
      .map((each) => [each.id, each]),
  );
  return { configurations, shared: sharedMacs(configurations.values()) };
}

/** When the first of those that this extension created came into IT Glue; `null` where none is ours. */
function firstOf(
  configurations: readonly Configuration[],
  ours: ReadonlyMap<ConfigurationId, string>,
): string | null {
  const times = configurations.flatMap(({ id, createdAt }) => {
    const at = ours.get(id);
    // IT Glue's own clock where it tells, as for those that it is compared with.
    return at === undefined ? [] : [createdAt ?? at];
  });
  return times.reduce<string | null>(
    (first, at) => (first === null || isAfter(first, at) ? at : first),
    null,
  );
}

const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);
