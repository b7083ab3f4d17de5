import type { Viewer } from '@/lib/access/access';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { NetworkMatch } from '@/lib/model/match';
import type { UndoEntry } from '@/lib/model/undo';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import type { DecisionResult, UndoView } from '@/lib/views/matching';
import { byViewer, type By, type MatchingContext } from './context';
import { problemWith } from './decide-device';
import { legitimizingNow } from './decide-sharing';
import type { Refresher } from './refresh';
import { answered, refuse, DecisionRefused } from './decision-refused';
import { setDevice, setNetwork, setSharing } from './set-decision';
import { versionOf, versionOfSharing } from './version';
import * as stored from '@/lib/store/stored';

/** What Undo would take back; `null` where nothing of it stands any more, or another user did it. */
export async function readUndo(store: Database, viewer: Viewer): Promise<UndoView | null> {
  const entry = await readMeta(store, 'undo');
  if (!entry || entry.userId !== viewer.userId || !(await stands(store, entry))) return null;
  const { action, name } = entry;
  return {
    action,
    name,
    count: entry.networks.length + entry.devices.length + entry.sharings.length,
  };
}

/** Whether a sync or a later decision has left anything to take back. */
async function stands(store: Database, entry: UndoEntry): Promise<boolean> {
  for (const { networkId, after } of entry.networks) {
    const now = await stored.networkMatches.get(store, networkId);
    if (versionOf(now) === versionOf(after) && (await stored.networks.has(store, networkId)))
      return true;
  }
  for (const { deviceKey, after } of entry.devices) {
    const now = await stored.deviceMatches.get(store, deviceKey);
    if (versionOf(now) === versionOf(after) && (await stored.devices.has(store, deviceKey)))
      return true;
  }
  for (const { configurationIds, after } of entry.sharings) {
    const now = await legitimizingNow(store, configurationIds);
    if (versionOfSharing(now) === versionOfSharing(after)) return true;
  }
  return false;
}

/**
 * Takes back the last action of this browser, as far as its rows were not decided about since.
 * @param page where it is to be taken back, if not on the extension's own: only what `about` says is
 */
export function undoLast(
  context: MatchingContext,
  refresher: Refresher,
  viewer: Viewer,
  page?: { readonly about: (entry: UndoEntry) => boolean },
): Promise<DecisionResult> {
  const { store, committed } = context;
  return answered(async () => {
    const by: By = { ...byViewer(context, viewer), ...(page && { where: 'panel' }) };
    const done = await write(store, async (transaction) => {
      const entry = await readMeta(transaction, 'undo');
      if (!entry || entry.userId !== viewer.userId || page?.about(entry) === false)
        throw new DecisionRefused({ kind: 'decided-meanwhile' });
      const networks = await undoNetworks(transaction, viewer, entry, by);
      const devices = await undoDevices(transaction, viewer, entry, by);
      const sharings = await undoSharings(transaction, viewer, entry, by);
      await writeMeta(transaction, 'undo', undefined);
      return { networks, ...devices, count: networks.length + devices.count + sharings };
    });
    committed();
    const restored = done.networks.flatMap(({ before }) => organizationsOf(before));
    for (const id of new Set([...restored, ...done.organizations])) await refresher.devices(id);
    await refresher.networks(done.networks.map(({ networkId }) => networkId));
    return done.count > 0 ? { ok: true, count: done.count } : refuse({ kind: 'decided-meanwhile' });
  });
}

async function undoNetworks(
  transaction: WriteTransaction,
  viewer: Viewer,
  entry: UndoEntry,
  by: By,
): Promise<UndoEntry['networks'][number][]> {
  const undone: UndoEntry['networks'][number][] = [];
  for (const row of entry.networks) {
    const { networkId, before, after, rejected } = row;
    const now = await stored.networkMatches.get(transaction, networkId);
    if (versionOf(now) !== versionOf(after)) continue;
    if (!(await stored.networks.get(transaction, networkId))) continue;
    // A Manager who took a network out of their own organization may put it back.
    if (!viewer.mayNetwork(before) && !viewer.mayNetwork(after)) continue;
    if (before?.state === 'matched') {
      const organization = await stored.organizations.get(transaction, before.organizationId);
      if (!organization) throw new DecisionRefused({ kind: 'gone', name: '' });
    }
    await setNetwork(transaction, networkId, before, by);
    await stored.rejectedOrganizations.set(transaction, networkId, rejected);
    undone.push(row);
  }
  const back = new Set<NetworkId>(undone.map(({ networkId }) => networkId));
  for (const match of entry.ended) {
    if (match.state !== 'matched' || !back.has(match.networkId)) continue;
    const device = await stored.devices.get(transaction, match.deviceKey);
    if (!device || (await stored.deviceMatches.get(transaction, match.deviceKey))) continue;
    if ((await stored.organizationOf(transaction, device.networkId)) !== match.organizationId)
      continue;
    if (await problemWith(transaction, device, match.configurationId, match.organizationId))
      continue;
    await setDevice(transaction, match.deviceKey, match, by);
  }
  return undone;
}

async function undoDevices(
  transaction: WriteTransaction,
  viewer: Viewer,
  entry: UndoEntry,
  by: By,
): Promise<{ count: number; organizations: OrganizationId[] }> {
  const organizations = new Set<OrganizationId>();
  let count = 0;
  for (const { deviceKey, before, after, rejected } of entry.devices) {
    const now = await stored.deviceMatches.get(transaction, deviceKey);
    const device = await stored.devices.get(transaction, deviceKey);
    if (versionOf(now) !== versionOf(after) || !device) continue;
    if (!viewer.mayNetwork(await stored.networkMatches.get(transaction, device.networkId)))
      continue;
    const own = await stored.organizationOf(transaction, device.networkId);
    if (before?.state === 'matched') {
      if (own === null) throw new DecisionRefused({ kind: 'decided-meanwhile' });
      const { configurationId } = before;
      const problem = await problemWith(transaction, device, configurationId, own);
      if (problem) throw new DecisionRefused(problem);
    }
    await setDevice(transaction, deviceKey, before, by);
    await stored.rejectedConfigurations.set(transaction, deviceKey, rejected);
    count += 1;
    if (own !== null) organizations.add(own);
  }
  return { count, organizations: [...organizations] };
}

async function undoSharings(
  transaction: WriteTransaction,
  viewer: Viewer,
  entry: UndoEntry,
  by: By,
): Promise<number> {
  let count = 0;
  for (const { configurationIds, before, after } of entry.sharings) {
    const now = await legitimizingNow(transaction, configurationIds);
    if (versionOfSharing(now) !== versionOfSharing(after)) continue;
    const configurations = await stored.configurations.getMany(transaction, configurationIds);
    if (!configurations.every(({ organizationId }) => viewer.mayOrganization(organizationId)))
      continue;
    await setSharing(transaction, configurationIds, before, by);
    count += 1;
  }
  return count;
}

const organizationsOf = (match: NetworkMatch | null): OrganizationId[] =>
  match?.state === 'matched' ? [match.organizationId] : [];
