import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';

export interface Proxy {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Hosts that were asked for and refused, in their order. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/**
 * A proxy on loopback that leads the vendors' host names to the simulator's TLS port and refuses every other: Firefox
 * has no counterpart of Chromium's --host-resolver-rules.
 */
export async function startProxy(simulatorPort: number): Promise<Proxy> {
  const refused: string[] = [];
  const server = createServer((request, response) => {
    refused.push(request.headers.host ?? request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, client, head) => {
    client.on('error', () => client.destroy());
    const host = request.url ?? '';
    if (!/\.(itglue|cloudtrax)\.com:443$/.test(host)) {
      refused.push(host);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(simulatorPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
