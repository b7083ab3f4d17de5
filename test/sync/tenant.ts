import type { ById } from '@/lib/itglue/by-ids';
import type { PageAt } from '@/lib/itglue/json-api-read';
import type { Configuration } from '@/lib/model/configuration';
import { deviceKey } from '@/lib/model/device';
import type { Device, DeviceKey, DeviceKind } from '@/lib/model/device';
import { configurationId, networkId, organizationId, userId } from '@/lib/model/ids';
import type { NetworkId } from '@/lib/model/ids';
import type { NetworkClient } from '@/lib/model/sighting';
import type { SwitchPort } from '@/lib/model/switch-port';
import type { Ip } from '@/lib/model/ip';
import type { Mac } from '@/lib/model/mac';
import type { Network } from '@/lib/model/network';
import { plainConfiguration, plainDevices } from '@/lib/model/samples.fixture';
import type { Organization } from '@/lib/model/organization';
import type { User } from '@/lib/model/user';
import type { OddField, Rows } from '@/lib/model/rows';
import type { CountedPage, SyncClients } from '@/lib/sync/clients';

/** What the two APIs hold, and how they fail; a test changes it between syncs. */
export interface Tenant {
  networks: Network[];
  devices: Device[];
  organizations: Organization[];
  configurations: Configuration[];
  users: User[];
  /** Rows of one page of IT Glue. */
  pageSize: number;
  /** What a call fails with, by its beginning: `devices n1 switch`, `devices n1`, `users`, … */
  faults: Map<string, Error>;
  /** Rows that do not parse: `network n1`, `switch 1`, `organization o1`, `configuration c1`, `user u1`. */
  unreadable: Set<string>;
  /** Those among them that show not even their id. */
  nameless: Set<string>;
  /** What a call met in rows of other types than documented, by its beginning. */
  oddFields: Map<string, readonly OddField[]>;
  /** Rows that no page has, since the pages shifted, but that are found by id; named as above. */
  passedOver: Set<string>;
  /** Rows that the key may not read, which no list has; named as above. */
  outOfReach: Set<string>;
  /** Kinds of device whose endpoint the account lacks. */
  unsupported: Set<DeviceKind>;
  /** What is on the ports of a switch, by its key; none where it is not named. */
  ports: Map<DeviceKey, readonly SwitchPort[]>;
  /** The wireless clients of a network. */
  clients: Map<NetworkId, readonly NetworkClient[]>;
  /** Every call that was made, in its order. */
  calls: string[];
  /** Runs at each call, before its answer. */
  before: (call: string) => Promise<void> | void;
}

export function emptyTenant(): Tenant {
  return {
    networks: [],
    devices: [],
    organizations: [],
    configurations: [],
    users: [],
    pageSize: 2,
    faults: new Map(),
    unreadable: new Set(),
    nameless: new Set(),
    oddFields: new Map(),
    passedOver: new Set(),
    outOfReach: new Set(),
    unsupported: new Set(),
    ports: new Map(),
    clients: new Map(),
    calls: [],
    before: () => undefined,
  };
}

