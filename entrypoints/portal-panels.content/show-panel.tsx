import { useMemo, useState } from 'preact/hooks';
import type { FoundCalls } from '@/components/panel/found-calls';
import type { AskHistory } from '@/components/history/ask';
import { hasPanel } from '@/components/panel/has-panel';
import { Panel } from '@/components/panel/panel';
import { PartsContext } from '@/components/panel/part';
import { Notice } from '@/components/ui/notice';
import { useNow } from '@/components/state/use-now';
import { t } from '@/lib/i18n';
import { send } from '@/lib/messages/client';
import { startPanelSession } from '@/components/panel/panel-session';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import type { Ask, PanelSession, PanelState } from '@/components/panel/panel-session';
import { isDeliberate } from '@/lib/portal/deliberate';
import { trusted } from '@/lib/portal/trusted';
import type { PanelView } from '@/lib/views/panel';
import { askHistory } from './ask-history';
import { reloadPage, type PageLife } from './live-card';
import { loadPart } from './load-part';
import { portalCard } from './portal-card';

/**
 * Shows one configuration page's panel until it is left: nothing before there is something to say,
 * and nothing at all where the background has none.
 */
export function showPanel(page: ConfigurationPage, { signal, cutOff }: PageLife): void {
  const card = portalCard(signal);
  const ask: Ask = async (name, ...request) => {
    const reply = await send(name, ...request);
    cutOff.look();
    return reply;
  };
  let last: PanelState | null = null;
  function paint(state: PanelState) {
    last = state;
    const panel = (
      <PartsContext.Provider value={loadPart}>
        <LivePanel
          state={state}
          session={session}
          history={askHistory(page, ask)}
          cutOff={cutOff.signal.aborted}
        />
      </PartsContext.Provider>
    );
    card.paint(hasPanel(state) ? panel : null, state.view && nameOf(state.view));
  }
  const session = startPanelSession(page, ask, paint, AbortSignal.any([signal, cutOff.signal]));
  cutOff.signal.addEventListener('abort', () => last && paint(last), { signal });
  const look = () => session.look(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', look, { signal });
  addEventListener('online', session.online, { signal });
  // A tab may be opened behind another.
  look();
}

interface LivePanel {
  state: PanelState;
  session: PanelSession;
  history: AskHistory;
  cutOff: boolean;
}

function LivePanel({ state, session, history, cutOff }: LivePanel) {
  const now = useNow();
  const [unsure, setUnsure] = useState(false);
  /** Carries out what a person decides; a click that he may not have meant is asked for again. */
  function decide(event: Event, act: () => void) {
    if (!event.isTrusted) return;
    const meant = isDeliberate(event);
    setUnsure(!meant);
    if (meant) act();
  }
  const { search, preview, match, create } = session.found;
  const meant = (event: Event) => {
    const is = isDeliberate(event);
    setUnsure(event.isTrusted && !is);
    return is;
  };
  const found = useMemo(
    (): FoundCalls => ({
      search,
      preview,
      match: async (event, mac, to) => (meant(event) ? match(mac, to) : null),
      create: async (event, wanted) => (meant(event) ? create(wanted) : null),
    }),
    [],
  );
  return (
    <>
      <Panel
        {...state}
        {...(cutOff && { busy: false })}
        cutOff={cutOff}
        onReloadPage={reloadPage}
        now={now}
        onRefresh={trusted(session.refresh)}
        onMatch={(event, candidate) => decide(event, () => void session.match(candidate))}
        onUnmatch={(event) => decide(event, session.unmatch)}
        onChangeMatch={(event, to) => decide(event, () => session.changeMatch(to))}
        onUndo={(event) => decide(event, session.undo)}
        onIgnore={(event, ignored) => decide(event, () => void session.ignore(ignored))}
        onUseMine={(event, key) => decide(event, () => void session.useMine(key))}
        onSearch={session.search}
        onMakers={session.makers}
        found={found}
        onHistory={(event) => (event.isTrusted ? history : null)}
        onOpenOptions={trusted(() => void send('panel.open-options', { section: 'connection' }))}
        onCheckSetup={trusted(() => void send('setup-check.open'))}
      />
      {unsure && (
        <Notice tone="warning" role="alert">
          {t('panel_click_again')}
        </Notice>
      )}
    </>
  );
}

/** What the page's title says. */
function nameOf(view: PanelView): string | null {
  if (view.kind === 'device') return view.configuration.name;
  return view.kind === 'unmatched' ? view.title : null;
}
