import { Agent, buildConnector, fetch as undiciFetch } from 'undici';

export interface SimulatorFetch {
  /** A WHATWG fetch that finds every https host name at the simulator. */
  fetch: typeof globalThis.fetch;
  close(): Promise<void>;
}

/**
 * Node has no --host-resolver-rules: this fetch connects to the loopback port whatever the host name is, and
 * checks the simulator's certificate for that name as it would check the vendor's.
 */
export function simulatorFetch(port: number, certPem: string): SimulatorFetch {
  const connect = buildConnector({ ca: certPem, timeout: 10_000 });
  const agent = new Agent({
    connect: (options, callback) =>
      connect(
        {
          ...options,
          hostname: '127.0.0.1',
          port: String(port),
          servername: options.servername ?? options.hostname,
        },
        callback,
      ),
    // A test's own server never goes idle in a way that matters; a hang is released by the test.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const fetch = ((input: string | URL | Request, init?: RequestInit) =>
    input instanceof Request
      ? requestParts(input).then(([url, parts]) =>
          undiciFetch(url, { ...parts, dispatcher: agent } as never),
        )
      : undiciFetch(input, {
          ...init,
          dispatcher: agent,
        } as never)) as unknown as typeof globalThis.fetch;
  return { fetch, close: () => agent.destroy() };
}

/** The package's fetch does not know the platform's Request objects (ky passes those), so they are taken apart. */
async function requestParts(request: Request): Promise<[string, RequestInit]> {
  const body = request.body === null ? null : await request.arrayBuffer();
  return [
    request.url,
    {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body,
      signal: request.signal,
      redirect: request.redirect,
    },
  ];
}
