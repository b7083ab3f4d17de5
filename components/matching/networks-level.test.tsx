// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type {
  DecisionResult,
  NetworkRow,
  NetworksView,
  SimilarOrganizations,
} from '@/lib/views/matching';
import { fakeClient, sampleStatus } from '@/components/state/client.fixture';
import { fakeLayout } from './layout.fixture';
import { sampleNetwork, sampleNetworks, suggestedOrganization } from './tenant.fixture';
import { MatchingPage } from './matching-page';

beforeEach(() => {
  history.replaceState(null, '', '#networks');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** A background that decides as it is told: matched, ignored or neither. */
function open(rows: readonly NetworkRow[], view: Partial<NetworksView> = {}) {
  let current = rows;
  const background = fakeClient({
    'status.view': () => sampleStatus,
    'matching.networks': () => sampleNetworks(current, view),
    'matching.decide-network': (request: { networkId: string; action: string }) => {
      const state = { match: 'matched', ignore: 'ignored' }[request.action] ?? 'unmatched';
      current = current.map((row) =>
        row.id === request.networkId ? { ...row, state: state as NetworkRow['state'] } : row,
      );
      background.change();
      return { ok: true, count: 1 };
    },
    'matching.accept-all-networks': () => ({ ok: true, count: 2 }),
    'matching.undo': () => ({ ok: true, count: 1 }),
  });
  const page = render(<MatchingPage client={background.client} />);
  const decided = () =>
    background.requests('matching.decide-network').map(({ request }) => request);
  return { ...background, ...page, decided };
}

const acme = sampleNetwork(1, {
  name: 'Acme',
  suggestions: [suggestedOrganization(51, 'Acme Inc.', { kind: 'legal-form', form: 'Inc.' })],
});
const beta = sampleNetwork(2, { name: 'Beta' });
const gamma = sampleNetwork(3, {
  name: 'Gamma',
  suggestions: [suggestedOrganization(53, 'Gamma'), suggestedOrganization(54, 'Gamma')],
});
const matched = sampleNetwork(4, {
  name: 'Delta',
  state: 'matched',
  organization: { id: organizationId(7), name: 'Delta LLC' },
  rule: 'by-hand',
  version: 'by-hand then 7',
});
const ignored = sampleNetwork(5, { name: 'Lab', state: 'ignored', version: 'ignored then' });
const all = [acme, beta, gamma, matched, ignored];

const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });
const tab = (name: string) => screen.findByRole('tab', { name });
const row = async (name: string) =>
  (await screen.findByRole('rowheader', { name })).closest<HTMLElement>('[role=row]')!;
const rowNames = () => screen.queryAllByRole('rowheader').map((cell) => cell.textContent);
const focusedRow = () =>
  document.activeElement?.querySelector(':scope > [role=rowheader]')?.textContent;
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });

describe('a network', () => {
  it('shows the reason of its suggestion in words, and takes it with its version', async () => {
    const { decided } = open(all);
    expect((await row('Acme')).textContent).toContain("same name without 'Inc.'");
    (await button('Accept Suggested Match for Acme')).click();
    await expect
      .poll(decided)
      .toEqual([{ action: 'match', networkId: '1', organizationId: '51', version: '' }]);
    expect(await screen.findByText('Matched Acme to Acme Inc.')).toBeTruthy();
  });

  it('shows suggestions that nothing tells apart as choices', async () => {
    const { decided } = open(all);
    const cell = within(await row('Gamma'));
    expect(cell.getAllByRole('button', { name: /^Accept Suggested Match/ })).toHaveLength(2);
    cell.getAllByRole('button', { name: /^Accept Suggested Match/ })[1]?.click();
    await expect.poll(decided).toMatchObject([{ organizationId: '54' }]);
  });

  it.each([
    ['unmatched', 'Ignore for Beta', { action: 'ignore', networkId: '2', version: '' }],
    [
      'matched',
      'Unmatch for Delta',
      { action: 'unmatch', networkId: '4', version: 'by-hand then 7' },
    ],
    [
      'ignored',
      'Stop Ignoring for Lab',
      { action: 'unignore', networkId: '5', version: 'ignored then' },
    ],
  ])('that is %s offers %s', async (at, name, request) => {
    history.replaceState(null, '', `#networks?tab=${at}`);
    const { decided } = open(all);
    (await button(name)).click();
    await expect.poll(decided).toEqual([request]);
  });

  it('leads to the devices of its organization', async () => {
    history.replaceState(null, '', '#networks?tab=matched');
    open(all);
    (await button('Match Devices for Delta')).click();
    expect(location.hash).toBe('#organization/7');
  });

  it('is pending until the background answers, and then says why it was refused', async () => {
    const { answers, requests } = open(all);
    let answer: (value: DecisionResult) => void = () => undefined;
    answers['matching.decide-network'] = () => new Promise((resolve) => (answer = resolve));
    (await button('Ignore for Beta')).click();
    await expect.poll(async () => (await row('Beta')).getAttribute('aria-busy')).toBe('true');
    expect((await row('Beta')).textContent).toContain('Saving…');
    answer({ ok: false, refusal: { kind: 'decided-meanwhile' } });
    const sentence = 'Somebody decided about this network meanwhile.';
    await expect.poll(async () => (await row('Beta')).textContent).toContain(sentence);
    expect(screen.getByText(`Beta: ${sentence}`).closest('[role=status]')).toBeTruthy();
    expect(requests('matching.networks').length).toBeGreaterThan(1);
  });

  it('has its name as text, whatever it holds', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const { container } = open([
      sampleNetwork(1, { name }),
      sampleNetwork(2, { name: 'x'.repeat(500) }),
    ]);
    await screen.findByText(name);
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('x'.repeat(500)).title).toHaveLength(500);
  });
});

