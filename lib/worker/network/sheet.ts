import type { Viewer } from '@/lib/access/access';
import { configurationUrl } from '@/lib/decisions/configuration-url';
import { deviceLabel, type Device, type DeviceKey } from '@/lib/model/device';
import { newestFirmware, compareFirmware } from '@/lib/model/firmware';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import { ProblemError } from '@/lib/model/problem-error';
import { readMeta, readSettings } from '@/lib/store/meta';
import { read } from '@/lib/store/open';
import type { Database, StoredDevice } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';
import type {
  NetworkSheetView,
  SheetDevice,
  SheetNetwork,
  SheetWifi,
} from '@/lib/views/network-sheet';
import { networkTree, type SheetLink } from '@/lib/views/network-tree';

/**
 * All that the store knows of an organization's networks, as it was at one time; nothing is asked.
 * @throws ProblemError `not-permitted` where the person may not see the organization
 */
export async function networkSheet(
  store: Database,
  viewer: Viewer,
  organizationId: OrganizationId,
): Promise<NetworkSheetView> {
  if (!viewer.mayOrganization(organizationId)) throw new ProblemError({ kind: 'not-permitted' });
  return read(store, async (from) => {
    const state = await readState(from, organizationId);
    const { organization, devices, networks, autoCreate } = state;
    const links = await linksOf(from, state);
    return {
      organization: { id: organizationId, name: organization?.name ?? organizationId },
      networks,
      devices: await sheetDevices(from, state, links),
      wifi: sheetWifi(state),
      autoCreate,
      trees: networks.map(({ id }) =>
        networkTree({
          networkId: id,
          devices: devices.filter(({ networkId }) => networkId === id),
          sightings: state.sightings.filter(({ networkId }) => networkId === id),
          configurations: state.others,
          linkOf: (key) => links.get(key) ?? null,
          pageOf: ({ id: configuration, name }) => ({ name, url: state.urlOf(configuration) }),
          ssidOf: (number) =>
            state.wifi.find((each) => each.networkId === id && each.number === number)?.name ??
            null,
        }),
      ),
    };
  });
}

type State = Awaited<ReturnType<typeof readState>>;

async function readState(from: Reader, organizationId: OrganizationId) {
  const ids = await stored.networkMatches.ofOrganization.keys(from, organizationId);
  const [organization, rows, lists, devices, configurations, sightings, ofDevices, ssids] =
    await Promise.all([
      stored.organizations.get(from, organizationId),
      stored.networks.getMany(from, ids),
      stored.deviceLists.getMany(from, ids),
      stored.devices.ofNetwork.allOf(from, ids),
      stored.configurations.ofOrganization.all(from, organizationId),
      stored.sightings.ofNetwork.allOf(from, ids),
      stored.deviceMatches.ofNetwork.allOf(from, ids),
      stored.documentedSsids.all(from),
    ]);
  const [connection, { autoCreate }, run] = await Promise.all([
    readMeta(from, 'connection'),
    readSettings(from),
    stored.runs.lastSync(from),
  ]);
  const matches = new Map(ofDevices.map((match) => [match.deviceKey, match]));
  const taken = new Set(
    ofDevices.flatMap((match) => (match.state === 'matched' ? [match.configurationId] : [])),
  );
  const problemOf = new Map(
    (run?.problems ?? []).flatMap(({ networkId, stage, problem }) =>
      networkId !== undefined && stage === 'devices' ? [[networkId, problem] as const] : [],
    ),
  );
  const networks = rows
    .map(({ id, name }): SheetNetwork => ({
      id,
      name,
      readAt: lists.find(({ networkId }) => networkId === id)?.readAt ?? null,
      problem: problemOf.get(id) ?? null,
    }))
    .sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1));
  return {
    organizationId,
    organization,
    networks,
    devices,
    matches,
    configurations,
    sightings,
    autoCreate,
    readAt: stored.readTimes(lists),
    /** Documented things that are none of Datto's devices. */
    others: configurations.filter(({ id, archived }) => !archived && !taken.has(id)),
    wifi: rows.flatMap(({ id, ssids: facts = [] }) =>
      facts.map((each) => ({
        networkId: id,
        number: each.number,
        name: each.wifiName || each.name,
        facts: each,
      })),
    ),
    records: ssids.filter(
      ({ slot, archived, record }) =>
        slot.organizationId === organizationId && !archived && record !== null,
    ),
    urlOf: (id: Parameters<typeof configurationUrl>[2]) =>
      connection ? configurationUrl(connection, organizationId, id) : '',
  };
}

