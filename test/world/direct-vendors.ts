import { createDatto } from '@/test/simulator/datto/routes';
import type { SimulatorAnswer, SimulatorRequest } from '@/test/simulator/exchange';
import { Faults } from '@/test/simulator/faults';
import { destinationOf } from '@/test/simulator/hosts';
import { createItGlue } from '@/test/simulator/itglue/routes';
import { RequestLog } from '@/test/simulator/request-log';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { Clock } from './clock';
import type { Vendors } from './vendors';

/**
 * Both simulated APIs without a server between: the same handlers, requests and faults, but as fast
 * as hundreds of syncs in a test need it.
 */
export class DirectVendors implements Vendors {
  readonly clock = new Clock();
  readonly requests = new RequestLog();
  readonly faults = new Faults();
  readonly #datto;
  readonly #itGlue;

  constructor(readonly tenant: Tenant) {
    this.#datto = createDatto(tenant);
    this.#itGlue = createItGlue(tenant);
  }

  close(): Promise<void> {
    this.faults.clear();
    return Promise.resolve();
  }

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const request = requestOf(address, init);
    const { host, method, target } = request;
    const destination = destinationOf(host, target, request.headers);
    const { api } = destination;
    if (api !== 'datto' && api !== 'itglue') throw new Error(`No API answers ${address}`);
    const now = () => this.clock.now();
    const log = (status: number) =>
      this.requests.add({ at: now(), api, host, method, path: target, status });
    const perform = (): SimulatorAnswer =>
      destination.api === 'datto'
        ? this.#datto(
            request,
            destination.server,
            now() + this.tenant.datto.clockOffsetSeconds * 1000,
          )
        : this.#itGlue(request, destination.api === 'itglue' ? destination.region : 'us', now());

    await new Promise((resolve) => setImmediate(resolve));
    let answer: SimulatorAnswer | undefined;
    for (const { fault, released } of this.faults.take({ api, host, method, path: target })) {
      if (fault.kind === 'answer') {
        log(fault.status);
        const { body, status, headers = {} } = fault;
        return new Response(JSON.stringify(body), { status, headers });
      }
      if (fault.kind !== 'reset' && fault.kind !== 'server-error' && fault.kind !== 'hang')
        throw new Error(`No ${fault.kind} without a server`);
      if (fault.effect === 'after') answer ??= perform();
      if (fault.kind === 'hang') {
        await Promise.race([released, aborted(init.signal)]);
        continue;
      }
      log(fault.kind === 'server-error' ? (fault.status ?? 500) : 0);
      if (fault.kind === 'reset') throw new TypeError('fetch failed');
      return new Response('<h1>Error</h1>', { status: fault.status ?? 500 });
    }
    const { status, headers, body, unanswered } = answer ?? perform();
    log(unanswered ? 0 : status);
    if (unanswered) return aborted(init.signal);
    return new Response(status === 204 ? null : body, { status, headers });
  };
}

export function requestOf(address: string, init: RequestInit): SimulatorRequest {
  const url = new URL(address);
  return {
    method: init.method ?? 'GET',
    host: url.host,
    path: url.pathname,
    target: url.pathname + url.search,
    query: url.searchParams,
    headers: Object.fromEntries(new Headers(init.headers)),
    body: typeof init.body === 'string' ? init.body : '',
  };
}

/** Rejects when the request is given up. */
function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
