import { hasPanel } from '@/components/panel/has-panel';
import { Panel } from '@/components/panel/panel';
import { useNow } from '@/components/state/use-now';
import { send } from '@/lib/messages/client';
import { startPanelSession } from '@/components/panel/panel-session';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import type { Ask, PanelSession, PanelState } from '@/components/panel/panel-session';
import { trusted } from '@/lib/portal/trusted';
import type { PanelView } from '@/lib/views/panel';
import type { PageLife } from './live-card';
import { portalCard } from './portal-card';

/**
 * Shows one configuration page's panel until it is left: nothing before there is something to say,
 * and nothing at all where the background has none.
 */
export function showPanel(page: ConfigurationPage, { signal, onReply }: PageLife): void {
  const card = portalCard(signal);
  const ask: Ask = async (name, ...request) => {
    const reply = await send(name, ...request);
    onReply();
    return reply;
  };
  const session = startPanelSession(
    page,
    ask,
    (state) =>
      card.paint(
        hasPanel(state) ? <LivePanel state={state} session={session} /> : null,
        state.view && nameOf(state.view),
      ),
    signal,
  );
}

function LivePanel({ state, session }: { state: PanelState; session: PanelSession }) {
  const now = useNow();
  return (
    <Panel
      {...state}
      now={now}
      onRefresh={trusted(session.refresh)}
      onMatch={(event, candidate) => trusted(() => session.match(candidate))(event)}
      onIgnore={(event, ignored) => trusted(() => session.ignore(ignored))(event)}
      onUseMine={(event, key) => trusted(() => session.useMine(key))(event)}
      onSearch={session.search}
      onOpenOptions={trusted(() => void send('panel.open-options'))}
      onCheckSetup={trusted(() => void send('setup-check.open'))}
    />
  );
}

/** What the page's title says. */
function nameOf(view: PanelView): string | null {
  if (view.kind === 'device') return view.configuration.name;
  return view.kind === 'unmatched' ? view.title : null;
}
