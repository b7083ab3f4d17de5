import { t } from '@/lib/i18n';
import { stateWords } from '@/lib/words/decisions';
import { decisionStates } from '@/lib/views/matching';
import type { MatchingTab } from '@/lib/views/matching-address';
import { Count } from './count';

/** Ids that a tab and its panel name each other by. */
export const tabId = (state: MatchingTab) => `tab-${state}`;
export const panelId = 'tab-panel';

/** A tab and its words. */
export interface TabOf<State extends MatchingTab> {
  readonly state: State;
  readonly title: string;
}

/** Those of networks and devices. */
export const decisionTabs = () =>
  decisionStates.map((state) => ({ state, title: t(stateWords[state].tab) }));

/** The tabs of a level, each with its count; arrows move between them. */
export function Tabs<State extends MatchingTab>({
  tabs,
  here,
  counts,
  onGo,
}: {
  tabs: readonly TabOf<State>[];
  here: MatchingTab;
  counts: Readonly<Record<State, number>>;
  onGo: (tab: State) => void;
}) {
  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    const at = tabs.findIndex(({ state }) => state === here) + by + tabs.length;
    const next = tabs[at % tabs.length];
    if (next === undefined) return;
    event.currentTarget.querySelector<HTMLElement>(`#${tabId(next.state)}`)?.focus();
    onGo(next.state);
  }
  return (
    <div class="matching-tabs" role="tablist" aria-label={t('matching_tabs')} onKeyDown={onKeyDown}>
      {tabs.map(({ state, title }) => (
        <button
          key={state}
          type="button"
          role="tab"
          id={tabId(state)}
          aria-selected={state === here}
          aria-controls={panelId}
          aria-label={title}
          aria-describedby={`${tabId(state)}-count`}
          tabIndex={state === here ? 0 : -1}
          onClick={() => onGo(state)}
        >
          {title}
          <Count id={`${tabId(state)}-count`} count={counts[state]} />
        </button>
      ))}
    </div>
  );
}
