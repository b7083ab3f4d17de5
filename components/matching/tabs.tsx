import { t } from '@/lib/i18n';
import { stateWords } from '@/lib/words/decisions';
import { decisionStates } from '@/lib/views/matching';
import type { DecisionState } from '@/lib/views/matching';
import { Count } from './count';

/** Ids that a tab and its panel name each other by. */
export const tabId = (state: DecisionState) => `tab-${state}`;
export const panelId = 'tab-panel';

/** Unmatched, Matched, Ignored, each with its count; arrows move between them. */
export function Tabs({
  here,
  counts,
  onGo,
}: {
  here: DecisionState;
  counts: Readonly<Record<DecisionState, number>>;
  onGo: (tab: DecisionState) => void;
}) {
  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    const at = decisionStates.indexOf(here) + by + decisionStates.length;
    const next = decisionStates[at % decisionStates.length];
    if (next === undefined) return;
    event.currentTarget.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
    onGo(next);
  }
  return (
    <div class="matching-tabs" role="tablist" aria-label={t('matching_tabs')} onKeyDown={onKeyDown}>
      {decisionStates.map((state) => (
        <button
          key={state}
          type="button"
          role="tab"
          id={tabId(state)}
          aria-selected={state === here}
          aria-controls={panelId}
          aria-label={t(stateWords[state].tab)}
          aria-describedby={`${tabId(state)}-count`}
          tabIndex={state === here ? 0 : -1}
          onClick={() => onGo(state)}
        >
          {t(stateWords[state].tab)}
          <Count id={`${tabId(state)}-count`} count={counts[state]} />
        </button>
      ))}
    </div>
  );
}

/** How many rows each tab has. */
export function countStates(
  rows: readonly { readonly state: DecisionState }[],
): Record<DecisionState, number> {
  const counts = { unmatched: 0, matched: 0, ignored: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
