import { parseMac } from '@/lib/model/mac';
import type { SwitchPort } from '@/lib/model/switch-port';
import type { ConnectionView, DeviceLink } from '@/lib/views/connections';

const core: DeviceLink = { name: 'NW-SW01 Server Room', path: '/2/configurations/100002' };
const chained: DeviceLink = { name: 'NW-SW02', path: null };
const port: SwitchPort = {
  id: '12',
  enabled: true,
  up: true,
  description: null,
  speed: 1000,
  uplink: false,
  vlan: 20,
  poe: { enabled: true, status: 'delivering power', draw: 6.4, limit: 15 },
  macs: [],
};
const seenAt = '2026-03-05T11:58:00Z';

/** Each way in which a MAC is somewhere. */
export const connections: readonly ConnectionView[] = [
  {
    mac: parseMac('00:1b:a9:4e:12:0c')!,
    places: [{ kind: 'port', device: core, port, way: 'direct', seenAt }],
  },
  {
    mac: parseMac('3c:a9:f4:51:8e:20')!,
    places: [
      {
        kind: 'wireless',
        device: { name: 'NW-AP01 Lobby', path: '/2/configurations/100001' },
        ssid: { name: 'NWT-Staff', number: 1 },
        seenAt,
      },
    ],
  },
  {
    mac: parseMac('3c:a9:f4:51:8e:21')!,
    places: [
      { kind: 'wireless', device: null, ssid: { name: null, number: 2 }, seenAt },
      {
        kind: 'port',
        device: core,
        port: { ...port, poe: null, speed: 100 },
        way: 'direct',
        seenAt,
      },
    ],
  },
  {
    mac: parseMac('00:15:5d:01:02:03')!,
    places: [
      { kind: 'port', device: core, port: { ...port, id: 'trunk1' }, way: 'aggregate', seenAt },
      { kind: 'port', device: core, port: { ...port, id: '16' }, way: 'behind', seenAt },
    ],
  },
  {
    mac: parseMac('00:15:5d:01:02:04')!,
    places: [{ kind: 'port', device: chained, port: { ...port, id: '1' }, way: 'uplink', seenAt }],
  },
];
