import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import type { PanelCandidate } from '@/lib/views/matching';
import type { PanelDecision } from '@/lib/model/panel-decision';
import type { PanelView } from '@/lib/views/panel';

type Unmatched = Extract<PanelView, { kind: 'unmatched' }>;

/**
 * Whether there is something to know or to do on the page: a device, one that fits or is missed, where
 * the configuration is connected, or what came of a decision about it. Everything else is told by the popup.
 */
export function hasPanel({
  view,
  candidates,
  decided,
  refusal,
}: {
  readonly view: PanelView | null;
  readonly candidates: readonly PanelCandidate[];
  readonly decided: PanelDecision | null;
  readonly refusal: DecisionRefusal | null;
}): boolean {
  if (view?.kind !== 'unmatched') return view?.kind === 'device';
  if (view.connections.length > 0 || view.team || view.undo || decided || refusal) return true;
  return isAsking(view) && (view.expected || candidates.length > 0);
}

/** Whether a device is to be chosen here. */
export const isAsking = ({ why, mayMatch, ignored }: Unmatched): boolean =>
  why === 'device-unmatched' && mayMatch && !ignored;
