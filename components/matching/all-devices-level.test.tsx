// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { DevicesQuestion } from '@/lib/views/lists/question';
import { sampleCounts } from './bulk.fixture';
import { button, open, row } from './devices-level.fixture';
import { fakeLayout } from './layout.fixture';
import { sampleDevice, suggestedConfiguration } from '@/lib/views/devices.fixture';
import { sampleBatch } from './tenant.fixture';

const acme = { id: organizationId(7), name: 'Acme Corp' };
const bolt = { id: organizationId(8), name: 'Bolt' };
const lobby = sampleDevice(1, {
  name: 'Lobby',
  organization: acme,
  suggestions: [suggestedConfiguration(71, 'LOBBY-AP', { rule: 'mac' })],
});
const van = sampleDevice(2, { name: 'Van', organization: bolt });

beforeEach(() => {
  history.replaceState(null, '', '#devices');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const questions = (page: ReturnType<typeof open>) =>
  page.requests('matching.devices').map(({ request }) => request as DevicesQuestion);

describe('the devices of all organizations', () => {
  it('are chosen where the organization is, and named by the page’s title', async () => {
    history.replaceState(null, '', '#networks');
    const page = open([lobby, van]);
    page.answers['matching.networks'] = () => new Promise(() => undefined);
    const choice = await screen.findByRole<HTMLSelectElement>('combobox', {
      name: 'Match Devices of',
    });
    await expect.poll(() => choice.disabled).toBe(false);
    const group = within(choice).getByRole('group', { name: 'With unmatched devices' });
    expect(within(group).getByRole('option', { name: 'Acme Corp (2 unmatched)' })).toBeTruthy();
    fireEvent.change(choice, { target: { value: 'all' } });
    await row(/^Van/);
    expect(location.hash).toBe('#devices');
    expect(document.title).toContain('All organizations');
    expect(questions(page)[0]).toMatchObject({ organizationId: null });
    expect(page.requests('matching.look').at(-1)?.request).toEqual({
      of: 'devices',
      organizationId: null,
    });
  });

  it('name their organization, which leads to its own devices', async () => {
    const page = open([lobby, van]);
    const link = within(await row(/^Van/)).getByRole('link', { name: 'Bolt' });
    expect(link.getAttribute('href')).toBe('#organization/8');
    expect(screen.queryByRole('button', { name: 'Create all remaining' })).toBeNull();
    expect(questions(page)).toHaveLength(1);
  });

  it('are matched within their own organization', async () => {
    const page = open([lobby, van]);
    page.answers['matching.search-configurations'] = () => [];
    within(await row(/^Van/))
      .getByRole('button', { name: 'Match To for Van' })
      .click();
    await expect
      .poll(() => page.requests('matching.search-configurations')[0]?.request)
      .toMatchObject({ organizationId: '8' });
  });

  it('are filtered by reason, and to organizations that have unmatched ones', async () => {
    const page = open([lobby, van]);
    await row(/^Van/);
    fireEvent.change(screen.getByRole('combobox', { name: 'Reason' }), {
      target: { value: 'mac' },
    });
    await expect.poll(() => screen.queryAllByRole('rowheader').length).toBe(1);
    await expect.poll(() => location.hash).toBe('#devices?reason=mac');
    (await screen.findByRole('tab', { name: /^Matched/ })).click();
    (await button('Has unmatched')).click();
    await expect
      .poll(() => questions(page).at(-1))
      .toMatchObject({ tab: 'matched', reason: 'mac', hasUnmatched: true });
  });

  it('are taken back together with what was done on other lists', async () => {
    const undo = { next: { step: 9, action: 'ignore', count: 2, name: null }, notUndone: null };
    const page = open([lobby, van], { undo } as never);
    page.answers['matching.undo'] = () => ({ ok: true, count: 2 });
    (await button(/^Undo/)).click();
    await expect
      .poll(() => page.requests('matching.undo')[0]?.request)
      .toEqual({ step: 9, on: 'all-devices' });
  });

  it('say whose configurations are being created', async () => {
    const creation = {
      id: 'b1',
      state: 'open',
      created: 0,
      refused: 0,
      stopped: 0,
      total: 1,
      rows: [],
    } as const;
    open([lobby, van], sampleBatch({ creation }));
    expect(
      await screen.findByRole('region', { name: 'Creating configurations: Acme Corp' }),
    ).toBeTruthy();
  });
});

describe('Create Configuration for a choice', () => {
  async function choose(createIn: readonly (typeof acme)[]) {
    const page = open([lobby, van]);
    page.answers['bulk.counts'] = () => ({ ...sampleCounts(2), createIn });
    page.answers['creation.preview'] = () => ({ rows: [], left: [] });
    (await row(/^Lobby/)).focus();
    fireEvent.keyDown(document.activeElement!, { key: 'a', ctrlKey: true });
    const bar = await screen.findByRole('region', { name: 'Selection' });
    within(bar)
      .getByRole('button', { name: /^Create/ })
      .click();
    return page;
  }

  it('is refused for devices of several organizations, and says so', async () => {
    const page = await choose([acme, bolt]);
    expect(await screen.findByText(/^These devices belong to 2 organizations\./)).toBeTruthy();
    expect(page.requests('creation.preview')).toEqual([]);
  });

  it('is previewed in the organization that all of them belong to', async () => {
    const page = await choose([bolt]);
    await expect
      .poll(() => page.requests('creation.preview')[0]?.request)
      .toMatchObject({ organizationId: '8', deviceKeys: [lobby.key, van.key] });
  });
});

it('twenty thousand are counted at once, and asked for by what is in sight', async () => {
  const many = Array.from({ length: 20_000 }, (_, at) =>
    sampleDevice(at + 1, { name: `AP ${String(at + 1).padStart(5, '0')}` }),
  );
  const page = open(many);
  await row(/^AP 00001/);
  const grid = screen.getByRole('grid');
  expect(grid.getAttribute('aria-rowcount')).toBe('20001');
  grid.scrollTop = 15_000 * 52;
  fireEvent.scroll(grid);
  expect(await row(/^AP 15005/)).toBeTruthy();
  for (const { count } of questions(page)) expect(count).toBeLessThanOrEqual(200);
});
