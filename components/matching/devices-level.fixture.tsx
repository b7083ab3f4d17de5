import { render, screen } from '@testing-library/preact';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { DecisionResult, DeviceRow, DevicesView } from '@/lib/views/matching';
import { fakeClient } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { bulkAnswers } from './bulk.fixture';
import { sampleDevice, suggestedConfiguration } from '@/lib/views/devices.fixture';
import { sampleDevices, sampleOrganizations } from './tenant.fixture';
import { MatchingPage } from './matching-page';
// Loaded when they are opened, which takes its time at the first one.
import './bulk-dialog';
import './create-configurations-dialog';
import './match-to-dialog';

/** An organization's devices, with a background that takes every decision. */
export function open(rows: readonly DeviceRow[], view: Partial<DevicesView> = {}) {
  const background = fakeClient({
    'status.view': () => sampleStatus,
    'matching.organizations': () =>
      sampleOrganizations({
        organizations: [{ id: organizationId(7), name: 'Acme Corp', unmatchedDevices: 2 }],
      }),
    'matching.look': () => null,
    'matching.devices': sampleDevices(rows, view),
    'matching.decide-device': (): DecisionResult => ({ ok: true, count: 1 }),
    ...bulkAnswers((key) => rows.find((row) => row.key === key)?.name ?? ''),
    'creation.start': (): DecisionResult => ({ ok: true, count: 1 }),
    'creation.stop': () => null,
    'creation.dismiss': () => null,
  });
  const page = render(<MatchingPage client={background.client} />);
  const decided = () => background.requests('matching.decide-device').map(({ request }) => request);
  return { ...background, ...page, decided };
}

export const lobby = sampleDevice(1, {
  name: 'Lobby',
  suggestions: [suggestedConfiguration(71, 'LOBBY-AP', { rule: 'mac', primaryIp: '10.0.0.7' })],
  creation: 'suggestion-undecided',
});
export const core = sampleDevice(2, { name: 'Core', kind: 'switch', networkId: networkId(2) });
export const hall = sampleDevice(3, {
  name: 'Hall',
  state: 'matched',
  version: 'mac then 73',
  rule: 'mac-and-ip',
  configuration: {
    id: configurationId(73),
    name: 'HALL-AP',
    url: 'https://acme.itglue.com/7/configurations/73',
  },
});
export const all = [lobby, core, hall];

export const button = (name: string | RegExp) =>
  screen.findByRole<HTMLButtonElement>('button', { name });
export const row = async (name: RegExp) =>
  (await screen.findByRole('rowheader', { name })).closest<HTMLElement>('[role=row]')!;
