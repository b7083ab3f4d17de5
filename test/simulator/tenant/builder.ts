import type {
  DattoNetwork,
  DattoNode,
  DattoPowerStrip,
  DattoRouter,
  DattoSsid,
  DattoSwitch,
  Lifecycle,
  Subscription,
} from '../datto/state';
import type { ConfigurationRow, InterfaceRow, OrganizationRow } from '../itglue/state';
import { uptimeText } from './forms';
import { cities, initials, roomName } from './names';
import { Random } from './random';
import { catalogue, emptyTenant, type Tenant } from './tenant';

/** 24 hours in milliseconds. */
export const day = 24 * 60 * 60 * 1000;

export interface ConfigurationDraft extends Partial<Omit<ConfigurationRow, 'interfaces'>> {
  name: string;
  mac?: string | null;
  ip?: string | null;
  /** Interfaces beside the primary one. */
  others?: { mac?: string | null; ip?: string | null; name?: string | null }[];
}

/** Makes rows that are complete and believable; a caller names only what matters to it. */
export class TenantBuilder {
  readonly tenant: Tenant = emptyTenant();
  readonly random: Random;
  private devices = 0;
  private lastId = 4_000_000;

  constructor(
    seed: number,
    /** Milliseconds since the epoch that all dates are relative to. */
    readonly now: number,
  ) {
    this.random = new Random(seed);
  }

  /** A date so many days from now (negative: ago), as Datto writes it. */
  date(days: number): string {
    return new Date(this.now + days * day).toISOString().replace(/\.\d+Z/, 'Z');
  }

  private stamp(): { createdAt: string; updatedAt: string } {
    const createdAt = new Date(this.now - this.random.between(30, 2000) * day).toISOString();
    return { createdAt, updatedAt: createdAt };
  }

  /** Some ids are as long as IT Glue's newer ones, which no JavaScript number can hold. */
  private id(): string {
    this.lastId += this.random.between(1, 9);
    return this.random.chance(0.15)
      ? String(40_000_000_000_000_001n + BigInt(this.lastId * 2))
      : String(this.lastId);
  }

  organization(draft: Partial<OrganizationRow> & { name: string }): OrganizationRow {
    const row: OrganizationRow = {
      id: this.id(),
      shortName: null,
      typeId: catalogue.organizationTypes.Customer,
      statusId: catalogue.organizationStatuses.Active,
      primary: false,
      parentId: null,
      description: null,
      psaSynced: false,
      ...this.stamp(),
      ...draft,
    };
    this.tenant.itglue.organizations.set(row.id, row);
    return row;
  }

  network(draft: Partial<DattoNetwork> & { name: string }): DattoNetwork {
    const city = this.random.pick(cities);
    const row: DattoNetwork = {
      id: 135_501 + this.tenant.datto.networks.length,
      latitude: 45 + this.random.between(-4000, 4000) / 1000,
      longitude: -122 + this.random.between(-4000, 4000) / 1000,
      groupId: 1,
      groupName: 'Network Group #1',
      general: {
        display_name: draft.name,
        location: `${this.random.between(10, 999)} Main Street, ${city}`,
        notes: '',
        timezone: 'US/Pacific',
      },
      nodeRootPassword: `root-${this.random.text(12, 'abcdefghjkmnpqrstuvwxyz23456789')}`,
      ssids: {},
      nodes: [],
      switches: [],
      powerStrips: [],
      routers: [],
      ...draft,
    };
    this.tenant.datto.networks.push(row);
    return row;
  }

  ssid(network: DattoNetwork, draft: Partial<DattoSsid> & { ssid_num: 1 | 2 | 3 | 4 }): DattoSsid {
    const name =
      draft.ssid_name ?? `${initials(network.name)}-${draft.ssid_num === 1 ? 'Staff' : 'Guest'}`;
    const row: DattoSsid = {
      ssid_name: name,
      wifi_name: draft.wifi_name ?? name,
      enable: true,
      enable_hidden_network: false,
      enable_use_node_name: false,
      wifi_auth_type: 'wpa-2only-psk',
      wpa_password: this.random.text(
        16,
        'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!#%+-',
      ),
      gateway_name: '',
      ...draft,
    };
    network.ssids[String(row.ssid_num)] = row;
    return row;
  }

