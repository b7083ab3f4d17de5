import ky, { isTimeoutError } from 'ky';
import PQueue from 'p-queue';
import * as z from 'zod/mini';
import { DattoError, errorCodesOf, failureOf, type CredentialField } from './errors';
import { powerStripHost, type DattoHost, type KeyHost } from './hosts';
import { retryAfterSeconds, sleep as realSleep } from './pause';
import { cryptographicNonce, sign } from './signing';

export interface TransportOptions {
  readonly publicKey: string;
  readonly secretKey: string;
  /** Called with a URL, headers and a signal; GET only. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since the epoch by the local clock. */
  readonly now: () => number;
  /** A value never given before; 128 random bits by default. */
  readonly randomNonce?: (() => string) | undefined;
  /** Seconds that the server's clock is ahead of the local one, as measured before; 0 by default. */
  readonly clockOffset?: number | undefined;
  /** Told a newly measured offset, in seconds, to be remembered. */
  readonly onClockOffset?: ((seconds: number) => void) | undefined;
  /** Milliseconds for one attempt, body included; 30,000 by default. */
  readonly timeout?: number | undefined;
  /** How many times a request that may succeed later is sent again; 4 by default. */
  readonly retries?: number | undefined;
  /** The longest back-off before the n-th retry, in milliseconds; half a second doubled each time by default. */
  readonly retryDelay?: ((retry: number) => number) | undefined;
  /** A server that asks to wait longer gets no retry from here, milliseconds; a minute by default. */
  readonly longestPause?: number | undefined;
  /** Until when a server asked to be left alone; the same for all clients of an account. */
  readonly quiet?: Quiet | undefined;
  /** Waits for what `Retry-After` says; rejects with the signal's reason when it is aborted. */
  readonly sleep?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

/** Milliseconds by the local clock. */
export interface Quiet {
  until: number;
}

export interface Transport {
  /**
   * Sends one signed GET, at most six at a time, and again where that can help.
   * @param path from `/` on, query string included
   * @returns the parsed JSON of a good answer
   * @throws DattoError, or the signal's reason when it is aborted
   */
  get(host: DattoHost, path: string, signal?: AbortSignal): Promise<unknown>;
}

/** The vendor asks clients to limit how often they call and publishes no number. */
const concurrency = 6;
/** As long is a server left alone at most, milliseconds. */
const longestQuiet = 60_000;
/** What a header can carry without ambiguity; anything else cannot be a key. */
const keyPattern = /^[\x21-\x2b\x2d-\x7e]+$/;

const timeAnswer = z.object({ time: z.string() });

/** @param timeHost the host to ask for the time where a request's own host has none */
export function createTransport(options: TransportOptions, timeHost: () => KeyHost): Transport {
  const { publicKey, secretKey, fetch, now, onClockOffset } = options;
  const randomNonce = options.randomNonce ?? cryptographicNonce;
  const sleep = options.sleep ?? realSleep;
  const queue = new PQueue({ concurrency });
  let clockOffset = options.clockOffset ?? 0;
  let measuring: Promise<void> | null = null;
  const quiet = options.quiet ?? { until: 0 };
  const longestPause = options.longestPause ?? longestQuiet;

  function checkKeys(host: DattoHost): void {
    const refuse = (field: CredentialField) => new DattoError('credentials', host, { field });
    // Before anything is built from them: a header's own error message would repeat the key.
    if (!keyPattern.test(publicKey)) throw refuse('publicKey');
    if (secretKey === '') throw refuse('secretKey');
  }

  /** One exchange: the answer's text if it is a good one, else a DattoError. */
  async function exchange(
    host: DattoHost,
    request: Request,
    signal?: AbortSignal,
  ): Promise<string> {
    let response: Response;
    try {
      // Plain parts, since not every fetch takes another realm's Request. No cookies, and no redirect
      // that would carry the signature elsewhere.
      response = await fetch(request.url, {
        headers: Object.fromEntries(request.headers),
        signal: request.signal,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
      });
    } catch {
      signal?.throwIfAborted();
      throw new DattoError('offline', host);
    }
    const { status } = response;
    const body = await response.text().catch(() => {
      signal?.throwIfAborted();
      throw new DattoError('malformed', host, { status });
    });
    const json = parsed(body);
    const kind = failureOf(status, json);
    if (kind === null) return body;
    const pause = retryAfterSeconds(response.headers, now());
    if (pause !== null && (kind === 'rate-limited' || kind === 'transient'))
      quiet.until = Math.max(quiet.until, now() + Math.min(pause * 1000, longestQuiet));
    throw new DattoError(kind, host, {
      status,
      codes: errorCodesOf(json),
      retryAfterSeconds: pause,
    });
  }

  /** Attempts with back-off; every attempt has its own signature. */
  async function attempts(
    host: DattoHost,
    path: string,
    signal: AbortSignal | undefined,
    onSigned: (offset: number) => void,
  ): Promise<unknown> {
    checkKeys(host);
    try {
      return await ky(`https://${host}${path}`, {
        headers: { 'OpenMesh-API-Version': '1' },
        signal: signal ?? null,
        timeout: options.timeout ?? 30_000,
        throwHttpErrors: false,
        fetch: async (request) => new Response(await exchange(host, request as Request, signal)),
        retry: {
          limit: options.retries ?? 4,
          delay: options.retryDelay ?? ((retry) => 500 * 2 ** (retry - 1)),
          jitter: true,
          shouldRetry: ({ error }) => !signal?.aborted && mayRetry(error, longestPause),
        },
        hooks: {
          beforeRequest: [
            async (request) => {
              const pause = quiet.until - now();
              if (pause > longestPause)
                throw new DattoError('rate-limited', host, { retryAfterSeconds: pause / 1000 });
              if (pause > 0) await sleep(pause, signal);
              const { pathname, search } = new URL(request.url);
              onSigned(clockOffset);
              const signed = await sign({
                key: publicKey,
                secret: secretKey,
                timestamp: Math.floor(now() / 1000 + clockOffset),
                nonce: randomNonce(),
                path: pathname + search,
                body: '',
              });
              request.headers.set('Authorization', signed.Authorization);
              request.headers.set('Signature', signed.Signature);
            },
          ],
        },
      }).json();
    } catch (error) {
      signal?.throwIfAborted();
      if (isTimeoutError(error)) throw new DattoError('transient', host);
      throw error;
    }
  }

  /** Asks the server for its time; concurrent requests that were refused share one measurement. */
  function measureClock(host: DattoHost): Promise<void> {
    measuring ??= (async () => {
      const sent = now();
      const answer = timeAnswer.safeParse(
        await attempts(host, '/time', undefined, () => undefined),
      );
      const time = Date.parse(answer.data?.time ?? '');
      if (Number.isNaN(time))
        throw new DattoError('malformed', host, { wrong: [{ field: 'time', expected: 'string' }] });
      clockOffset = Math.round((time - (sent + now()) / 2) / 1000);
      onClockOffset?.(clockOffset);
    })().finally(() => {
      measuring = null;
    });
    return measuring;
  }

  async function send(host: DattoHost, path: string, signal?: AbortSignal): Promise<unknown> {
    let signedWith = clockOffset;
    const corrected = new Set<'clock' | 'nonce'>();
    for (;;) {
      try {
        return await attempts(host, path, signal, (offset) => (signedWith = offset));
      } catch (error) {
        if (!(error instanceof DattoError)) throw error;
        const { kind } = error;
        if ((kind !== 'clock' && kind !== 'nonce') || corrected.has(kind)) throw error;
        corrected.add(kind);
        // Another request may have measured the clock meanwhile.
        if (kind === 'clock' && signedWith === clockOffset) {
          // The power strips' host serves nothing else.
          await measureClock(host === powerStripHost ? timeHost() : host);
        }
      }
    }
  }

  return {
    get: (host, path, signal) => queue.add(() => send(host, path, signal), { signal }),
  };
}

function mayRetry(error: Error, longestPause: number): boolean {
  if (isTimeoutError(error)) return true;
  if (!(error instanceof DattoError) || !error.retryable) return false;
  return (error.retryAfterSeconds ?? 0) * 1000 <= longestPause;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
