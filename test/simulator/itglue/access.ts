import type { SimulatorRequest } from '../exchange';
import type { Region } from '../hosts';
import type { Tenant } from '../tenant/tenant';
import { ProblemError } from './errors';
import type { ItGlueKey } from './state';

/** How long IT Glue lets a key lie unused before it revokes it (the reference: 90 days). */
const unusedLifetime = 90 * 24 * 60 * 60 * 1000;

/**
 * The key of a request that may be answered.
 * @param now milliseconds since the epoch
 * @throws ProblemError; its words are ASSUMED, the reference gives statuses only
 */
export function authorize(
  { itglue, quirks }: Tenant,
  request: SimulatorRequest,
  region: Region | 'any',
  now: number,
): ItGlueKey {
  const { refusal, wrongKeyStatus } = quirks.itglue;
  if (refusal === 'address') {
    throw new ProblemError(403, [
      { detail: 'Access from this IP address is not allowed by IP Access Control.' },
    ]);
  }
  const key = itglue.keys.find((candidate) => candidate.key === request.headers['x-api-key']);
  if (key === undefined || (region !== 'any' && region !== itglue.region)) {
    throw new ProblemError(wrongKeyStatus, [
      { detail: 'The API key is missing, wrong or revoked.' },
    ]);
  }
  if (refusal === 'plan') {
    throw new ProblemError(403, [{ detail: 'Your plan does not include access to the API.' }]);
  }
  if (key.usedAt !== undefined) {
    if (now - Date.parse(key.usedAt) > unusedLifetime) key.refusedWith ??= 401;
    else key.usedAt = new Date(now).toISOString();
  }
  if (key.refusedWith !== undefined) {
    throw new ProblemError(key.refusedWith, [{ detail: 'The API key may not be used for this.' }]);
  }
  return key;
}
