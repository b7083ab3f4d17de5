// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleBulkRow, sampleCounts, sampleLeft } from './bulk.fixture';
import { fakeLayout } from './layout.fixture';
import { all, button, open, row, tab } from './networks-level.fixture';

beforeEach(() => {
  history.replaceState(null, '', '#networks');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement!, { key, ...more });
const chosen = () =>
  [...document.querySelectorAll('[role=row][aria-selected=true] [role=rowheader]')].map(
    ({ textContent }) => textContent,
  );
const bar = () => screen.findByRole('region', { name: 'Selection' });
const inBar = async (name: string) => within(await bar()).findByRole('button', { name });

describe('choosing rows by keyboard', () => {
  it('takes a row with Space and x, and lets it go again', async () => {
    open(all);
    (await row('Acme')).focus();
    press(' ');
    await expect.poll(chosen).toEqual(['Acme']);
    press('j');
    await expect.poll(() => document.activeElement?.textContent).toContain('Beta');
    press('x');
    await expect.poll(chosen).toEqual(['Acme', 'Beta']);
    expect((await bar()).textContent).toContain('2 selected');
    press('k');
    press('x');
    await expect.poll(chosen).toEqual(['Beta']);
  });

  it('takes a range with Shift and arrows, which shrinks on the way back', async () => {
    open(all);
    (await row('Acme')).focus();
    press('ArrowDown', { shiftKey: true });
    await expect.poll(chosen).toEqual(['Acme', 'Beta']);
    press('ArrowDown', { shiftKey: true });
    await expect.poll(chosen).toEqual(['Acme', 'Beta', 'Gamma']);
    press('ArrowUp', { shiftKey: true });
    await expect.poll(chosen).toEqual(['Acme', 'Beta']);
  });

  it('takes all that is shown with Ctrl+A, and nothing any more after Escape', async () => {
    history.replaceState(null, '', '#networks?text=a');
    open(all);
    (await row('Acme')).focus();
    press('a', { ctrlKey: true });
    await expect.poll(chosen).toEqual(['Acme', 'Beta', 'Gamma']);
    press('Escape');
    await expect.poll(chosen).toEqual([]);
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull();
  });

  it('leaves keys to the search, and Space and Enter to the buttons', async () => {
    open(all);
    await row('Acme');
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'a', ctrlKey: true });
    fireEvent.keyDown(await button('Match To for Beta'), { key: ' ' });
    expect(chosen()).toEqual([]);
  });

  it('lists the keys with ?', async () => {
    open(all);
    (await row('Acme')).focus();
    press('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keys on this page' });
    expect(dialog.textContent).toContain('select all that are shown');
    expect((await axe.run(dialog)).violations).toEqual([]);
  });
});

describe('choosing rows by pointer', () => {
  it('takes and leaves all that is shown by the head’s checkbox', async () => {
    open(all);
    await row('Acme');
    const head = screen.getByRole<HTMLInputElement>('checkbox', {
      name: 'Select all that are shown',
    });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select Beta' }));
    await expect.poll(() => head.indeterminate).toBe(true);
    fireEvent.click(head);
    await expect.poll(chosen).toEqual(['Acme', 'Beta', 'Gamma']);
    fireEvent.click(head);
    await expect.poll(chosen).toEqual([]);
  });

  it('takes a range with Shift on a row or its checkbox', async () => {
    open(all);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select Acme' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select Gamma' }), { shiftKey: true });
    await expect.poll(chosen).toEqual(['Acme', 'Beta', 'Gamma']);
    fireEvent.click(await row('Beta'), { shiftKey: true });
    await expect.poll(chosen).toEqual(['Acme', 'Beta']);
  });
});

describe('the bar of the selection', () => {
  it('says how many are chosen, how many of them outside the filters, and what each action touches', async () => {
    const { answers } = open(all);
    answers['bulk.counts'] = () => ({
      ...sampleCounts(3),
      counts: { ...sampleCounts(3).counts, accept: 0, ignore: 2 },
    });
    (await row('Acme')).focus();
    press('a', { ctrlKey: true });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'beta' } });
    await expect
      .poll(async () => within(await bar()).getByRole('status').textContent)
      .toBe('3 selected2 outside the filters');
    await expect.poll(async () => (await inBar('Accept')).hasAttribute('disabled')).toBe(true);
    expect((await inBar('Ignore')).textContent).toContain('2');
    expect(within(await bar()).queryByRole('button', { name: 'Unmatch' })).toBeNull();
  });

  it('drops rows that were decided elsewhere, and begins anew on another tab', async () => {
    const { answers } = open(all);
    answers['bulk.counts'] = () => ({ ...sampleCounts(1), elsewhere: ['1'] });
    (await row('Acme')).focus();
    press('ArrowDown', { shiftKey: true });
    await expect.poll(chosen).toEqual(['Beta']);
    (await tab('Matched')).click();
    await row('Delta');
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull();
  });

  it('matches the chosen networks to one organization', async () => {
    const { answers, requests } = open(all);
    answers['matching.search-organizations'] = () => [
      { id: '71' as never, name: 'Zeta', facts: [], archived: false, takenBy: null },
    ];
    (await row('Acme')).focus();
    press('ArrowDown', { shiftKey: true });
    (await inBar('Match To')).click();
    (await screen.findByRole('option', { name: /Zeta/ })).click();
    (await button('Match 2 networks to Zeta')).click();
    await expect
      .poll(() => requests('bulk.decide').map(({ request }) => request))
      .toMatchObject([
        {
          action: 'match',
          rows: [
            { key: '1', target: '71' },
            { key: '2', target: '71' },
          ],
        },
      ]);
  });
});

describe('the question about many', () => {
  it('says which are left out and why, and afterwards how many were', async () => {
    const { answers, container } = open(all);
    answers['bulk.preview'] = () => ({
      rows: [sampleBulkRow('1', { name: 'Acme' })],
      left: sampleLeft,
    });
    answers['bulk.decide'] = () => ({ ok: true, count: 1, left: sampleLeft.slice(0, 2) });
    (await row('Acme')).focus();
    press('a', { ctrlKey: true });
    (await inBar('Ignore')).click();
    const dialog = await screen.findByRole('dialog', { name: 'Ignore 1 network' });
    expect(dialog.textContent).toContain('1 has no suggestion');
    expect(dialog.textContent).toContain('2 have several suggestions to choose from');
    expect((await axe.run(container)).violations).toEqual([]);
    within(dialog).getByRole('button', { name: 'Ignore 1 network' }).click();
    expect(await screen.findByText('Ignored 1 network; 2 are left out')).toBeTruthy();
    await expect.poll(chosen).toEqual(['Beta', 'Gamma']);
  });

  it('stays with the reason where nothing was done', async () => {
    const { answers } = open(all);
    answers['bulk.decide'] = () => ({
      ok: false,
      refusal: { kind: 'problem', problem: { kind: 'storage-full' } },
    });
    (await row('Acme')).focus();
    press(' ');
    (await inBar('Ignore')).click();
    (await button('Ignore 1 network')).click();
    const dialog = within(await screen.findByRole('dialog'));
    expect((await dialog.findByRole('alert')).textContent).toContain('Not done.');
  });
});
