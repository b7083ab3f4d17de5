import { createDatto } from '@/test/simulator/datto/routes';
import type { SimulatorAnswer, SimulatorRequest } from '@/test/simulator/exchange';
import { Faults } from '@/test/simulator/faults';
import { destinationOf } from '@/test/simulator/hosts';
import { createItGlue } from '@/test/simulator/itglue/routes';
import { RequestLog } from '@/test/simulator/request-log';
import { Random } from '@/test/simulator/tenant/random';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { requestOf } from '@/test/world/direct-vendors';
import type { Vendors } from '@/test/world/vendors';
import { fateOf, type Fate } from './fates';
import { oddly } from './odd-answers';
import type { VirtualTime } from './virtual-time';

/** A request that went wrong, as a story tells it. */
export interface Mishap {
  /** Its number among all requests of the run. */
  readonly exchange: number;
  readonly method: string;
  readonly path: string;
  readonly fate: Fate;
}

export interface FaultOptions {
  readonly seed: number;
  /** The share of requests that go wrong. */
  readonly rate: number;
  /** Only these requests go wrong, by their numbers; all where absent. */
  readonly only?: ReadonlySet<number> | undefined;
}

/** Both simulated APIs behind a network that fails by chance of the seed, in virtual time. */
export class FaultyVendors implements Vendors {
  readonly requests = new RequestLog();
  readonly faults = new Faults();
  readonly mishaps: Mishap[] = [];
  /** Nothing goes wrong any more where it is set. */
  calm = false;
  exchanges = 0;
  readonly #datto;
  readonly #itGlue;

  constructor(
    readonly tenant: Tenant,
    readonly clock: VirtualTime,
    private readonly options: FaultOptions,
  ) {
    this.#datto = createDatto(tenant);
    this.#itGlue = createItGlue(tenant);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #perform(request: SimulatorRequest): SimulatorAnswer {
    const destination = destinationOf(request.host, request.target, request.headers);
    const { api } = destination;
    const now = this.clock.now();
    if (api !== 'datto' && api !== 'itglue') throw new Error(`No API answers ${request.host}`);
    const answer =
      destination.api === 'datto'
        ? this.#datto(
            request,
            destination.server,
            now + this.tenant.datto.clockOffsetSeconds * 1000,
          )
        : this.#itGlue(request, destination.api === 'itglue' ? destination.region : 'us', now);
    const { host, method, target: path } = request;
    this.requests.add({ at: now, api, host, method, path, status: answer.status });
    return answer;
  }

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const request = requestOf(address, init);
    const exchange = this.exchanges++;
    const { seed, rate, only } = this.options;
    const random = Random.of(seed, 'latency', exchange);
    const write = request.method !== 'GET';
    const removable = write && /configurations$/.test(request.path);
    const due = this.calm || (only && !only.has(exchange)) ? 0 : rate;
    const fate = fateOf(seed, exchange, due, { write, removable });
    const aborted = abortOf(init.signal);
    if (!fate) {
      await Promise.race([this.clock.wait(random.between(20, 400)), aborted]);
      return responseOf(this.#perform(request));
    }
    const { method, target: path } = request;
    this.mishaps.push({ exchange, method, path, fate });
    return Promise.race([this.#meet(request, fate, random), aborted]);
  };

  /** What a request meets; it goes on when its client has given up. */
  async #meet(request: SimulatorRequest, fate: Fate, random: Random): Promise<Response> {
    const { clock } = this;
    const later = (milliseconds: number | null) => {
      if (milliseconds !== null) void clock.wait(milliseconds).then(() => this.#perform(request));
    };
    await clock.wait(random.between(20, 400));
    switch (fate.kind) {
      case 'slow': {
        await clock.wait(fate.effect);
        const answer = this.#perform(request);
        await clock.wait(fate.answer - fate.effect);
        return responseOf(answer);
      }
      case 'gateway':
        later(fate.effect);
        await clock.wait(fate.answer);
        return new Response('<h1>Bad gateway</h1>', { status: fate.status });
      case 'error':
        if (fate.effect) this.#perform(request);
        return new Response('{"errors":[{"title":"Internal error"}]}', { status: 500 });
      case 'reset':
        later(fate.effect);
        throw new TypeError('fetch failed');
      case 'limited': {
        const headers = fate.retryAfter === null ? {} : { 'retry-after': String(fate.retryAfter) };
        return new Response('{}', { status: 429, headers });
      }
      case 'truncated': {
        const { body, ...answer } = this.#perform(request);
        return responseOf({ ...answer, body: body.slice(0, body.length / 2) });
      }
      case 'malformed':
        return responseOf({ ...this.#perform(request), body: '{"data":' });
      case 'html':
        return responseOf({ ...this.#perform(request), body: '<html>Maintenance</html>' });
      case 'doubled':
        this.#perform(request);
        return responseOf(this.#perform(request));
      case 'odd': {
        const answer = this.#perform(request);
        return responseOf({ ...answer, body: oddly(answer.body, fate) });
      }
    }
  }
}

function responseOf({ status, headers, body }: SimulatorAnswer): Response {
  return new Response(status === 204 ? null : body, { status, headers });
}

/** Rejects when the request is given up. */
function abortOf(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal?.aborted) reject(signal.reason as Error);
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