  /** A hardware address of the vendor's, unlike all before, lower case with colons. */
  private mac(): string {
    this.devices += 1;
    const number = Math.imul(this.devices, 0x9e3779) & 0xffffff;
    const tail = number.toString(16).padStart(6, '0');
    return `ac:86:74:${tail.slice(0, 2)}:${tail.slice(2, 4)}:${tail.slice(4)}`;
  }

  private serial(): string {
    return this.random.text(1, 'ABCD') + this.random.text(10, '0123456789');
  }

  private lifecycle(): Lifecycle | null {
    switch (this.random.between(0, 4)) {
      case 0:
        return null;
      case 1:
        return { end_of_sale: null, end_of_life: null };
      default:
        return {
          end_of_sale: this.date(-400),
          end_of_life: this.date(this.random.between(200, 1500)),
        };
    }
  }

  private subscription(): Subscription | null {
    if (this.random.chance(0.4)) return null;
    const evergreen = this.random.chance(0.5);
    return {
      is_active: true,
      start_date: this.date(-300),
      end_date: evergreen ? null : this.date(this.random.between(120, 700)),
      term: evergreen ? 'monthly' : 'yearly',
      term_length: evergreen ? 1 : 12,
      is_evergreen: evergreen,
    };
  }

  /** Shared by all kinds: a new MAC, an address of the network's, a check-in of the last minutes. */
  private common(network: DattoNetwork, kind: string, index: number) {
    const subnet = network.id % 250;
    return {
      id: 700_000 + this.devices + 1,
      mac: this.mac(),
      name: `${initials(network.name)}-${kind}${String(index + 1).padStart(2, '0')} ${roomName(this.random)}`,
      description: '',
      ip: `192.168.${subnet}.${10 + (this.devices % 240)}`,
      last_checkin: new Date(this.now - this.random.between(30, 400) * 1000)
        .toISOString()
        .replace(/\.\d+Z/, 'Z'),
      uptime_seconds: this.random.between(600, 90 * 86_400),
      lifecycle: this.lifecycle(),
      subscription: this.subscription(),
    };
  }

  accessPoint(network: DattoNetwork, draft: Partial<DattoNode> = {}): DattoNode {
    const common = this.common(network, 'AP', network.nodes.length);
    const role = draft.role ?? (network.nodes.length % 3 === 2 ? 'repeater' : 'gateway');
    const uptime = draft.uptime_seconds ?? common.uptime_seconds;
    const row: DattoNode = {
      ...common,
      role,
      ip: `10.${this.devices >> 8}.${this.devices & 255}.1`,
      lan_info:
        role === 'gateway' ? { lan_ip: common.ip, wan_ip: `203.0.113.${network.id % 250}` } : null,
      hardware: this.random.pick(['A42', 'A62', 'AP440', 'AP840', 'OM5P_AN']),
      serial_no: this.serial(),
      firmware_version: this.random.pick([
        '7.0.22-cdb46dd42ccbc8f108b94c1d8',
        '6.5.12-4b8a4f1f0c',
        'fw-ng-r575',
      ]),
      uptime: uptimeText(uptime),
      down: false,
      spare: false,
      latitude: network.latitude + this.random.between(-50, 50) / 100_000,
      longitude: network.longitude + this.random.between(-50, 50) / 100_000,
      active_clients: this.random.between(0, 40),
      memfree: this.random.between(20_000, 170_000),
      load: this.random.between(1, 150) / 100,
      channels: { '2_4GHz': this.random.pick([1, 6, 11]), '5GHz': this.random.pick([36, 44, 149]) },
      ...draft,
    };
    network.nodes.push(row);
    return row;
  }

