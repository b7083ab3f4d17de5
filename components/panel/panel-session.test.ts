import { describe, expect, it, vi } from 'vitest';
import { configurationId, organizationId } from '@/lib/model/ids';
import type { Problem } from '@/lib/model/problem';
import type { PanelCandidate } from '@/lib/views/matching';
import type { PanelView } from '@/lib/views/panel';
import { startPanelSession } from './panel-session';
import type { Ask, PanelState } from './panel-session';

const page = { organizationId: organizationId(2), configurationId: configurationId(31) };
const offline: Problem = { kind: 'offline', side: 'datto' };
const status = { state: 'ok', at: null } as const;
const device = (readAt: string) => ({ kind: 'device', readAt, status }) as PanelView;
const unmatched = (why: string) =>
  ({ kind: 'unmatched', why, status, connections: [] as readonly unknown[] }) as PanelView;

/** One that a person may choose a device for. */
const open = {
  kind: 'unmatched',
  why: 'device-unmatched',
  mayMatch: true,
  ignored: false,
  status,
  connections: [] as readonly unknown[],
} as PanelView;
const candidate = { deviceKey: 'switch:18', name: 'SW-01', version: 'v1' } as PanelCandidate;

/** A session whose questions are answered by hand, in order. */
function session(signal = new AbortController().signal) {
  const asked: string[] = [];
  const answers: ((answer: unknown) => void)[] = [];
  const states: PanelState[] = [];
  const ask = ((name: string, { organizationId, configurationId, ...more }: typeof page) => {
    const rest = Object.values<unknown>(more);
    asked.push([name, `${organizationId}/${configurationId}`, ...rest].join(' ').trim());
    return new Promise((resolve) => answers.push(resolve as never));
  }) as Ask;
  const made = startPanelSession(page, ask, (state) => states.push(state), signal);
  /** Answers the question that waits longest. */
  const answer = async (value: unknown) => {
    await vi.waitFor(() => expect(answers).not.toHaveLength(0));
    const resolve = answers.shift();
    resolve?.(value === offline ? { ok: false, problem: offline } : { ok: true, value });
    await new Promise((done) => setTimeout(done));
  };
  return { ...made, asked, states, answer };
}

