import { describe, expect, it, vi } from 'vitest';
import type { Problem } from '@/lib/model/problem';
import type { PanelView } from '@/lib/views/panel';
import { startPanelSession } from './panel-session';
import type { Ask, PanelState } from './panel-session';

const page = { organizationId: '2', configurationId: '31' };
const offline: Problem = { kind: 'offline', side: 'datto' };
const device = (readAt: string) => ({ kind: 'device', readAt }) as PanelView;
const unmatched = (why: string) => ({ kind: 'unmatched', why }) as PanelView;

/** A session whose questions are answered by hand, in order. */
function session(signal = new AbortController().signal) {
  const asked: string[] = [];
  const answers: ((answer: Awaited<ReturnType<Ask>>) => void)[] = [];
  const states: PanelState[] = [];
  const ask: Ask = (name, about) => {
    asked.push(`${name} ${about.organizationId}/${about.configurationId}`);
    return new Promise((resolve) => answers.push(resolve));
  };
  const { refresh } = startPanelSession(page, ask, (state) => states.push(state), signal);
  const answer = async (value: PanelView | Problem) => {
    await vi.waitFor(() => expect(answers).not.toHaveLength(0));
    const resolve = answers.shift();
    resolve?.(
      'side' in value ? { ok: false, problem: value } : { ok: true, value: value as PanelView },
    );
    await new Promise((done) => setTimeout(done));
  };
  return { asked, states, refresh, answer };
}

describe('startPanelSession', () => {
  it('paints what is stored, then what Datto says', async () => {
    const { asked, states, answer } = session();
    expect(states).toEqual([]);
    await answer(device('stored'));
    expect(states).toEqual([{ view: device('stored'), busy: true, problem: null }]);
    await answer(device('live'));
    expect(states.at(-1)).toEqual({ view: device('live'), busy: false, problem: null });
    expect(asked).toEqual(['panel.view 2/31', 'panel.refresh 2/31']);
  });

  it('keeps the stored values, with the reason, when Datto does not answer', async () => {
    const { states, answer, refresh, asked } = session();
    await answer(device('stored'));
    await answer(offline);
    expect(states.at(-1)).toEqual({ view: device('stored'), busy: false, problem: offline });
    refresh();
    expect(states.at(-1)).toMatchObject({ busy: true });
    await answer(device('live'));
    expect(states.at(-1)).toEqual({ view: device('live'), busy: false, problem: null });
    expect(asked).toHaveLength(3);
  });

  it('asks once, however often it is told to refresh meanwhile', async () => {
    const { asked, answer, refresh } = session();
    await answer(device('stored'));
    refresh();
    refresh();
    expect(asked).toHaveLength(2);
  });

  it.each<[string, PanelView]>([
    ['a configuration whose organization has no network', unmatched('organization-unmatched')],
    ['a page of nobody', { kind: 'none' }],
  ])('does not ask Datto for %s', async (_what, view) => {
    const { asked, answer, states } = session();
    await answer(view);
    expect(states).toEqual([{ view, busy: false, problem: null }]);
    expect(asked).toEqual(['panel.view 2/31']);
  });

  it.each(['device-unmatched', 'configuration-unknown'])(
    'asks whether a configuration has become a device’s since the last sync (%s)',
    async (why) => {
      const { states, answer } = session();
      await answer(unmatched(why));
      expect(states.at(-1)).toEqual({ view: unmatched(why), busy: true, problem: null });
      await answer(device('live'));
      expect(states.at(-1)).toEqual({ view: device('live'), busy: false, problem: null });
    },
  );

  it('begins anew after even the store’s answer failed', async () => {
    const { asked, answer, refresh, states } = session();
    await answer(offline);
    expect(states.at(-1)).toEqual({ view: null, busy: false, problem: offline });
    refresh();
    await answer(device('stored'));
    expect(asked).toEqual(['panel.view 2/31', 'panel.view 2/31', 'panel.refresh 2/31']);
  });

  it.each([0, 1])(
    'drops an answer that comes after the page was left (answer %d)',
    async (late) => {
      const left = new AbortController();
      const { states, answer, asked } = session(left.signal);
      for (let early = 0; early < late; early++) await answer(device('stored'));
      left.abort();
      await answer(device('late'));
      expect(states).toHaveLength(late);
      expect(asked).toHaveLength(late + 1);
    },
  );
});
