import { MatchingPage } from '@/components/matching/matching-page';
import {
  manyDevices,
  sampleDevices,
  sampleNetwork,
  sampleNetworks,
  suggestedOrganization,
} from '@/components/matching/tenant.fixture';
import { OptionsPage } from '@/components/options/options-page';
import {
  autoCreateStates,
  creatingPreview,
  idleAutoCreate,
  sharedTeam,
} from '@/components/options/states.fixture';
import { deviceView } from '@/components/panel/states.fixture';
import { fullDevices } from '@/lib/model/samples.fixture';
import { Popup } from '@/components/popup/popup';
import {
  emptyOptions,
  fakeClient,
  sampleOptions,
  sampleStatus,
} from '@/components/state/client.fixture';
import { problems, statuses } from '@/components/state/statuses.fixture';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { Access, CreationView, NetworksView } from '@/lib/views/matching';
import type { OptionsView } from '@/lib/views/options';
import type { PanelView } from '@/lib/views/panel';
import type { StatusView } from '@/lib/views/status';
import type { AutoCreateView } from '@/lib/views/wireless';
import type { Entry, Surface } from './entry';

function popupEntry(name: string, view: StatusView, panel: PanelView = { kind: 'none' }): Entry {
  return {
    name,
    page: {
      client: () => fakeClient({ 'status.view': () => view, 'popup.panel': () => panel }).client,
      render: (client) => (
        <Popup client={client} options={() => undefined} matching={() => undefined} />
      ),
    },
  };
}

export const popup: Surface = {
  name: 'popup',
  widths: [360],
  entries: [
    ...Object.entries(statuses).map(([name, status]) =>
      popupEntry(name, { ...sampleStatus, status }),
    ),
    popupEntry('on a configuration page', sampleStatus, deviceView(fullDevices.switch)),
    popupEntry('with what could not be read', {
      ...sampleStatus,
      lastSync: {
        at: '2026-03-05T10:00:00Z',
        problems: [
          {
            stage: 'devices',
            networkId: networkId(1),
            subject: 'Acme Main',
            problem: problems.server,
          },
          { stage: 'networks', subject: { kind: 'user-list' }, problem: problems['not-permitted'] },
        ],
        skipped: [
          {
            stage: 'devices',
            subject: { kind: 'device', deviceKind: 'switch', networkName: 'Acme Main' },
            id: '18',
            fields: [{ field: 'mac', expected: null }],
          },
        ],
        oddFields: [
          { kind: 'access-point', field: 'latitude', count: 12, type: 'string', lost: false },
        ],
      },
    }),
  ],
};

function optionsEntry(
  name: string,
  view: OptionsView,
  auto: AutoCreateView = idleAutoCreate,
  hash = '',
): Entry {
  return {
    name,
    page: {
      hash,
      client: () =>
        fakeClient({
          'options.view': () => view,
          'status.view': () => ({ ...sampleStatus, status: view.status }),
          'types.list': () => [
            { id: '1', name: 'Managed Network Switch' },
            { id: '2', name: 'Wireless Access Point' },
          ],
          'auto-create.view': () => auto,
          'team.view': () => sharedTeam,
          'auto-create.preview': () => creatingPreview,
          'activity.list': () => ({
            rows: [
              {
                id: 3,
                at: '2026-03-05T10:00:00Z',
                who: 'sync',
                event: { kind: 'sync-finished', networks: 16, devices: 154 },
              },
              {
                id: 2,
                at: '2026-03-05T09:58:00Z',
                who: 'Ada',
                event: {
                  kind: 'network-matched',
                  networkId: networkId(1),
                  name: 'Acme Main',
                  organizationId: organizationId(2),
                  organizationName: 'Acme',
                  rule: 'by-hand',
                },
              },
              {
                id: 1,
                at: '2026-03-05T09:50:00Z',
                who: 'sync',
                event: { kind: 'sync-failed', problem: problems.offline },
              },
            ],
            before: null,
          }),
        }).client,
      render: (client) => <OptionsPage client={client} />,
    },
  };
}

const connected: OptionsView = { ...sampleOptions };

