import { catalog } from './catalog';
import { configurations } from './configurations';
import { flexibleAssetTypes } from './flexible-asset-types';
import { flexibleAssets } from './flexible-assets';
import { organizations } from './organizations';
import { passwords } from './passwords';
import { relatedItems } from './related-items';
import { createTransport, type TransportOptions } from './transport';
import { users } from './users';
import { verify } from './verify';

export type ItGlueClientOptions = TransportOptions;

/**
 * IT Glue's API as this project uses it. Every call may reject with an `ItGlueError`. Reads are
 * repeated while a failure may pass; a write is sent once, and its error says in `outcome` whether
 * it may have had its effect.
 */
export function createItGlueClient(options: ItGlueClientOptions) {
  const transport = createTransport(options);
  return {
    ...organizations(transport),
    ...configurations(transport),
    ...catalog(transport),
    ...flexibleAssetTypes(transport),
    ...flexibleAssets(transport),
    ...passwords(transport),
    ...relatedItems(transport),
    ...users(transport),
    /** Whether key, region and subdomain belong together. */
    verify: (subdomain: string) => verify(options, subdomain),
  };
}

export type ItGlueClient = ReturnType<typeof createItGlueClient>;
