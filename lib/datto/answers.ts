import * as z from 'zod/mini';
import type { Device, DeviceKind } from '@/lib/model/device';
import type { ClientHistory, NodeHistory, PowerUsage } from '@/lib/model/history';
import type { NetworkId } from '@/lib/model/ids';
import type { Network } from '@/lib/model/network';
import type { NetworkClient } from '@/lib/model/sighting';
import type { SwitchPort } from '@/lib/model/switch-port';
import { mergeOddFields, type Rows } from '@/lib/model/rows';
import { toAccessPoint } from './access-point';
import { DattoError } from './errors';
import { nodeHistories, powerUsage, toNodeHistories, toPowerUsage } from './history';
import { clientHistories, toClientHistories } from './history-clients';
import type { Answer } from './host-choice';
import { toManagedPower } from './managed-power';
import { toNetwork } from './network';
import { isD200, toRouter } from './router';
import { OddFields } from '@/lib/wire/odd-fields';
import { wrongFields } from '@/lib/wire/wrong-fields';
import { keyed, list } from '@/lib/wire/shapes';
import { identified, readRows } from './rows';
import { generalSettings, isMade, settings, toSsid, type SsidRows } from './settings';
import { clientList, clientRows, toNetworkClient } from './network-clients';
import { toSwitch } from './switch';
import { switchWithPorts, toSwitchPort } from './switch-ports';

/*
 * Answer → model. An answer whose outer form is wrong is a `malformed` DattoError; inside a list, each
 * row stands for itself.
 */

const networkList = z.object({ networks: list });
const nodeList = z.object({ nodes: keyed });
const switchList = z.object({ switches: list });
const powerStripList = z.object({ powerstrips: list });
const routerList = z.object({ routers: list });

export function readNetworkList(answer: Answer): Rows<Network> {
  const { networks } = valid(networkList, answer);
  return readRows(identified(networks, 'id'), (_, row, odd) => toNetwork(row, odd));
}

export function readSettings(answer: Answer, network: NetworkId): SsidRows {
  const { ssids, network: wire } = valid(settings, answer);
  const made = Object.entries(ssids ?? {}).filter(([, row]) => isMade(row));
  const odd = new OddFields();
  const general = odd.tryParse('network-settings', generalSettings, wire)?.general;
  const read = readRows(made, (number, row, oddFields) => toSsid(number, row, network, oddFields));
  return {
    ...read,
    oddFields: mergeOddFields(odd.list, read.oddFields),
    location: general?.location ?? null,
  };
}

export function readDeviceList(answer: Answer, kind: DeviceKind, network: NetworkId): Rows<Device> {
  switch (kind) {
    case 'access-point':
      return readRows(Object.entries(valid(nodeList, answer).nodes), (id, row, odd) =>
        toAccessPoint(id, row, network, odd),
      );
    case 'switch':
      return readRows(identified(valid(switchList, answer).switches, 'id'), (_, row, odd) =>
        toSwitch(row, network, odd),
      );
    case 'managed-power':
      return readRows(
        identified(valid(powerStripList, answer).powerstrips, 'powerstrip_id'),
        (_, row, odd) => toManagedPower(row, network, odd),
      );
    case 'router':
      return readRows(
        identified(valid(routerList, answer).routers.filter(isD200), 'router_id'),
        (_, row, odd) => toRouter(row, network, odd),
      );
  }
}

/** @param id of the device; a node's own answer does not have it */
export function readDeviceAnswer(
  answer: Answer,
  kind: DeviceKind,
  id: string,
  network: NetworkId,
): Device {
  const { host, json } = answer;
  if (kind === 'router' && !isD200(json)) throw new DattoError('not-found', host);
  try {
    switch (kind) {
      case 'access-point':
        return toAccessPoint(id, json, network, new OddFields());
      case 'switch':
        return toSwitch(json, network, new OddFields());
      case 'managed-power':
        return toManagedPower(json, network, new OddFields());
      case 'router':
        return toRouter(json, network, new OddFields());
    }
  } catch (error) {
    throw malformed(error, answer);
  }
}

/** A switch's ports, of its own answer. */
export function readSwitchPorts(answer: Answer): Rows<SwitchPort> {
  const { ports } = valid(switchWithPorts, answer);
  return readRows(identified(ports ?? [], 'id'), (_, row, odd) => toSwitchPort(row, odd));
}

/** The wireless clients of a network. */
export function readClientList(answer: Answer): Rows<NetworkClient> {
  const { clients } = valid(clientList, answer);
  const read = readRows(clientRows(clients), (mac, row, odd) => toNetworkClient(mac, row, odd));
  return { ...read, rows: read.rows.filter((client) => client !== null) };
}

/** What a network's access points did in a period. */
export const readNodeHistories = (answer: Answer): NodeHistory[] =>
  toNodeHistories(valid(nodeHistories, answer));

/** Every client of a network in a period. */
export const readClientHistories = (answer: Answer): readonly ClientHistory[] =>
  toClientHistories(valid(clientHistories, answer));

/** What a power strip used in a period. */
export const readPowerUsage = (answer: Answer): PowerUsage =>
  toPowerUsage(valid(powerUsage, answer));

function valid<Schema extends z.ZodMiniType>(schema: Schema, answer: Answer): z.output<Schema> {
  const result = schema.safeParse(answer.json);
  if (!result.success) throw malformed(result.error, answer);
  return result.data;
}

function malformed(error: unknown, { host }: Answer): unknown {
  if (!(error instanceof z.core.$ZodError)) return error;
  return new DattoError('malformed', host, { wrong: wrongFields(error) });
}
