import type { Viewer } from '@/lib/access/access';
import { deviceLabel, type DeviceKey } from '@/lib/model/device';
import type { ConfigurationId } from '@/lib/model/ids';
import type { LeftOut } from '@/lib/model/left-out';
import type { DeviceMatch } from '@/lib/model/match';
import { devicesLists } from '@/lib/model/undo';
import { write } from '@/lib/store/open';
import type { StoredDevice, WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { BulkAction } from '@/lib/model/bulk-action';
import { byViewer, type MatchingContext } from '../context';
import { askConfigurations, keepConfigurations } from '../live';
import type { Refresher } from '../refresh';
import { changeDevice } from '../undo/changes';
import { remember } from '../undo/remember';
import { versionOf } from '../version';
import { fits, type BulkDone, type ShownRow } from './plan';

type Row = ShownRow<DeviceKey, ConfigurationId>;

/** Decides about devices as they were shown, in one transaction and one action of Undo. */
export async function decideDevices(
  context: MatchingContext,
  refresher: Refresher,
  viewer: Viewer,
  action: BulkAction,
  rows: readonly Row[],
): Promise<BulkDone> {
  const by = byViewer(context, viewer);
  const targets = rows.flatMap(({ target }) => (action === 'accept' && target ? [target] : []));
  const live = await askConfigurations(context, await permitted(context, viewer, targets));
  const done = await write(context.store, async (transaction) => {
    await keepConfigurations(transaction, live, by.at);
    const known = await readKnown(transaction, rows, targets);
    const left: LeftOut[] = [];
    const decided = rows.flatMap((row) => {
      const about = known.judge(viewer, action, row);
      if ('why' in about) {
        left.push({ key: row.key, name: about.name, why: about.why });
        return [];
      }
      return [{ ...about, after: afterOf(action, about.device, row.target, about.own, by.at) }];
    });
    // Each is about rows of its own, so that none has to wait for another.
    const devices = await Promise.all(
      decided.map(({ device, after }) =>
        changeDevice(transaction, { key: device.key, name: deviceLabel(device) }, after, by),
      ),
    );
    const organizations = [...new Set(decided.flatMap(({ own }) => own ?? []))];
    await remember(transaction, viewer, {
      // Of a network without an organization no other list tells.
      lists: [
        ...(decided.some(({ own }) => own === null) ? (['networks'] as const) : []),
        ...devicesLists(...organizations),
      ],
      at: by.at,
      action: action === 'accept' ? 'accept-all' : action,
      devices,
    });
    return { organizations, count: devices.length, left };
  });
  context.committed();
  await refresher.devices(...done.organizations);
  return { count: done.count, left: done.left };
}

/** Those of the configurations that the person may see; IT Glue is not asked about others. */
async function permitted(
  { store }: Pick<MatchingContext, 'store'>,
  viewer: Viewer,
  ids: readonly ConfigurationId[],
): Promise<ConfigurationId[]> {
  const known = await stored.configurations.getMany(store, [...new Set(ids)]);
  return known
    .filter(({ organizationId }) => viewer.mayOrganization(organizationId))
    .map(({ id }) => id);
}

/** What stands about the rows, read at once, and what of it keeps one from being decided. */
async function readKnown(
  transaction: WriteTransaction,
  rows: readonly Row[],
  targets: readonly ConfigurationId[],
) {
  const keys = rows.map(({ key }) => key);
  const [devices, matches, configurations] = await Promise.all([
    stored.devices.getMany(transaction, keys),
    stored.deviceMatches.about(transaction, keys, targets),
    stored.configurations.getMany(transaction, targets),
  ]);
  const networks = await stored.networkMatches.getMany(transaction, [
    ...new Set(devices.map(({ networkId }) => networkId)),
  ]);
  const byKey = new Map(devices.map((device) => [device.key, device]));
  const decided = new Map(matches.map((match) => [match.deviceKey, match]));
  const organizations = new Map(configurations.map((each) => [each.id, each.organizationId]));
  const networkMatches = new Map(networks.map((match) => [match.networkId, match]));
  const taken = new Set(
    matches.flatMap((match) => (match.state === 'matched' ? [match.configurationId] : [])),
  );

  /** Where the row is to be decided, its configuration is taken from then on. */
  function judge(viewer: Viewer, action: BulkAction, { key, version, target }: Row) {
    const leave = (name: string, why: LeftOut['why']) => ({ name, why });
    const device = byKey.get(key);
    if (!device) return leave('', 'row-gone');
    const network = networkMatches.get(device.networkId);
    if (!viewer.mayNetwork(network)) return leave('', 'not-permitted');
    const name = deviceLabel(device);
    const before = decided.get(key) ?? null;
    if (action === 'match' || versionOf(before) !== version || !fits(action, before))
      return leave(name, 'decided');
    const own = stored.matchedOrganization(network);
    if (action === 'accept') {
      const organization = target && organizations.get(target);
      if (!target || !organization) return leave(name, 'gone');
      if (organization !== own) return leave(name, 'not-permitted');
      if (taken.has(target)) return leave(name, 'taken');
      taken.add(target);
    }
    return { device, own };
  }
  return { judge };
}

function afterOf(
  action: BulkAction,
  { key: deviceKey, networkId }: StoredDevice,
  target: ConfigurationId | null,
  own: DeviceOrganization,
  at: string,
): DeviceMatch | null {
  const common = { deviceKey, networkId, at };
  if (action === 'ignore') return { ...common, state: 'ignored' };
  if (action !== 'accept' || target === null || own === null) return null;
  return {
    ...common,
    state: 'matched',
    configurationId: target,
    organizationId: own,
    rule: 'by-hand',
  };
}

/** The organization that the device's network is matched to. */
type DeviceOrganization = ReturnType<typeof stored.matchedOrganization>;
