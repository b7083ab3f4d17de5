import type { SimulatorAnswer, SimulatorRequest } from '../exchange';
import type { DattoHost } from '../hosts';
import type { Quirks } from '../tenant/quirks';
import type { Tenant } from '../tenant/tenant';
import { createAuthorize } from './authorize';
import { dattoAnswer, dattoError } from './errors';
import { clientHistory, isPeriod, nodeHistory, powerStripUsage, type Span } from './history';
import { withOddTypes } from './odd-types';
import { refusalOf } from './reach';
import {
  networkRow,
  nodeListRow,
  nodeRow,
  powerStripListRow,
  powerStripRow,
  routerRow,
  switchListRow,
  switchRow,
} from './rows';
import { networkSettings } from './settings';
import type { DattoKey, DattoNetwork, DattoState } from './state';

export type DattoHandler = (
  request: SimulatorRequest,
  server: DattoHost | 'any',
  /** The server's clock in milliseconds since the epoch. */
  serverTime: number,
) => SimulatorAnswer;

interface Call {
  state: DattoState;
  quirks: Quirks;
  key: DattoKey;
  request: SimulatorRequest;
  server: DattoHost | 'any';
  serverTime: number;
}

type Route = [
  pattern: RegExp,
  serves: (server: DattoHost | 'any') => boolean,
  answer: (call: Call, id: number) => SimulatorAnswer,
];

/** The three Datto hosts over one state. */
export function createDatto(tenant: Tenant): DattoHandler {
  const { datto: state } = tenant;
  const authorize = createAuthorize(state);

  const answer: DattoHandler = (request, server, serverTime) => {
    if (request.method === 'GET' && request.path === '/time' && server !== 'api-v3') {
      return dattoAnswer({ time: new Date(serverTime).toISOString().replace(/\.\d+Z/, 'Z') });
    }
    const key = authorize(request, server, Math.floor(serverTime / 1000));
    if ('status' in key) return key;
    const routes = request.method === 'GET' ? [...readRoutes, ...routerRoutes(state)] : [];
    for (const [pattern, serves, route] of routes) {
      const match = pattern.exec(request.path);
      if (match && serves(server)) {
        const { quirks } = tenant;
        const call: Call = { state, quirks, key, request, server, serverTime };
        return route(call, Number(match[1] ?? 0));
      }
    }
    return dattoError(1002, 'request');
  };

  return (request, server, serverTime) => {
    const { headers, ...rest } = answer(request, server, serverTime);
    return { ...rest, headers: { ...headers, date: new Date(serverTime).toUTCString() } };
  };
}

/** A successful answer, unless the request is about what the key or the account lacks. */
function read(
  { quirks, request }: Call,
  about: { networkId?: number; deviceId?: number },
  body: () => unknown,
): SimulatorAnswer {
  const refusal = refusalOf(quirks.datto, request.path, about);
  if (refusal !== undefined) return dattoError(refusal, refusal === 1002 ? 'request' : 'authorize');
  return dattoAnswer(withOddTypes(body(), quirks.datto, quirks.seed));
}

const main = (server: DattoHost | 'any') => server !== 'api-v3';
const power = (server: DattoHost | 'any') => server === 'api-v3' || server === 'any';

const readRoutes: Route[] = [
  [/^\/network\/list$/, main, listNetworks],
  [/^\/network\/(\d+)\/settings$/, main, withNetwork((network) => networkSettings(network))],
  [
    /^\/node\/network\/(\d+)\/list$/,
    main,
    withNetwork((network) => ({
      nodes: Object.fromEntries(network.nodes.map((node) => [String(node.id), nodeListRow(node)])),
    })),
  ],
  [/^\/node\/(\d+)$/, main, withDevice('nodes', (node) => nodeRow(node))],
  [
    /^\/switch\/network\/(\d+)\/list$/,
    main,
    withNetwork((network) => ({ switches: network.switches.map(switchListRow) })),
  ],
  [/^\/switch\/(\d+)$/, main, withDevice('switches', (row) => switchRow(row))],
  [
    /^\/powerstrip\/network\/(\d+)\/list$/,
    power,
    withNetwork((network) => ({ powerstrips: network.powerStrips.map(powerStripListRow) })),
  ],
  [
    /^\/powerstrip\/(\d+)$/,
    power,
    withDevice('powerStrips', (row, network) => powerStripRow(row, network.id)),
  ],
  [
    /^\/powerstrip\/(\d+)\/usage$/,
    power,
    withDevice('powerStrips', (row, _network, call) => powerStripUsage(row, spanOf(call))),
  ],
  [
    /^\/history\/network\/(\d+)\/nodes$/,
    main,
    withNetwork((network, call) => nodeHistory(network, spanOf(call))),
  ],
  [
    /^\/history\/network\/(\d+)\/clients$/,
    main,
    withNetwork((network, call) => clientHistory(network, spanOf(call))),
  ],
];

/** ASSUMED: routers answer as the other kinds do, on the hosts that have them. */
function routerRoutes(state: DattoState): Route[] {
  const serves = (server: DattoHost | 'any') =>
    server === 'any' ? state.routerHosts.length > 0 : state.routerHosts.includes(server);
  return [
    [
      /^\/router\/network\/(\d+)\/list$/,
      serves,
      withNetwork((network) => ({ routers: network.routers.map(routerRow) })),
    ],
    [/^\/router\/(\d+)$/, serves, withDevice('routers', (row) => routerRow(row))],
  ];
}

function listNetworks(call: Call): SimulatorAnswer {
  const { state, key, server } = call;
  const visible = state.networks.filter(({ id }) => key.networkId === null || key.networkId === id);
  return read(call, {}, () => ({
    networks: visible.map((network) => networkRow(network, server !== 'api')),
  }));
}

function withNetwork(body: (network: DattoNetwork, call: Call) => unknown): Route[2] {
  return (call, id) => {
    if (call.key.networkId !== null && call.key.networkId !== id)
      return dattoError(13009, 'authorize');
    const network = call.state.networks.find((candidate) => candidate.id === id);
    return network === undefined
      ? dattoError(12000, 'network')
      : read(call, { networkId: id }, () => body(network, call));
  };
}

type DeviceList = 'nodes' | 'switches' | 'powerStrips' | 'routers';

function withDevice<List extends DeviceList>(
  list: List,
  body: (device: DattoNetwork[List][number], network: DattoNetwork, call: Call) => unknown,
): Route[2] {
  return (call, id) => {
    for (const network of call.state.networks) {
      const device = network[list].find((candidate) => candidate.id === id);
      if (device === undefined) continue;
      if (call.key.networkId !== null && call.key.networkId !== network.id) {
        return dattoError(13009, 'authorize');
      }
      return read(call, { networkId: network.id, deviceId: id }, () => body(device, network, call));
    }
    return dattoError(1017, list);
  };
}

function spanOf({ request, serverTime, quirks }: Call): Span {
  const asked = request.query.get('period') ?? 'day';
  return { period: isPeriod(asked) ? asked : 'day', now: serverTime, seed: quirks.seed };
}
