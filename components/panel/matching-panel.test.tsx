// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PanelCandidate } from '@/lib/views/matching';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import type { PanelView } from '@/lib/views/panel';
import { sampleView } from './view.fixture';
import { candidate, unmatchedView } from './states.fixture';
import { Panel } from './panel';
import { atRest } from './panel-props.fixture';
import { UnmatchedLine } from './unmatched-line';
import type { Search } from './use-search';

type Props = Parameters<typeof Panel>[0];

const view = unmatchedView('device-unmatched', { mayMatch: true });
const lobby = candidate('Lobby');

const onMatch = vi.fn();
const onIgnore = vi.fn();
const onSearch = vi.fn<Search>();
const panel = (props: Partial<Props> = {}) => (
  <Panel
    {...atRest()}
    view={view}
    now={Date.parse('2026-03-05T12:00:00Z')}
    onMatch={onMatch}
    onIgnore={onIgnore}
    onSearch={onSearch}
    {...props}
  />
);
const button = (name: string) => screen.getByRole('button', { name });
const buttons = () => screen.queryAllByRole('button').map((each) => each.textContent);
const sentence = 'No Datto device is matched to this configuration.';

afterEach(() => {
  cleanup();
  vi.resetAllMocks();
});

describe('what fits an unmatched configuration', () => {
  it('shows each device with what tells it from others, and why it is offered', () => {
    render(panel({ candidates: [lobby] }));
    const item = within(screen.getByRole('list', { name: 'Suggested devices' }));
    const [only] = item.getAllByRole('listitem');
    for (const words of [
      'Switch',
      'Lobby',
      'same name',
      'AC:86:74:00:00:12',
      '192.168.1.2',
      'E24',
      'Acme Main',
    ])
      expect(only?.textContent).toContain(words);
    expect(screen.getByRole('region').textContent).toContain(sentence);
  });

  it.each([
    ['mac-and-ip', 'same MAC and IP'],
    ['mac', 'same MAC'],
    ['serial-number', 'same serial number'],
    ['ip', 'same IP'],
    ['name', 'same name'],
    ['similar-name', 'similar name'],
  ] as const)('says the reason %s as "%s"', (reason, words) => {
    render(panel({ candidates: [candidate('A', { reason })] }));
    expect(document.querySelector('.candidate-reason')?.textContent).toBe(words);
  });

  it('says who else has the MAC by which a device is offered', () => {
    render(panel({ candidates: [candidate('A', { reason: 'mac', claimedBy: 'Core switch' })] }));
    expect(document.querySelector('.candidate-reason')?.textContent).toBe(
      'same MAC · Core switch has this MAC too',
    );
  });

  it('accepts the suggestion whose button was pressed, named for a screen reader', () => {
    const other = candidate('Attic');
    render(panel({ candidates: [lobby, other] }));
    const [, second] = screen.getAllByRole('button', { name: 'Accept Suggested Match' });
    const described = document.getElementById(second?.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('Attic');
    fireEvent.click(second!);
    expect(onMatch.mock.calls.map(([, device]) => device as unknown)).toEqual([other]);
  });

  it('shows three at first, the others on demand', () => {
    render(panel({ candidates: ['A', 'B', 'C', 'D', 'E'].map((name) => candidate(name)) }));
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    fireEvent.click(button('Show 2 more'));
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
  });

  it('takes no second decision while one is under way', () => {
    render(panel({ candidates: [lobby], deciding: true }));
    fireEvent.click(button('Accept Suggested Match'));
    fireEvent.click(button('Ignore'));
    expect(onMatch).not.toHaveBeenCalled();
    expect(onIgnore).not.toHaveBeenCalled();
  });

  it('says why a decision changed nothing, also to a screen reader', () => {
    const refusal: DecisionRefusal = { kind: 'configuration-taken', by: 'SW-09' };
    render(panel({ candidates: [lobby], refusal }));
    const words = document.querySelector('.notice')?.textContent;
    expect(words).toContain('SW-09');
    expect(screen.getByRole('status').textContent).toBe(words);
  });

  it('shows what looks like HTML as text', () => {
    render(panel({ candidates: [candidate('<img src=x>', { networkName: '<b>N</b>' })] }));
    expect(document.querySelector('img, b')).toBeNull();
    expect(screen.getByText('<img src=x>').closest('bdi')).toBeTruthy();
  });

  it('cuts a name of extraordinary length', () => {
    const { container } = render(panel({ candidates: [candidate('x'.repeat(100_000))] }));
    expect(container.textContent.length).toBeLessThan(2_000);
  });

  it('is nothing for those who may not match', () => {
    const { container } = render(panel({ view: { ...view, mayMatch: false } as PanelView }));
    expect(container.innerHTML).toBe('');
  });
});

describe('a configuration that nothing fits', () => {
  const missed = { ...view, expected: true };

  it('is one quiet line where a device is missed, with the search tucked behind it', () => {
    render(panel({ view: missed }));
    expect(screen.getByRole('region').textContent).toContain(sentence);
    expect(buttons()).toEqual(['Match To']);
    fireEvent.click(button('Match To'));
    expect(buttons()).toEqual(['Cancel', 'Ignore']);
  });

  it('is ignored on demand, with the way back until the page is left', () => {
    const { rerender, container } = render(panel({ view: missed }));
    fireEvent.click(button('Match To'));
    fireEvent.click(button('Ignore'));
    expect(onIgnore.mock.lastCall?.[1]).toBe(true);
    const ignored = { ...missed, ignored: true };
    rerender(panel({ view: ignored, decided: { action: 'ignore' } }));
    expect(screen.getByRole('region').textContent).toContain('ignored');
    expect(buttons()).toEqual(['Stop Ignoring']);
    fireEvent.click(button('Stop Ignoring'));
    expect(onIgnore.mock.lastCall?.[1]).toBe(false);
    rerender(panel({ view: ignored }));
    expect(container.innerHTML).toBe('');
  });
});

describe('Match To', () => {
  const found = (...devices: PanelCandidate[]) => ({ ok: true as const, value: devices });
  function opened() {
    const result = render(panel({ candidates: [lobby] }));
    fireEvent.click(button('Match To'));
    return { ...result, box: screen.getByRole<HTMLInputElement>('combobox', { name: 'Match To' }) };
  }
  const type = (box: HTMLElement, value: string) => fireEvent.input(box, { target: { value } });
  const options = () => screen.findAllByRole('option');

  it('has the focus at once, and gives it back when it is closed', async () => {
    const { box } = opened();
    expect(document.activeElement).toBe(box);
    fireEvent.keyDown(box, { key: 'Escape' });
    await expect.poll(() => document.activeElement?.textContent).toBe('Match To');
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('finds as the person types, and matches what is clicked', async () => {
    const attic = candidate('Attic', { reason: null });
    onSearch.mockResolvedValue(found(attic));
    const { box } = opened();
    expect(box.getAttribute('aria-expanded')).toBe('false');
    type(box, 'att');
    const [option] = await options();
    expect(box.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(box.getAttribute('aria-controls')!)?.role).toBe('listbox');
    expect(onSearch).toHaveBeenCalledWith('att');
    fireEvent.click(option!);
    expect(onMatch.mock.calls.map(([, device]) => device as unknown)).toEqual([attic]);
  });

  it('takes by Enter what the arrow keys chose, and nothing that was not chosen', async () => {
    const [first, second] = [candidate('A'), candidate('B')];
    onSearch.mockResolvedValue(found(first, second));
    const { box } = opened();
    type(box, 'x');
    const shown = await options();
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onMatch).not.toHaveBeenCalled();
    fireEvent.keyDown(box, { key: 'ArrowUp' });
    expect(box.getAttribute('aria-activedescendant')).toBe(shown[1]?.id);
    expect(shown[1]?.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    expect(box.getAttribute('aria-activedescendant')).toBe(shown[0]?.id);
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onMatch.mock.calls.map(([, device]) => device as unknown)).toEqual([second]);
  });

  it('asks once at a time, and shows no answer to an older text', async () => {
    const answers: ((value: ReturnType<typeof found>) => void)[] = [];
    onSearch.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const { box } = opened();
    for (const text of ['a', 'at', 'att']) type(box, text);
    expect(onSearch.mock.calls).toEqual([['a']]);
    await act(() => answers.shift()?.(found(candidate('Anything'))));
    expect(screen.queryByRole('option')).toBeNull();
    expect(onSearch.mock.calls).toEqual([['a'], ['att']]);
    await act(() => answers.shift()?.(found(candidate('Attic'))));
    expect((await options()).map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Attic'),
    ]);
  });

  it.each([
    [found(), 'No undecided device of this organization’s networks fits “zz”.'.replace('’', "'")],
    [
      { ok: false as const, problem: { kind: 'internal' as const } },
      'Something went wrong inside the extension. Try again; if it stays so, Check setup makes a report to send in.',
    ],
  ])('says it when there is nothing to show: %j', async (answer, words) => {
    onSearch.mockResolvedValue(answer);
    const { box } = opened();
    type(box, ' zz ');
    const announced = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    await expect.poll(announced).toContain(words);
  });

  it('empties the text at the first Escape, and keeps its keys from the page', async () => {
    onSearch.mockResolvedValue(found(candidate('A')));
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const { box } = opened();
    type(box, 'x');
    await options();
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    fireEvent.keyDown(box, { key: 'Escape' });
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
    expect(box.value).toBe('');
    await expect.poll(() => screen.queryAllByRole('option')).toEqual([]);
  });
});

describe('after a decision', () => {
  it('is the device’s panel, holds the focus and says what was done', async () => {
    const { rerender } = render(panel({ candidates: [lobby] }));
    button('Accept Suggested Match').focus();
    rerender(
      panel({
        view: { ...sampleView, rule: 'by-hand' },
        busy: true,
        decided: { action: 'match', deviceName: 'Lobby' },
      }),
    );
    const region = () => screen.getByRole('region', { name: 'Datto Networking' });
    expect(region().textContent).toContain('Matched by hand');
    await expect.poll(() => document.activeElement).toBe(region());
    expect(screen.getByRole('status').textContent).toBe('Matched to Lobby.');
  });

  it('leaves the focus to a person who has gone on', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    const { rerender } = render(panel({ candidates: [lobby] }));
    field.focus();
    rerender(
      panel({
        view: { ...sampleView, rule: 'by-hand' },
        decided: { action: 'match', deviceName: 'Lobby' },
      }),
    );
    await new Promise((done) => setTimeout(done, 50));
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});

it.each([
  [1, '1 Datto device unmatched'],
  [32, '32 Datto devices unmatched'],
])('tells on a list of configurations that %d are unmatched', (count, words) => {
  const onOpenMatching = vi.fn();
  render(<UnmatchedLine count={count} onOpenMatching={onOpenMatching} />);
  expect(screen.getByRole('region').textContent).toContain(words);
  fireEvent.click(button('Open matching'));
  expect(onOpenMatching).toHaveBeenCalledOnce();
});

it.each([
  ['suggestions', panel({ candidates: [lobby, candidate('B')] })],
  ['a quiet line', panel({ view: { ...view, expected: true } })],
  [
    'an ignored configuration',
    panel({ view: { ...view, ignored: true }, decided: { action: 'ignore' } }),
  ],
  ['a list', <UnmatchedLine count={2} onOpenMatching={vi.fn()} />],
])('gives axe nothing to find: %s', async (_what, shown) => {
  onSearch.mockResolvedValue({ ok: true, value: [lobby] });
  const { container } = render(shown);
  const matchTo = screen.queryByRole('button', { name: 'Match To' });
  if (matchTo) {
    fireEvent.click(matchTo);
    fireEvent.input(screen.getByRole('combobox'), { target: { value: 'x' } });
    await screen.findAllByRole('option');
  }
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
