// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { configurationId, networkId } from '@/lib/model/ids';
import { all, button, core, hall, open, row } from './devices-level.fixture';
import { fakeLayout } from './layout.fixture';
import { sampleDevice, suggestedConfiguration } from '@/lib/views/devices.fixture';

beforeEach(() => {
  history.replaceState(null, '', '#organization/7');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a device', () => {
  it('shows kind, model, MAC, IP, status, network and the rule of its suggestion', async () => {
    open(all);
    const text = (await row(/Lobby/)).textContent;
    for (const part of [
      'Access point',
      'AP840',
      'AC:86:74:30:00:01',
      '10.0.0.1',
      'Up',
      'Acme Main',
      'LOBBY-AP',
      'MAC',
      '10.0.0.7',
    ])
      expect(text).toContain(part);
  });

  it('does not repeat its own MAC with a suggestion, but shows another', async () => {
    const of = (macAddress: string) => suggestedConfiguration(71, 'X', { macAddress });
    open([
      sampleDevice(1, { name: 'Same', suggestions: [of('ac-86-74-30-00-01')] }),
      sampleDevice(2, { name: 'Other', suggestions: [of('ac-86-74-30-00-99')] }),
    ]);
    expect((await row(/Same/)).textContent).not.toContain('ac-86-74-30-00-01');
    expect((await row(/Other/)).textContent).toContain('ac-86-74-30-00-99');
  });

  it.each([
    ['Accept Suggested Match for Lobby', 'match'],
    ['Reject Suggestion for Lobby', 'reject'],
  ])('sends its version with %s', async (name, action) => {
    const { decided } = open(all);
    (await button(name)).click();
    await expect
      .poll(decided)
      .toEqual([{ action, deviceKey: 'access-point:1', configurationId: '71', version: '' }]);
  });

  it.each([
    ['unmatched', 'Ignore for Core', { action: 'ignore', deviceKey: 'switch:2', version: '' }],
    [
      'matched',
      'Unmatch for Hall',
      { action: 'unmatch', deviceKey: 'access-point:3', version: 'mac then 73' },
    ],
  ])('that is %s offers %s', async (at, name, request) => {
    history.replaceState(null, '', `#organization/7?tab=${at}`);
    const { decided } = open(all);
    (await button(name)).click();
    await expect.poll(decided).toEqual([request]);
  });

  it('links to its configuration in the portal, and names the rule', async () => {
    history.replaceState(null, '', '#organization/7?tab=matched');
    open(all);
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: /HALL-AP/ });
    expect([link.href, link.target, link.rel]).toEqual([
      'https://acme.itglue.com/7/configurations/73',
      '_blank',
      'noopener noreferrer',
    ]);
    expect((await row(/Hall/)).textContent).toContain('MAC and IP');
  });

  it.each(['javascript:alert(1)', 'http://acme.itglue.com/7', ''])(
    'has no link to %s',
    async (url) => {
      history.replaceState(null, '', '#organization/7?tab=matched');
      open([{ ...hall, configuration: { ...hall.configuration!, url } }]);
      expect((await row(/Hall/)).querySelector('a')).toBeNull();
    },
  );

  it('leads to the configuration that is suggested', async () => {
    open(all);
    const link = within(await row(/Lobby/)).getByRole<HTMLAnchorElement>('link');
    expect(link.href).toMatch(/^https:\/\/acme\.itglue\.com\/7\/configurations\/\d+$/);
    expect(link.textContent).toContain('(opens IT Glue in a new tab)');
  });

  it('says on its row who has the configuration already', async () => {
    const { answers } = open(all);
    answers['matching.decide-device'] = () => ({
      ok: false,
      refusal: { kind: 'configuration-taken', by: 'Attic' },
    });
    (await button('Accept Suggested Match for Lobby')).click();
    await expect
      .poll(async () => (await row(/Lobby/)).textContent)
      .toContain(
        'Attic has this configuration already; unmatch it there first, or choose another.',
      );
  });

  it('is matched by search within its organization, and not to what another has', async () => {
    const { answers, decided, requests } = open(all);
    const hit = { facts: ['SN1'], archived: true, takenBy: null };
    answers['matching.search-configurations'] = () => [
      { ...hit, id: configurationId(81), name: 'SW-1', takenBy: 'Attic' },
      { ...hit, id: configurationId(82), name: 'SW-2' },
    ];
    (await button('Match To for Core')).click();
    const list = within(await screen.findByRole('listbox'));
    const taken = await list.findByRole('option', { name: /SW-1/ });
    expect(taken.textContent).toContain('taken by Attic');
    taken.click();
    expect(decided()).toEqual([]);
    const free = list.getByRole('option', { name: /SW-2/ });
    expect(free.textContent).toContain('archived');
    free.click();
    await expect.poll(decided).toMatchObject([{ action: 'match', configurationId: '82' }]);
    expect(requests('matching.search-configurations')[0]?.request).toEqual({
      organizationId: '7',
      text: '',
    });
  });
});

describe('filters', () => {
  const names = () =>
    screen.queryAllByRole('rowheader').map((cell) => cell.querySelector('[title]')?.textContent);

  it('keep the kinds, network and status that are chosen, in the address too', async () => {
    const networks = [
      { id: networkId(1), name: 'Acme Main' },
      { id: networkId(2), name: 'Acme Lab' },
    ];
    open(all, { networks });
    (await button('Switches')).click();
    await expect.poll(names).toEqual(['Core']);
    await expect.poll(() => location.hash).toBe('#organization/7?kind=switch');
    fireEvent.change(screen.getByLabelText('Network'), { target: { value: '1' } });
    expect(await screen.findByText('Nothing here fits the search and the filters.')).toBeTruthy();
    screen.getAllByRole('button', { name: 'Clear filters' })[0]?.click();
    await expect.poll(names).toEqual(['Core', 'Lobby']);
    fireEvent.change(screen.getByLabelText('Status'), { target: { value: 'down' } });
    await expect.poll(names).toEqual([]);
  });

  it('find a MAC as users type it', async () => {
    open(all);
    await row(/Core/);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'ac86.7430.0002' } });
    await expect.poll(names).toEqual(['Core']);
  });
});

it('is what the page’s title names', async () => {
  open(all);
  await expect.poll(() => document.title).toBe('Acme Corp: Datto Networking for IT Glue');
});

describe('all devices', () => {
  it('are asked about before their suggestions are accepted', async () => {
    const { requests } = open(all);
    (await button('Accept all suggestions')).click();
    await expect
      .poll(() => requests('bulk.preview').map(({ request }) => request))
      .toMatchObject([{ subject: 'devices', keys: ['switch:2', 'access-point:1'] }]);
  });
});

describe('axe', () => {
  it.each(['unmatched', 'matched', 'ignored'])('objects to nothing on %s', async (at) => {
    history.replaceState(null, '', `#organization/7?tab=${at}`);
    const { container } = open([...all, sampleDevice(4, { state: 'ignored' })]);
    await screen.findByRole('grid');
    expect((await axe.run(container)).violations).toEqual([]);
  });

  it('objects to nothing in the preview', async () => {
    const { answers, container } = open([core]);
    answers['creation.preview'] = () => ({ rows: [], left: [] });
    (await button('Create all remaining')).click();
    await screen.findByText('There is nothing to create.');
    expect((await axe.run(container)).violations).toEqual([]);
  });
});
