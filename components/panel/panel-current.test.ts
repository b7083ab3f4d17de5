import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { configurationId, organizationId } from '@/lib/model/ids';
import type { Problem } from '@/lib/model/problem';
import type { PanelView } from '@/lib/views/panel';
import { startPanelSession } from './panel-session';
import type { Ask, PanelState } from './panel-session';
import { connections } from './connections.fixture';
import { unmatchedView } from './states.fixture';
import { sampleView } from './view.fixture';

const page = { organizationId: organizationId(2), configurationId: configurationId(31) };
const start = Date.parse('2026-03-05T12:00:00Z');
const second = 1_000;
const minute = 60 * second;

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** A session that is answered with `now.view`, or not at all, and what it asked. */
async function session(view: PanelView = sampleView) {
  const now: { view: PanelView; answers: boolean } = { view, answers: true };
  const asked: string[] = [];
  let state: PanelState | undefined;
  const ended = new AbortController();
  const ask = ((name: string) => {
    asked.push(name);
    return now.answers
      ? Promise.resolve({ ok: true, value: now.view })
      : new Promise(() => undefined);
  }) as Ask;
  const made = startPanelSession(page, ask, (next) => (state = next), ended.signal);
  await later(0);
  asked.length = 0;
  const refreshes = () =>
    asked.filter((name) => name === 'panel.refresh' || name === 'panel.again').length;
  return { ...made, now, asked, refreshes, ended, state: () => state! };
}
const failing = (problem: Problem): PanelView => ({ ...sampleView, problem });

describe('a page that is looked at again', () => {
  it('asks when what it shows is a minute old, and not before', async () => {
    const { look, refreshes } = await session();
    look(false);
    await later(59 * second);
    look(true);
    expect(refreshes()).toBe(0);
    look(false);
    await later(second);
    look(true);
    await later(0);
    expect(refreshes()).toBe(1);
  });

  it('takes first what another tab may have had read meanwhile', async () => {
    const { look, asked } = await session();
    look(false);
    await later(2 * minute);
    look(true);
    await later(0);
    expect(asked).toEqual(['panel.view', 'panel.again']);
  });

  it.each<[string, PanelView]>([
    ['no keys were entered', { kind: 'none' }],
    [
      'the keys had failed',
      { ...sampleView, status: { state: 'credentials-failed', side: 'datto', detail: null } },
    ],
    ['the keys were locked', { ...sampleView, status: { state: 'locked', passphrase: 'set' } }],
  ])('asks at once where a person may have put right that %s', async (_what, view) => {
    const { look, now, state } = await session(view);
    now.view = sampleView;
    look(false);
    look(true);
    await later(0);
    expect(state().view).toEqual(sampleView);
  });
});

describe('a page that stays open', () => {
  const connected = unmatchedView('device-unmatched', { connections });
  it.each<[string, PanelView]>([
    ['a device', sampleView],
    ['where something is connected', connected],
  ])('asks for %s each minute while it is looked at, and not while it is not', async (_, view) => {
    const { look, asked } = await session(view);
    await later(10 * minute);
    expect(asked).toEqual(Array.from({ length: 10 }, () => 'panel.again'));
    look(false);
    await later(12 * 60 * minute);
    expect(asked).toHaveLength(10);
  });

  it('shows what has changed without saying that it is busy', async () => {
    const { now, state } = await session();
    now.view = { ...sampleView, readAt: '2026-03-05T12:01:00Z' };
    await later(minute);
    expect(state()).toMatchObject({ busy: false, byItself: true, view: now.view });
    now.answers = false;
    await later(minute);
    expect(state()).toMatchObject({ busy: false, view: now.view });
  });

  it('asks anew at once where a person does meanwhile, and a minute after that', async () => {
    const { refresh, now, asked, state } = await session();
    now.answers = false;
    await later(minute);
    now.answers = true;
    refresh();
    await later(0);
    expect(asked).toEqual(['panel.again', 'panel.refresh']);
    expect(state()).toMatchObject({ busy: false, byItself: false });
    await later(minute);
    expect(asked).toEqual(['panel.again', 'panel.refresh', 'panel.again']);
  });

  it.each<[string, PanelView]>([
    ['nothing is known', unmatchedView('device-unmatched')],
    ['the keys are locked', { ...sampleView, status: { state: 'locked', passphrase: 'set' } }],
    ['only a person can help', failing({ kind: 'not-found', side: 'datto' })],
  ])('asks nothing by itself where %s', async (_what, view) => {
    const { asked } = await session(view);
    await later(60 * minute);
    expect(asked).toEqual([]);
  });
});

