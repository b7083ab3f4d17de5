import type { Device } from '@/lib/model/device';
import { deviceKey } from '@/lib/model/device';
import { configurationId, organizationId } from '@/lib/model/ids';
import { parseMac } from '@/lib/model/mac';
import type { PanelCandidate } from '@/lib/views/matching';
import type { PanelView } from '@/lib/views/panel';
import type { RecordView } from '@/lib/views/wireless';
import { statuses } from '@/components/state/statuses.fixture';
import { sampleView } from './view.fixture';

type Unmatched = Extract<PanelView, { kind: 'unmatched' }>;
type Managed = Extract<RecordView, { kind: 'managed' }>;

/** The panel of a matched device. */
export const deviceView = (device: Device) => ({
  ...sampleView,
  device,
  neighbors:
    device.kind === 'access-point'
      ? device.neighbors.map(({ signals }) => ({ name: 'Back office', signals }))
      : [],
  configuration: { ...sampleView.configuration, name: device.name ?? '', modelName: device.model },
  mayMatch: true,
});

/** A configuration without a device, for the reason given. */
export const unmatchedView = (
  why: Unmatched['why'],
  changes: Partial<Unmatched> = {},
): Unmatched => ({
  kind: 'unmatched',
  title: 'Lobby',
  why,
  page: { organizationId: organizationId(2), configurationId: configurationId(9) },
  mayMatch: false,
  undo: null,
  expected: false,
  team: null,
  ignored: false,
  connections: [],
  status: statuses.ok,
  ...changes,
});

/** Why a configuration has no device: each reason. */
export const unmatchedReasons = {
  'organization-unmatched': true,
  'device-unmatched': true,
  'configuration-unknown': true,
  'never-synced': true,
} as const satisfies Record<Unmatched['why'], true>;

/** A switch that may be the configuration's. */
export const candidate = (name: string, more: Partial<PanelCandidate> = {}): PanelCandidate => ({
  deviceKey: deviceKey('switch', name),
  kind: 'switch',
  name,
  mac: parseMac('ac:86:74:00:00:12'),
  ip: '192.168.1.2',
  model: 'E24',
  networkName: 'Acme Main',
  reason: 'name',
  replaces: null,
  claimedBy: null,
  version: '',
  ...more,
});

/** A record that is kept current. */
export const managedRecord: Managed = {
  kind: 'managed',
  networkName: 'northwind  traders',
  ssidName: 'شبكة <b>',
  syncedAt: '2026-03-05T11:55:00Z',
  on: true,
  archived: false,
  heldBy: [],
};
