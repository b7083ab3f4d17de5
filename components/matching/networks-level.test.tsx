// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DecisionResult } from '@/lib/views/matching';
import { forEachKind } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import { fakeLayout } from './layout.fixture';
import { teamMark } from '@/components/ui/team-mark.fixture';
import { sampleNetwork, suggestedOrganization } from './tenant.fixture';
import { acme, all, button, open, row, rowNames, tab, matched } from './networks-level.fixture';

beforeEach(() => {
  history.replaceState(null, '', '#networks');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('networks without devices', () => {
  const empty = sampleNetwork(8, {
    name: 'Empty',
    devices: forEachKind(0),
    unmatchedDevices: 0,
    withoutDevices: true,
    suggestions: [suggestedOrganization(58, 'Empty')],
  });
  const decided = [
    { ...empty, id: networkId(9), name: 'Empty matched', state: 'matched' as const },
    { ...empty, id: networkId(10), name: 'Empty ignored', state: 'ignored' as const },
  ];
  const count = async (name: string) =>
    (await tab(name)).querySelector('[data-count]')!.getAttribute('data-count');
  const filter = () => screen.findByRole('button', { name: '1 without devices' });

  it('are in no list and no count until asked for, and then again not', async () => {
    open([...all, empty]);
    await row('Acme');
    expect(rowNames()).not.toContain('Empty');
    expect(await count('Unmatched')).toBe('3');
    expect((await button('Accept all suggestions')).textContent).toContain('1');
    (await filter()).click();
    expect(await row('Empty')).toBeTruthy();
    expect(await count('Unmatched')).toBe('4');
    await expect.poll(() => location.hash).toBe('#networks?without-devices=1');
    (await filter()).click();
    await expect.poll(() => rowNames()).not.toContain('Empty');
  });

  it('stay where they are once they are decided', async () => {
    open([...all, ...decided]);
    (await tab('Matched')).click();
    expect(await row('Empty matched')).toBeTruthy();
    (await tab('Ignored')).click();
    expect(await row('Empty ignored')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /without devices/ })).toBeNull();
  });
});

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

  it('shows suggestions that nothing tells apart as choices, none of which is taken unseen', async () => {
    const { decided } = open(all);
    const cell = within(await row('Gamma'));
    const accepts = () => cell.queryAllByRole('button', { name: /^Accept Suggested Match/ });
    expect(accepts()).toEqual([]);
    const compare = cell.getByRole('button', { name: 'Compare 2 for Gamma' });
    compare.focus();
    compare.click();
    await expect.poll(() => accepts().length).toBe(2);
    // The button stays under the finger, and folds them again.
    const fewer = cell.getByRole('button', { name: 'Fewer for Gamma', expanded: true });
    expect(document.activeElement).toBe(fewer);
    cell.getAllByRole('button', { name: /^Accept Suggested Match/ })[1]?.click();
    await expect.poll(decided).toMatchObject([{ organizationId: '54' }]);
  });

  it('shows a suggestion that was turned down only when asked', async () => {
    const { decided } = open([
      sampleNetwork(3, {
        name: 'Gamma',
        suggestions: [
          suggestedOrganization(53, 'Turned down', { kind: 'short-name' }, true),
          suggestedOrganization(54, 'Second'),
        ],
      }),
    ]);
    const cell = within(await row('Gamma'));
    const links = () => cell.getAllByRole('link').map(({ textContent }) => textContent);
    expect(links()).toEqual(['Second (opens IT Glue in a new tab)']);
    cell.getByRole('button', { name: '+1 more for Gamma', expanded: false }).click();
    await expect
      .poll(() => links().map((each) => each?.split(' (')[0]))
      .toEqual(['Second', 'Turned down']);
    cell.getByRole('button', { name: 'Accept Suggested Match for Gamma: Turned down' }).click();
    await expect.poll(decided).toMatchObject([{ organizationId: '53' }]);
  });

  it('leads to the organizations in IT Glue, without choosing or deciding anything', async () => {
    const { decided } = open(all);
    const link = within(await row('Acme')).getByRole<HTMLAnchorElement>('link');
    expect([link.href, link.target, link.rel]).toEqual([
      'https://acme.itglue.com/51',
      '_blank',
      'noopener noreferrer',
    ]);
    link.addEventListener('click', (event) => event.preventDefault());
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    fireEvent.keyDown(link, { key: 'Enter' });
    expect((await row('Acme')).getAttribute('aria-selected')).toBe('false');
    expect(decided()).toEqual([]);
    fireEvent.keyDown(link, { key: 'ArrowDown' });
    await expect.poll(async () => (await row('Beta')).getAttribute('aria-current')).toBe('true');
  });

  it('has no link where no portal is connected', async () => {
    open(all, { portal: null });
    expect(within(await row('Acme')).queryByRole('link')).toBeNull();
  });

  it('says where the organization has a network of its own name', async () => {
    const [suggestion] = acme.suggestions;
    open([{ ...acme, suggestions: [{ ...suggestion!, namesake: true }] }]);
    expect((await row('Acme')).textContent).toContain('has a network of its own name');
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
    const sentence =
      'Another decision about this network was made meanwhile; look at it before you decide again.';
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
  it('are asked about before their suggestions are accepted, all that the filters show', async () => {
    const { requests } = open(all);
    await row('Acme');
    (await button('Accept all suggestions')).click();
    const dialog = within(await screen.findByRole('dialog'));
    await expect
      .poll(() => requests('bulk.preview').map(({ request }) => request))
      .toEqual([
        { subject: 'networks', action: 'accept', keys: ['1', '2', '3'], organizationId: null },
      ]);
    fireEvent.click(await dialog.findByRole('checkbox', { name: 'Include Beta' }));
    dialog.getByRole('button', { name: 'Accept 2 suggestions' }).click();
    await expect
      .poll(() => requests('bulk.decide').map(({ request }) => request))
      .toMatchObject([{ action: 'accept', rows: [{ key: '1' }, { key: '3' }] }]);
    expect(await screen.findByText('Accepted 2 suggestions')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
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

  it('mark what is new since the last look, list it alone, and say that they are looked at', async () => {
    const { requests } = open([
      sampleNetwork(1, { name: 'Acme', isNew: true }),
      sampleNetwork(2, { name: 'Beta' }),
    ]);
    await screen.findByRole('grid');
    expect(requests('matching.look')).toEqual([
      { name: 'matching.look', request: { of: 'networks' } },
    ]);
    expect(rowNames()).toEqual(['AcmeNew', 'Beta']);
    (await button('1 new')).click();
    await expect.poll(rowNames).toEqual(['AcmeNew']);
    expect(location.hash).toContain('new=1');
    (await button('Clear filters')).click();
    await expect.poll(rowNames).toHaveLength(2);
  });

  it('take back the last action', async () => {
    const next = { step: 7, action: 'match', count: 1, name: 'Acme' } as const;
    const { requests } = open(all, { undo: { next, notUndone: null } });
    (await button('Undo: Match Acme')).click();
    expect(await screen.findByText('Undone: Match Acme.')).toBeTruthy();
    expect(requests('matching.undo')).toEqual([{ name: 'matching.undo', request: { step: 7 } }]);
  });

  it('say that nothing is left to take back, and what another decided since', async () => {
    const first = [{ name: 'Acme', why: 'decided', by: 'Max' }] as const;
    open(all, { undo: { next: null, notUndone: { count: 1, first } } });
    const take = await button('Nothing to undo');
    expect(take.disabled).toBe(true);
    const why = document.getElementById(take.getAttribute('aria-describedby')!);
    expect(why?.textContent).toBe('Left as it is: Acme (Max decided it since).');
    fireEvent.keyDown(document.body, { key: 'u' });
    expect(await screen.findByText('Nothing is left to undo in this list.')).toBeTruthy();
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

describe('what another of the team decided', () => {
  it('is named in the row, and a decision that took the place of one made here is taken back', async () => {
    const { answers, requests, container } = open([
      { ...matched, team: teamMark() },
      { ...acme, team: teamMark({ key: 'n:1', overruled: true }) },
    ]);
    answers['team.use-mine'] = () => null;
    answers['team.dismiss'] = () => null;
    expect(await screen.findByText(/Grace Hopper decided differently .* about Acme/)).toBeTruthy();
    expect((await axe.run(container)).violations).toEqual([]);
    (await button('Use mine: Acme')).click();
    await expect.poll(() => requests('team.use-mine')).toHaveLength(1);
    (await button('Dismiss: Acme')).click();
    await expect.poll(() => requests('team.dismiss')).toMatchObject([{ request: { key: 'n:1' } }]);
    (await tab('Matched')).click();
    expect((await row('Delta')).textContent).toContain('Grace Hopper, ');
  });
});
