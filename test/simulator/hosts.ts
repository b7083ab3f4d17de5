import type { IncomingHttpHeaders } from 'node:http';

export type DattoHost = 'api' | 'api-v2' | 'api-v3';
export type Region = 'us' | 'eu' | 'au';

/** Which server a request is for. `any` stands for the loopback names, where one server plays several. */
export type Destination =
  | { api: 'control' }
  | { api: 'datto'; server: DattoHost | 'any' }
  | { api: 'itglue'; region: Region | 'any' }
  | { api: 'portal'; subdomain: string | undefined };

const dattoHosts: Record<string, DattoHost> = {
  'api.cloudtrax.com': 'api',
  'api-v2.cloudtrax.com': 'api-v2',
  'api-v3.cloudtrax.com': 'api-v3',
};
const itGlueHosts: Record<string, Region> = {
  'api.itglue.com': 'us',
  'api.eu.itglue.com': 'eu',
  'api.au.itglue.com': 'au',
};
const dattoPath = /^\/(network|node|switch|powerstrip|router|history|time)(\/|\?|$)/;

/** Finds the server by the Host header; on the loopback names, where all share one, by path and headers. */
export function destinationOf(
  host: string,
  path: string,
  headers: IncomingHttpHeaders,
): Destination {
  if (host === 'simulator.localhost' || path.startsWith('/__simulator')) return { api: 'control' };
  const server = dattoHosts[host];
  if (server !== undefined) return { api: 'datto', server };
  const region = itGlueHosts[host];
  if (region !== undefined) return { api: 'itglue', region };
  const portal = /^([a-z0-9-]+)(?:\.(?:eu|au))?\.itglue\.com$/.exec(host);
  if (portal) return { api: 'portal', subdomain: portal[1] };
  if (dattoPath.test(path)) return { api: 'datto', server: 'any' };
  if (headers['x-api-key'] !== undefined) return { api: 'itglue', region: 'any' };
  return { api: 'portal', subdomain: undefined };
}
