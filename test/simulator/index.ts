import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from './certificate';
import { createControl } from './control';
import { createDatto } from './datto/routes';
import { Faults } from './faults';
import { simulatorFetch } from './fetch';
import { createItGlue } from './itglue/routes';
import { portalSource } from './portal-source';
import { createPortal } from './portal';
import { RequestLog } from './request-log';
import { listener } from './server';
import { demoTenant } from './tenant/demo';
import type { Tenant } from './tenant/tenant';

export interface SimulatorOptions {
  /** What the two vendors hold; default the demo tenant. */
  tenant?: Tenant;
  /** The TLS port on 127.0.0.1; default 0, any free one. */
  port?: number;
  /** A second, plain HTTP port for clients that only take a base address; 0 for any free one, default none. */
  httpPort?: number;
  /** The vendors' clock in milliseconds since the epoch; default the machine's. */
  now?: () => number;
  /**
   * `false`: each connection serves one request. Browsers send a request again by themselves, POST included, when a
   * connection that had served one before is reset without an answer.
   */
  keepAlive?: boolean;
}

export interface Simulator {
  readonly tenant: Tenant;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly datto: {
    /** Seconds Datto's clock is ahead of (negative: behind) the simulator's. */
    clockOffsetSeconds: number;
  };
  readonly port: number;
  readonly httpPort: number | undefined;
  readonly certPem: string;
  /** Base64 SHA-256 of the certificate's public key. */
  readonly spki: string;
  /** The portal's address as the browser sees it, `https://<subdomain>.itglue.com`. */
  readonly portalUrl: string;
  /** A fetch for Node that reaches the simulator under the vendors' own host names, certificate checked. */
  readonly fetch: typeof globalThis.fetch;
  /** The switches with which Chromium reaches the simulator under the vendors' own host names. */
  chromiumArgs(): string[];
  close(): Promise<void>;
}

/** Starts both vendors' APIs and the portal on loopback: one process, one TLS port, told apart by host name. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const tenant = options.tenant ?? demoTenant();
  const now = options.now ?? Date.now;
  const certificate = await makeCertificate();
  const faults = new Faults();
  const requests = new RequestLog();
  const datto = createDatto(tenant);
  const itGlue = createItGlue(tenant);
  const portal = createPortal(
    portalSource(() => tenant.itglue),
    () => tenant.quirks.portal,
  );

  const serve = listener({
    faults,
    requests,
    now,
    answer: (destination, request, skewSeconds) =>
      destination.api === 'datto'
        ? datto(
            request,
            destination.server,
            now() + (tenant.datto.clockOffsetSeconds + skewSeconds) * 1000,
          )
        : itGlue(request, destination.region, now()),
    control: createControl(() => tenant, faults, requests),
    portal: ({ subdomain }, request, response) => {
      if (subdomain === undefined || subdomain === tenant.itglue.subdomain)
        portal(request, response);
      else response.writeHead(404, { 'content-type': 'text/plain' }).end('No such account');
    },
  });
  const tls = createTlsServer({ key: certificate.keyPem, cert: certificate.certPem }, serve);
  const plain = options.httpPort === undefined ? undefined : createPlainServer(serve);
  const port = await listen(tls, options.port ?? 0);
  if (options.keepAlive === false) tls.maxRequestsPerSocket = 1;
  const httpPort = plain && (await listen(plain, options.httpPort ?? 0));
  const client = simulatorFetch(port, certificate.certPem);
  const { region, subdomain } = tenant.itglue;

  return {
    tenant,
    faults,
    requests,
    datto: tenant.datto,
    port,
    httpPort,
    certPem: certificate.certPem,
    spki: certificate.spki,
    portalUrl: `https://${subdomain}${region === 'us' ? '' : `.${region}`}.itglue.com`,
    fetch: client.fetch,
    chromiumArgs: () => [
      `--host-resolver-rules=MAP *.itglue.com:443 127.0.0.1:${port}, MAP *.cloudtrax.com:443 127.0.0.1:${port}`,
      `--ignore-certificate-errors-spki-list=${certificate.spki}`,
    ],
    async close() {
      faults.clear();
      await client.close();
      await Promise.all([tls, ...(plain ? [plain] : [])].map(stop));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