describe('what failed', () => {
  it('is tried again when the server asked for it, not before, and by its time told', async () => {
    const problem = { kind: 'rate-limited', retryAt: '2026-03-05T12:00:30Z' } as const;
    const { look, online, refreshes, state, now } = await session(failing(problem));
    expect(state()).toMatchObject({ busy: false, nextTry: start + 30 * second });
    look(false);
    look(true);
    online();
    await later(29 * second);
    expect(refreshes()).toBe(0);
    now.view = sampleView;
    await later(second);
    expect(refreshes()).toBe(1);
    expect(state()).toMatchObject({ busy: false, nextTry: null, view: sampleView });
  });

  it('is tried again at a button that is never dead', async () => {
    const problem = { kind: 'rate-limited', retryAt: '2026-03-05T12:00:30Z' } as const;
    const { refresh, refreshes } = await session(failing(problem));
    refresh();
    expect(refreshes()).toBe(1);
  });

  it('is tried again less and less often', async () => {
    const { refreshes } = await session(failing({ kind: 'server', side: 'datto' }));
    await later(minute);
    expect(refreshes()).toBe(1);
    await later(minute);
    expect(refreshes()).toBe(1);
    await later(minute);
    expect(refreshes()).toBe(2);
  });

  it('is not tried again in a page that nobody looks at, and at once where it is due then', async () => {
    const { look, refreshes } = await session(failing({ kind: 'server', side: 'datto' }));
    look(false);
    await later(30 * minute);
    expect(refreshes()).toBe(0);
    look(true);
    expect(refreshes()).toBe(1);
  });

  it('is tried again when the browser is online again, once somebody looks', async () => {
    const { look, online, refreshes } = await session(failing({ kind: 'offline', side: 'datto' }));
    online();
    expect(refreshes()).toBe(1);
    await later(0);
    look(false);
    online();
    expect(refreshes()).toBe(1);
    look(true);
    expect(refreshes()).toBe(2);
  });

  it('is no more tried after the page was left', async () => {
    const { ended, look, online, refreshes } = await session(failing({ kind: 'server' }));
    ended.abort();
    await later(30 * minute);
    look(true);
    online();
    expect(refreshes()).toBe(0);
  });
});

describe('an answer that does not come', () => {
  it('is said after eight seconds, from when on it can be asked for anew', async () => {
    const { now, refresh, refreshes, state } = await session();
    now.answers = false;
    refresh();
    await later(7 * second);
    refresh();
    expect(refreshes()).toBe(1);
    expect(state().slow).toBe(false);
    await later(second);
    expect(state()).toMatchObject({ slow: true, busy: true, view: sampleView });
    now.answers = true;
    refresh();
    await later(0);
    expect(state()).toMatchObject({ slow: false, busy: false });
  });

  it('is no longer waited for after three quarters of a minute, and asked for again', async () => {
    const { now, refresh, state } = await session();
    now.answers = false;
    refresh();
    await later(45 * second);
    expect(state()).toMatchObject({
      busy: false,
      slow: false,
      problem: { kind: 'timeout' },
      nextTry: start + 45 * second + minute,
    });
    now.answers = true;
    await later(minute);
    expect(state()).toMatchObject({ problem: null, view: sampleView });
  });
});
