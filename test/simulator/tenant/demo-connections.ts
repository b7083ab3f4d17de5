import type { DattoNetwork } from '../datto/state';
import type { OrganizationRow } from '../itglue/state';
import type { TenantBuilder } from './builder';
import { DEMO } from './demo-ids';
import { catalogue } from './tenant';

const types = catalogue.configurationTypes;

/**
 * Plugs documented and unknown things into a network: one MAC shows on its own port, on the uplinks and on the port
 * that leads to a daisy-chained switch. Its first access point was down for three quarters of an hour last night.
 */
export function addConnections(
  builder: TenantBuilder,
  owner: OrganizationRow,
  network: DattoNetwork,
): void {
  const { printer, phone, laptop, server, unknown } = DEMO.connections;
  const core = network.switches.find(({ id }) => id === DEMO.panel.switch.deviceId);
  const point = network.nodes.find(({ id }) => id === DEMO.panel.accessPoint.deviceId);
  const router = network.routers.find(({ id }) => id === DEMO.panel.router.deviceId);
  const chained = network.switches.find(({ last_checkin, id }) => last_checkin && id !== core?.id);
  if (!core || !point || !router || !chained) throw new Error('The demo tenant lacks a device.');
  builder.configuration(owner, {
    id: printer.configurationId,
    name: 'NWT-MFP-2F',
    typeId: types['Local Printer'],
    mac: printer.mac,
    ip: '192.168.101.71',
    serialNumber: 'CNB7L1X0QZ',
  });
  builder.configuration(owner, {
    id: phone.configurationId,
    name: 'NWT-TEL-114',
    typeId: types['Managed Server'],
    mac: '00:04:F2:9A:31:76',
    ip: '192.168.101.114',
    others: [{ name: 'PC port', mac: '0004.f29a.3177' }],
  });
  builder.configuration(owner, {
    id: laptop.configurationId,
    name: 'NWT-LAP-07',
    typeId: types['Managed Server'],
    mac: laptop.mac,
  });
  const upper = (mac: string) => mac.toUpperCase();
  core.ports = {
    '1': { uplink: true, macs: [upper(router.mac)] },
    '2': { macs: [upper(point.mac), laptop.mac], poe: { draw: 11.2 } },
    '5': { macs: [server.mac], description: 'Rack A' },
    '7': { macs: [unknown.mac], speed: 100 },
    '12': { macs: [printer.mac], vlan: 20, poe: { draw: 6.4, limit: 15 } },
    '13': { macs: ['DA:A1:19:00:11:22'] },
    '16': { macs: [upper(chained.mac), phone.mac] },
    // Power over Ethernet in each of its states.
    '18': { status: 'down', poe: { status: 'requesting power' } },
    '19': { status: 'down', poe: { status: 'fault' } },
    '20': { status: 'down', poe: { status: 'other fault' } },
    '21': { status: 'down', poe: { status: 'test mode' } },
    '22': { status: 'down', poe: { status: 'disabled' } },
    '28': { enable: false, status: 'down' },
  };
  chained.ports = {
    '1': { uplink: true, macs: [upper(core.mac), upper(router.mac), printer.mac, server.mac] },
    '3': { macs: [phone.mac], vlan: 30, poe: { draw: 3.1, limit: 15 } },
  };
  network.clients = [
    ...(network.clients ?? []),
    {
      mac: laptop.mac.toLowerCase(),
      name: 'NWT-LAP-07',
      os: 'windows',
      link: 'wireless',
      node: point.mac,
      ssid: 1,
    },
  ];
  const [, second] = network.nodes.filter(({ id }) => id !== point.id);
  if (second) point.neighbors = [{ nid: second.id, rssi: { '2_4GHz': -47, '5GHz': -57 } }];
  const night = new Date(builder.now);
  night.setUTCHours(2, 10, 0, 0);
  if (night.getTime() + 45 * 60_000 > builder.now) night.setUTCDate(night.getUTCDate() - 1);
  const at = (minutes: number) =>
    new Date(night.getTime() + minutes * 60_000).toISOString().replace(/\.\d+Z/, 'Z');
  point.outages = [{ from: at(0), to: at(45) }];
}
