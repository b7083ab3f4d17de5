import { deviceKey, deviceKinds } from '@/lib/model/device';
import type { Device, DeviceKey, DeviceKind } from '@/lib/model/device';
import { isEqual } from '@/lib/model/equal';
import { networkId, type NetworkId } from '@/lib/model/ids';
import type { Problem } from '@/lib/model/problem';
import { hasUnknownRows, mergeOddFields, type Rows } from '@/lib/model/rows';
import type { RunProblem } from '@/lib/model/run';
import { read } from '@/lib/store/open';
import type { StoredDevice, StoredNetwork, WriteTransaction } from '@/lib/store/schema';
import type { SyncClients } from '../clients';
import { noticeReplacement, settleDepartures } from '../departures';
import { endsRun, toProblem } from '../problems';
import { skippedRows } from '../skipped';
import type { Stage, StageContext } from '../stage';
import * as stored from '@/lib/store/stored';

/**
 * Reads every network's devices, kind by kind. What could not be read keeps its last known rows and
 * is named in the run; a device is gone only when its network's list of its kind was read without it.
 */
export const devices: Stage<SyncClients> = {
  name: 'devices',
  concurrency: 4,
  readsAhead: true,
  after: ['networks'],
  // What it says of departed devices comes in the same place of the list of activity each time.
  endAfter: ['organization-matching'],
  // Devices that are gone take their matches along, by which it is known whose configurations are read.
  endAfterBegun: ['configurations'],
  begin: ({ store }) => stored.networks.keys(store),
  async step(context, step) {
    const { run, clients, now, signal } = context;
    const id = networkId(step);
    const { networks, devices: anywhere } = await knownBefore(context);
    const network = networks.get(id);
    if (!network) return {};
    const kinds = await Promise.all(
      deviceKinds.map(async (kind) => {
        try {
          return { kind, list: await clients.datto.listDevices(id, kind, signal) };
        } catch (error) {
          if (endsRun(error, signal)) throw error;
          return { kind, problem: toProblem(error) };
        }
      }),
    );
    const at = new Date(now()).toISOString();
    // An endpoint that is not there says nothing about devices that were known before.
    const read = kinds.flatMap(({ kind, list }) => (list?.supported ? [{ kind, list }] : []));
    return {
      problems: merged(kinds).map((problem): RunProblem => ({
        stage: 'devices',
        networkId: id,
        subject: network.name,
        problem,
      })),
      skipped: read.flatMap(({ kind, list }) =>
        skippedRows(
          'devices',
          { kind: 'device', deviceKind: kind, networkName: network.name },
          list.skipped,
        ),
      ),
      oddFields: mergeOddFields(...read.map(({ list }) => list.oddFields)),
      async write(transaction) {
        const listed = read.flatMap(({ list }) => list.rows);
        await keep(transaction, id, listed, at, anywhere);
        await stored.deviceLists.put(transaction, {
          networkId: id,
          runId: run.id,
          readAt: at,
          // A row without an id may be any device: then none that is not listed is gone.
          kinds: read.flatMap(({ kind, list }) => (hasUnknownRows(list) ? [] : [kind])),
          devices: listed.map(({ key }) => key),
          // A row that does not parse today is still a device: its last known values stay.
          unreadable: read.flatMap(({ kind, list }) =>
            list.skipped.map((row) => deviceKey(kind, row.id)),
          ),
        });
        const withoutDevices = isEmpty(kinds) ?? network.withoutDevices;
        await stored.networks.putChanged(transaction, [{ ...network, withoutDevices }], [network]);
      },
    };
  },
  end({ run, now }) {
    const at = new Date(now()).toISOString();
    return Promise.resolve({
      async write(transaction) {
        const networks = new Set(await stored.networks.keys(transaction));
        const lists = await stored.deviceLists.all(transaction);
        const own = lists.filter(({ runId }) => runId === run.id);
        const seen = new Set(own.flatMap(({ devices, unreadable }) => [...devices, ...unreadable]));
        const kindsRead = new Map(own.map(({ networkId, kinds }) => [networkId, kinds]));
        const gone: Device[] = [];
        const present: Device[] = [];
        for (const device of await stored.devices.all(transaction)) {
          const { key, networkId, kind } = device;
          const isRead = kindsRead.get(networkId)?.includes(kind) ?? !networks.has(networkId);
          (isRead && !seen.has(key) ? gone : present).push(device);
        }
        await followMoves(transaction, present);
        await settleDepartures(transaction, { gone, present }, at);
      },
    });
  },
};

