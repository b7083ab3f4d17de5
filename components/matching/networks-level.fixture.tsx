import { render, screen } from '@testing-library/preact';
import { organizationId } from '@/lib/model/ids';
import type { NetworksQuestion } from '@/lib/views/lists/question';
import type { NetworkRow, NetworksView } from '@/lib/views/matching';
import { fakeClient } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { bulkAnswers } from './bulk.fixture';
import {
  sampleNetwork,
  sampleNetworks,
  sampleOrganizations,
  suggestedOrganization,
} from './tenant.fixture';
import { MatchingPage } from './matching-page';
// Loaded when they are opened, which takes its time at the first one.
import './bulk-dialog';
import './create-organization-dialog';
import './keys-dialog';
import './match-to-dialog';

/** A background that decides as it is told: matched, ignored or neither. */
export function open(rows: readonly NetworkRow[], view: Partial<NetworksView> = {}) {
  let current = rows;
  const background = fakeClient({
    'status.view': () => sampleStatus,
    'matching.look': () => null,
    'matching.networks': (question: NetworksQuestion) => sampleNetworks(current, view)(question),
    'matching.organizations': () => sampleOrganizations(),
    'matching.decide-network': (request: { networkId: string; action: string }) => {
      const state = { match: 'matched', ignore: 'ignored' }[request.action] ?? 'unmatched';
      current = current.map((row) =>
        row.id === request.networkId ? { ...row, state: state as NetworkRow['state'] } : row,
      );
      background.change();
      return { ok: true, count: 1 };
    },
    ...bulkAnswers((key) => current.find(({ id }) => id === key)?.name ?? ''),
    'matching.undo': () => ({ ok: true, count: 1 }),
  });
  const page = render(<MatchingPage client={background.client} />);
  const decided = () =>
    background.requests('matching.decide-network').map(({ request }) => request);
  return { ...background, ...page, decided };
}

export const acme = sampleNetwork(1, {
  name: 'Acme',
  suggestions: [suggestedOrganization(51, 'Acme Inc.', { kind: 'legal-form', form: 'Inc.' })],
});

const beta = sampleNetwork(2, { name: 'Beta' });

const gamma = sampleNetwork(3, {
  name: 'Gamma',
  suggestions: [suggestedOrganization(53, 'Gamma'), suggestedOrganization(54, 'Gamma')],
});

export const matched = sampleNetwork(4, {
  name: 'Delta',
  state: 'matched',
  organization: { id: organizationId(7), name: 'Delta LLC' },
  rule: 'by-hand',
  version: 'by-hand then 7',
});

const ignored = sampleNetwork(5, { name: 'Lab', state: 'ignored', version: 'ignored then' });

export const all = [acme, beta, gamma, matched, ignored];

export const button = (name: string | RegExp) =>
  screen.findByRole<HTMLButtonElement>('button', { name });

export const tab = (name: string) => screen.findByRole('tab', { name });

export const row = async (name: string) =>
  (await screen.findByRole('rowheader', { name })).closest<HTMLElement>('[role=row]')!;

export const rowNames = () => screen.queryAllByRole('rowheader').map((cell) => cell.textContent);
