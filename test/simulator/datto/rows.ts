import type {
  DattoNetwork,
  DattoNode,
  DattoPort,
  DattoPowerStrip,
  DattoRouter,
  DattoSwitch,
} from './state';

/*
 * The rows as the API words them: a list has fewer fields than a single call, absent values are empty strings.
 * Shapes: the examples of the vendor's reference (cloudtrax/docs, api/*.md).
 */

export function networkRow(network: DattoNetwork, newerSystem: boolean): Record<string, unknown> {
  const down = network.nodes.filter((node) => node.down && !node.spare);
  return {
    name: network.name,
    id: network.id,
    ...(newerSystem && {
      network_id: network.id,
      networkgroup_id: network.groupId,
      networkgroup_name: network.groupName,
      role_id: network.groupName,
    }),
    latitude: network.latitude,
    longitude: network.longitude,
    down_repeater: down.filter((node) => node.role === 'repeater').length,
    down_gateway: down.filter((node) => node.role === 'gateway').length,
    spare_nodes: network.nodes.filter((node) => node.spare).length,
    node_count: network.nodes.length,
    // Real accounts have these, too (seen in a public recipe).
    is_legacy: !newerSystem,
    new_nodes: 0,
    oldest_firmware_version: '6.5.12',
    latest_firmware_version: '7.0.22',
  };
}

export function nodeListRow(node: DattoNode): Record<string, unknown> {
  return {
    mac: node.mac,
    name: node.name,
    ip: node.ip,
    description: node.description,
    role: node.role,
    firmware_version: node.firmware_version,
    mesh_version: 'batman-adv',
    last_checkin: node.last_checkin,
    uptime: node.uptime,
    hardware: node.hardware,
    memfree: node.memfree,
    load: node.load,
    spare: node.spare,
    flags: '0x0000',
    latitude: node.latitude,
    longitude: node.longitude,
    down: node.down,
    lifecycle: node.lifecycle,
    subscription: node.subscription,
    ...(node.role === 'gateway' && node.lan_info !== null && { lan_info: node.lan_info }),
    channels: node.channels,
    ht_modes: { '2_4GHz': 'HT20', '5GHz': 'HT40+' },
    ...(node.neighbors && { neighbors: node.neighbors }),
    ...node.raw,
  };
}

export function nodeRow(node: DattoNode): Record<string, unknown> {
  return {
    active_clients: node.active_clients,
    alerts: { enabled: true },
    allow_dfs: true,
    anonymous_ip: false,
    antenna_type: null,
    autotx_tx_powers: null,
    channel_utilization: { '2_4GHz': [], '5GHz': [] },
    config_seqno: 73,
    connection_keeper_status: node.down ? 'disconnected' : 'connected',
    country_code: 'US',
    current_seqno: 72,
    custom_sh_approved: true,
    disable_led: false,
    enable_dfs: false,
    enable_dhcp: false,
    enable_troubleshooting_until: null,
    expedite_upgrade: false,
    firmware_flags: [],
    hardware_revision: '',
    has_scanning_support: false,
    is_triband: false,
    locate_mode: false,
    network_first_add: '2025-01-28T01:55:35Z',
    outdoor: false,
    serial_no: node.serial_no,
    supported_country: true,
    supports_dfs: true,
    underpowered: false,
    upgrade_status: 'none',
    uptime_seconds: node.uptime_seconds,
    warranty_first_checkin: '2018-10-24T18:33:19Z',
    ...nodeListRow(node),
  };
}

export function switchListRow(row: DattoSwitch): Record<string, unknown> {
  return {
    id: row.id,
    poe: { available_power_w: row.available_power_w, total_power_w: row.total_power_w },
    summary_info: {
      active_ports: row.active_ports,
      cloud_status: row.cloud_status,
      description: row.description,
      firmware_version: row.firmware_version,
      gateway_ip: row.gateway_ip,
      ip: row.ip,
      last_checkin: row.last_checkin,
      mac: row.mac,
      model: row.model,
      name: row.name,
      lifecycle: row.lifecycle,
      subscription: row.subscription,
      total_ports: row.total_ports,
      uptime_seconds: row.uptime_seconds,
      connection_keeper_status: row.cloud_status === 'up' ? 'connected' : 'disconnected',
      ...row.raw,
    },
  };
}

export function switchRow(row: DattoSwitch): Record<string, unknown> {
  const listed = switchListRow(row);
  return {
    switch_id: row.id,
    ...listed,
    summary_info: {
      ...(listed.summary_info as object),
      warranty_first_checkin: '2017-04-06T18:41:50Z',
      network_first_add: '2017-03-20T17:43:20Z',
      expedite_upgrade: false,
      monitor_mode: false,
      last_checkin_host: 'cloud-switch.cloudtrax.com',
      management_vlan: 1,
    },
    firmware: {
      active_partition: 2,
      version_partition_1: 'IMG-01.03.15',
      version_partition_2: 'IMG-01.03.19',
      flags: [],
    },
    // In the order of their ids as text.
    ports: [
      ...Array.from({ length: row.total_ports }, (_, index) => switchPort(row, index)),
      ...Array.from({ length: row.trunks ?? 0 }, (_, index) => switchTrunk(index)),
    ]
      .map((port) => withPort(port, row.ports?.[String(port.id)]))
      .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
  };
}

