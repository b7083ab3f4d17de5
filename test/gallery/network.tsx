import { NetworkPage } from '@/components/network/network-page';
import { NetworkCard } from '@/components/panel/network-card';
import { manyDevices, oneDevice, sampleSheet } from '@/components/network/sheet.fixture';
import { type Answers } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { problems } from '@/components/state/problems.fixture';
import { statuses } from '@/components/state/statuses.fixture';
import { organizationsView } from './matching-tenant.fixture';
import type { OrganizationsView } from '@/lib/views/matching';
import type { NetworkCardView, NetworkSheetView } from '@/lib/views/network-sheet';
import { fails, pending, press } from './acts';
import type { Entry, Surface } from './entry';

const now = Date.parse('2026-03-05T12:00:00Z');

const entry = (name: string, answers: Answers, more: Partial<Entry> = {}, hash = '#2'): Entry => ({
  name,
  page: {
    hash,
    answers: { 'status.view': () => sampleStatus, ...answers },
    render: (client) => <NetworkPage client={client} />,
  },
  ...more,
});
const sheet = (view: NetworkSheetView) => ({ 'network.sheet': () => view });
const status = (changes: Partial<typeof sampleStatus>) => ({
  'status.view': () => ({ ...sampleStatus, ...changes }),
});
const list = (view: Partial<OrganizationsView> = {}) => ({
  'matching.organizations': () => ({ ...organizationsView, ...view }),
});
const without: NetworkSheetView = {
  ...sampleSheet,
  networks: [],
  devices: [],
  wifi: [],
  trees: [],
};

/** The network sheet's page. */
export const network: Surface = {
  name: 'network',
  widths: [360, 960, 1280],
  entries: [
    entry('sheet', sheet(sampleSheet)),
    entry('sheet, what hangs on what as a table', sheet(sampleSheet), { act: press('As a table') }),
    entry('sheet with one device', sheet(oneDevice)),
    entry('sheet with sixty devices', sheet(manyDevices)),
    entry(
      'sheet, a network not read',
      sheet({
        ...sampleSheet,
        networks: sampleSheet.networks.map((each) => ({ ...each, problem: problems.timeout })),
      }),
    ),
    entry('sheet, Auto-Create off', sheet({ ...sampleSheet, autoCreate: false })),
    entry('sheet, locked', { ...sheet(sampleSheet), ...status({ status: statuses.locked }) }),
    entry('loading', { 'network.sheet': pending }),
    entry('failing', { 'network.sheet': fails(problems.storage) }),
    entry('not permitted', { 'network.sheet': fails(problems['not-permitted']) }),
    entry('not connected', {
      'network.sheet': fails(problems['not-permitted']),
      ...status({ status: { state: 'not-connected' } }),
    }),
    entry('no networks', sheet(without)),
    entry('first sync', {
      ...sheet(without),
      ...status({ lastSync: null, status: statuses.syncing }),
    }),
    entry('organizations', list(), {}, '#all'),
    entry('organizations, none', list({ organizations: [] }), {}, '#all'),
    entry('organizations, loading', { 'matching.organizations': pending }, {}, '#all'),
    entry(
      'organizations, failing',
      { 'matching.organizations': fails(problems.storage) },
      {},
      '#all',
    ),
    entry('organizations, panels only', list({ access: 'panels' }), {}, '#all'),
    entry('organizations, nobody chosen', list({ access: 'no-user' }), {}, '#all'),
    entry(
      'organizations, not connected',
      { ...list(), ...status({ status: { state: 'not-connected' } }) },
      {},
      '#all',
    ),
  ],
};

const card: NetworkCardView = {
  networks: 2,
  devices: 24,
  down: 0,
  others: 0,
  unmatched: 0,
  unread: 0,
  readAt: '2026-03-05T09:00:00Z',
};

/** The card on an organization's home page. */
export const cardEntries: readonly Entry[] = Object.entries({
  'all up': {},
  'some down and unmatched': { down: 2, others: 1, unmatched: 5 },
  'a network not read': { unread: 1 },
  'before its devices were read': { devices: 0, readAt: null },
}).map(([name, changes]) => ({
  name: `organization, ${name}`,
  card: () => <NetworkCard view={{ ...card, ...changes }} now={now} onOpen={() => undefined} />,
}));
