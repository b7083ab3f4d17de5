import type { DattoNetwork } from '../datto/state';
import type { OrganizationRow } from '../itglue/state';
import { day, type TenantBuilder } from './builder';
import { DEMO } from './demo-ids';
import { lanAddress, macForms, typedMacs } from './forms';
import { catalogue } from './tenant';

const types = catalogue.configurationTypes;

/** One device of each kind, every field of its panel filled, with a configuration that has its MAC and IP. */
export function addPanelCases(
  builder: TenantBuilder,
  owner: OrganizationRow,
  network: DattoNetwork,
): void {
  const { panel } = DEMO;
  const active = {
    description: 'Installed during the office move',
    lifecycle: { end_of_sale: builder.date(-300), end_of_life: builder.date(900) },
    subscription: {
      is_active: true,
      start_date: builder.date(-200),
      end_date: builder.date(165),
      term: 'yearly' as const,
      term_length: 12,
      is_evergreen: false,
    },
  };
  const point = builder.accessPoint(network, {
    ...active,
    id: panel.accessPoint.deviceId,
    name: 'NW-AP01 Lobby',
    role: 'gateway',
    hardware: 'A62',
    serial_no: 'A1234567890',
    active_clients: 23,
    uptime: '21d 15h 23m',
    uptime_seconds: 1_869_780,
  });
  const core = builder.switch(network, {
    ...active,
    id: panel.switch.deviceId,
    name: 'NW-SW01 Server Room',
    model: 'OMS24',
    total_ports: 28,
    active_ports: 17,
    total_power_w: 370,
    available_power_w: 212,
  });
  const strip = builder.powerStrip(network, {
    ...active,
    id: panel.managedPower.deviceId,
    name: "Pat's Desk MP60",
    role: 'gateway',
    ip: '192.168.101.60',
    schedule: [
      {
        powerstrip_port_schedule_id: 67_523,
        port_ids: [3, 4],
        days_of_week: ['mon', 'tue', 'wed', 'thu', 'fri'],
        hour: 18,
        minute: 0,
        action: 'port_disable',
      },
      {
        powerstrip_port_schedule_id: 67_524,
        port_ids: [1],
        days_of_week: ['sun'],
        hour: 3,
        minute: 30,
        action: 'port_reset',
      },
    ],
  });
  const router = builder.router(network, {
    ...active,
    id: panel.router.deviceId,
    name: 'NW-RT01 Uplink',
    model: 'Datto D200',
    lte_status: 'standby',
  });
  const documented = [
    [panel.accessPoint, point, types['Managed Network WiFi Access']],
    [panel.switch, core, types.Switch],
    [panel.managedPower, strip, types['Power Strip / PDU']],
    [panel.router, router, types.Router],
  ] as const;
  for (const [{ configurationId }, device, typeId] of documented) {
    builder.configuration(owner, {
      id: configurationId,
      typeId,
      name: device.name,
      mac: device.mac.toUpperCase(),
      ip: lanAddress(device),
      // Differs from what the device says (or is missing there): the panel shows both.
      serialNumber: 'serial_no' in device ? device.serial_no : 'SN-FROM-STICKER',
    });
  }
}

/** One access point for each way in which a configuration fits, fits badly, or does not. */
export function addMatchingCases(
  builder: TenantBuilder,
  owner: OrganizationRow,
  network: DattoNetwork,
): void {
  const { matching } = DEMO;
  const point = (id: number, name: string) =>
    builder.accessPoint(network, { id, name, role: 'gateway' });
  const add = builder.configuration.bind(builder, owner);
  const { upper, dashes, cisco, bare } = macForms;

  const both = point(matching.macAndIp.deviceId, 'NW-AP11 Warehouse');
  add({
    id: matching.macAndIp.configurationId,
    name: 'Warehouse AP',
    mac: cisco(both.mac),
    ip: lanAddress(both),
  });

  const mac = point(matching.macOnly.deviceId, 'NW-AP12 Break Room');
  add({
    id: matching.macOnly.configurationId,
    name: 'Break room AP',
    mac: dashes(mac.mac),
    ip: '172.16.0.12',
  });

  const second = point(matching.secondInterface.deviceId, 'NW-AP13 Patio');
  add({
    id: matching.secondInterface.configurationId,
    name: 'Patio AP',
    mac: null,
    ip: '172.16.0.13',
    others: [
      { name: 'WLAN', mac: 'D4:6A:91:13:2D:77' },
      { name: 'LAN', mac: bare(second.mac) },
    ],
  });

  point(matching.nameOnly.deviceId, 'NW-AP14 Loading Dock');
  add({ id: matching.nameOnly.configurationId, name: 'nw-ap14  loading dock' });

  point(matching.junkMac.deviceId, 'NW-AP15 Workshop');
  add({ id: matching.junkMac.configurationId, name: 'NW-AP15 Workshop', mac: '18-5E-0F-ED-99-9J' });

  const archived = point(matching.archivedOnly.deviceId, 'NW-AP16 Showroom');
  add({
    id: matching.archivedOnly.configurationId,
    name: 'Showroom AP',
    mac: upper(archived.mac),
    archived: true,
  });

  const live = point(matching.archivedBesideLive.deviceId, 'NW-AP17 Gym');
  add({
    id: matching.archivedBesideLive.archivedId,
    name: 'Gym AP (old)',
    mac: upper(live.mac),
    archived: true,
  });
  add({ id: matching.archivedBesideLive.configurationId, name: 'Gym AP', mac: upper(live.mac) });

  const twice = point(matching.ambiguous.deviceId, 'NW-AP18 Library');
  for (const [index, id] of matching.ambiguous.configurationIds.entries()) {
    add({ id, name: `Library AP (${index + 1})`, mac: upper(twice.mac) });
  }

  const synced = point(matching.psaSynced.deviceId, 'NW-AP19 Reception');
  add({
    id: matching.psaSynced.configurationId,
    name: 'Reception AP',
    mac: upper(synced.mac),
    ip: lanAddress(synced),
    psaSynced: true,
  });

  point(matching.unmatched.deviceId, 'NW-AP20 Annex');

  const big = point(matching.bigId.deviceId, 'NW-AP21 Hallway');
  add({
    id: matching.bigId.configurationId,
    name: 'Hallway AP',
    mac: upper(big.mac),
    ip: lanAddress(big),
  });

  // Things that are none of the devices: a server, a printer, and a MAC of zeros that many records share.
  add({
    name: 'HF-SF-EXCH01',
    typeId: types['Managed Server'],
    mac: '00:15:5D:01:02:03',
    ip: '192.168.101.5',
  });
  add({ name: 'Front desk printer', typeId: types['Local Printer'], mac: '00:00:00:00:00:00' });
  add({ name: 'Label printer', typeId: types['Local Printer'], mac: '00:00:00:00:00:00' });
}

