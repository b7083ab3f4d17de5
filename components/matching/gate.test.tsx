// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { OrganizationsView } from '@/lib/views/matching';
import type { StatusView } from '@/lib/views/status';
import { fakeClient } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import {
  sampleDevices,
  sampleNetwork,
  sampleNetworks,
  sampleOrganizations,
} from './tenant.fixture';
import { MatchingPage } from './matching-page';

beforeEach(() => history.replaceState(null, '', '#networks'));
afterEach(cleanup);

type Networks = ReturnType<typeof sampleNetworks>;

function open(
  networks: Networks,
  status: StatusView = sampleStatus,
  organizations: OrganizationsView['organizations'] = [],
) {
  const background = fakeClient({
    'status.view': () => status,
    'matching.networks': networks,
    'matching.organizations': () => sampleOrganizations({ organizations }),
    'sync.start': () => null,
  });
  return { ...background, ...render(<MatchingPage client={background.client} />) };
}

const none = sampleNetworks([]);
const neverSynced = { ...sampleStatus, lastSync: null };
const done = sampleNetwork(1, { state: 'matched' });

describe('instead of a list', () => {
  it.each<[string, Networks, StatusView, RegExp, string]>([
    [
      'nothing is connected',
      none,
      { ...neverSynced, status: { state: 'not-connected' } },
      /there is nothing to match yet/,
      'options.html#connection',
    ],
    [
      'no user was chosen',
      sampleNetworks([], { access: 'no-user' }),
      sampleStatus,
      /^Choose who you are/,
      'options.html#access',
    ],
    [
      'the role has no matching',
      sampleNetworks([], { access: 'panels' }),
      sampleStatus,
      /sees device panels, but no matching/,
      'options.html#access',
    ],
    [
      'the first sync is under way',
      none,
      { ...neverSynced, status: { state: 'syncing', stage: 'networks', done: 0, total: 2 } },
      /^The first sync is under way/,
      'options.html#access',
    ],
  ])('says what is missing and where to go when %s', async (_name, view, status, text, link) => {
    open(view, status);
    expect(await screen.findByText(text)).toBeTruthy();
    const links = [...document.querySelectorAll('main a')];
    expect(links.map((each) => each.getAttribute('href'))).toEqual([link]);
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('leads to where the keys are entered again', async () => {
    const failed = { state: 'credentials-failed', side: 'itglue', detail: null } as const;
    open(none, { ...sampleStatus, status: failed });
    expect(await screen.findByText(/^IT Glue did not accept the keys/)).toBeTruthy();
    const links = [...document.querySelectorAll('[role=status] a')];
    expect(links.map((each) => each.getAttribute('href'))).toEqual(['options.html#connection']);
  });

  it('offers to sync when that never happened', async () => {
    const { requests } = open(none, neverSynced);
    (await screen.findByRole('button', { name: 'Sync now' })).click();
    expect(requests('sync.start')).toHaveLength(1);
  });

  it('says that all networks are matched, and leads to the devices that are not', async () => {
    const organizations = [
      { id: organizationId(7), name: 'Acme', unmatchedDevices: 2 },
      { id: organizationId(8), name: 'Beta', unmatchedDevices: 9 },
    ];
    open(sampleNetworks([done]), sampleStatus, organizations);
    expect(await screen.findByText('All networks are matched.')).toBeTruthy();
    (await screen.findByRole('button', { name: 'Match devices of Beta' })).click();
    expect(location.hash).toBe('#organization/8');
  });

  it('does not tell a manager that all networks are matched, who cannot see the others', async () => {
    open(sampleNetworks([done], { access: 'own' }));
    expect(await screen.findByText(/shown to administrators only/)).toBeTruthy();
  });

  it('is busy while the list is read, and says so', async () => {
    const { client } = fakeClient({
      'status.view': () => sampleStatus,
      'matching.networks': () => new Promise(() => undefined),
    });
    const { container } = render(<MatchingPage client={client} />);
    expect(await screen.findByText('Reading the networks…')).toBeTruthy();
    expect(container.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
  });

  it('says that the list could not be read, and reads it again', async () => {
    const { client, answers } = fakeClient({ 'status.view': () => sampleStatus });
    render(<MatchingPage client={client} />);
    const retry = await screen.findByRole('button', { name: 'Retry' });
    answers['matching.networks'] = sampleNetworks([done]);
    retry.click();
    expect(await screen.findByText('All networks are matched.')).toBeTruthy();
  });

  it('keeps a list that may be out of date beside the reason', async () => {
    const { answers, change } = open(sampleNetworks([done]));
    await screen.findByText('All networks are matched.');
    delete answers['matching.networks'];
    change();
    expect((await screen.findByRole('alert')).textContent).toContain('may be out of date');
    expect(screen.getByText('All networks are matched.')).toBeTruthy();
  });
});

describe('an organization', () => {
  it("that is not the person's leads back to the networks", async () => {
    history.replaceState(null, '', '#organization/99');
    const { client } = fakeClient({
      'status.view': () => sampleStatus,
      'matching.organizations': () => sampleOrganizations(),
    });
    const refusing: typeof client = {
      ...client,
      send: ((name: string, ...request: never[]) =>
        name === 'matching.devices'
          ? Promise.resolve({ ok: false, problem: { kind: 'not-permitted' } })
          : (client.send as (...all: unknown[]) => unknown)(
              name,
              ...request,
            )) as typeof client.send,
    };
    render(<MatchingPage client={refusing} />);
    expect(await screen.findByText(/do not include this organization/)).toBeTruthy();
    (await screen.findByRole('button', { name: 'Show all networks' })).click();
    expect(location.hash).toBe('#networks');
  });

  it('is chosen in the head of the page, with how many devices wait', async () => {
    const organizations = [{ id: organizationId(7), name: 'Acme', unmatchedDevices: 2 }];
    const { answers, requests } = open(sampleNetworks([done]), sampleStatus, organizations);
    answers['matching.devices'] = sampleDevices([]);
    const select = await screen.findByLabelText<HTMLSelectElement>('Match Devices of');
    await expect
      .poll(() => [...select.options].map(({ text }) => text))
      .toContain('Acme (2 unmatched)');
    select.value = '7';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await expect
      .poll(() => requests('matching.devices')[0]?.request)
      .toMatchObject({ organizationId: '7' });
    expect(location.hash).toBe('#organization/7');
  });
});
