import { expect } from 'vitest';
import { networkId } from '@/lib/model/ids';
import { createDattoClient, type DattoClientOptions } from './client';
import { DattoError } from './errors';
import networkListJson from './examples/network-list.json';

export const site = networkId(7);
export const publicKey = '1b88730ac5ba';
export const secretKey = 's3cr3t';
/** The client's clock, milliseconds since 1970. */
export const localTime = Date.UTC(2025, 0, 1);

/** A request as the server sees it. */
export interface Sent {
  readonly host: string;
  readonly path: string;
  readonly authorization: string;
  readonly signature: string;
  readonly version: string | null;
  readonly timestamp: number;
  readonly nonce: string;
}

/** An answer's body with Datto's error codes. */
export const apiErrors = (...codes: number[]) => ({
  errors: codes.map((code) => ({
    code,
    message: `for key ${publicKey}`,
    context: 'x',
    values: {},
  })),
});

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

export const refuse = (...codes: number[]) => json(apiErrors(...codes), 403);

export const networks = () => json(networkListJson);

/** A client on a scripted server; `answer` gets every request with its number. */
export function harness(
  answer: (sent: Sent, index: number, init: RequestInit) => Response | Promise<Response>,
  options: Partial<DattoClientOptions> = {},
) {
  const requests: Sent[] = [];
  const pauses: number[] = [];
  const client = createDattoClient({
    publicKey,
    secretKey,
    now: () => localTime,
    retryDelay: () => 0,
    sleep: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    fetch: async (url, init) => {
      const { host, pathname, search } = new URL(url);
      const headers = new Headers(init.headers);
      const authorization = headers.get('authorization') ?? '';
      const sent: Sent = {
        host,
        path: pathname + search,
        authorization,
        signature: headers.get('signature') ?? '',
        version: headers.get('openmesh-api-version'),
        timestamp: Number(/timestamp=(\d+)/.exec(authorization)?.[1]),
        nonce: /nonce=(.+)$/.exec(authorization)?.[1] ?? '',
      };
      requests.push(sent);
      return answer(sent, requests.length - 1, init);
    },
    ...options,
  });
  return { client, requests, pauses, hosts: () => requests.map(({ host }) => host) };
}

/** What a promise was rejected with, which must be a `DattoError`. */
export const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('It did not fail.');
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(DattoError);
      return error as DattoError;
    },
  );
