// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { SimilarOrganizations } from '@/lib/views/matching';
import { fakeLayout } from './layout.fixture';
import { all, button, open } from './networks-level.fixture';

beforeEach(() => {
  history.replaceState(null, '', '#networks');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
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

  it('searches while typing, and matches what the arrows chose', async () => {
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
