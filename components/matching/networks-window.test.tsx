// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NetworksQuestion } from '@/lib/views/lists/question';
import { fakeLayout } from './layout.fixture';
import { open, row, rowNames } from './networks-level.fixture';
import { sampleNetwork, sampleNetworks, suggestedOrganization } from './tenant.fixture';

const name = (id: number) => `Site ${String(id).padStart(4, '0')}`;
const many = Array.from({ length: 3000 }, (_, at) =>
  sampleNetwork(at + 1, {
    name: name(at + 1),
    suggestions: [suggestedOrganization(9000 + at, `Org ${at + 1}`)],
  }),
);

beforeEach(() => {
  history.replaceState(null, '', '#networks');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
const scrollTo = (rows: number) => {
  const grid = screen.getByRole('grid');
  grid.scrollTop = rows * 52;
  fireEvent.scroll(grid);
};
const questions = (page: ReturnType<typeof open>) =>
  page.requests('matching.networks').map(({ request }) => request as NetworksQuestion);

describe('three thousand networks', () => {
  it('are counted and ordered at once, and asked for by what is in sight', async () => {
    const page = open(many);
    await row(name(1));
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3001');
    expect(questions(page)[0]).toMatchObject({ from: 0, row: null });
    scrollTo(1500);
    expect(await row(name(1505))).toBeTruthy();
    expect(rowNames()).not.toContain(name(1));
    const asked = questions(page);
    expect(asked.length).toBeLessThan(6);
    for (const { count } of asked) expect(count).toBeLessThanOrEqual(200);
  });

  it('stand as rows of their height until they are there', async () => {
    const page = open(many);
    await row(name(1));
    let answer = () => undefined as void;
    page.answers['matching.networks'] = (question: NetworksQuestion) =>
      new Promise((resolve) => (answer = () => resolve(sampleNetworks(many)(question))));
    scrollTo(1000);
    const waiting = () =>
      document.querySelectorAll('[role=row][aria-busy=true]:not([tabindex="0"])');
    await expect.poll(() => waiting().length).toBeGreaterThan(9);
    expect(waiting()[3]!.querySelectorAll('[role=rowheader], [role=gridcell]')).toHaveLength(5);
    answer();
    expect(await row(name(1003))).toBeTruthy();
    expect(waiting()).toHaveLength(0);
  });

  it('are walked to the end by the keyboard, and decided there', async () => {
    const { decided } = open(many);
    (await row(name(1))).focus();
    press('End');
    await expect
      .poll(() => document.activeElement?.querySelector('[role=rowheader]')?.textContent)
      .toBe(name(3000));
    press('Enter');
    await expect.poll(decided).toMatchObject([{ networkId: '3000', action: 'match' }]);
  });

  it('keep the current row within reach wherever the list is scrolled to', async () => {
    const { decided } = open(many);
    (await row(name(2))).focus();
    scrollTo(2000);
    await row(name(2003));
    press('Enter');
    await expect.poll(decided).toMatchObject([{ networkId: '2', action: 'match' }]);
  });

  it('open at the row of a link', async () => {
    history.replaceState(null, '', '#networks?row=2500');
    open(many);
    expect((await row(name(2500))).tabIndex).toBe(0);
  });

  it('are asked about all at once before they are accepted, those out of sight included', async () => {
    const { requests } = open(many);
    await row(name(1));
    screen.getByRole('button', { name: 'Accept all suggestions' }).click();
    await expect
      .poll(() => requests('bulk.preview').map(({ request }) => request))
      .toMatchObject([{ action: 'accept', keys: many.map(({ id }) => id) }]);
  });

  it('are selected from the first to the last, few of them in the page', async () => {
    open(many);
    (await row(name(1))).focus();
    press(' ');
    fireEvent.keyDown(document.activeElement!, { key: 'End', shiftKey: true });
    const bar = await screen.findByRole('region', { name: 'Selection' });
    await expect.poll(() => bar.querySelector('[role=status]')?.textContent).toBe('3,000 selected');
    expect(rowNames().length).toBeLessThan(60);
  });
});