async function linksOf(
  from: Reader,
  { devices, matches, urlOf }: State,
): Promise<ReadonlyMap<DeviceKey, SheetLink>> {
  const matched = devices.flatMap(({ key }) => {
    const match = matches.get(key);
    return match?.state === 'matched' ? [match] : [];
  });
  const ids = matched.map(({ configurationId }) => configurationId);
  const names = new Map(
    (await stored.configurations.getMany(from, ids)).map(({ id, name }) => [id, name]),
  );
  return new Map(
    matched.map(({ deviceKey, configurationId: id }) => [
      deviceKey,
      { name: names.get(id) ?? id, url: urlOf(id) },
    ]),
  );
}

async function sheetDevices(
  from: Reader,
  { devices, matches, readAt }: State,
  links: ReadonlyMap<DeviceKey, SheetLink>,
): Promise<SheetDevice[]> {
  const newest = newestByModel(await stored.devices.all(from));
  return devices
    .map((device): SheetDevice => {
      const { key, kind, networkId, status, model, firmware, ip, mac, serialNumber } = device;
      const { lifecycle, subscription } = device;
      const newer = newest.get(modelOf(device) ?? '') ?? null;
      const isOlder =
        firmware !== null && newer !== null && (compareFirmware(firmware, newer) ?? 0) < 0;
      return {
        key,
        kind,
        name: deviceLabel(device),
        networkId,
        status,
        model,
        firmware,
        newerFirmware: isOlder ? newer : null,
        ip,
        mac,
        serialNumber,
        lifecycle,
        subscription,
        readAt: readAt(device),
        state: matches.get(key)?.state ?? 'unmatched',
        configuration: links.get(key) ?? null,
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name) || (one.key < other.key ? -1 : 1));
}

/** What two devices have in common that may have the same firmware; `null` where the model is not known. */
const modelOf = ({ kind, model }: Pick<Device, 'kind' | 'model'>) =>
  model && `${kind} ${model.toLowerCase()}`;

function newestByModel(devices: readonly StoredDevice[]): ReadonlyMap<string, string | null> {
  const versions = new Map<string, string[]>();
  for (const device of devices) {
    const model = modelOf(device);
    if (model === null || model === '' || device.firmware === null) continue;
    versions.set(model, [...(versions.get(model) ?? []), device.firmware]);
  }
  return new Map([...versions].map(([model, all]) => [model, newestFirmware([...new Set(all)])]));
}

/** Those that were read, and those of which only the record is known. */
function sheetWifi({ wifi, records, networks }: State): SheetWifi[] {
  const keyOf = (id: NetworkId, number: number) => `${id}/${number}`;
  const documented = new Map(
    records.map(({ slot, ssidName }) => [
      keyOf(slot.networkId, slot.number),
      { ...slot, name: ssidName },
    ]),
  );
  const known = new Set(wifi.map((each) => keyOf(each.networkId, each.number)));
  const place = new Map(networks.map(({ id }, at) => [id, at]));
  return [
    ...wifi.map((each) => ({
      ...each,
      documented: documented.has(keyOf(each.networkId, each.number)),
    })),
    ...[...documented].flatMap(([key, { networkId, number, name }]) =>
      known.has(key) ? [] : [{ networkId, number, name, facts: null, documented: true }],
    ),
  ].sort(
    (one, other) =>
      (place.get(one.networkId) ?? 0) - (place.get(other.networkId) ?? 0) ||
      one.number - other.number,
  );
}
