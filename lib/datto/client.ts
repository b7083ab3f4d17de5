import { splitDeviceKey, type Device, type DeviceKey, type DeviceKind } from '@/lib/model/device';
import type { ClientHistory, NodeHistory, Period, PowerUsage } from '@/lib/model/history';
import type { NetworkId } from '@/lib/model/ids';
import type { Network } from '@/lib/model/network';
import type { Rows } from '@/lib/model/rows';
import type { NetworkClient } from '@/lib/model/sighting';
import type { SwitchPort } from '@/lib/model/switch-port';
import {
  readClientHistories,
  readClientList,
  readDeviceAnswer,
  readDeviceList,
  readNetworkList,
  readNodeHistories,
  readPowerUsage,
  readSettings,
  readSwitchPorts,
} from './answers';
import { DattoError, type CredentialField } from './errors';
import { chooseHosts, type Answer } from './host-choice';
import { keyHosts, type DattoHost, type KeyHost } from './hosts';
import type { SsidRows } from './settings';
import { createTransport, type TransportOptions } from './transport';

export interface DattoClientOptions extends TransportOptions {
  /** The host that took this key before. */
  readonly host?: KeyHost | null | undefined;
  /** Told the host that takes this key, to be remembered. */
  readonly onHost?: ((host: KeyHost) => void) | undefined;
}

/** A network's devices of one kind. */
interface DeviceRows extends Rows<Device> {
  /** `false`: this account has no such endpoint. That is no failure, and there are no rows. */
  readonly supported: boolean;
}

interface SwitchWithPorts {
  readonly device: Device;
  readonly ports: Rows<SwitchPort>;
}

/** What a pair of keys turned out to be. */
type Verification =
  | {
      readonly ok: true;
      readonly host: DattoHost;
      /**
       * `account`: the key sees several networks. `network`: it may not list networks. A key that sees
       * one network or none can be either.
       */
      readonly level: 'account' | 'network' | 'unknown';
      /** How many networks the key can list. */
      readonly networkCount: number;
    }
  | {
      readonly ok: false;
      /** Which key is wrong; `null`: the pair is recognized, but expired or without rights. */
      readonly field: CredentialField | null;
      readonly error: DattoError;
    };

/**
 * Every call rejects with a {@link DattoError}, or with the signal's reason when it is aborted. A row
 * that cannot be read is in `skipped` and fails nothing.
 */
export interface DattoClient {
  listNetworks(signal?: AbortSignal): Promise<Rows<Network>>;
  readSsids(network: NetworkId, signal?: AbortSignal): Promise<SsidRows>;
  listDevices(network: NetworkId, kind: DeviceKind, signal?: AbortSignal): Promise<DeviceRows>;
  /** One device with what only its own call tells, such as an access point's serial number and clients. */
  readDevice(key: DeviceKey, network: NetworkId, signal?: AbortSignal): Promise<Device>;
  /** One switch with its ports, by one request. */
  readSwitch(key: DeviceKey, network: NetworkId, signal?: AbortSignal): Promise<SwitchWithPorts>;
  /** The wireless clients of a network in the last 24 hours. */
  listClients(network: NetworkId, signal?: AbortSignal): Promise<Rows<NetworkClient>>;
  /** What every access point of a network did in a period, by one request. */
  nodeHistories(network: NetworkId, period: Period): Promise<readonly NodeHistory[]>;
  /** Every client of a network in a period, wireless and wired. */
  clientHistories(network: NetworkId, period: Period): Promise<readonly ClientHistory[]>;
  /** What a power strip used in a period. */
  powerUsage(key: DeviceKey, period: Period): Promise<PowerUsage>;
  /** Tries the keys. Rejects where that cannot be told: offline, the server failing, the clock. */
  verify(signal?: AbortSignal): Promise<Verification>;
}

const segments = {
  'access-point': 'node',
  switch: 'switch',
  'managed-power': 'powerstrip',
  router: 'router',
} as const satisfies Record<DeviceKind, string>;

