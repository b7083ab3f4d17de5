import type { DattoHost } from '../hosts';

/** Datto's side of a tenant. Everything may be changed while the simulator runs; the next request sees it. */
export interface DattoState {
  keys: DattoKey[];
  networks: DattoNetwork[];
  /** The hosts that know `/router/…`; on the others, and with an empty list, it answers 1002. */
  routerHosts: DattoHost[];
  /** Seconds the server's clock is ahead of (or, negative, behind) the simulator's. */
  clockOffsetSeconds: number;
}

export interface DattoKey {
  key: string;
  secret: string;
  /** Keys of the older user system work on `api`, those of the newer on `api-v2`; both on `api-v3`. */
  server: 'api' | 'api-v2';
  /** The one network a network-level key may see, null for an account-level key. */
  networkId: number | null;
  readOnly: boolean;
  expired: boolean;
}

export interface DattoNetwork {
  id: number;
  name: string;
  latitude: number;
  longitude: number;
  groupId: number;
  groupName: string;
  general: { display_name: string; location: string; notes: string; timezone: string };
  nodeRootPassword: string;
  /** By SSID number "1" … "4"; one that was never made is absent. */
  ssids: Record<string, DattoSsid>;
  nodes: DattoNode[];
  switches: DattoSwitch[];
  powerStrips: DattoPowerStrip[];
  routers: DattoRouter[];
  /** Clients that the history shows beside those its access points count. */
  clients?: DattoClient[];
}

export interface DattoClient {
  mac: string;
  name: string;
  os: string;
  link: 'wireless' | 'wired' | 'unknown';
  /** The access point it was last seen on, by MAC; the network's first where it is not named. */
  node?: string;
  /** The SSID it is on, by number; all of them have traffic where it is not named. */
  ssid?: number;
}

/** What a port of a switch has that others have not. */
export interface DattoPort {
  /** Upper case with colons. */
  macs?: string[];
  uplink?: boolean;
  status?: 'up' | 'down';
  enable?: boolean;
  /** Mbit/s. */
  speed?: number;
  vlan?: number;
  description?: string;
  poe?: { draw?: number; limit?: number; status?: string };
}

export interface DattoSsid {
  ssid_num: number;
  /** The name people gave it. */
  ssid_name: string;
  /** The name that is broadcast. */
  wifi_name: string;
  enable: boolean;
  enable_hidden_network: boolean;
  enable_use_node_name: boolean;
  wifi_auth_type: string;
  wpa_password: string;
  gateway_name: string;
}

export interface Lifecycle {
  end_of_sale: string | null;
  end_of_life: string | null;
}

export interface Subscription {
  is_active: boolean;
  start_date: string;
  end_date: string | null;
  term: 'monthly' | 'yearly';
  term_length: number;
  is_evergreen: boolean;
}

/** `raw` is laid over the row in every answer: for rows that are wrong in a way the types do not allow. */
interface DeviceRow {
  lifecycle: Lifecycle | null;
  subscription: Subscription | null;
  raw?: Record<string, unknown>;
}

export interface DattoNode extends DeviceRow {
  id: number;
  mac: string;
  name: string;
  description: string;
  ip: string;
  role: 'gateway' | 'repeater';
  hardware: string;
  serial_no: string;
  firmware_version: string;
  last_checkin: string;
  uptime: string;
  uptime_seconds: number;
  down: boolean;
  spare: boolean;
  latitude: number;
  longitude: number;
  active_clients: number;
  memfree: number;
  load: number;
  lan_info: { lan_ip: string; wan_ip: string } | null;
  channels: Record<string, number>;
  /** The nodes it hears, by their ids. */
  neighbors?: { nid: number; rssi: Record<string, number> }[];
  /** When it was down beside the seed's own outages, RFC 3339. */
  outages?: { from: string; to: string }[];
}

export interface DattoSwitch extends DeviceRow {
  id: number;
  mac: string;
  name: string;
  description: string;
  model: string;
  ip: string;
  gateway_ip: string;
  firmware_version: string;
  last_checkin: string;
  uptime_seconds: number;
  cloud_status: 'up' | 'down' | 'pairing' | 'unknown';
  active_ports: number;
  total_ports: number;
  available_power_w: number;
  total_power_w: number;
  /** How many link aggregates there are beside the ports. */
  trunks?: number;
  /** By the port's id; the others are as the counts above have them. */
  ports?: Record<string, DattoPort>;
}

export interface DattoPowerStrip extends DeviceRow {
  id: number;
  mac: string;
  name: string;
  description: string;
  model: string;
  ip: string | null;
  mesh_ip: string;
  role: 'gateway' | 'repeater';
  firmware_version: string;
  last_checkin: string;
  cloud_status: 'up' | 'down' | 'pairing' | 'unknown';
  uptime_seconds: number;
  surge_protection_active: boolean;
  voltage_v: number;
  frequency_hz: number;
  active_ports: number;
  ports: { label: string; enable: boolean; active_power_w: number }[];
  schedule?: {
    powerstrip_port_schedule_id: number;
    port_ids: number[];
    days_of_week: string[];
    hour: number;
    minute: number;
    action: string;
  }[];
}

/** ASSUMED, as the whole router section of the API is. */
export interface DattoRouter extends DeviceRow {
  id: number;
  mac: string;
  name: string;
  description: string;
  model: string;
  serial_no: string;
  ip: string;
  firmware_version: string;
  last_checkin: string;
  cloud_status: 'up' | 'down' | 'unknown';
  uptime_seconds: number;
  lte_status: string;
  /** ASSUMED: dBm. */
  lte_rsrp_dbm?: number;
}
