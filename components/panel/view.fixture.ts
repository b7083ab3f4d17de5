import type { AccessPoint } from '@/lib/model/device';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import { plainConfiguration, plainDevices } from '@/lib/model/samples.fixture';
import type { PanelView } from '@/lib/views/panel';

/** An access point of which little is known. */
export const sampleDevice: AccessPoint = {
  ...plainDevices['access-point'],
  key: deviceKey('access-point', '7'),
  id: '7',
  networkId: networkId(1),
  name: 'Lobby',
  model: 'A42',
  firmware: '7.0.4',
  lastCheckin: '2026-03-05T11:57:00Z',
  uptimeSeconds: 600,
  latitude: 40.7128,
  longitude: -74.006,
};

/** The panel of the configuration it is matched to, for tests. */
export const sampleView: Extract<PanelView, { kind: 'device' }> = {
  kind: 'device',
  device: sampleDevice,
  configuration: {
    ...plainConfiguration,
    id: configurationId(9),
    organizationId: organizationId(2),
    name: 'Lobby',
    statusName: 'Active',
    modelName: 'A62',
  },
  networkName: 'Acme Main',
  rule: 'mac-and-ip',
  version: 'v1',
  connections: [],
  neighbors: [],
  ports: null,
  mayMatch: false,
  undo: null,
  team: null,
  readAt: '2026-03-05T09:00:00Z',
  status: { state: 'ok', at: '2026-03-05T09:00:00Z' },
  problem: null,
};