/** Devices whose rows are unusual rather than their matches; none of them is documented. */
export function addUnusualDevices(builder: TenantBuilder, network: DattoNetwork): void {
  const { devices } = DEMO;
  builder.accessPoint(network, {
    id: devices.notReporting,
    name: 'NW-AP31 Shed',
    down: true,
    last_checkin: builder.date(-12),
    uptime: '',
    uptime_seconds: 0,
    active_clients: 0,
  });
  builder.accessPoint(network, {
    id: devices.pastEndOfLife,
    name: 'NW-AP32 Basement',
    hardware: 'OM5P_AN',
    lifecycle: { end_of_sale: builder.date(-2000), end_of_life: builder.date(-170) },
  });
  builder.accessPoint(network, {
    id: devices.nearEndOfLife,
    name: 'NW-AP33 Attic',
    lifecycle: { end_of_sale: builder.date(-1700), end_of_life: builder.date(60) },
  });
  builder.accessPoint(network, {
    id: devices.subscriptionEnded,
    name: 'NW-AP34 Gatehouse',
    subscription: {
      is_active: false,
      start_date: builder.date(-395),
      end_date: builder.date(-30),
      term: 'yearly',
      term_length: 12,
      is_evergreen: false,
    },
  });
  builder.accessPoint(network, {
    id: devices.broken,
    name: 'NW-AP35 Broken row',
    raw: { mac: 12, ip: { v4: '10.0.0.1' }, last_checkin: 12 },
  });
  builder.accessPoint(network, {
    id: devices.html,
    name: '<b>NW-AP36</b> <script>alert(1)</script>',
    description: '"><img src=x onerror=alert(1)>',
  });
  builder.accessPoint(network, {
    id: devices.rightToLeft,
    name: 'נקודת גישה 7 \u202Egnitide',
    description: 'قاعة الاجتماعات',
  });
  builder.accessPoint(network, {
    id: devices.spare,
    name: 'NW-AP40 On the shelf',
    spare: true,
    down: true,
  });
  builder.switch(network, {
    id: devices.neverCheckedIn,
    name: '',
    description: '',
    ip: '',
    gateway_ip: '',
    firmware_version: '',
    last_checkin: '',
    uptime_seconds: 0,
    cloud_status: 'unknown',
    active_ports: 0,
    total_ports: 0,
    available_power_w: 0,
    total_power_w: 0,
    lifecycle: null,
    subscription: null,
  });
  builder.router(network, {
    id: devices.dna,
    name: 'NW-DNA01',
    model: 'DNA',
    lte_status: 'connected',
  });
}

/**
 * Documents most devices of a network as people do: by MAC in every form, with IP or without, by name only, not at
 * all. Which device gets what follows from its place in the network.
 */
export function documentNetwork(
  builder: TenantBuilder,
  owner: OrganizationRow,
  network: DattoNetwork,
): void {
  const all = [
    ...network.nodes.map((device) => [device, types['Managed Network WiFi Access']] as const),
    ...network.switches.map((device) => [device, types.Switch] as const),
    ...network.powerStrips.map((device) => [device, types['Power Strip / PDU']] as const),
    ...network.routers.map((device) => [device, types.Router] as const),
  ];
  for (const [index, [device, typeId]] of all.entries()) {
    const typed = typedMacs[index % typedMacs.length]?.(device.mac.toLowerCase()) ?? device.mac;
    const created = { createdAt: new Date(builder.now - (400 + index) * day).toISOString() };
    switch (index % 8) {
      case 6:
        builder.configuration(owner, { ...created, typeId, name: device.name.toUpperCase() });
        break;
      case 7:
        break;
      case 2:
      case 5:
        builder.configuration(owner, {
          ...created,
          typeId,
          name: `${device.name} (MAC)`,
          mac: typed,
        });
        break;
      default:
        builder.configuration(owner, {
          ...created,
          typeId,
          name: device.name,
          mac: typed,
          ip: lanAddress(device),
        });
    }
  }
}