/** Clients that answer from the tenant as it is at each call. */
export function clientsOf(tenant: Tenant): SyncClients {
  async function answer<Row extends { readonly id: string }>(
    call: string,
    rows: () => readonly Row[],
    nameOf: (row: Row) => string,
  ): Promise<Rows<Row>> {
    tenant.calls.push(call);
    await tenant.before(call);
    for (const [beginning, error] of tenant.faults)
      if (`${call} `.startsWith(`${beginning} `)) throw error;
    const readable = (row: Row) => !tenant.unreadable.has(nameOf(row));
    const skipped = rows().filter((row) => !readable(row));
    const [odd = []] = [...tenant.oddFields].flatMap(([beginning, fields]) =>
      `${call} `.startsWith(`${beginning} `) ? [fields] : [],
    );
    return {
      rows: rows().filter(readable),
      skipped: skipped.map((row, index) => ({
        id: tenant.nameless.has(nameOf(row)) ? `#${index + 1}` : row.id,
        fields: [{ field: 'name', expected: 'string' }],
      })),
      oddFields: odd,
    };
  }
  async function page<Row extends { readonly id: string }>(
    call: string,
    at: PageAt,
    rows: () => readonly Row[],
    nameOf: (row: Row) => string,
  ): Promise<CountedPage<Row>> {
    const listed = () =>
      rows().filter(
        (row) => !tenant.passedOver.has(nameOf(row)) && !tenant.outOfReach.has(nameOf(row)),
      );
    const number = at === 1 ? 1 : at.number;
    const start = (number - 1) * tenant.pageSize;
    const list = await answer(
      `${call} page ${number}`,
      () => listed().slice(start, start + tenant.pageSize),
      nameOf,
    );
    return {
      ...list,
      at: { number, size: tenant.pageSize },
      totalCount: listed().length,
      newest: null,
      nextPage:
        start + tenant.pageSize < listed().length
          ? { number: number + 1, size: tenant.pageSize }
          : null,
    };
  }
  /** The rows of these ids, and what became of the others. */
  async function byId<Id extends string, Row extends { readonly id: Id }>(
    call: string,
    ids: readonly Id[],
    rows: () => readonly Row[],
    nameOf: (row: { readonly id: Id }) => string,
  ): Promise<ById<Id, Row>> {
    const outOfReach = (row: { readonly id: Id }) => tenant.outOfReach.has(nameOf(row));
    const list = await answer(
      `${call} ${ids.join(',')}`,
      () => rows().filter((row) => ids.includes(row.id) && !outOfReach(row)),
      nameOf,
    );
    const there = new Set(rows().map(({ id }) => id));
    return {
      ...list,
      gone: ids.filter((id) => !there.has(id)),
      outOfReach: ids.filter((id) => there.has(id) && outOfReach({ id })),
    };
  }
  const named =
    (kind: string) =>
    ({ id }: { readonly id: string }) =>
      `${kind} ${id}`;

  return {
    datto: {
      listNetworks: () => answer('networks', () => tenant.networks, named('network')),
      async listDevices(network, kind) {
        const supported = !tenant.unsupported.has(kind);
        const rows = () =>
          tenant.devices.filter(
            (each) => supported && each.networkId === network && each.kind === kind,
          );
        return { ...(await answer(`devices ${network} ${kind}`, rows, named(kind))), supported };
      },
      async readSwitch(key) {
        const device = tenant.devices.find((each) => each.key === key)!;
        const rows = () => tenant.ports.get(key) ?? [];
        return { device, ports: await answer(`ports ${key}`, rows, named('port')) };
      },
      async listClients(network) {
        const rows = () => tenant.clients.get(network) ?? [];
        const named = rows().map((client) => ({ ...client, id: client.mac }));
        return answer(
          `clients ${network}`,
          () => named,
          ({ id }) => id,
        );
      },
    },
    itGlue: {
      organizationsPage: (number) =>
        page('organizations', number, () => tenant.organizations, named('organization')),
      organizationsById: (ids) =>
        byId('organizations', ids, () => tenant.organizations, named('organization')),
      configurationsPage: (ids, number) =>
        page(
          `configurations of ${ids.join(',')}`,
          number,
          () => tenant.configurations.filter((each) => ids.includes(each.organizationId)),
          named('configuration'),
        ),
      // The real client's own tests and those of the stage have an account that sorts.
      newestConfigurations: () => Promise.resolve(null),
      configurationsById: (ids) =>
        byId('configurations', ids, () => tenant.configurations, named('configuration')),
      users: () => answer('users', () => tenant.users, named('user')),
    },
  };
}

export const network = (id: string, name: string): Network => ({
  id: networkId(id),
  name,
  latitude: null,
  longitude: null,
});

export function device(
  kind: DeviceKind,
  id: string,
  row: {
    readonly network: string;
    readonly mac?: string;
    readonly ip?: string;
    readonly name?: string;
    readonly serialNumber?: string;
  },
): Device {
  return {
    ...plainDevices[kind],
    key: deviceKey(kind, id),
    id,
    networkId: networkId(row.network),
    mac: (row.mac ?? null) as Mac | null,
    name: row.name ?? null,
    ip: (row.ip ?? null) as Ip | null,
    ips: (row.ip ? [row.ip] : []) as Ip[],
    serialNumber: row.serialNumber ?? null,
  };
}

export const configuration = (
  id: string,
  row: {
    readonly organization: string;
    readonly name?: string;
    readonly mac?: string;
    readonly ip?: string;
  },
): Configuration => ({
  ...plainConfiguration,
  id: configurationId(id),
  organizationId: organizationId(row.organization),
  name: row.name ?? `Configuration ${id}`,
  primaryIp: row.ip ?? null,
  macAddress: row.mac ?? null,
  macs: (row.mac ? [row.mac] : []) as Mac[],
  ips: (row.ip ? [row.ip] : []) as Ip[],
});

export const user = (id: string, name: string): User => ({
  id: userId(id),
  name,
  email: `${id}@example.com`,
  roleName: 'Administrator',
  organizationIds: [],
});
