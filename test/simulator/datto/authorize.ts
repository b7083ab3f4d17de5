import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SimulatorAnswer, SimulatorRequest } from '../exchange';
import type { DattoHost } from '../hosts';
import { dattoError, type DattoErrorCode } from './errors';
import type { DattoKey, DattoState } from './state';

/** How far a timestamp may lie from the server's clock (the reference: 15 minutes). */
const clockToleranceSeconds = 15 * 60;
/** How long a nonce is remembered (the reference: 15 to 30 minutes). */
const nonceMemorySeconds = 30 * 60;
/** ASSUMED: the reference names the error but not the length. */
const longestNonce = 64;

/** Lower-case hex HMAC-SHA256 over the Authorization header, the path with its query, and the body. */
export function dattoSignature(
  secret: string,
  authorization: string,
  target: string,
  body: string,
): string {
  return createHmac('sha256', secret)
    .update(authorization + target + body)
    .digest('hex');
}

export type Authorize = (
  request: SimulatorRequest,
  server: DattoHost | 'any',
  serverSeconds: number,
) => DattoKey | SimulatorAnswer;

/** Checks the headers every Datto request carries; remembers the nonces it has accepted. */
export function createAuthorize(state: DattoState): Authorize {
  const nonces = new Map<string, number>();

  return (request, server, serverSeconds) => {
    const refuse = (code: DattoErrorCode, values?: Record<string, string>) =>
      dattoError(code, 'authorize', values);
    if (request.headers['openmesh-api-version'] !== '1') return refuse(13004);

    const authorization = request.headers.authorization ?? '';
    const parts = /^key=([^,\s]+),timestamp=(\d+),nonce=([^,\s]+)$/.exec(authorization);
    if (parts === null) return refuse(13001);
    const [, publicKey = '', timestamp = '', nonce = ''] = parts;
    if (nonce.length > longestNonce) {
      return refuse(13012, { length: String(nonce.length), max: String(longestNonce) });
    }
    const key = state.keys.find((candidate) => candidate.key === publicKey);
    const otherSystem = (server === 'api' || server === 'api-v2') && key?.server !== server;
    if (key === undefined || otherSystem) return refuse(13011);
    if (key.expired) return refuse(13016);

    const signature = request.headers.signature;
    if (typeof signature !== 'string' || signature === '') return refuse(13015);
    if (Math.abs(Number(timestamp) - serverSeconds) > clockToleranceSeconds) return refuse(13002);
    const signedBody = request.method === 'POST' || request.method === 'PUT' ? request.body : '';
    if (!same(signature, dattoSignature(key.secret, authorization, request.target, signedBody))) {
      return refuse(13000);
    }

    for (const [seen, until] of nonces) if (until < serverSeconds) nonces.delete(seen);
    if (nonces.has(`${publicKey} ${nonce}`)) return refuse(13003);
    nonces.set(`${publicKey} ${nonce}`, serverSeconds + nonceMemorySeconds);

    if (key.readOnly && request.method !== 'GET') return refuse(13006);
    return key;
  };
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
