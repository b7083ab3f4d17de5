// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FindingRow } from '@/lib/views/findings';
import type { DecisionResult } from '@/lib/views/matching';
import { fakeClient } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { fakeLayout } from './layout.fixture';
import { cluster, core, laptop } from './findings.fixture';
import { MatchingPage } from './matching-page';
import { button, row, rowNames, tab } from './networks-level.fixture';
import { sampleOrganizations } from './tenant.fixture';

beforeEach(() => {
  history.replaceState(null, '', '#findings');
  fakeLayout();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(rows: readonly FindingRow[]) {
  let current = rows;
  const background = fakeClient({
    'status.view': () => sampleStatus,
    'matching.organizations': () =>
      sampleOrganizations({
        openFindings: current.filter(({ state }) => state === 'open').length,
      }),
    'matching.findings': () => ({ access: 'all', rows: current, undo: null }),
    'matching.decide-sharing': (request: {
      action: string;
      configurationIds: string[];
    }): DecisionResult => {
      const key = request.configurationIds.join('+');
      const state = request.action === 'legitimate' ? 'legitimate' : 'open';
      current = current.map((each) => (each.key === key ? { ...each, state } : each));
      background.change();
      return { ok: true, count: 1 };
    },
  });
  const page = render(<MatchingPage client={background.client} />);
  const decided = () =>
    background.requests('matching.decide-sharing').map(({ request }) => request);
  return { ...background, ...page, decided };
}

describe('a finding', () => {
  it('names the MAC, the device, and each configuration with where it came from', async () => {
    open([core]);
    const text = (await screen.findByRole('rowheader', { name: /0A/ })).closest(
      '[role=row]',
    )!.textContent;
    expect(text).toContain('Datto: Core switch1 more MAC');
    expect(text).toContain('created by this extension');
    expect(text).toContain('came after it from the PSA: Mar 5, 2026');
    expect(text).toContain('matched to Core switch');
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: /^CORE-01/ }).href).toBe(
      'https://acme.itglue.com/7/configurations/2',
    );
  });

  it('of a Datto device comes first', async () => {
    open([laptop, core]);
    await row('00:00:00:00:00:01');
    expect(rowNames()[0]).toContain('00:00:00:00:00:0A');
  });

  it('is silenced with its version, said, and counted no more', async () => {
    const { decided } = open([core, laptop, cluster]);
    expect(await screen.findByRole('link', { name: 'Findings (2)', current: 'page' })).toBeTruthy();
    (await button('Legitimate for 00:00:00:00:00:0A')).click();
    await expect
      .poll(decided)
      .toEqual([{ action: 'legitimate', configurationIds: ['1', '2'], version: '' }]);
    expect(
      await screen.findByText('00:00:00:00:00:0A is legitimate on these configurations'),
    ).toBeTruthy();
    await expect.poll(() => rowNames()).toEqual(['00:00:00:00:00:01']);
    expect(await screen.findByRole('link', { name: 'Findings (1)' })).toBeTruthy();
  });

  it('that is legitimate can be asked about again, by Enter too', async () => {
    const { decided } = open([core, cluster]);
    (await tab('Legitimate')).click();
    fireEvent.keyDown(await row('00:00:00:00:00:02'), { key: 'Enter' });
    await expect.poll(decided).toEqual([
      {
        action: 'not-legitimate',
        configurationIds: ['3', '4'],
        version: 'legitimate then 5+6',
      },
    ]);
    expect(await screen.findByText('00:00:00:00:00:02 is listed as a finding again')).toBeTruthy();
  });

  it('says why a decision was refused', async () => {
    const { answers } = open([core]);
    answers['matching.decide-sharing'] = () => ({ ok: false, refusal: { kind: 'row-gone' } });
    (await button('Legitimate for 00:00:00:00:00:0A')).click();
    const sentence =
      'These configurations no longer have a MAC in common, so there is nothing to decide.';
    expect(await screen.findByText(`00:00:00:00:00:0A: ${sentence}`)).toBeTruthy();
  });

  it('is found by any of its MACs, configurations and organizations', async () => {
    open([core, laptop]);
    const search = await screen.findByRole('searchbox', { name: 'Search findings' });
    for (const [text, name] of [
      ['0000.0000.000b', '0A'],
      ['core-01', '0A'],
      ['bolt', '01'],
    ] as const) {
      fireEvent.input(search, { target: { value: text } });
      await expect.poll(() => rowNames().map((each) => each?.slice(15, 17))).toEqual([name]);
    }
  });

  it('has nothing that axe objects to, in either tab and where there is none', async () => {
    for (const rows of [[core, laptop, cluster], []])
      for (const name of ['Open', 'Legitimate']) {
        const { container, unmount } = open(rows);
        (await tab(name)).click();
        await expect.poll(async () => (await tab(name)).getAttribute('aria-selected')).toBe('true');
        const { violations } = await axe.run(container, {
          rules: { 'color-contrast': { enabled: false } },
        });
        expect(violations).toEqual([]);
        unmount();
      }
  });
});