describe('all networks', () => {
  it('accept their one suggestion at once: those that are shown, and no choices', async () => {
    const { requests } = open([
      ...all,
      sampleNetwork(6, { ...acme, id: sampleNetwork(6).id, name: 'Omega' }),
    ]);
    await row('Acme');
    (await button('Accept all suggestions')).click();
    await expect
      .poll(() => requests('matching.accept-all-networks').map(({ request }) => request))
      .toEqual([{ networkIds: ['1', '6'] }]);
    expect(await screen.findByText('Accepted 2 suggestions')).toBeTruthy();
  });

  it('are counted in their tabs', async () => {
    open(all);
    await row('Acme');
    const described = ['Unmatched', 'Matched', 'Ignored'].map(async (name) =>
      document.getElementById((await tab(name)).getAttribute('aria-describedby')!),
    );
    expect((await Promise.all(described)).map((count) => count?.textContent)).toEqual([
      '3',
      '1',
      '1',
    ]);
  });

  it('are in the grid with their number, few of thousands in the page', async () => {
    open(Array.from({ length: 5000 }, (_, id) => sampleNetwork(id + 1)));
    const grid = await screen.findByRole('grid');
    expect(grid.getAttribute('aria-rowcount')).toBe('5001');
    expect(rowNames().length).toBeGreaterThan(5);
    expect(rowNames().length).toBeLessThan(60);
  });

  it('take back the last action', async () => {
    const undo = { action: 'match', count: 1, name: 'Acme' } as const;
    const { requests } = open(all, { undo });
    const take = await button('Undo');
    const what = document.getElementById(take.getAttribute('aria-describedby')!);
    expect(what?.textContent).toBe('match of Acme');
    take.click();
    expect(await screen.findByText('Undone')).toBeTruthy();
    expect(requests('matching.undo')).toHaveLength(1);
  });
});

