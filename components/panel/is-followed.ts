import type { Problem } from '@/lib/model/problem';
import type { PanelView } from '@/lib/views/panel';

/** What a panel shows at a moment. */
export interface Seen {
  readonly view: PanelView | null;
  readonly problem: Problem | null;
}

/** What keeps the values from being current, be it told by the answer or by its absence. */
export const failureOf = ({ view, problem }: Seen): Problem | null =>
  problem ?? (view?.kind === 'device' ? view.problem : null);

/** Whether the store says something else as soon as a person has entered keys or a passphrase. */
export const needsPerson = (view: PanelView | null): boolean =>
  view?.kind === 'none' ||
  (view !== null && ['credentials-failed', 'locked'].includes(view.status.state));

/** Whether what is shown is asked for again each minute: a device, or where something is connected. */
export const isFollowed = (state: Seen): boolean => {
  const { view } = state;
  if (view === null || needsPerson(view) || failureOf(state)) return false;
  return view.kind === 'device' || (view.kind === 'unmatched' && view.connections.length > 0);
};
