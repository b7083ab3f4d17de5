import type { Client } from '@/components/state/client';
import type { MessageName, Reply } from '@/lib/messages/protocol';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import type { Problem } from '@/lib/model/problem';
import type { PanelCandidate } from '@/lib/views/matching';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import { isAsking } from './has-panel';
import type { PanelDecision, PanelView } from '@/lib/views/panel';

/** What a panel knows at a moment. */
export interface PanelState {
  /** `null` when even the store's answer failed. */
  readonly view: PanelView | null;
  /** The APIs are being asked, or a decision is under way. */
  readonly busy: boolean;
  /** A decision is under way. */
  readonly deciding: boolean;
  /** Why the last question had no answer. */
  readonly problem: Problem | null;
  /** The devices that may be an unmatched configuration's; empty where none is to be chosen. */
  readonly candidates: readonly PanelCandidate[];
  /** Why the last decision changed nothing. */
  readonly refusal: DecisionRefusal | null;
  /** The last decision made here; a new object for each. */
  readonly decided: PanelDecision | null;
}

/** Puts a question to the background. */
export type Ask = Client['send'];
type Answer<Name extends MessageName> = Promise<Reply<Name>>;

/** What a person can do with a panel. */
export interface PanelSession {
  /** Asks again; not while something is under way. */
  readonly refresh: () => void;
  readonly match: (candidate: PanelCandidate) => void;
  readonly ignore: (ignored: boolean) => void;
  /** Decides once more what another's decision took the place of. @param key under which it is shared */
  readonly useMine: (key: string) => void;
  /** The undecided devices of the organization that a text finds. */
  readonly search: (text: string) => Answer<'panel.candidates'>;
}

/**
 * Whether asking the APIs may show more than the store has: a device's values, or that a
 * configuration documented or corrected since the last sync is a device's.
 */
function mayChange(view: PanelView): boolean {
  if (view.kind === 'device') return true;
  return (
    view.kind === 'unmatched' &&
    (view.why === 'configuration-unknown' || view.why === 'device-unmatched')
  );
}

/**
 * One page's panel: what the store holds at once, then the device as Datto has it now, and again
 * whenever `refresh` is called or a decision was made. Answers that come after the signal, or after a
 * decision made since, are dropped, so that no page ever shows another page's device, nor what was
 * before the decision.
 */
export function startPanelSession(
  page: ConfigurationPage,
  ask: Ask,
  onState: (state: PanelState) => void,
  signal: AbortSignal,
): PanelSession {
  let state: PanelState = {
    view: null,
    busy: true,
    deciding: false,
    problem: null,
    candidates: [],
    refusal: null,
    decided: null,
  };
  /** Counts what was begun; only what was begun last may still change the state. */
  let latest = 0;

  function begin() {
    const own = ++latest;
    const isLatest = () => own === latest && !signal.aborted;
    return {
      isLatest,
      set: (change: Partial<PanelState>) => {
        if (!isLatest()) return;
        state = { ...state, ...change };
        onState(state);
      },
    };
  }

  /** A view with the devices that may be chosen on it, so that both are painted at once. */
  async function read(name: 'panel.view' | 'panel.refresh'): Promise<Partial<PanelState>> {
    const answer = await ask(name, page);
    if (!answer.ok) return { problem: answer.problem };
    const view = answer.value;
    if (view.kind !== 'unmatched' || !isAsking(view))
      return { view, problem: null, candidates: [] };
    const found = await ask('panel.candidates', { ...page, text: '' });
    return found.ok
      ? { view, problem: null, candidates: found.value }
      : { view, problem: found.problem };
  }

  async function run({ isLatest, set }: ReturnType<typeof begin>, stored: boolean) {
    if (stored) {
      const first = await read('panel.view');
      const live = first.view ? mayChange(first.view) : false;
      set({ ...first, busy: live });
      if (!live || !isLatest()) return;
    }
    set({ ...(await read('panel.refresh')), busy: false });
  }

  async function decide(
    decided: PanelDecision,
    deciding: () => Answer<'panel.match' | 'panel.ignore' | 'panel.use-mine'>,
  ) {
    if (state.deciding) return;
    const turn = begin();
    turn.set({ busy: true, deciding: true, refusal: null });
    const refusal = refusalOf(await deciding());
    const now = await read('panel.view');
    const live = now.view?.kind === 'device';
    turn.set({
      ...now,
      refusal,
      busy: live,
      deciding: false,
      ...(refusal === null && { decided }),
    });
    if (live && turn.isLatest()) await run(turn, false);
  }

  void run(begin(), true);
  return {
    refresh: () => {
      if (state.busy) return;
      const turn = begin();
      turn.set({ busy: true, refusal: null });
      void run(turn, state.view === null);
    },
    match: ({ deviceKey, version, name }) =>
      void decide({ action: 'match', deviceName: name }, () =>
        ask('panel.match', { ...page, deviceKey, version }),
      ),
    ignore: (ignored) =>
      void decide({ action: ignored ? 'ignore' : 'unignore' }, () =>
        ask('panel.ignore', { ...page, ignored }),
      ),
    useMine: (key) =>
      void decide({ action: 'use-mine' }, () => ask('panel.use-mine', { ...page, key })),
    search: (text) => ask('panel.candidates', { ...page, text }),
  };
}

function refusalOf(
  answer: Reply<'panel.match' | 'panel.ignore' | 'panel.use-mine'>,
): DecisionRefusal | null {
  if (!answer.ok) return { kind: 'problem', problem: answer.problem };
  return answer.value.ok ? null : answer.value.refusal;
}
