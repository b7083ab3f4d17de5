import type { Tenant } from '@/test/simulator/tenant/tenant';
import type { Keys } from './extension';

/** What the tenant's administrator would enter: an account-level Datto key and an IT Glue key, both working. */
export function keysOf({ datto, itglue }: Tenant): Keys {
  const pair = datto.keys.find(({ networkId, expired }) => networkId === null && !expired);
  const key = itglue.keys.find(({ passwordAccess, refusedWith }) => passwordAccess && !refusedWith);
  if (pair === undefined || key === undefined) throw new Error('The tenant has no working keys.');
  return {
    dattoPublicKey: pair.key,
    dattoSecretKey: pair.secret,
    itGlueApiKey: key.key,
    region: itglue.region,
    subdomain: itglue.subdomain,
  };
}