/** The port with what the tenant says of it. */
function withPort(
  port: Record<string, unknown>,
  own: DattoPort | undefined,
): Record<string, unknown> {
  if (own === undefined) return port;
  const { macs, uplink, status, enable, speed, vlan, description, poe } = own;
  return {
    ...port,
    ...(macs && { connected_device_mac_list: macs, status: 'up', link_speed_neg: 1000 }),
    ...(uplink !== undefined && { uplink }),
    ...(status && { status, ...(status === 'down' && { link_speed_neg: 0 }) }),
    ...(enable !== undefined && { enable }),
    ...(speed !== undefined && { link_speed_neg: speed }),
    ...(vlan !== undefined && { vlan_id: vlan, untagged_vlans: String(vlan) }),
    ...(description !== undefined && { description }),
    ...(poe && {
      type: 'poe',
      poe: {
        ...(port.poe as object | undefined),
        enable: true,
        power_limit_user_w: poe.limit ?? 30,
        power_draw_w: poe.draw ?? 0,
        status: poe.status ?? 'delivering power',
      },
    }),
  };
}

/** A link aggregate: a port that has no PoE. */
function switchTrunk(index: number): Record<string, unknown> {
  return {
    id: `trunk${index + 1}`,
    enable: true,
    tagged_vlans: '',
    vlan_id: 1,
    untagged_vlans: '1',
    type: 'eth',
    description: '',
    status: 'up',
    link_speed_neg: 2000,
    uplink: false,
    connected_device_mac_list: [],
  };
}

function switchPort(row: DattoSwitch, index: number): Record<string, unknown> {
  const up = index < row.active_ports;
  const poe = index < row.total_ports - 2 && row.total_power_w > 0;
  return {
    id: String(index + 1),
    enable: true,
    tagged_vlans: '991-994',
    vlan_id: 1,
    enable_isolation: false,
    untagged_vlans: '1',
    type: poe ? 'poe' : 'eth',
    ...(poe && {
      poe: {
        enable: true,
        priority: 'low',
        power_limit_type: 'auto',
        power_limit_user_w: 30,
        power_draw_w: up ? 6 : 0,
        status: up ? 'delivering power' : 'searching',
      },
    }),
    description: '',
    link_speed_mode: 0,
    enable_flow_control: false,
    status: up ? 'up' : 'down',
    link_speed_neg: up ? 1000 : 0,
    uplink: index === 0,
    statistics: {
      rx_bytes: {
        all: up ? 211223 * (index + 1) : 0,
        ucast: 0,
        nucast: 0,
        discard: 0,
        mcast: 0,
        bcast: 0,
      },
      tx_bytes: {
        all: up ? 1482487 * (index + 1) : 0,
        ucast: 0,
        nucast: 0,
        discard: 0,
        mcast: 0,
        bcast: 0,
      },
    },
    connected_device_mac_list: [],
  };
}

function powerStripCommon(row: DattoPowerStrip): Record<string, unknown> {
  return {
    powerstrip_id: row.id,
    mac: row.mac,
    name: row.name,
    model: row.model,
    ip: row.ip,
    created: '2018-03-23T17:12:16Z',
    firmware_version: row.firmware_version,
    last_checkin: row.last_checkin,
    need_pairing: false,
    cloud_status: row.cloud_status,
    role: row.role,
    mesh_ip: row.mesh_ip,
    lifecycle: row.lifecycle,
    subscription: row.subscription,
    surge_protection_active: row.surge_protection_active,
    voltage_v: row.voltage_v,
    frequency_hz: row.frequency_hz,
    uptime_seconds: row.uptime_seconds,
    active_ports: row.active_ports,
  };
}

export function powerStripListRow(row: DattoPowerStrip): Record<string, unknown> {
  return {
    ...powerStripCommon(row),
    enabled_ports: row.ports.filter((port) => port.enable).length,
    port_count: row.ports.length,
    ...row.raw,
  };
}

export function powerStripRow(row: DattoPowerStrip, networkId: number): Record<string, unknown> {
  return {
    ...powerStripCommon(row),
    network_id: networkId,
    description: row.description,
    enable_pairing: false,
    enable_power_switch: false,
    enable_connection_check: false,
    enable_mesh: row.role === 'repeater',
    ports: row.ports.map((port, index) => ({
      port_id: index + 1,
      label: port.label,
      enable: port.enable,
      connection_check_name: null,
      current_a: Math.round((port.active_power_w / row.voltage_v) * 100) / 100,
      apparent_power_va: Math.round(port.active_power_w * 18) / 10,
      active_power_w: port.active_power_w,
      reactive_power_var: Math.round(port.active_power_w * 2) / 10,
      power_factor: port.active_power_w === 0 ? 0 : 0.56,
    })),
    schedule: row.schedule ?? [],
    connection_checks: [],
    ...row.raw,
  };
}

/** ASSUMED, by analogy with the other kinds. */
export function routerRow(row: DattoRouter): Record<string, unknown> {
  const { id, raw, ...fields } = row;
  return { router_id: id, ...fields, ...raw };
}
