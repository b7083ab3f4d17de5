// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLayout } from './layout.fixture';
import { sampleNetwork, suggestedOrganization } from './tenant.fixture';
import { all, button, open, row, rowNames, tab } from './networks-level.fixture';

beforeEach(() => {
  history.replaceState(null, '', '#networks');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
const focusedRow = () =>
  document.activeElement?.querySelector(':scope > [role=rowheader]')?.textContent;
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });

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

  it('takes back with u, but not while typing', async () => {
    const next = { step: 7, action: 'ignore', count: 1, name: 'Acme' } as const;
    const { requests } = open(all, { undo: { next, notUndone: null } });
    (await row('Acme')).focus();
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'u' });
    expect(requests('matching.undo')).toHaveLength(0);
    press('u');
    await expect
      .poll(() => requests('matching.undo'))
      .toEqual([{ name: 'matching.undo', request: { step: 7 } }]);
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
    expect((await row('Beta')).getAttribute('aria-current')).toBe('true');
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
