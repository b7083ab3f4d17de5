import type { ById } from '@/lib/itglue/by-ids';
import type { ItGlueCalls } from '@/lib/itglue/client';
import type { Page as ItGluePage, PageAt } from '@/lib/itglue/json-api-read';
import type { Configuration } from '@/lib/model/configuration';
import type { Device, DeviceKey, DeviceKind } from '@/lib/model/device';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import type { Network } from '@/lib/model/network';
import type { Organization } from '@/lib/model/organization';
import type { NetworkClient } from '@/lib/model/sighting';
import type { SwitchPort } from '@/lib/model/switch-port';
import type { Rows } from '@/lib/model/rows';
import type { ReadDigests } from '@/lib/model/shared-entry';
import type { User } from '@/lib/model/user';

/** A page of a list; `null` follows the last. */
type Page<Row> = Pick<ItGluePage<Row>, keyof Rows<Row> | 'nextPage'>;

/** One of a list whose rows are counted and tell when they changed. */
export type CountedPage<Row> = Page<Row> & Pick<ItGluePage<Row>, 'at' | 'totalCount' | 'newest'>;

/** What a sync asks of the two APIs; the real clients offer it, and a test may offer less. */
export interface SyncClients {
  readonly datto: {
    listNetworks(signal: AbortSignal): Promise<Rows<Network>>;
    listDevices(
      network: NetworkId,
      kind: DeviceKind,
      signal: AbortSignal,
    ): Promise<
      Rows<Device> & {
        /** `false`: no such endpoint for this account. */ readonly supported: boolean;
      }
    >;
    readSwitch(
      key: DeviceKey,
      network: NetworkId,
      signal?: AbortSignal,
    ): Promise<{ readonly device: Device; readonly ports: Rows<SwitchPort> }>;
    listClients(network: NetworkId, signal?: AbortSignal): Promise<Rows<NetworkClient>>;
  };
  readonly itGlue: {
    organizationsPage(page: PageAt, signal: AbortSignal): Promise<Page<Organization>>;
    organizationsById(
      ids: readonly OrganizationId[],
      signal: AbortSignal,
    ): Promise<ById<OrganizationId, Organization>>;
    configurationsPage(
      organizations: readonly OrganizationId[],
      page: PageAt,
      signal: AbortSignal,
    ): Promise<CountedPage<Configuration>>;
    newestConfigurations(
      organizations: readonly OrganizationId[],
      count: number,
      signal: AbortSignal,
    ): ReturnType<ItGlueCalls['newestConfigurations']>;
    configurationsById(
      ids: readonly ConfigurationId[],
      signal: AbortSignal,
    ): Promise<ById<ConfigurationId, Configuration>>;
    users(signal: AbortSignal): Promise<Rows<User>>;
  };
  /** The extension's, e.g. `1.4.0`: what another version has read may lack what this one reads. */
  readonly version?: string;
  /** Whether this browser holds what another of the company has just read of IT Glue. */
  readonly holdsSame?: (what: keyof ReadDigests) => Promise<boolean>;
  /** Brings about what others of the company decided about what was read by now. */
  readonly carryOut?: (what: 'networks' | 'devices') => Promise<void>;
}
