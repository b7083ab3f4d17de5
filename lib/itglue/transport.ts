import ky, { HTTPError, TimeoutError } from 'ky';
import { unlessAborted } from '@/lib/model/unless-aborted';
import type { Region } from '@/lib/model/settings';
import type { Budget } from './budget';
import { errorDetails } from './error-details';
import { accessRefusal } from './access-refusal';
import {
  ItGlueError,
  kindOfStatus,
  refusesAccess,
  type ItGlueErrorKind,
  type FailedWriteOutcome,
} from './errors';
import { parseJson } from './json';
import { forgetfulMemory, type AccountMemory } from './account-memory';
import { apiOrigins } from './regions';
import { secretsIn } from './secrets';
import type { ServerClock } from './server-clock';

export interface TransportOptions {
  readonly apiKey: string;
  readonly region: Region;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From 0 up to but not including 1; spreads the repetitions of many clients. */
  readonly random: () => number;
  readonly budget: Budget;
  /** What was found out of the account; nothing outlives the client by default. */
  readonly memory?: AccountMemory | undefined;
  /** Told of the `Date` header of each answer: see the server clock. */
  readonly heard?: ServerClock['heard'] | undefined;
  /** What IT Glue may ask to wait within a call, milliseconds; longer waits are the caller's. A minute by default. */
  readonly longestPause?: number | undefined;
  /** How often a call that failed is repeated, 4 times by default. */
  readonly repetitions?: number | undefined;
}

/**
 * Finds out whether the key itself is refused, once for many refusals at a time.
 * @returns what the check failed with; `null` where the key was taken
 */
export type KeyCheck = () => Promise<ItGlueError | null>;

export type Query = Readonly<Record<string, string>>;

export interface Transport {
  readonly memory: AccountMemory;
  /**
   * Reads; repeated with growing pauses while the failure may pass.
   * @param late what to do where no answer comes in time (a time-out, or a gateway's 504); `repeat`
   * by default
   */
  get(path: string, query?: Query, late?: 'repeat' | 'fail'): Promise<unknown>;
  /** Writes; repeated only after 429, which IT Glue answers before any effect. */
  send(method: 'POST' | 'PATCH' | 'DELETE', path: string, body: unknown): Promise<unknown>;
}

const mediaType = 'application/vnd.api+json';
/** A page of 1000 rows takes IT Glue many seconds. */
const timeoutMs = 60_000;

/** A failed attempt that has no HTTP status of its own. */
class AttemptError extends Error {
  constructor(
    readonly kind: ItGlueErrorKind,
    readonly sent: boolean,
  ) {
    super(kind);
  }
}

/**
 * HTTP to IT Glue: key, budget, repetition, and every failure as an {@link ItGlueError}.
 * @param signal ends reads and all waiting at once; a write that was sent is left to its answer
 * @param checkKey tells a refused key from a thing that is out of its reach; without it, an answer
 * of 401 or 403 to a call is one to the key
 */