/** What was stored before the stage began, and the keys of what it has added since. */
interface Known {
  readonly networks: ReadonlyMap<NetworkId, StoredNetwork>;
  readonly devices: Set<DeviceKey>;
}
const knownByContext = new WeakMap<StageContext<SyncClients>, Promise<Known>>();

/**
 * Only this stage adds devices and changes networks while it is at work, so what is there is read once: a
 * read would wait for each commit that is under way, and the requests after it. A device that is in no
 * network's rows need not be asked for one by one.
 */
function knownBefore(context: StageContext<SyncClients>): Promise<Known> {
  const known =
    knownByContext.get(context) ??
    read(context.store, async (from) => {
      const [networks, devices] = await Promise.all([
        stored.networks.all(from),
        stored.devices.keys(from),
      ]);
      return {
        networks: new Map(networks.map((network) => [network.id, network])),
        devices: new Set(devices),
      };
    });
  knownByContext.set(context, known);
  return known;
}

/** Keeps what a network's lists hold; devices that are as they were known are not written again. */
async function keep(
  transaction: WriteTransaction,
  id: NetworkId,
  listed: readonly Device[],
  at: string,
  anywhere: Set<DeviceKey>,
): Promise<void> {
  const keys = listed.map(({ key }) => key);
  const known = await knownOf(
    transaction,
    id,
    keys.filter((key) => anywhere.has(key)),
  );
  for (const key of keys) anywhere.add(key);
  const rows: StoredDevice[] = [];
  for (const device of listed) {
    const before = known.get(device.key);
    const row = remembering(device, before);
    if (before && isEqual({ ...row, readAt: before.readAt }, before)) continue;
    rows.push({ ...row, readAt: at });
    if (before) await noticeReplacement(transaction, before, device, at);
  }
  await stored.devices.putAll(transaction, rows);
}

/** Takes the matches of devices that another network has now there. */
async function followMoves(
  transaction: WriteTransaction,
  present: readonly Device[],
): Promise<void> {
  const networkOf = new Map(present.map(({ key, networkId }) => [key, networkId]));
  const matches = await stored.deviceMatches.all(transaction);
  await stored.deviceMatches.putAll(
    transaction,
    matches.flatMap((match) => {
      const networkId = networkOf.get(match.deviceKey) ?? match.networkId;
      return networkId === match.networkId ? [] : [{ ...match, networkId }];
    }),
  );
}

/** What is stored of the devices, most of which are known of their network. */
async function knownOf(
  transaction: WriteTransaction,
  id: NetworkId,
  keys: readonly DeviceKey[],
): Promise<ReadonlyMap<DeviceKey, StoredDevice>> {
  const ofNetwork = await stored.devices.ofNetwork.all(transaction, id);
  const known = new Map(ofNetwork.map((device) => [device.key, device]));
  const others = await stored.devices.getMany(
    transaction,
    keys.filter((key) => !known.has(key)),
  );
  for (const device of others) known.set(device.key, device);
  return known;
}

type DeviceList = Awaited<ReturnType<SyncClients['datto']['listDevices']>>;

/** Whether the network has no devices; `null` where a list that could not be read may hold one. */
function isEmpty(kinds: readonly { readonly list?: DeviceList }[]): boolean | null {
  if (kinds.some(({ list }) => list && list.rows.length + list.skipped.length > 0)) return false;
  const answered = kinds.every(({ list }) => list !== undefined);
  return answered && kinds.some(({ list }) => list?.supported) ? true : null;
}

/**
 * Lists lack the serial number of access points, and the outlets of power strips. What the single call told of them
 * and does not change by itself is kept; whether an outlet is on, and what it draws, is not known any more.
 */
function remembering(device: Device, known: Device | undefined): Device {
  if (known?.mac !== device.mac) return device;
  const serialNumber = device.serialNumber ?? known.serialNumber;
  if (device.kind !== 'managed-power' || known.kind !== device.kind || device.outlets.length > 0)
    return { ...device, serialNumber };
  const outlets = known.outlets.map((outlet) => ({ ...outlet, on: null, watts: null }));
  return { ...device, serialNumber, outlets, schedule: known.schedule };
}

/** One problem where several kinds failed alike, though on different hosts: a network is named once. */
function merged(
  kinds: readonly { kind: DeviceKind; list?: Rows<Device>; problem?: Problem }[],
): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { problem } of kinds)
    if (problem && !problems.has(problem.kind)) problems.set(problem.kind, problem);
  return [...problems.values()];
}
