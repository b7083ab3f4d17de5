// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { configurationId } from '@/lib/model/ids';
import { fakeClient } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { fakeLayout } from './layout.fixture';
import { MatchingPage } from './matching-page';
import { sampleDevice } from '@/lib/views/devices.fixture';
import { sampleDevices, sampleOrganizations } from './tenant.fixture';

const url = 'https://acme.itglue.com/7/configurations/81';
const ignored = [{ id: configurationId(81), name: 'Printer', url }];

beforeEach(() => void fakeLayout());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(hash: string) {
  history.replaceState(null, '', hash);
  const background = fakeClient({
    'status.view': () => sampleStatus,
    'matching.organizations': () => sampleOrganizations(),
    'matching.devices': sampleDevices([sampleDevice(1, { name: 'Lobby' })], { ignored }),
    'matching.ignore-configuration': () => ({ ok: true, count: 1 }),
  });
  render(<MatchingPage client={background.client} />);
  return background;
}

it('lists ignored configurations with the way back, beside the devices that are ignored', async () => {
  const { requests } = open('#organization/7?tab=ignored');
  fireEvent.click(await screen.findByText('1 configuration is ignored'));
  expect(screen.getByRole<HTMLAnchorElement>('link', { name: 'Printer' }).href).toBe(url);
  fireEvent.click(screen.getByRole('button', { name: 'Stop Ignoring for Printer' }));
  expect(requests('matching.ignore-configuration').map(({ request }) => request)).toEqual([
    { organizationId: '7', configurationId: '81', ignored: false },
  ]);
  expect(await screen.findByText('Printer is no longer ignored')).toBeTruthy();
});

it('lists them on no other tab', async () => {
  open('#organization/7');
  await screen.findByRole('rowheader', { name: /Lobby/ });
  expect(screen.queryByText('1 configuration is ignored')).toBeNull();
});
