import { createDatto } from '@/test/simulator/datto/routes';
import type { SimulatorAnswer, SimulatorRequest } from '@/test/simulator/exchange';
import { Faults } from '@/test/simulator/faults';
import { destinationOf } from '@/test/simulator/hosts';
import { createItGlue } from '@/test/simulator/itglue/routes';
import { RequestLog } from '@/test/simulator/request-log';
import type { Tenant } from '@/test/simulator/tenant/tenant';

/**
 * Both simulated APIs without a server between: the same handlers, requests and faults, but as fast
 * as hundreds of syncs in a test need it.
 */
export class DirectApis {
  readonly requests = new RequestLog();
  readonly faults = new Faults();
  /** Bodies of requests to IT Glue that write, as sent. */
  readonly written: { readonly request: string; readonly body: string }[] = [];
  readonly #datto;
  readonly #itGlue;

  constructor(
    readonly tenant: Tenant,
    readonly now: () => number,
  ) {
    this.#datto = createDatto(tenant);
    this.#itGlue = createItGlue(tenant);
  }

  fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address);
    const target = url.pathname + url.search;
    const method = init.method ?? 'GET';
    const headers = Object.fromEntries(new Headers(init.headers));
    const request: SimulatorRequest = {
      method,
      host: url.host,
      path: url.pathname,
      target,
      query: url.searchParams,
      headers,
      body: typeof init.body === 'string' ? init.body : '',
    };
    const destination = destinationOf(url.host, target, headers);
    const { api } = destination;
    if (api !== 'datto' && api !== 'itglue') throw new Error(`Nobody asks for ${address}`);
    const log = (status: number) =>
      this.requests.add({ at: this.now(), api, host: url.host, method, path: target, status });
    const perform = (): SimulatorAnswer => {
      if (api === 'itglue' && method !== 'GET')
        this.written.push({ request: `${method} ${url.pathname}`, body: request.body });
      return destination.api === 'datto'
        ? this.#datto(request, destination.server, this.now())
        : this.#itGlue(
            request,
            destination.api === 'itglue' ? destination.region : 'us',
            this.now(),
          );
    };

    await new Promise((resolve) => setImmediate(resolve));
    for (const { fault } of this.faults.take({ api, host: url.host, method, path: target })) {
      if (fault.kind === 'answer') {
        log(fault.status);
        return new Response(JSON.stringify(fault.body), { status: fault.status });
      }
      if (fault.kind !== 'reset' && fault.kind !== 'server-error' && fault.kind !== 'hang')
        throw new Error(`No ${fault.kind} without a server`);
      if (fault.effect === 'after') perform();
      log(fault.kind === 'server-error' ? (fault.status ?? 500) : 0);
      if (fault.kind === 'server-error')
        return new Response('<h1>Error</h1>', { status: fault.status ?? 500 });
      if (fault.kind === 'reset') throw new TypeError('fetch failed');
      return new Promise<never>(() => undefined);
    }
    const { status, headers: answered, body } = perform();
    log(status);
    return new Response(status === 204 ? null : body, { status, headers: answered });
  };
}