describe('startPanelSession', () => {
  it('paints what is stored, then what Datto says', async () => {
    const { asked, states, answer } = session();
    expect(states).toEqual([]);
    await answer(device('stored'));
    expect(states).toMatchObject([{ view: device('stored'), busy: true, problem: null }]);
    await answer(device('live'));
    expect(states.at(-1)).toMatchObject({ view: device('live'), busy: false, problem: null });
    expect(asked).toEqual(['panel.view 2/31', 'panel.refresh 2/31']);
  });

  it('keeps the stored values, with the reason, when Datto does not answer', async () => {
    const { states, answer, refresh, asked } = session();
    await answer(device('stored'));
    await answer(offline);
    expect(states.at(-1)).toMatchObject({ view: device('stored'), busy: false, problem: offline });
    refresh();
    expect(states.at(-1)).toMatchObject({ busy: true });
    await answer(device('live'));
    expect(states.at(-1)).toMatchObject({ view: device('live'), busy: false, problem: null });
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
    ['a page of another tenant', { kind: 'none' }],
  ])('does not ask Datto for %s', async (_what, view) => {
    const { asked, answer, states } = session();
    await answer(view);
    expect(states).toMatchObject([{ view, busy: false, problem: null }]);
    expect(asked).toEqual(['panel.view 2/31']);
  });

  it.each(['device-unmatched', 'configuration-unknown'])(
    'asks whether a configuration has become a device’s since the last sync (%s)',
    async (why) => {
      const { states, answer } = session();
      await answer(unmatched(why));
      expect(states.at(-1)).toMatchObject({ view: unmatched(why), busy: true, problem: null });
      await answer(device('live'));
      expect(states.at(-1)).toMatchObject({ view: device('live'), busy: false, problem: null });
    },
  );

  it('begins again after even the store’s answer failed', async () => {
    const { asked, answer, refresh, states } = session();
    await answer(offline);
    expect(states.at(-1)).toMatchObject({ view: null, busy: false, problem: offline });
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

describe('deciding on a panel', () => {
  /** Painted with one candidate, and asked live, without anything new. */
  async function opened() {
    const made = session();
    for (const each of [open, [candidate], open, [candidate]]) await made.answer(each);
    made.asked.length = 0;
    return made;
  }

  it('paints an unmatched configuration together with the devices that fit', async () => {
    const { asked, states, answer } = session();
    await answer(open);
    expect(states).toEqual([]);
    await answer([candidate]);
    expect(states).toMatchObject([{ view: open, candidates: [candidate], busy: true }]);
    expect(asked.slice(0, 3)).toEqual([
      'panel.view 2/31',
      'panel.candidates 2/31',
      'panel.refresh 2/31',
    ]);
  });

  it.each<[string, PanelView]>([
    ['a user who may not match', { ...open, mayMatch: false } as PanelView],
    ['an ignored configuration', { ...open, ignored: true } as PanelView],
    ['an organization without networks', { ...open, why: 'organization-unmatched' } as PanelView],
  ])('asks for no devices for %s', async (_what, view) => {
    const { asked, states, answer } = session();
    await answer(view);
    expect(states).toMatchObject([{ view, candidates: [] }]);
    expect(asked.join()).not.toContain('panel.candidates');
  });

  it('becomes the device’s panel after a match, live values included', async () => {
    const { asked, states, answer, match } = await opened();
    match(candidate);
    expect(states.at(-1)).toMatchObject({ busy: true, view: open });
    await answer({ ok: true, count: 1 });
    await answer(device('stored'));
    expect(states.at(-1)).toMatchObject({
      view: device('stored'),
      busy: true,
      candidates: [],
      decided: { action: 'match', deviceName: 'SW-01' },
    });
    await answer(device('live'));
    expect(states.at(-1)).toMatchObject({ view: device('live'), busy: false, refusal: null });
    expect(asked).toEqual([
      'panel.match 2/31 switch:18 v1',
      'panel.view 2/31',
      'panel.refresh 2/31',
    ]);
  });

  it('ends and changes the match of the device that is shown, and takes that back', async () => {
    const shown = (version: string) =>
      ({
        kind: 'device',
        status,
        version,
        device: { key: 'switch:18', name: 'SW-01' },
        readAt: '',
      }) as unknown as PanelView;
    const { asked, states, answer, unmatch, changeMatch, undo } = session();
    for (const each of [shown('v1'), shown('v1')]) await answer(each);
    asked.length = 0;
    changeMatch({ ...candidate, deviceKey: 'switch:19', name: 'SW-02' } as PanelCandidate);
    for (const each of [{ ok: true, count: 1 }, shown('v2'), shown('v2')]) await answer(each);
    expect(states.at(-1)).toMatchObject({
      decided: { action: 'change-match', deviceName: 'SW-02' },
    });
    unmatch();
    for (const each of [{ ok: true, count: 1 }, open, []]) await answer(each);
    expect(states.at(-1)).toMatchObject({
      view: open,
      decided: { action: 'unmatch', deviceName: 'SW-01' },
    });
    undo();
    for (const each of [{ ok: true, count: 1 }, shown('v3'), shown('v3')]) await answer(each);
    expect(states.at(-1)).toMatchObject({ view: shown('v3'), decided: { action: 'undo' } });
    expect(asked.filter((each) => !/view|refresh|candidates/.test(each))).toEqual([
      'panel.change-match 2/31 switch:19 v1 [object Object]',
      'panel.unmatch 2/31 switch:18 v2',
      'panel.undo 2/31',
    ]);
  });

  it.each([
    [{ ok: false, refusal: { kind: 'decided-meanwhile' } }, { kind: 'decided-meanwhile' }],
    [offline, { kind: 'problem', problem: offline }],
  ])('says why nothing changed (%j), with what now fits', async (reply, refusal) => {
    const { states, answer, match } = await opened();
    match(candidate);
    await answer(reply);
    await answer(open);
    await answer([]);
    expect(states.at(-1)).toMatchObject({
      view: open,
      candidates: [],
      refusal,
      decided: null,
      busy: false,
    });
  });

  it('forgets the refusal with the next decision, and asks no API after ignoring', async () => {
    const { asked, states, answer, match, ignore } = await opened();
    match(candidate);
    for (const each of [{ ok: false, refusal: { kind: 'row-gone' } }, open, [candidate]])
      await answer(each);
    asked.length = 0;
    ignore(true);
    expect(states.at(-1)).toMatchObject({ refusal: null, busy: true });
    await answer({ ok: true, count: 1 });
    await answer({ ...open, ignored: true });
    expect(states.at(-1)).toMatchObject({ decided: { action: 'ignore' }, busy: false });
    expect(asked).toEqual(['panel.ignore 2/31 true', 'panel.view 2/31']);
  });

  it('decides once, however often it is told to', async () => {
    const { asked, match, ignore } = await opened();
    match(candidate);
    match(candidate);
    ignore(true);
    expect(asked).toEqual(['panel.match 2/31 switch:18 v1']);
  });

  it('drops what the APIs said of the time before the decision', async () => {
    const { states, answer, match } = session();
    await answer(open);
    await answer([candidate]);
    match(candidate);
    // The refresh of the page's beginning, then the decision, in the order they were asked.
    await answer(open);
    expect(states.at(-1)).toMatchObject({ busy: true });
    await answer({ ok: true, count: 1 });
    await answer([candidate]);
    await answer(device('stored'));
    expect(states.at(-1)).toMatchObject({ view: device('stored') });
  });

  it('keeps the panel when the devices could not be had, with the reason', async () => {
    const { states, answer } = session();
    await answer(open);
    await answer(offline);
    expect(states.at(-1)).toMatchObject({ view: open, candidates: [], problem: offline });
  });

  it('searches beside everything else', async () => {
    const { asked, answer, search } = await opened();
    const found = search('lobby');
    await answer([candidate]);
    await expect(found).resolves.toEqual({ ok: true, value: [candidate] });
    expect(asked).toEqual(['panel.candidates 2/31 lobby']);
  });
});
