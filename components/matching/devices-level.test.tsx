// @vitest-environment happy-dom
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId } from '@/lib/model/ids';
import type { CreationView, DecisionResult, DeviceRow, DevicesView } from '@/lib/views/matching';
import { fakeClient, sampleStatus } from '@/components/state/client.fixture';
import { fakeLayout } from './layout.fixture';
import {
  sampleDevice,
  sampleDevices,
  sampleNetworks,
  suggestedConfiguration,
} from './tenant.fixture';
import { MatchingPage } from './matching-page';

beforeEach(() => {
  history.replaceState(null, '', '#organization/7');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(rows: readonly DeviceRow[], view: Partial<DevicesView> = {}) {
  const background = fakeClient({
    'status.view': () => sampleStatus,
    'matching.networks': () => sampleNetworks([]),
    'matching.devices': () => sampleDevices(rows, view),
    'matching.decide-device': (): DecisionResult => ({ ok: true, count: 1 }),
    'matching.accept-all-devices': () => ({ ok: true, count: 1 }),
    'creation.start': (): DecisionResult => ({ ok: true, count: 1 }),
    'creation.dismiss': () => null,
  });
  const page = render(<MatchingPage client={background.client} />);
  const decided = () => background.requests('matching.decide-device').map(({ request }) => request);
  return { ...background, ...page, decided };
}

const lobby = sampleDevice(1, {
  name: 'Lobby',
  suggestions: [suggestedConfiguration(71, 'LOBBY-AP', { rule: 'mac', primaryIp: '10.0.0.7' })],
  creation: 'suggestion-undecided',
});
const core = sampleDevice(2, { name: 'Core', kind: 'switch', networkId: networkId(2) });
const hall = sampleDevice(3, {
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
const all = [lobby, core, hall];

const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });
const row = async (name: RegExp) =>
  (await screen.findByRole('rowheader', { name })).closest<HTMLElement>('[role=row]')!;

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

  it('says on its row who has the configuration already', async () => {
    const { answers } = open(all);
    answers['matching.decide-device'] = () => ({
      ok: false,
      refusal: { kind: 'configuration-taken', by: 'Attic' },
    });
    (await button('Accept Suggested Match for Lobby')).click();
    await expect
      .poll(async () => (await row(/Lobby/)).textContent)
      .toContain('Attic has this configuration already.');
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

describe('creating configurations', () => {
  const preview = {
    rows: [
      {
        deviceKey: deviceKey('switch', '2'),
        name: 'Core',
        nameCut: false,
        mac: 'AC:86:74:30:00:02',
        ip: '10.0.0.2',
        serialNumber: null,
        type: 'Switch',
        model: 'AP840',
      },
    ],
    left: [{ deviceKey: deviceKey('router', '9'), name: 'D200', why: 'no-type' as const }],
  };

  it('waits for the decision about a suggestion by MAC or IP, and says so', async () => {
    const { requests } = open(all);
    const create = await button('Create Configuration for Lobby');
    expect(create.getAttribute('aria-disabled')).toBe('true');
    const why = document.getElementById(create.getAttribute('aria-describedby')!);
    expect(why?.textContent).toBe('Decide the suggestion by MAC or IP first.');
    create.click();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect((await button('Create all remaining')).disabled).toBe(true);
    expect(screen.getByText('Decide 1 suggestion by MAC or IP first.')).toBeTruthy();
    expect(requests('creation.preview')).toEqual([]);
  });

  it('shows what will be written and what not, and starts only that', async () => {
    const { answers, requests } = open([core, hall]);
    answers['creation.preview'] = () => preview;
    (await button('Create all remaining')).click();
    const dialog = within(await screen.findByRole('dialog'));
    const table = within(await dialog.findByRole('table'));
    expect(table.getAllByRole('row')[1]?.textContent).toBe(
      'CoreSwitchAC:86:74:30:00:0210.0.0.2—AP840',
    );
    expect(dialog.getByText('no configuration type is chosen for its kind')).toBeTruthy();
    expect(requests('creation.start')).toEqual([]);
    dialog.getByRole('button', { name: 'Create 1 configuration' }).click();
    expect(await screen.findByText('Creating 1 configuration')).toBeTruthy();
    expect(requests('creation.start')[0]?.request).toEqual({
      organizationId: '7',
      deviceKeys: ['switch:2'],
    });
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  it('says in the dialog why it was not started', async () => {
    const { answers } = open([core]);
    answers['creation.preview'] = () => preview;
    answers['creation.start'] = () => ({ ok: false, refusal: { kind: 'not-permitted' } });
    (await button('Create Configuration for Core')).click();
    const dialog = within(await screen.findByRole('dialog'));
    (await dialog.findByRole('button', { name: 'Create 1 configuration' })).click();
    expect((await dialog.findByRole('alert')).textContent).toContain('do not allow this');
  });

  type Row = CreationView['rows'][number];
  const creation: CreationView = {
    id: 'b1',
    state: 'open',
    created: 1,
    refused: 2,
    total: 5,
    rows: (
      [
        ['A', 'created'],
        ['B', 'found'],
        ['C', 'waiting'],
        [
          'D',
          'refused',
          {
            kind: 'problem',
            problem: { kind: 'refused', side: 'itglue', detail: 'Name is not allowed' },
          },
        ],
        ['E', 'refused', { kind: 'decided-meanwhile' }],
      ] satisfies [string, Row['state'], DecisionRefusal?][]
    ).map(([name, state, refusal], place) => ({
      deviceKey: deviceKey('switch', String(place)),
      name,
      state,
      refusal: refusal ?? null,
      configurationId: null,
      missing: null,
    })),
  };

  it('shows its progress with a result for each row, those refused first', async () => {
    open([core], { creation });
    const area = within(await screen.findByRole('region', { name: 'Creating configurations' }));
    const bar = area.getByRole<HTMLProgressElement>('progressbar');
    expect([bar.value, bar.max]).toEqual([4, 5]);
    expect(area.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Drefused: Name is not allowed',
      'Erefused: Another decision about this device was made meanwhile.',
      'Acreated',
      'Bfound in IT Glue by its MAC and matched',
      'Cwaiting',
    ]);
    expect((await button('Create all remaining')).disabled).toBe(true);
  });

  it('is there after a reload, until its result is dismissed', async () => {
    const { requests } = open([core], { creation: { ...creation, state: 'done' } });
    (await button('Dismiss')).click();
    expect(requests('creation.dismiss')[0]?.request).toEqual({ id: 'b1' });
  });
});

describe('all devices', () => {
  it('accept their one suggestion at once', async () => {
    const { requests } = open(all);
    (await button('Accept all suggestions')).click();
    await expect
      .poll(() => requests('matching.accept-all-devices').map(({ request }) => request))
      .toEqual([{ organizationId: '7', deviceKeys: ['access-point:1'] }]);
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
