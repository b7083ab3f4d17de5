import type { SimulatorAnswer, SimulatorRequest } from '../exchange';
import type { DattoHost } from '../hosts';
import type { Tenant } from '../tenant/tenant';
import { createAuthorize } from './authorize';
import { dattoAnswer, dattoError } from './errors';
import { isPeriod, nodeHistory, powerStripUsage } from './history';
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
export function createDatto({ datto: state }: Tenant): DattoHandler {
  const authorize = createAuthorize(state);

  return (request, server, serverTime) => {
    if (request.method === 'GET' && request.path === '/time' && server !== 'api-v3') {
      return dattoAnswer({ time: new Date(serverTime).toISOString().replace(/\.\d+Z/, 'Z') });
    }
    const key = authorize(request, server, Math.floor(serverTime / 1000));
    if ('status' in key) return key;
    const routes = request.method === 'GET' ? [...readRoutes, ...routerRoutes(state)] : [];
    for (const [pattern, serves, answer] of routes) {
      const match = pattern.exec(request.path);
      if (match && serves(server)) {
        return answer({ state, key, request, server, serverTime }, Number(match[1] ?? 0));
      }
    }
    return dattoError(1002, 'request');
  };
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
    withDevice('powerStrips', (row, _network, call) =>
      powerStripUsage(row, period(call), call.serverTime),
    ),
  ],
  [
    /^\/history\/network\/(\d+)\/nodes$/,
    main,
    withNetwork((network, call) => nodeHistory(network, period(call), call.serverTime)),
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

function listNetworks({ state, key, server }: Call): SimulatorAnswer {
  const visible = state.networks.filter(({ id }) => key.networkId === null || key.networkId === id);
  return dattoAnswer({ networks: visible.map((network) => networkRow(network, server !== 'api')) });
}

function withNetwork(body: (network: DattoNetwork, call: Call) => unknown): Route[2] {
  return (call, id) => {
    if (call.key.networkId !== null && call.key.networkId !== id)
      return dattoError(13009, 'authorize');
    const network = call.state.networks.find((candidate) => candidate.id === id);
    return network === undefined ? dattoError(12000, 'network') : dattoAnswer(body(network, call));
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
      return dattoAnswer(body(device, network, call));
    }
    return dattoError(1017, list);
  };
}

function period({ request }: Call): string {
  const asked = request.query.get('period') ?? 'day';
  return isPeriod(asked) ? asked : 'day';
}