describe('the keyboard', () => {
  it('clears networks one after the other with Enter, the focus going on to the next', async () => {
    const many = [1, 2, 3].map((id) =>
      sampleNetwork(id, { suggestions: [suggestedOrganization(50 + id, `Org ${id}`)] }),
    );
    const { decided } = open(many);
    (await row('Network 1')).focus();
    press('Enter');
    await expect.poll(focusedRow).toBe('Network 2');
    press('Enter');
    await expect.poll(focusedRow).toBe('Network 3');
    expect(decided()).toMatchObject([{ organizationId: '51' }, { organizationId: '52' }]);
  });

  it('moves through the rows, stays at the ends, and has one row in the Tab order', async () => {
    open(all);
    (await row('Acme')).focus();
    press('ArrowUp');
    expect(focusedRow()).toBe('Acme');
    press('ArrowDown');
    await expect.poll(focusedRow).toBe('Beta');
    press('End');
    await expect.poll(focusedRow).toBe('Gamma');
    press('ArrowDown');
    expect(focusedRow()).toBe('Gamma');
    expect(document.querySelectorAll('[role=row][tabindex="0"]')).toHaveLength(1);
    const reachable = [...document.querySelectorAll('[role=row] .matching-action')].filter(
      (action) => action.getAttribute('tabindex') === '0',
    );
    expect(
      reachable.every((action) => action.closest('[role=row]') === document.activeElement),
    ).toBe(true);
  });

  it('moves along the buttons of a row and back', async () => {
    open(all);
    (await row('Beta')).focus();
    press('ArrowRight');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Match To for Beta');
    press('ArrowLeft');
    expect(focusedRow()).toBe('Beta');
  });

  it('opens Match To where there is no suggestion, or a choice', async () => {
    const { decided } = open(all);
    for (const name of ['Beta', 'Gamma']) {
      (await row(name)).focus();
      press('Enter');
      const dialog = await screen.findByRole('dialog');
      expect(dialog.textContent).toContain(`Match ${name} to an organization`);
      within(dialog).getByRole('button', { name: 'Close' }).click();
      await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
      await expect.poll(focusedRow).toBe(name);
    }
    expect(decided()).toEqual([]);
  });

  it('goes to the search with / and back to the rows with Enter', async () => {
    open(all);
    (await row('Acme')).focus();
    press('/');
    const search = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search networks' });
    expect(document.activeElement).toBe(search);
    fireEvent.input(search, { target: { value: 'bet' } });
    press('Enter');
    await expect.poll(rowNames).toEqual(['Beta']);
    await expect.poll(focusedRow).toBe('Beta');
  });

  it('takes back with u, but not while somebody types', async () => {
    const { requests } = open(all, { undo: { action: 'ignore', count: 1, name: 'Acme' } });
    (await row('Acme')).focus();
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'u' });
    expect(requests('matching.undo')).toHaveLength(0);
    press('u');
    await expect.poll(() => requests('matching.undo').length).toBe(1);
  });
});

