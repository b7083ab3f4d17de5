import { z } from 'zod';
import type { Device, DeviceKind } from '@/lib/model/device';
import type { NetworkId } from '@/lib/model/ids';
import type { Network } from '@/lib/model/network';
import type { Rows } from '@/lib/model/rows';
import type { Ssid } from '@/lib/model/ssid';
import { toAccessPoint } from './access-point';
import { DattoError } from './errors';
import type { Answer } from './host-choice';
import { toManagedPower } from './managed-power';
import { toNetwork } from './network';
import { isD200, toRouter } from './router';
import { identified, keyed, zodIssues, readRows } from './rows';
import { settings, toSsid } from './settings';
import { toSwitch } from './switch';

/*
 * Answer → model. An answer whose outer form is wrong is a `malformed` DattoError; inside a list, each
 * row stands for itself.
 */

const list = z.array(z.unknown());
const networkList = z.object({ networks: list });
const nodeList = z.object({ nodes: keyed });
const switchList = z.object({ switches: list });
const powerStripList = z.object({ powerstrips: list });
const routerList = z.object({ routers: list });

export function readNetworkList(answer: Answer): Rows<Network> {
  const { networks } = valid(networkList, answer);
  return readRows(identified(networks, 'id'), (_, row) => toNetwork(row));
}

export function readSettings(
  answer: Answer,
  network: NetworkId,
): Rows<Ssid> & { location: string | null } {
  const { ssids, network: wire } = valid(settings, answer);
  const made = Object.entries(ssids ?? {}).filter(([, row]) => row !== null);
  return {
    ...readRows(made, (number, row) => toSsid(number, row, network)),
    location: wire?.general?.location ?? null,
  };
}

export function readDeviceList(answer: Answer, kind: DeviceKind, network: NetworkId): Rows<Device> {
  switch (kind) {
    case 'access-point':
      return readRows(Object.entries(valid(nodeList, answer).nodes), (id, row) =>
        toAccessPoint(id, row, network),
      );
    case 'switch':
      return readRows(identified(valid(switchList, answer).switches, 'id'), (_, row) =>
        toSwitch(row, network),
      );
    case 'managed-power':
      return readRows(
        identified(valid(powerStripList, answer).powerstrips, 'powerstrip_id'),
        (_, row) => toManagedPower(row, network),
      );
    case 'router':
      return readRows(
        identified(valid(routerList, answer).routers.filter(isD200), 'router_id'),
        (_, row) => toRouter(row, network),
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
  if (kind === 'router' && !isD200(json))
    throw new DattoError('not-found', host, { detail: 'not a D200' });
  try {
    switch (kind) {
      case 'access-point':
        return toAccessPoint(id, json, network);
      case 'switch':
        return toSwitch(json, network);
      case 'managed-power':
        return toManagedPower(json, network);
      case 'router':
        return toRouter(json, network);
    }
  } catch (error) {
    throw malformed(error, answer);
  }
}

function valid<Schema extends z.ZodType>(schema: Schema, answer: Answer): z.output<Schema> {
  const result = schema.safeParse(answer.json);
  if (!result.success) throw malformed(result.error, answer);
  return result.data;
}

function malformed(error: unknown, { host }: Answer): unknown {
  if (!(error instanceof z.ZodError)) return error;
  return new DattoError('malformed', host, { detail: zodIssues(error) });
}