/** A client of the Datto Networking API for one pair of keys. Facts: `api/` of `cloudtrax/docs`. */
export function createDattoClient(options: DattoClientOptions): DattoClient {
  const transport = createTransport(options, () => hosts.keyHost() ?? keyHosts[0]);
  const hosts = chooseHosts(transport, options.host ?? null, (host) => options.onHost?.(host));
  let routersUnknown = false;

  function ask(kind: DeviceKind, path: string, signal?: AbortSignal): Promise<Answer> {
    switch (kind) {
      case 'access-point':
      case 'switch':
        return hosts.fromKeyHost(path, signal);
      case 'managed-power':
        return hosts.fromPowerStripHost(path, signal);
      case 'router':
        return hosts.fromRouterHosts(path, signal);
    }
  }

  return {
    async listNetworks(signal) {
      return readNetworkList(await hosts.fromKeyHost('/network/list', signal));
    },

    async readSsids(network, signal) {
      const path = `/network/${encodeURIComponent(network)}/settings`;
      return readSettings(await hosts.fromKeyHost(path, signal), network);
    },

    async listDevices(network, kind, signal) {
      const unsupported: DeviceRows = { rows: [], skipped: [], oddFields: [], supported: false };
      if (kind === 'router' && routersUnknown) return unsupported;
      try {
        const path = `/${segments[kind]}/network/${encodeURIComponent(network)}/list`;
        const answer = await ask(kind, path, signal);
        return { ...readDeviceList(answer, kind, network), supported: true };
      } catch (error) {
        if (!(error instanceof DattoError) || !tellsUnsupported(error, kind)) throw error;
        // It holds for the account: asking again for each network would tell the same.
        if (kind === 'router') routersUnknown = true;
        return unsupported;
      }
    },

    async readDevice(key, network, signal) {
      const { kind, id } = splitDeviceKey(key);
      const answer = await ask(kind, `/${segments[kind]}/${encodeURIComponent(id)}`, signal);
      return readDeviceAnswer(answer, kind, id, network);
    },

    async readSwitch(key, network, signal) {
      const { id } = splitDeviceKey(key);
      const answer = await ask('switch', `/switch/${encodeURIComponent(id)}`, signal);
      return {
        device: readDeviceAnswer(answer, 'switch', id, network),
        ports: readSwitchPorts(answer),
      };
    },

    async listClients(network, signal) {
      const path = `/history/network/${encodeURIComponent(network)}/clients?period=day`;
      return readClientList(await hosts.fromKeyHost(path, signal));
    },

    async nodeHistories(network, period) {
      const path = `/history/network/${encodeURIComponent(network)}/nodes?period=${period}`;
      return readNodeHistories(await hosts.fromKeyHost(path));
    },

    async clientHistories(network, period) {
      const path = `/history/network/${encodeURIComponent(network)}/clients?period=${period}`;
      return readClientHistories(await hosts.fromKeyHost(path));
    },

    async powerUsage(key, period) {
      const { kind, id } = splitDeviceKey(key);
      const path = `/${segments[kind]}/${encodeURIComponent(id)}/usage?period=${period}`;
      return readPowerUsage(await hosts.fromPowerStripHost(path));
    },

    async verify(signal) {
      try {
        const answer = await hosts.fromKeyHost('/network/list', signal);
        const { rows, skipped } = readNetworkList(answer);
        const networkCount = rows.length + skipped.length;
        const level = networkCount > 1 ? 'account' : 'unknown';
        return { ok: true, host: answer.host, level, networkCount };
      } catch (error) {
        if (!(error instanceof DattoError)) throw error;
        if (error.kind === 'credentials') return { ok: false, field: error.field, error };
        if (error.kind !== 'not-permitted' && error.kind !== 'out-of-reach') throw error;
        return { ok: true, host: error.host, level: 'network', networkCount: 0 };
      }
    },
  };
}

/**
 * Code 1002 says so for every kind. A 404 without a code does only for the kinds that not every
 * account has: access points and switches that are suddenly "not there" are a fault.
 */
function tellsUnsupported(error: DattoError, kind: DeviceKind): boolean {
  if (error.kind !== 'not-implemented') return false;
  return error.codes.includes(1002) || kind === 'router' || kind === 'managed-power';
}
