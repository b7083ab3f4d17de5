import type { ItGlueCalls } from '@/lib/itglue/client';
import { configurationId, type OrganizationId } from '@/lib/model/ids';
import type { OddField } from '@/lib/model/rows';
import type { RunProblem, SkippedRow } from '@/lib/model/run';
import type { Database } from '@/lib/store/schema';
import { desiredSsids, type DesiredSsid } from '@/lib/wireless/desired';
import { keyDigest } from '@/lib/wireless/digest';
import type { WirelessInput, WirelessOrganization } from '@/lib/wireless/input';
import { identityKey } from '@/lib/wireless/slot';
import { readLedger, type NamesOf } from './ledger-store';
import { readDatto, type SsidReader } from './read-datto';
import { readItGlue } from './read-it-glue';
import { upgradeDigests } from './upgrade-digests';
import * as stored from '@/lib/store/stored';

export interface WirelessClients {
  readonly datto: SsidReader;
  readonly itGlue: ItGlueCalls;
  readonly digestKey: () => Promise<CryptoKey>;
}

/** All that a plan is made from, as it is right now. Holds keys of Wi-Fi networks: for memory only. */
export interface Reading {
  readonly input: WirelessInput;
  /** By `slotKey`. */
  readonly desired: ReadonlyMap<string, DesiredSsid>;
  readonly organizationNames: ReadonlyMap<OrganizationId, string>;
  /** Of the access points' configurations. */
  readonly configurationNames: ReadonlyMap<string, string>;
  readonly namesOf: NamesOf;
  readonly problems: readonly RunProblem[];
  readonly skipped: readonly SkippedRow[];
  readonly oddFields: readonly OddField[];
}

export async function readWireless(
  store: Database,
  { datto, itGlue, digestKey }: WirelessClients,
  autoCreate: boolean,
  signal: AbortSignal,
): Promise<Reading> {
  const fromDatto = await readDatto(store, datto, autoCreate, signal);
  const { organizations } = fromDatto;
  const digests = await digestsOf(await digestKey(), organizations);
  await upgradeDigests(store, organizations, digests);
  const ledger = await readLedger(store);
  const desired = desiredSsids(organizations);
  const organizationNames = new Map(
    (await stored.organizations.all(store)).map(({ id, name }) => [id, name]),
  );
  const fromItGlue = await readItGlue(itGlue, {
    organizationNames,
    matched: organizations.map(({ id }) => id),
    desired,
    ledger,
    signal,
  });
  const { problems, skipped, oddFields, ...documentation } = fromItGlue;
  const networkNames = new Map(
    (await stored.networks.all(store)).map(({ id, name }) => [id, name]),
  );
  const ssidNames = new Map(
    [...desired.values()].map(({ slot, values }) => [identityKey(slot), values.wifiName]),
  );
  return {
    input: { autoCreate, organizations, digests, ledger, ...documentation },
    desired,
    organizationNames,
    configurationNames: await readConfigurationNames(store, [
      ...[...desired.values()].flatMap(({ values }) => values.matchedDevices),
      ...[...documentation.recordRelations.values()].flat().map((link) => link.destinationId),
    ]),
    namesOf(slot) {
      const networkName = networkNames.get(slot.networkId);
      const ssidName = ssidNames.get(identityKey(slot));
      return {
        ...(networkName !== undefined && { networkName }),
        ...(ssidName !== undefined && { ssidName }),
      };
    },
    problems: [...fromDatto.problems, ...problems],
    skipped: [...fromDatto.skipped, ...skipped],
    oddFields: [...fromDatto.oddFields, ...oddFields],
  };
}

/** By `identityKey`, of every SSID with a key. */
async function digestsOf(
  hmacKey: CryptoKey,
  organizations: readonly WirelessOrganization[],
): Promise<Map<string, string>> {
  const ssids = organizations.flatMap(({ networks }) =>
    networks.flatMap((network) => (network.readable ? network.ssids : [])),
  );
  const digests = await Promise.all(
    ssids.map(async (ssid): Promise<[string, string][]> =>
      ssid.preSharedKey === null
        ? []
        : [[identityKey(ssid), await keyDigest(crypto.subtle, hmacKey, ssid.preSharedKey)]],
    ),
  );
  return new Map(digests.flat());
}

/** Of those among the ids that are configurations. */
async function readConfigurationNames(
  store: Database,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await stored.configurations.getMany(store, [...new Set(ids)].map(configurationId));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
