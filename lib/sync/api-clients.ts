import { createDattoClient } from '@/lib/datto/client';
import type { DattoClient } from '@/lib/datto/client';
import { keyHosts } from '@/lib/datto/hosts';
import type { Quiet, TransportOptions } from '@/lib/datto/transport';
import { createDattoProbe, type DattoProbe } from '@/lib/datto/probe';
import type { Budget } from '@/lib/itglue/budget';
import type { AccountMemory } from '@/lib/itglue/account-memory';
import { createRefusals } from '@/lib/itglue/optional-parts';
import { createPageSizes } from '@/lib/itglue/page-sizes';
import type { ServerClock } from '@/lib/itglue/server-clock';
import { createItGlueProbe, type ItGlueProbe } from '@/lib/itglue/probe';
import { createItGlueClient } from '@/lib/itglue/client';
import type { ItGlueClient } from '@/lib/itglue/client';
import type { Connection, Region } from '@/lib/model/settings';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import type { SyncClients } from './clients';
import type { Secrets, Vault } from '@/lib/vault/vault';
import { deriveDigestKey } from '@/lib/wireless/digest';
import { wirelessType } from '@/lib/wireless/fields';
import { relationNotes } from '@/lib/wireless/operation';
import { identityIn } from '@/lib/wireless/slot';

interface Pair {
  readonly datto: DattoClient;
  readonly itGlue: ItGlueClient;
}

/** Both APIs, with the saved keys. */
export interface Clients extends Pair {
  /** The same for what a person waits for: they fail at once where they would wait for long. */
  readonly hurried: Pair;
  /** See `deriveDigestKey`. */
  readonly digestKey: () => Promise<CryptoKey>;
}

/** Both APIs as they answer, without repetitions. */
export interface Probes {
  readonly datto: DattoProbe;
  readonly itGlue: ItGlueProbe;
}

export interface ClientsOptions {
  readonly store: Database;
  readonly vault: Vault;
  /** One for the whole account. */
  readonly budget: Budget;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  /** Told of the `Date` header of each of IT Glue's answers. */
  readonly heard: ServerClock['heard'];
  readonly random: () => number;
  /** How often a request that failed in passing is sent again; the clients' own default where absent. */
  readonly retries?: number | undefined;
}

/** How long a client waits by itself. */
type Patience = Pick<TransportOptions, 'retries' | 'timeout' | 'longestPause'>;

/** A person looks at what has not come: half a minute in all, milliseconds. */
const hurry = { retries: 1, timeout: 15_000, longestPause: 2_000 } satisfies Patience;

export interface ClientsSource {
  /** Clients with the saved keys, the same until they are forgotten; `null` where none are saved or they are locked. */
  saved(): Promise<Clients | null>;
  /** Clients with keys that are still to be tried. Nothing they learn is remembered. */
  candidate(secrets: Secrets, region: Region): Pair;
  /**
   * What the setup check asks both APIs with, by the saved keys; `null` where there are none.
   * @param fetch in the place of the source's own
   */
  probes(fetch: ClientsOptions['fetch'], signal: AbortSignal): Promise<Probes | null>;
  /** The keys were changed, wiped, locked or unlocked. */
  forget(): void;
}