describe('the address', () => {
  it('leads to tab, filter, order, text and row', async () => {
    history.replaceState(
      null,
      '',
      '#networks?tab=unmatched&text=a&kind=access-point&sort=-name&row=2',
    );
    open(all);
    await row('Gamma');
    expect(rowNames()).toEqual(['Gamma', 'Beta', 'Acme']);
    expect((await row('Beta')).getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('a');
  });

  it('says what was chosen, and Back leads to the tab before', async () => {
    open(all);
    (await tab('Ignored')).click();
    await row('Lab');
    expect(location.hash).toBe('#networks?tab=ignored');
    history.replaceState(null, '', '#networks');
    fireEvent(window, new Event('popstate'));
    await expect.poll(rowNames).toEqual(['Acme', 'Beta', 'Gamma']);
  });

  it('follows the order and the current row after a moment', async () => {
    open(all);
    (await button('Network')).click();
    await expect.poll(rowNames).toEqual(['Gamma', 'Beta', 'Acme']);
    (await row('Beta')).focus();
    await expect.poll(() => location.hash).toBe('#networks?sort=-name&row=2');
  });
});

describe('Match To', () => {
  const hits = [
    {
      id: organizationId(61),
      name: 'Acme',
      facts: ['ACM', 'Customer'],
      archived: false,
      takenBy: null,
    },
    { id: organizationId(62), name: 'Acme', facts: ['ACM2'], archived: false, takenBy: null },
  ];

  it('searches as somebody types, and matches what the arrows chose', async () => {
    const { answers, requests, decided } = open(all);
    answers['matching.search-organizations'] = () => hits;
    (await button('Match To for Beta')).click();
    const box = await screen.findByRole('combobox', { name: 'Name or short name' });
    fireEvent.input(box, { target: { value: 'acme' } });
    await expect
      .poll(() => requests('matching.search-organizations').at(-1)?.request)
      .toEqual({ text: 'acme' });
    const options = within(screen.getByRole('listbox')).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['AcmeACMCustomer', 'AcmeACM2']);
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    await expect
      .poll(() => document.getElementById(box.getAttribute('aria-activedescendant')!)?.textContent)
      .toBe('AcmeACM2');
    fireEvent.keyDown(box, { key: 'Enter' });
    await expect
      .poll(decided)
      .toEqual([{ action: 'match', networkId: '2', organizationId: '62', version: '' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows the organization of now on Change Match, and does not choose it', async () => {
    history.replaceState(null, '', '#networks?tab=matched');
    const { answers, decided } = open(all);
    answers['matching.search-organizations'] = () => [{ ...hits[0]!, id: organizationId(7) }];
    (await button('Change Match for Delta')).click();
    const option = await within(await screen.findByRole('listbox')).findByRole('option');
    expect(option.textContent).toContain('matched now');
    option.click();
    expect(option.getAttribute('aria-disabled')).toBe('true');
    expect(decided()).toEqual([]);
  });

  it('says that it could not search, and tries again', async () => {
    const { answers } = open(all);
    (await button('Match To for Beta')).click();
    const alert = await screen.findByRole('alert');
    answers['matching.search-organizations'] = () => hits;
    within(alert).getByRole('button', { name: 'Retry' }).click();
    expect(await within(screen.getByRole('listbox')).findAllByRole('option')).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('Create Organization', () => {
  const hit = (id: number, name: string) => ({
    id: organizationId(id),
    name,
    facts: [],
    archived: false,
    takenBy: null,
  });
  const found = (change: Partial<SimilarOrganizations>): SimilarOrganizations => ({
    name: 'Beta',
    same: [],
    similar: [],
    problem: null,
    ...change,
  });
  async function create(similar: SimilarOrganizations) {
    const page = open(all);
    page.answers['creation.similar-organizations'] = () => similar;
    page.answers['creation.organization'] = () => ({ ok: true, count: 1 });
    (await button('Create Organization for Beta')).click();
    const dialog = within(await screen.findByRole('dialog'));
    const go = () => dialog.getByRole<HTMLButtonElement>('button', { name: 'Create Organization' });
    return { ...page, dialog, go };
  }

  it('says that one is to be deleted where the browser sent it twice', async () => {
    const { answers, go } = await create(found({}));
    answers['creation.organization'] = () => ({ ok: true, count: 1, twice: true });
    await expect.poll(() => go().disabled).toBe(false);
    go().click();
    expect(await screen.findByText(/Created Beta, but .* delete the unmatched one/)).toBeTruthy();
  });

  it('looks into IT Glue first, and tells which similar ones it warned of', async () => {
    const { dialog, go, requests } = await create(found({ similar: [hit(81, 'Beta Inc.')] }));
    expect(go().disabled).toBe(true);
    await dialog.findByText('Beta Inc.');
    await expect.poll(() => go().disabled).toBe(false);
    go().click();
    expect(await screen.findByText('Created Beta')).toBeTruthy();
    expect(requests('creation.organization').map(({ request }) => request)).toEqual([
      { networkId: '2', version: '', name: 'Beta', acknowledged: ['81'] },
    ]);
  });

  it('warns of a duplicate, and makes one only when told so', async () => {
    const { dialog, go } = await create(found({ same: [hit(80, 'Beta')] }));
    expect(await dialog.findByText(/creating another makes a duplicate/)).toBeTruthy();
    expect(go().disabled).toBe(true);
    dialog.getByLabelText('Create a duplicate all the same').click();
    await expect.poll(() => go().disabled).toBe(false);
  });

  it('matches to one that is there instead', async () => {
    const { dialog, decided, requests } = await create(found({ same: [hit(80, 'Beta')] }));
    (await dialog.findByRole('button', { name: 'Match To Beta instead' })).click();
    await expect.poll(decided).toMatchObject([{ action: 'match', organizationId: '80' }]);
    expect(requests('creation.organization')).toEqual([]);
  });

  it('creates nothing while IT Glue cannot be searched', async () => {
    const { dialog, go } = await create(found({ problem: { kind: 'offline', side: 'itglue' } }));
    expect(await dialog.findByText(/No connection to IT Glue/)).toBeTruthy();
    expect(go().disabled).toBe(true);
  });

  it('says what stood in the way, and looks again', async () => {
    const { dialog, go, answers, requests } = await create(found({}));
    answers['creation.organization'] = () => ({
      ok: false,
      refusal: { kind: 'exists', name: 'Beta' },
    });
    await expect.poll(() => go().disabled).toBe(false);
    go().click();
    expect((await dialog.findByRole('alert')).textContent).toContain('IT Glue has Beta by now');
    await expect.poll(() => requests('creation.similar-organizations').length).toBe(2);
  });
});

describe('axe', () => {
  it.each(['unmatched', 'matched', 'ignored'])('objects to nothing on %s', async (at) => {
    history.replaceState(null, '', `#networks?tab=${at}`);
    const { container } = open(all);
    await screen.findByRole('grid');
    expect((await axe.run(container)).violations).toEqual([]);
  });

  it('objects to nothing in the dialogs', async () => {
    const { answers, container } = open(all);
    answers['matching.search-organizations'] = () => [];
    answers['creation.similar-organizations'] = () => ({
      name: 'Beta',
      same: [],
      similar: [],
      problem: null,
    });
    for (const name of ['Match To for Beta', 'Create Organization for Beta']) {
      (await button(name)).click();
      const dialog = await screen.findByRole('dialog');
      expect((await axe.run(container)).violations).toEqual([]);
      within(dialog).getByRole('button', { name: 'Close' }).click();
      await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    }
  });
});