  switch(network: DattoNetwork, draft: Partial<DattoSwitch> = {}): DattoSwitch {
    const common = this.common(network, 'SW', network.switches.length);
    const [model, total_ports, total_power_w] = this.random.pick([
      ['OMS8', 10, 150],
      ['OMS24', 28, 370],
      ['OMS48', 52, 740],
      ['L24', 28, 0],
    ] as const);
    const row: DattoSwitch = {
      ...common,
      mac: common.mac.toUpperCase(),
      model,
      gateway_ip: `192.168.${network.id % 250}.1`,
      firmware_version: 'v01.03.19',
      cloud_status: 'up',
      total_ports,
      active_ports: this.random.between(1, total_ports),
      total_power_w,
      available_power_w: Math.floor(total_power_w * 0.7),
      ...draft,
    };
    network.switches.push(row);
    return row;
  }

  powerStrip(network: DattoNetwork, draft: Partial<DattoPowerStrip> = {}): DattoPowerStrip {
    const common = this.common(network, 'PS', network.powerStrips.length);
    const role = this.random.pick(['gateway', 'repeater'] as const);
    const row: DattoPowerStrip = {
      ...common,
      model: 'MP60',
      ip: role === 'gateway' ? common.ip : this.random.pick(['', null]),
      mesh_ip: `10.200.${this.devices >> 8}.${this.devices & 255}`,
      role,
      firmware_version: '6.4.6-c3b6f768496b73473b45a06b478bf2e75c6cdd5e',
      cloud_status: 'up',
      surge_protection_active: true,
      voltage_v: this.random.between(112, 122),
      frequency_hz: 60,
      active_ports: 3,
      ports: ['Modem', 'Firewall', 'Monitor ', '4', '5', '6'].map((label, index) => ({
        label,
        enable: index !== 4,
        active_power_w: index < 3 ? this.random.between(5, 60) : 0,
      })),
      ...draft,
    };
    network.powerStrips.push(row);
    return row;
  }

  router(network: DattoNetwork, draft: Partial<DattoRouter> = {}): DattoRouter {
    const common = this.common(network, 'RT', network.routers.length);
    const row: DattoRouter = {
      ...common,
      model: this.random.pick(['D200', 'Datto D200', 'd200']),
      serial_no: this.serial(),
      firmware_version: '1.4.2',
      cloud_status: 'up',
      lte_status: this.random.pick(['standby', 'connected', 'no sim']),
      ...draft,
    };
    network.routers.push(row);
    return row;
  }

  configuration(organization: OrganizationRow, draft: ConfigurationDraft): ConfigurationRow {
    const { mac, ip, others = [], ...fields } = draft;
    const stamp = this.stamp();
    const row: ConfigurationRow = {
      id: this.id(),
      organizationId: organization.id,
      hostname: null,
      serialNumber: null,
      assetTag: null,
      notes: null,
      defaultGateway: null,
      warrantyExpiresAt: null,
      typeId: catalogue.configurationTypes['Managed Network WiFi Access'],
      statusId: catalogue.configurationStatuses.Active,
      manufacturerId: null,
      modelId: null,
      locationName: null,
      archived: false,
      psaSynced: false,
      ...stamp,
      ...fields,
      interfaces: [],
    };
    const add = (
      primary: boolean,
      one: { mac?: string | null; ip?: string | null; name?: string | null },
    ) => {
      const made: InterfaceRow = {
        id: this.id(),
        name: one.name ?? null,
        primary,
        ipAddress: one.ip ?? null,
        macAddress: one.mac ?? null,
        notes: null,
        ...stamp,
      };
      row.interfaces.push(made);
    };
    if (mac !== undefined || ip !== undefined || others.length > 0)
      add(true, { mac: mac ?? null, ip: ip ?? null });
    for (const other of others) add(false, other);
    this.tenant.itglue.configurations.set(row.id, row);
    return row;
  }
}
