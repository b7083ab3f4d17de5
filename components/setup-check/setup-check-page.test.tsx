// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeClient } from '@/components/state/client.fixture';
import type { CheckResult } from '@/lib/model/setup-check';
import type { SetupCheckView } from '@/lib/views/setup-check';
import { SetupCheckPage } from './setup-check-page';

afterEach(cleanup);

const result = (id: CheckResult['id'], outcome: CheckResult['outcome']): CheckResult => ({
  id,
  outcome,
  seen: [{ subject: 'page[size]=250', sight: 'answered' }],
  requests: 2,
  at: '2026-03-05T10:00:00Z',
});

const view: SetupCheckView = {
  connected: true,
  rows: [
    { id: 'datto-clock', source: 'reference', result: null },
    {
      id: 'itglue-page-size',
      source: 'reference',
      result: result('itglue-page-size', 'differs'),
    },
    { id: 'portal-place', source: 'assumed', result: result('portal-place', 'holds') },
  ],
  measure: {
    window: { width: 1280, height: 800 },
    theme: 'dark',
    parts: [{ part: 'panel', box: { x: 260, y: 140, width: 900, height: 300 } }],
    placedBy: 'name',
    covered: false,
  },
  portalPage: 'https://acme.itglue.com/1/configurations/2',
};

function open(shown = view, copy = vi.fn(() => Promise.resolve())) {
  const background = fakeClient({
    'setup-check.view': () => shown,
    'setup-check.run': () => ({ done: true }),
    'setup-check.stop': () => null,
  });
  const about = { version: '1.0.0', browser: 'Chrome 140' };
  const page = render(<SetupCheckPage client={background.client} about={about} copy={copy} />);
  return { ...background, ...page, copy };
}

const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });

describe('the setup check’s page', () => {
  it('says of each assumption what was seen, and what follows where it differs', async () => {
    const { container } = open();
    const group = await screen.findByRole('region', { name: 'IT Glue API' });
    expect(group.textContent).toContain('Differs');
    expect(group.textContent).toContain('page[size]=250: answered');
    expect(group.textContent).toContain('Lists are read in pages of 250 or 50');
    const held = screen.getByRole('region', { name: 'IT Glue portal' });
    expect(within(held).queryByText('What follows')).toBeNull();
    expect(screen.getByRole('img', { name: /^Where the panel stands: 900 × 300/ })).toBeTruthy();
    expect((await axe.run(container)).violations).toEqual([]);
  });

  it('runs all checks one by one, and each again by its own button', async () => {
    const { requests } = open();
    (await button('Check all again')).click();
    await expect
      .poll(() => requests('setup-check.run').map(({ request }) => request))
      .toEqual([{ id: 'datto-clock' }, { id: 'itglue-page-size' }, { id: 'portal-place' }]);
    await button('Check all again');
    screen.getByRole('button', { name: /^Check again: A page of 1000/ }).click();
    await expect.poll(() => requests('setup-check.run')).toHaveLength(4);
  });

  it('stops after the check under way', async () => {
    const { answers, requests } = open();
    let end: (value: { done: boolean }) => void = () => undefined;
    answers['setup-check.run'] = () => new Promise((resolve) => (end = resolve));
    (await button('Check all again')).click();
    expect((await screen.findByRole('status')).textContent).toBe('Checking 1 of 3');
    (await button('Stop')).click();
    end({ done: false });
    expect((await screen.findByText(/^Stopped\./)).textContent).toContain('1 hold, 1 differ');
    expect(requests('setup-check.run')).toHaveLength(1);
    expect(requests('setup-check.stop')).toHaveLength(1);
  });

  it('copies the report, and says where the browser does not let it', async () => {
    const { copy } = open();
    (await button('Copy report')).click();
    await screen.findByText(/Report copied\./);
    expect(copy).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('itglue-page-size (reference): differs | page[size]=250 answered'),
    );
    copy.mockRejectedValue(new Error('not allowed'));
    (await button('Copy report')).click();
    await screen.findByText(/did not let the report be copied/);
  });

  it('says why a check could not be run', async () => {
    const { answers } = open();
    delete answers['setup-check.run'];
    (await button('Check all again')).click();
    expect((await screen.findByRole('alert')).textContent).toContain('could not be run');
  });

  it('leads to the keys where none are saved', async () => {
    open({ ...view, connected: false });
    const link = await screen.findByRole('link', { name: 'Connection' });
    expect(link.getAttribute('href')).toBe('options.html#connection');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
