// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { cloneElement } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '@/lib/model/problem';
import type { PanelView } from '@/lib/views/panel';
import type { IntegrationStatus } from '@/lib/model/integration-status';
import { sampleDevice as device, sampleView as view } from './view.fixture';
import { teamMark } from '@/components/ui/team-mark.fixture';
import { sampleView } from './view.fixture';
import { connections } from './connections.fixture';
import { candidate, unmatchedReasons, unmatchedView } from './states.fixture';
import { Panel } from './panel';
import { atRest } from './panel-props.fixture';

type Why = Extract<PanelView, { kind: 'unmatched' }>['why'];

const now = Date.parse('2026-03-05T12:00:00Z');
/** A configuration without a device. */
const unmatched = (why: Why, status: IntegrationStatus) => unmatchedView(why, { status });
const missed = ['device-unmatched', { state: 'ok', at: null }] as const;
const whys = Object.keys(unmatchedReasons) as Why[];
const timeout: Problem = { kind: 'timeout', side: 'datto' };

const onRefresh = vi.fn();
const onOpenOptions = vi.fn();
const onCheckSetup = vi.fn();
const onUseMine = vi.fn();
interface More {
  busy?: boolean;
  slow?: boolean;
  problem?: Problem;
  nextTry?: number;
}
const panelOf = (shown: PanelView | null, more: More = {}) => (
  <Panel
    {...atRest()}
    {...more}
    view={shown}
    now={now}
    onRefresh={onRefresh}
    onOpenOptions={onOpenOptions}
    onCheckSetup={onCheckSetup}
    onUseMine={onUseMine}
  />
);
const row = (label: string) => screen.getByText(label).closest('[data-field]') as HTMLElement;
const value = (label: string) => row(label).querySelector('dd')?.textContent;
const button = (name: string) => screen.getByRole('button', { name });

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('the panel of a matched configuration', () => {
  it('is a region named after the product, with kind, status in a word, age and rule', () => {
    render(panelOf(view));
    const region = screen.getByRole('region', { name: 'Datto Networking' });
    expect(within(region).getByText('Access point')).toBeTruthy();
    expect(region.querySelector('.panel-header .status-dot')?.textContent).toBe('Up');
    const age = within(region).getByText('3 hours ago');
    expect(age.getAttribute('title')).toMatch(/^Mar 5, 2026/);
    expect(within(region).getByText(/Matched by MAC and IP/).textContent).toContain('Acme Main');
  });

  it('shows both values where the configuration says something else', () => {
    render(panelOf(view));
    expect(value('Model')).toBe('A42IT Glue differs: A62');
    expect(value('Status')).toBe('Up');
    expect(value('Name')).toBe('Lobby');
  });

  it('sums up in its header how many fields need attention, and keeps each in its place', () => {
    const order = () =>
      [...document.querySelectorAll('[data-field]')].map((each) => each.getAttribute('data-field'));
    const header = () => document.querySelector('.panel-header')?.textContent;
    const plain = { ...view.configuration, modelName: 'A42' };
    const { rerender } = render(panelOf({ ...view, configuration: plain }));
    const before = order();
    expect(header()).not.toContain('attention');
    rerender(panelOf(view));
    expect(header()).toContain('Up· 1 thing needs attention');
    const lifecycle = { endOfSale: '2020-01-01T00:00:00Z', endOfLife: null };
    rerender(panelOf({ ...view, device: { ...device, status: 'down', lifecycle } }));
    expect(header()).toContain('Down· 2 things need attention');
    expect(order()).toEqual(before);
  });

  it('shows a dash for what is not known', () => {
    render(panelOf(view));
    expect(value('Clients')).toBe('—');
  });

  it('marks the fields that an update changed, and only them, for a moment', () => {
    vi.useFakeTimers();
    const { rerender, container } = render(panelOf(view, { busy: true }));
    const marked = () =>
      [...container.querySelectorAll('[data-changed]')].map((each) =>
        each.getAttribute('data-field'),
      );
    expect(marked()).toEqual([]);
    rerender(panelOf({ ...view, device: { ...device, clients: 12, uptimeSeconds: 720 } }));
    expect(marked().sort()).toEqual(['clients', 'uptime']);
    expect(screen.getByRole('status').textContent).toBe('Updated. 2 values changed.');
    void act(() => void vi.advanceTimersByTime(10_000));
    expect(marked()).toEqual([]);
    expect(value('Clients')).toBe('12');
  });

  it('keeps its rows in place through an update', () => {
    const { rerender, container } = render(panelOf(view, { busy: true }));
    const rows = [...container.querySelectorAll('[data-field]')];
    rerender(panelOf({ ...view, device: { ...device, clients: 12, serialNumber: 'X' } }));
    expect([...container.querySelectorAll('[data-field]')]).toEqual(rows);
  });

  it('refreshes when asked, once at a time', () => {
    const { rerender } = render(panelOf(view));
    fireEvent.click(button('Refresh'));
    expect(onRefresh).toHaveBeenCalledOnce();
    rerender(panelOf(view, { busy: true }));
    fireEvent.click(button('Refresh'));
    expect(onRefresh).toHaveBeenCalledOnce();
  });

  it('keeps the stored values when Datto fails, with the reason and a retry', () => {
    render(panelOf({ ...view, problem: timeout }));
    expect(value('Name')).toBe('Lobby');
    expect(document.querySelector('.notice')?.textContent).toContain(
      'Datto did not answer in time.',
    );
    expect(screen.getByRole('status').textContent).toBe('Datto did not answer in time.');
    fireEvent.click(button('Retry'));
    expect(onRefresh).toHaveBeenCalledOnce();
  });

  it('counts down to when what failed is asked again, and never calls old values updated', () => {
    vi.useFakeTimers({ now });
    const problem: Problem = { kind: 'rate-limited', side: 'datto' };
    render(panelOf({ ...view, problem }, { nextTry: now + 27_000 }));
    const notice = () => document.querySelector('.notice')?.textContent;
    expect(notice()).toContain('Datto asks to wait a little. Asked again in 27 seconds.');
    void act(() => void vi.advanceTimersByTime(26_000));
    expect(notice()).toContain('Asked again in 1 second.');
    void act(() => void vi.advanceTimersByTime(5_000));
    expect(notice()).toContain('Asked again now.');
    expect(document.querySelector('.panel-age')?.textContent).toBe('Values from 3 hours ago');
    // Nothing that is told by the second.
    expect(screen.getByRole('status').textContent).toBe('Datto asks to wait a little.');
  });

  it('says that it is cut off and how old it is, calls nothing updated, and offers nothing that nobody answers', () => {
    const onReloadPage = vi.fn();
    const matchable = { ...view, mayMatch: true, team: teamMark({ overruled: true }) } as PanelView;
    const cut = (at: number) =>
      cloneElement(panelOf(matchable, { problem: timeout }), {
        cutOff: true,
        onReloadPage,
        now: at,
      });
    const { rerender } = render(cut(Date.parse(view.readAt)));
    const text = () => screen.getByRole('region', { name: 'Datto Networking' }).textContent ?? '';
    expect(text()).toContain('The extension was updated while this page was open');
    expect(text()).not.toMatch(/Updated|Values from|ago/);
    expect(value('Clients')).toBeDefined();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Reload page',
    ]);
    rerender(cut(Date.parse(view.readAt) + 3 * 60_000));
    expect(text()).toMatch(/read at .+ \(3 minutes ago\)/);
    fireEvent.click(button('Reload page'));
    expect(onReloadPage).toHaveBeenCalledOnce();
  });

  it('says that no answer comes, and lets it be asked for anew', () => {
    render(panelOf(view, { busy: true, slow: true }));
    expect(document.querySelector('.notice')?.textContent).toContain('No answer yet.');
    expect(document.querySelector('.panel-age')?.textContent).toContain('values from 3 hours ago');
    fireEvent.click(button('Refresh'));
    expect(onRefresh).toHaveBeenCalledOnce();
  });

  it('tells no age while values of a moment ago are read again', () => {
    render(panelOf({ ...view, readAt: new Date(now - 5_000).toISOString() }, { busy: true }));
    expect(document.querySelector('.panel-age')?.textContent).toBe('Updating…');
  });

  it('leads to the options where only a person can help', () => {
    const status = { state: 'credentials-failed', side: 'datto', detail: null } as const;
    render(panelOf({ ...view, status, problem: timeout }));
    expect(document.querySelector('.notice')?.textContent).toContain(
      'Datto did not accept the keys. Syncing has stopped until they are entered again.',
    );
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
    fireEvent.click(button('Open options'));
    expect(onOpenOptions).toHaveBeenCalledOnce();
  });

  it('links the place to a map in a new tab that knows nothing of this one', () => {
    render(panelOf(view));
    const link = screen.getByRole('link');
    expect(link.getAttribute('href')).toMatch(/^https:\/\/www\.openstreetmap\.org\//);
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('shows what looks like HTML as text, in its own direction of writing', () => {
    const name = '<img src=x onerror=alert(1)> שלום';
    render(panelOf({ ...view, device: { ...device, name }, networkName: '<b>Net</b>' }));
    expect(document.querySelector('img, b')).toBeNull();
    expect(row('Name').querySelector('bdi')?.textContent).toBe(name);
    expect(screen.getByText('<b>Net</b>').closest('bdi')).toBeTruthy();
  });

  it('cuts what is of extraordinary length', () => {
    const long = 'x'.repeat(100_000);
    const { container } = render(
      panelOf({
        ...view,
        networkName: long,
        device: { ...device, name: long, description: long },
      }),
    );
    expect(container.textContent.length).toBeLessThan(10_000);
  });

  it.each([
    ['a device', panelOf(view)],
    ['a failure', panelOf({ ...view, problem: timeout })],
    ['where it is connected', panelOf({ ...unmatched(...missed), connections })],
  ])('gives axe nothing to find: %s', async (_what, panel) => {
    vi.useRealTimers();
    const { container } = render(panel);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the panel of another configuration', () => {
  const ok = { state: 'ok', at: null } as const;
  const failing = {
    state: 'error',
    problem: { kind: 'server', side: 'itglue' },
    nextTry: '2026-03-05T12:05:00Z',
  } as const;

  it.each<[string, PanelView | null]>([
    ['another tenant', { kind: 'none' }],
    ...whys.flatMap((why): [string, PanelView][] => [
      [`${why}, for all`, unmatched(why, ok)],
      [`${why}, for those who may match`, { ...unmatched(why, ok), mayMatch: true }],
      [`${why}, while a side fails`, { ...unmatched(why, failing), mayMatch: true }],
    ]),
    ['of a type that devices have, for others', { ...unmatched(...missed), expected: true }],
    [
      'ignored, though of a type that devices have',
      { ...unmatched(...missed), mayMatch: true, expected: true, ignored: true },
    ],
    ['not even stored values', null],
  ])('is none where there is nothing to know or to do: %s', (_what, shown) => {
    const { container } = render(panelOf(shown, { problem: timeout }));
    expect(container.innerHTML).toBe('');
  });

  it('misses a device, for those who may match, where the type is one that devices have', () => {
    render(panelOf({ ...unmatched(...missed), mayMatch: true, expected: true }));
    expect(screen.getByRole('region').textContent).toContain(
      'No Datto device is matched to this configuration.',
    );
    expect(button('Match To')).toBeTruthy();
  });

  it.each([true, false])(
    'says where it is connected, without missing a device (%s)',
    (mayMatch) => {
      render(panelOf({ ...unmatched(...missed), mayMatch, connections }));
      const region = screen.getByRole('region', { name: 'Datto Networking' });
      expect(within(region).getByRole('region', { name: 'Connected to' })).toBeTruthy();
      expect(region.textContent).not.toContain('No Datto device');
    },
  );

  it('says what keeps the integration from working where a device is suggested', () => {
    render(
      <>
        {cloneElement(panelOf({ ...unmatched('device-unmatched', failing), mayMatch: true }), {
          candidates: [candidate('Lobby')],
        })}
      </>,
    );
    expect(document.querySelector('.notice')?.textContent).toContain(
      'Error (IT Glue has a problem at the moment. Next try in 5 minutes.)',
    );
  });
});

describe('what another of the team decided', () => {
  it('is told with how long ago it was', () => {
    render(panelOf({ ...sampleView, team: teamMark() }));
    expect(screen.getByText('Grace Hopper matched this 3 minutes ago.')).toBeTruthy();
  });

  it.each<[string, PanelView]>([
    ['its device', { ...sampleView, team: teamMark({ overruled: true }) }],
    [
      'the one it was taken from',
      unmatchedView('device-unmatched', { team: teamMark({ overruled: true }) }),
    ],
  ])('is told with a way back where it took the place of a decision made here: %s', (_, shown) => {
    render(panelOf(shown));
    expect(
      screen.getByText(/^Grace Hopper decided differently at .*; that decision counts\.$/),
    ).toBeTruthy();
    button('Use mine').click();
    expect(onUseMine).toHaveBeenCalledWith(expect.anything(), 'n:1');
  });
});
