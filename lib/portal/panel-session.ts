import type { Problem } from '@/lib/model/problem';
import type { PanelView } from '@/lib/views/panel';

/** The configuration page a panel is about. */
export interface ConfigurationPage {
  readonly organizationId: string;
  readonly configurationId: string;
}

/** What a panel knows at a moment. */
export interface PanelState {
  /** `null` when even the store's answer failed. */
  readonly view: PanelView | null;
  /** Datto is being asked. */
  readonly busy: boolean;
  /** Why the last question had no answer. */
  readonly problem: Problem | null;
}

type Answer =
  | { readonly ok: true; readonly value: PanelView }
  | { readonly ok: false; readonly problem: Problem };
/** The two questions of a panel, put to the background. */
export type Ask = (
  name: 'panel.view' | 'panel.refresh',
  page: ConfigurationPage,
) => Promise<Answer>;

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
 * One page's panel: what the store holds at once, then the device anew from Datto, then whenever
 * `refresh` is called. Answers that come after the signal are dropped, so that no page ever shows
 * another page's device.
 */
export function startPanelSession(
  page: ConfigurationPage,
  ask: Ask,
  onState: (state: PanelState) => void,
  signal: AbortSignal,
): { refresh: () => void } {
  let state: PanelState = { view: null, busy: true, problem: null };
  const set = (change: Partial<PanelState>) => {
    if (signal.aborted) return;
    state = { ...state, ...change };
    onState(state);
  };
  const take = (answer: Answer) =>
    answer.ok ? { view: answer.value, problem: null } : { problem: answer.problem };

  async function run() {
    if (state.view === null) {
      const stored = take(await ask('panel.view', page));
      const live = stored.view ? mayChange(stored.view) : false;
      set({ ...stored, busy: live });
      if (!live || signal.aborted) return;
    }
    set({ ...take(await ask('panel.refresh', page)), busy: false });
  }

  void run();
  return {
    refresh: () => {
      if (state.busy) return;
      set({ busy: true });
      void run();
    },
  };
}
