import type { Client } from '@/components/state/client';
import type { MessageName, Reply } from '@/lib/messages/protocol';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import type { Problem } from '@/lib/model/problem';
import { deviceLabel } from '@/lib/model/device';
import type { PanelCandidate } from '@/lib/views/matching';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import { isAsking } from './has-panel';
import { failureOf, isFollowed, needsPerson } from './is-followed';
import { nextTryAt } from './next-try';
import type { PanelDecision } from '@/lib/model/panel-decision';
import type { PanelView } from '@/lib/views/panel';
import type { ConfigurationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { FoundDraft } from './found-calls';
import type { AskMakers } from './use-makers';

/** What a panel knows at a moment. */
export interface PanelState {
  /** `null` when even the store's answer failed. */
  readonly view: PanelView | null;
  /** The APIs are being asked, or a decision is under way. */
  readonly busy: boolean;
  /** A decision is under way. */
  readonly deciding: boolean;
  /** What is shown came of asking again each minute, which nobody waits for. */
  readonly byItself: boolean;
  /** No answer came for so long that it is said. */
  readonly slow: boolean;
  /** Why the last question had no answer. */
  readonly problem: Problem | null;
  /** When the panel asks again by itself, milliseconds; `null` where it does not. */
  readonly nextTry: number | null;
  /** The devices that may be an unmatched configuration's; empty where none is to be chosen. */
  readonly candidates: readonly PanelCandidate[];
  /** Why the last decision changed nothing. */
  readonly refusal: DecisionRefusal | null;
  /** The last decision made here; a new object for each. */
  readonly decided: PanelDecision | null;
}

/** Messages that tell what is to be seen on the page. */
type Reading = 'panel.view' | 'panel.refresh' | 'panel.again';

/** Puts a question to the background. */
export type Ask = Client['send'];
/** Messages that decide something on the page. */
type DecisionName =
  | 'panel.match'
  | 'panel.unmatch'
  | 'panel.change-match'
  | 'panel.undo'
  | 'panel.ignore'
  | 'panel.use-mine';
type Answer<Name extends MessageName> = Promise<Reply<Name>>;

/** What a person can do about what was found on a port; what is written is shown at once. */
interface Found {
  readonly search: (text: string) => Answer<'found.search'>;
  readonly preview: (maker: string | null) => Answer<'found.preview'>;
  readonly match: (mac: Mac, to: ConfigurationId) => Answer<'found.match'>;
  readonly create: (wanted: FoundDraft) => Answer<'found.create'>;
}

/** What a person can do with a panel. */
export interface PanelSession {
  /** Asks again; not while an answer is to be expected any moment, or a decision is under way. */
  readonly refresh: () => void;
  /** The page is looked at, or no longer: in one that is not, nothing is asked. */
  readonly look: (seen: boolean) => void;
  /** The browser has a connection again. */
  readonly online: () => void;
  readonly match: (candidate: PanelCandidate) => void;
  readonly unmatch: () => void;
  /** Another device for a configuration that has one. */
  readonly changeMatch: (to: PanelCandidate) => void;
  /** Takes back the last decision about the device. */
  readonly undo: () => void;
  readonly ignore: (ignored: boolean) => void;
  /** Decides once more what another's decision took the place of. @param key under which it is shared */
  readonly useMine: (key: string) => void;
  /** The undecided devices of the organization that a text finds. */
  readonly search: (text: string) => Answer<'panel.candidates'>;
  readonly makers: AskMakers;
  readonly found: Found;
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

/** What is shown is not asked about again by looking at it before it is so old, milliseconds. */
const fresh = 60_000;
/** After so long without an answer that is said, milliseconds. */
const patience = 8_000;
/** After so long none is expected any more, milliseconds. */
const tooLong = 45_000;
/** A timer takes no more, milliseconds. */
const longestTimer = 86_400_000;

/**
 * One page's panel: what the store holds at once, then the device as Datto has it now, and again
 * whenever `refresh` is called or a decision was made, each minute while the page is looked at, when it is looked
 * at again, the browser is online again, or what failed is to be tried again. Answers that come after the signal, or after a
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
    slow: false,
    deciding: false,
    byItself: false,
    problem: null,
    nextTry: null,
    candidates: [],
    refusal: null,
    decided: null,
  };
  /** Counts what was begun; only what was begun last may still change the state. */
  let latest = 0;
  let askedAt = Date.now();
  /** How often asking has failed, one after the other. */
  let failures = 0;
  let seen = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

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
  async function read(name: Reading): Promise<Partial<PanelState>> {
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

  async function run(turn: ReturnType<typeof begin>, stored: boolean, live: Reading) {
    askedAt = Date.now();
    if (stored) {
      const first = await read('panel.view');
      if (!first.view || !mayChange(first.view)) return end(turn, first);
      turn.set({ ...first, busy: true, byItself: false });
      if (!turn.isLatest()) return;
    }
    const slowly = setTimeout(() => turn.set({ slow: true }), patience);
    const answer = await inTime(read(live));
    clearTimeout(slowly);
    end(turn, answer);
  }

  /** What nobody waits for: it is seen where something has changed, or where it fails. */
  async function askByItself() {
    const turn = begin();
    askedAt = Date.now();
    const answer = await inTime(read('panel.again'));
    end(turn, { ...answer, byItself: true });
  }

  function end(turn: ReturnType<typeof begin>, answer: Partial<PanelState>) {
    if (!turn.isLatest()) return;
    const failure = failureOf({ ...state, ...answer });
    failures = failure ? failures + 1 : 0;
    const nextTry = failure && nextTryAt(failure, failures, Date.now());
    turn.set({ ...answer, busy: false, slow: false, nextTry });
    arm();
  }

  function askAgain(live: Reading = 'panel.refresh') {
    const turn = begin();
    turn.set({ busy: true, slow: false, byItself: false, nextTry: null });
    // Another tab of the same device may have asked meanwhile: the store has it at once.
    const stored = live === 'panel.again' || state.view === null || !mayChange(state.view);
    void run(turn, stored, live);
  }

  /** Waits for the next try, or for the next minute, while the page is looked at. */
  function arm() {
    clearTimeout(timer);
    const { nextTry } = state;
    const next = nextTry ?? (isFollowed(state) ? askedAt + fresh : null);
    if (next === null || !seen || signal.aborted) return;
    timer = setTimeout(
      () => {
        if (state.busy) return;
        if (nextTry === null) void askByItself();
        else askAgain();
      },
      Math.min(Math.max(0, next - Date.now()), longestTimer),
    );
  }

  /** Whether a server asked to be left alone for longer. */
  const isToWait = () =>
    failureOf(state)?.retryAt !== undefined && state.nextTry !== null && Date.now() < state.nextTry;

  /** Shows what was written as the store has it by now. */
  async function written<Reply>(writing: Promise<Reply>): Promise<Reply> {
    const answer = await writing;
    if (!state.deciding && !state.busy) {
      const turn = begin();
      turn.set(await read('panel.view'));
      arm();
    }
    return answer;
  }

  async function decide(decided: PanelDecision, deciding: () => Answer<DecisionName>) {
    if (state.deciding) return;
    const turn = begin();
    turn.set({ busy: true, slow: false, deciding: true, refusal: null, nextTry: null });
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
    if (live && turn.isLatest()) await run(turn, false, 'panel.refresh');
  }

  void run(begin(), true, 'panel.refresh');
  return {
    refresh: () => {
      if (state.deciding || (state.busy && !state.slow)) return;
      state = { ...state, refusal: null };
      askAgain();
    },
    look: (now) => {
      seen = now;
      if (signal.aborted || state.busy) return;
      const isDue = Date.now() >= (state.nextTry ?? askedAt + fresh);
      const isOld = Date.now() - askedAt >= fresh && !isToWait();
      if (seen && (isDue || isOld || needsPerson(state.view)))
        askAgain(isFollowed(state) ? 'panel.again' : 'panel.refresh');
      else arm();
    },
    online: () => {
      if (signal.aborted || state.busy || isToWait()) return;
      // Asked as soon as somebody looks.
      if (!seen) askedAt = 0;
      else if (failureOf(state) || Date.now() - askedAt >= fresh) askAgain();
    },
    match: ({ deviceKey, version, name }) =>
      void decide({ action: 'match', deviceName: name }, () =>
        ask('panel.match', { ...page, deviceKey, version }),
      ),
    unmatch: () => {
      const { view } = state;
      if (view?.kind !== 'device') return;
      const { device, version } = view;
      void decide({ action: 'unmatch', deviceName: deviceLabel(device) }, () =>
        ask('panel.unmatch', { ...page, deviceKey: device.key, version }),
      );
    },
    changeMatch: ({ deviceKey, version, name }) => {
      const { view } = state;
      if (view?.kind !== 'device') return;
      const from = { deviceKey: view.device.key, version: view.version };
      void decide({ action: 'change-match', deviceName: name }, () =>
        ask('panel.change-match', { ...page, deviceKey, version, from }),
      );
    },
    undo: () => void decide({ action: 'undo' }, () => ask('panel.undo', page)),
    ignore: (ignored) =>
      void decide({ action: ignored ? 'ignore' : 'unignore' }, () =>
        ask('panel.ignore', { ...page, ignored }),
      ),
    useMine: (key) =>
      void decide({ action: 'use-mine' }, () => ask('panel.use-mine', { ...page, key })),
    search: (text) => ask('panel.candidates', { ...page, text }),
    found: {
      search: (text) => ask('found.search', { ...page, text }),
      preview: (maker) => ask('found.preview', { ...page, maker }),
      match: (mac, to) => written(ask('found.match', { ...page, mac, to })),
      create: (wanted) => written(ask('found.create', { ...page, ...wanted })),
    },
    makers: async (macs) => {
      const answer = await ask('panel.makers', { ...page, macs: [...macs] });
      return answer.ok ? answer.value : [];
    },
  };
}

/** The answer, or that none came: a background that was stopped as it was asked may never give one. */
function inTime(answer: Promise<Partial<PanelState>>): Promise<Partial<PanelState>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Partial<PanelState>>((resolve) => {
    timer = setTimeout(() => resolve({ problem: { kind: 'timeout', side: 'datto' } }), tooLong);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function refusalOf(answer: Reply<DecisionName>): DecisionRefusal | null {
  if (!answer.ok) return { kind: 'problem', problem: answer.problem };
  return answer.value.ok ? null : answer.value.refusal;
}