export function createTransport(
  options: TransportOptions,
  signal?: AbortSignal,
  checkKey?: KeyCheck,
): Transport {
  const { apiKey, region, now, random, budget, repetitions = 4, longestPause = 60_000 } = options;

  async function call(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    query: Query,
    body: unknown,
    late: 'repeat' | 'fail' = 'repeat',
  ): Promise<unknown> {
    const write = method !== 'GET';
    const text = body === undefined ? undefined : JSON.stringify(body);
    let answer: unknown;
    let received = '';
    const ending = new AbortController();
    let underWay = false;
    const end = () => {
      if (!write || !underWay) ending.abort();
    };

    /** One attempt including its body, so that time-out and repetition cover a cut answer, too. */
    async function attempt(url: string, attemptEnds: AbortSignal): Promise<Response> {
      const sentAt = now();
      const response = await options
        .fetch(url, {
          method,
          headers: {
            'x-api-key': apiKey,
            accept: mediaType,
            ...(text !== undefined && { 'content-type': mediaType }),
          },
          ...(text !== undefined && { body: text }),
          signal: attemptEnds,
          // The portal's cookies are not for the API, and its key is for no other host.
          credentials: 'omit',
          redirect: 'error',
          cache: 'no-store',
        })
        .catch(() => {
          throw new AttemptError('offline', true);
        });
      options.heard?.(response.headers.get('date'), sentAt);
      received = await response.text().catch(() => {
        throw new AttemptError('transient', true);
      });
      try {
        answer = received === '' && write ? undefined : parseJson(received);
      } catch {
        if (response.ok) throw new AttemptError('transient', true);
        answer = undefined;
      }
      return new Response(null, { status: response.status, headers: response.headers });
    }

    try {
      signal?.addEventListener('abort', end);
      if (signal?.aborted) end();
      const sent = ky(apiOrigins[region] + path, {
        method,
        signal: ending.signal,
        searchParams: query,
        timeout: timeoutMs,
        fetch: (input, init) => {
          const request = new Request(input, init);
          underWay = true;
          return attempt(request.url, request.signal).finally(() => {
            underWay = false;
          });
        },
        hooks: {
          beforeRequest: [
            async () => {
              if (!/^[\x21-\x7e]+$/.test(apiKey)) throw new AttemptError('credentials', false);
              await budget.acquire(ending.signal).catch(() => {
                throw new AttemptError('transient', false);
              });
              ending.signal.throwIfAborted();
            },
          ],
        },
        retry: {
          limit: repetitions,
          methods: ['get', 'post', 'patch', 'delete'],
          statusCodes: [408, 429, 500, 502, 503, 504],
          afterStatusCodes: [429, 503],
          retryOnTimeout: true,
          delay: (count) => 1000 * 2 ** (count - 1),
          jitter: (delay) => delay * (0.5 + random() / 2),
          shouldRetry: ({ error, retryCount }) => {
            // Minutes of waiting for time-outs would be worse than the failure.
            if (error instanceof TimeoutError && retryCount > 1) return false;
            if (signal?.aborted) return false;
            if (late === 'fail' && isLate(error)) return false;
            return mayRepeat(error, write, now(), longestPause) ? undefined : false;
          },
        },
      });
      // Not every fetch heeds its signal.
      await unlessAborted(sent, ending.signal);
      return answer;
    } catch (error) {
      throw await confirmed(failure(error));
    } finally {
      signal?.removeEventListener('abort', end);
    }

    function failure(error: unknown): ItGlueError {
      const request = `${method} ${path}`;
      const outcome = (sure: FailedWriteOutcome | null): FailedWriteOutcome | null =>
        write ? (sure ?? 'unknown') : null;
      if (ending.signal.aborted)
        return new ItGlueError({ kind: 'aborted', request, outcome: outcome('not-sent') });
      if (error instanceof HTTPError) {
        const { status, headers } = error.response;
        const kind = refusesAccess(status) ? accessRefusal(answer, received) : kindOfStatus(status);
        const refused = status >= 400 && status < 500 && kind !== 'timeout';
        return new ItGlueError({
          kind,
          request,
          status,
          outcome: outcome(refused ? 'refused' : null),
          ...errorDetails(answer, [apiKey, ...secretsIn(body)]),
          retryAfterMs: retryAfter(headers, now()),
        });
      }
      if (error instanceof TimeoutError)
        return new ItGlueError({ kind: 'timeout', request, outcome: outcome(null) });
      if (error instanceof AttemptError)
        return new ItGlueError({
          kind: error.kind,
          request,
          outcome: outcome(error.sent ? null : 'not-sent'),
        });
      return new ItGlueError({ kind: 'transient', request, outcome: outcome(null) });
    }
  }

  /** What is refused to the call may be refused to the key altogether. */
  async function confirmed(error: ItGlueError): Promise<ItGlueError> {
    const doubtful = error.status !== null && refusesAccess(error.status);
    if (!checkKey || !doubtful || error.kind === 'out-of-reach') return error;
    try {
      const refusal = await unlessAborted(checkKey(), signal);
      if (refusal === null) return new ItGlueError({ ...error, kind: 'out-of-reach' });
      const details = error.details.length > 0 ? error.details : refusal.details;
      return new ItGlueError({ ...error, kind: refusal.kind, details });
    } catch (other) {
      if (!signal?.aborted) throw other;
      return new ItGlueError({ ...error, kind: 'aborted' });
    }
  }

  return {
    memory: options.memory ?? forgetfulMemory(now),
    get: (path, query = {}, late) => call('GET', path, query, undefined, late),
    send: (method, path, body) => call(method, path, {}, body),
  };
}

const isLate = (error: Error): boolean =>
  error instanceof TimeoutError || (error instanceof HTTPError && error.response.status === 504);

/** Whether a repetition is safe and may help; ky then decides by status and `Retry-After`. */
function mayRepeat(error: Error, write: boolean, now: number, longest: number): boolean {
  if (error instanceof HTTPError) {
    if (write && error.response.status !== 429) return false;
    return (retryAfter(error.response.headers, now) ?? 0) <= longest;
  }
  if (error instanceof AttemptError) return !write && error.sent;
  return !write;
}

/** `Retry-After` in milliseconds: seconds, or a date. */
function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim();
  if (!text) return null;
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(milliseconds) ? null : Math.max(0, milliseconds);
}
