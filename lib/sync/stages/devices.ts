import { deviceKey, deviceKinds } from '@/lib/model/device';
import type { Device, DeviceKind } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import type { Problem } from '@/lib/model/problem';
import { hasUnknownRows, mergeOddFields, type Rows } from '@/lib/model/rows';
import type { RunProblem } from '@/lib/model/run';
import type { SyncClients } from '../clients';
import { noticeReplacement, settleDepartures } from '../departures';
import { endsRun, toProblem } from '../problems';
import { skippedRows } from '../skipped';
import type { Stage } from '../stage';
import * as stored from '@/lib/store/stored';

/**
 * Reads every network's devices, kind by kind. What could not be read keeps its last known rows and
 * is named in the run; a device is gone only when its network's list of its kind was read without it.
 */
export const devices: Stage<SyncClients> = {
  name: 'devices',
  concurrency: 4,
  after: 'networks',
  begin: ({ store }) => stored.networks.keys(store),
  async step({ run, store, clients, now, signal }, step) {
    const id = networkId(step);
    const network = await stored.networks.get(store, id);
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
        for (const { kind, list } of read) {
          const keys = list.rows.map(({ key }) => key);
          const known = await stored.devices.getMany(transaction, keys);
          const before = new Map(known.map((device) => [device.key, device]));
          for (const device of list.rows) {
            const had = before.get(device.key);
            if (had) await noticeReplacement(transaction, had, device, at);
          }
          await stored.devices.putAll(
            transaction,
            list.rows.map((device) => ({
              ...remembering(device, before.get(device.key)),
              runId: run.id,
              readAt: at,
            })),
          );
          await stored.deviceMatches.changeMany(transaction, keys, (match) =>
            match.networkId === id ? match : { ...match, networkId: id },
          );
          // A row that does not parse today is still a device: its last known values stay.
          await stored.devices.changeMany(
            transaction,
            list.skipped.map((row) => deviceKey(kind, row.id)),
            (device) => ({ ...device, runId: run.id }),
          );
        }
        await stored.networks.put(transaction, {
          ...network,
          // A row without an id may be any device: then none that is not listed is gone.
          kindsRead: read.flatMap(({ kind, list }) => (hasUnknownRows(list) ? [] : [kind])),
          withoutDevices: isEmpty(kinds) ?? network.withoutDevices,
        });
      },
    };
  },
  end({ run, now }) {
    const at = new Date(now()).toISOString();
    return Promise.resolve({
      async write(transaction) {
        const networks = new Map(
          (await stored.networks.all(transaction)).map((each) => [each.id, each]),
        );
        const gone: Device[] = [];
        const present: Device[] = [];
        for (const device of await stored.devices.all(transaction)) {
          const { runId, networkId, kind } = device;
          const left =
            runId !== run.id && (networks.get(networkId)?.kindsRead.includes(kind) ?? true);
          (left ? gone : present).push(device);
        }
        await settleDepartures(transaction, { gone, present }, at);
      },
    });
  },
};

type DeviceList = Awaited<ReturnType<SyncClients['datto']['listDevices']>>;

/** Whether the network has no devices; `null` where a list that could not be read may hold one. */
function isEmpty(kinds: readonly { readonly list?: DeviceList }[]): boolean | null {
  if (kinds.some(({ list }) => list && list.rows.length + list.skipped.length > 0)) return false;
  const answered = kinds.every(({ list }) => list !== undefined);
  return answered && kinds.some(({ list }) => list?.supported) ? true : null;
}

/** Lists lack the serial number of access points; one that the single call told does not change. */
function remembering(device: Device, known: Device | undefined): Device {
  return device.serialNumber === null && known?.serialNumber && known.mac === device.mac
    ? { ...device, serialNumber: known.serialNumber }
    : device;
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