export const options: Surface = {
  name: 'options',
  widths: [360, 1280],
  entries: [
    optionsEntry('before any key', emptyOptions),
    ...Object.entries(statuses)
      .filter(([name]) => name !== 'not-connected')
      .map(([name, status]) => optionsEntry(name, { ...connected, status })),
    ...Object.entries(autoCreateStates).map(([name, auto]) =>
      optionsEntry(
        `Auto-Create ${name}`,
        { ...connected, settings: { ...connected.settings, autoCreate: auto.on } },
        auto,
        '#auto-create',
      ),
    ),
    optionsEntry(
      'Auto-Create for others than Administrators',
      { ...connected, settings: { ...connected.settings, userId: connected.users[1]?.id ?? null } },
      { ...idleAutoCreate, permitted: false },
      '#auto-create',
    ),
  ],
};

const networks = sampleNetworks(
  Array.from({ length: 40 }, (_, place) =>
    sampleNetwork(place + 1, {
      name:
        [
          'Northwind Denver',
          'Contoso — Praha',
          'مقهى السلام',
          'A very long name of a network that says where it stands and for whom',
        ][place % 4] ?? '',
      state: place % 5 === 4 ? 'matched' : 'unmatched',
      organization: place % 5 === 4 ? { id: organizationId(7), name: 'Acme Corp' } : null,
      rule: place % 5 === 4 ? 'name' : null,
      suggestions:
        place % 3 === 0
          ? [suggestedOrganization(7, 'Acme Corp', { kind: 'legal-form', form: 'Inc.' })]
          : [],
    }),
  ),
  {
    organizations: [{ id: organizationId(7), name: 'Acme Corp', unmatchedDevices: 12 }],
    undo: { action: 'match', count: 1, name: 'Northwind Denver' },
  },
);

const rowsOf = (
  state: CreationView['rows'][number]['state'],
  place: number,
): CreationView['rows'][number] => ({
  deviceKey: deviceKey('switch', String(place)),
  name: `Switch ${place}`,
  state,
  refusal:
    state === 'refused'
      ? {
          kind: 'problem',
          problem: { kind: 'refused', side: 'itglue', detail: 'Name is too long' },
        }
      : null,
  configurationId: state === 'created' ? configurationId(place) : null,
  missing: null,
});
const creation = (state: CreationView['state']): CreationView => ({
  id: 'batch',
  state,
  total: 4,
  created: 1,
  refused: state === 'done' ? 1 : 0,
  rows: [
    rowsOf('created', 1),
    rowsOf('found', 2),
    rowsOf(state === 'done' ? 'refused' : 'waiting', 3),
    rowsOf(state === 'done' ? 'created' : 'waiting', 4),
  ],
});

function matchingEntry(
  name: string,
  view: NetworksView,
  hash = '#networks',
  more: { status?: StatusView; creation?: CreationView | null; devices?: number } = {},
): Entry {
  const { status = sampleStatus, creation: created = null, devices = 60 } = more;
  return {
    name,
    page: {
      hash,
      client: () =>
        fakeClient({
          'status.view': () => status,
          'matching.networks': () => view,
          'matching.devices': () => sampleDevices(manyDevices(devices), { creation: created }),
        }).client,
      render: (client) => <MatchingPage client={client} />,
    },
  };
}

const onDevices = '#organization/7';

export const matching: Surface = {
  name: 'matching',
  widths: [480, 1280, 1920],
  entries: [
    matchingEntry('networks', networks),
    matchingEntry('networks matched', networks, '#networks?tab=matched'),
    matchingEntry('networks ignored, none', networks, '#networks?tab=ignored'),
    matchingEntry('no networks', sampleNetworks([])),
    ...(['panels', 'no-user', 'own'] as const satisfies readonly Access[]).map((access) =>
      matchingEntry(`access ${access}`, { ...sampleNetworks([]), access }),
    ),
    matchingEntry('not connected', sampleNetworks([]), '#networks', {
      status: { ...sampleStatus, status: statuses['not-connected'], lastSync: null },
    }),
    matchingEntry('devices', networks, onDevices),
    matchingEntry('devices, none', networks, onDevices, { devices: 0 }),
    matchingEntry('creating', networks, onDevices, { creation: creation('open') }),
    matchingEntry('created', networks, onDevices, { creation: creation('done') }),
  ],
};
