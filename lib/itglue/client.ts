import { catalog } from './catalog';
import { configurations } from './configurations';
import { flexibleAssetTypes } from './flexible-asset-types';
import { flexibleAssets } from './flexible-assets';
import { createKeyCheck } from './key-check';
import { forgetfulMemory } from './account-memory';
import { organizations } from './organizations';
import { passwords } from './passwords';
import { relatedItems } from './related-items';
import { createTransport, type Transport, type TransportOptions } from './transport';
import { users } from './users';
import { verify } from './verify';

export type ItGlueClientOptions = TransportOptions;

const calls = (transport: Transport) => ({
  ...organizations(transport),
  ...configurations(transport),
  ...catalog(transport),
  ...flexibleAssetTypes(transport),
  ...flexibleAssets(transport),
  ...passwords(transport),
  ...relatedItems(transport),
  ...users(transport),
});

/** What is read and written of IT Glue. */
export type ItGlueCalls = ReturnType<typeof calls>;

/**
 * IT Glue's API as this project uses it. Every call may reject with an `ItGlueError`. Reads are
 * repeated while a failure may pass; a write is sent once, and its error says in `outcome` whether
 * it may have had its effect.
 */
export function createItGlueClient(given: ItGlueClientOptions) {
  const options = { ...given, memory: given.memory ?? forgetfulMemory(given.now) };
  const checkKey = createKeyCheck(options);
  return {
    ...calls(createTransport(options, undefined, checkKey)),
    /**
     * The same calls, which end with the signal: whatever waits, and every read, rejects at once
     * with an `aborted` error. A write that is under way is left to its answer, without which
     * nothing would tell whether it had its effect.
     */
    withSignal: (signal: AbortSignal): ItGlueCalls =>
      calls(createTransport(options, signal, checkKey)),
    /** Whether key, region and subdomain belong together. */
    verify: (subdomain: string) => verify(options, subdomain),
  };
}

export type ItGlueClient = ReturnType<typeof createItGlueClient>;