export function createClientsSource(options: ClientsOptions): ClientsSource {
  const { store, vault, budget, fetch, now, heard, random, retries } = options;
  let cached: Promise<Clients | null> | undefined;

  /** What is found out of the account, as it was saved. */
  function remembered(): AccountMemory {
    const options = (name: 'pageSizes' | 'refusedParts') => ({
      load: () => readMeta(store, name),
      save: (state: unknown) =>
        whileConnected((transaction) => writeMeta(transaction, name, state)),
      now,
    });
    return {
      pageSizes: createPageSizes(options('pageSizes')),
      refusals: createRefusals(options('refusedParts')),
    };
  }

  /**
   * Writes what a client learned, unless the extension was disconnected before its answer. What cannot
   * be written now it learns again.
   */
  function whileConnected(
    work: (transaction: WriteTransaction, present: Connection) => Promise<void>,
  ): Promise<void> {
    return write(store, async (transaction) => {
      const present = await readMeta(transaction, 'connection');
      if (present) await work(transaction, present);
    }).catch(() => undefined);
  }

  async function build(): Promise<Clients | null> {
    const secrets = await vault.read();
    const connection = await readMeta(store, 'connection');
    if (!secrets || !connection) return null;
    const quiet: Quiet = { until: 0 };
    const memory = remembered();
    const clockOffset = await readMeta(store, 'clockOffset');
    const pair = (patience: Patience): Pair => ({
      datto: createDattoClient({
        publicKey: secrets.dattoPublicKey,
        secretKey: secrets.dattoSecretKey,
        fetch,
        now,
        quiet,
        ...patience,
        host: keyHosts.find((host) => host === connection.dattoHost),
        onHost: (dattoHost) =>
          void whileConnected((transaction, present) =>
            writeMeta(transaction, 'connection', { ...present, dattoHost }),
          ),
        clockOffset,
        onClockOffset: (seconds) =>
          void whileConnected((transaction) => writeMeta(transaction, 'clockOffset', seconds)),
      }),
      itGlue: createItGlueClient({
        apiKey: secrets.itGlueApiKey,
        region: connection.region,
        fetch,
        now,
        heard,
        random,
        budget,
        memory,
        repetitions: patience.retries,
        longestPause: patience.longestPause,
      }),
    });
    return {
      ...pair({ retries }),
      hurried: pair({ ...hurry, retries: Math.min(retries ?? hurry.retries, hurry.retries) }),
      digestKey: () => deriveDigestKey(crypto.subtle, secrets.dattoSecretKey),
    };
  }

  return {
    saved() {
      cached ??= build();
      return cached;
    },
    candidate: (secrets, region) => ({
      datto: createDattoClient({
        publicKey: secrets.dattoPublicKey,
        secretKey: secrets.dattoSecretKey,
        fetch,
        now,
        retries,
      }),
      itGlue: createItGlueClient({
        apiKey: secrets.itGlueApiKey,
        region,
        fetch,
        now,
        random,
        budget,
        repetitions: retries,
      }),
    }),
    async probes(fetch, signal) {
      const secrets = await vault.read();
      const connection = await readMeta(store, 'connection');
      if (!secrets || !connection) return null;
      const { region, subdomain, dattoHost } = connection;
      return {
        datto: createDattoProbe(
          {
            publicKey: secrets.dattoPublicKey,
            secretKey: secrets.dattoSecretKey,
            fetch,
            now,
            host: keyHosts.find((host) => host === dattoHost) ?? null,
            clockOffset: await readMeta(store, 'clockOffset'),
          },
          signal,
        ),
        itGlue: createItGlueProbe(
          {
            apiKey: secrets.itGlueApiKey,
            region,
            fetch,
            now,
            random,
            budget,
            portal: { region, subdomain },
            own: {
              recordType: wirelessType,
              relationNotes,
              isOwnPassword: (notes) => identityIn(notes) !== null,
            },
          },
          signal,
        ),
      };
    },
    forget() {
      cached = undefined;
    },
  };
}

/** The clients in the shape that a sync asks for. */
export function forSync({ datto, itGlue }: Pick<Clients, 'datto' | 'itGlue'>): SyncClients {
  return {
    datto,
    itGlue: {
      organizationsPage: (page, signal) => itGlue.withSignal(signal).organizationsPage(page),
      organizationsById: (ids, signal) => itGlue.withSignal(signal).organizationsById(ids),
      configurationsPage: (organizationIds, page, signal) =>
        itGlue.withSignal(signal).configurationsPage(page, { organizationIds }),
      newestConfigurations: (organizationIds, count, signal) =>
        itGlue.withSignal(signal).newestConfigurations(organizationIds, count),
      configurationsById: (ids, signal) => itGlue.withSignal(signal).configurationsById(ids),
      users: (signal) => itGlue.withSignal(signal).users(),
    },
  };
}
