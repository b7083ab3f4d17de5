import { render } from 'preact';
import { Panel } from '@/components/panel/panel';
import panelStyles from '@/components/panel/panel.css?inline';
import partStyles from '@/components/parts/parts.css?inline';
import { useNow } from '@/components/state/use-now';
import darkTokens from '@/components/tokens-dark.css?inline';
import tokens from '@/components/tokens.css?inline';
import { send } from '@/lib/messages/client';
import { keepMounted } from '@/lib/portal/mount';
import { startPanelSession } from '@/lib/portal/panel-session';
import type { ConfigurationPage, PanelState } from '@/lib/portal/panel-session';
import { createShadowHost } from '@/lib/portal/shadow-host';
import { watchTheme } from '@/lib/portal/theme';
import { trusted } from '@/lib/portal/trusted';

const css = [tokens, darkTokens, partStyles, panelStyles].join('\n');

/**
 * Shows one configuration page's panel until the signal aborts: nothing before there is something
 * to say, and nothing at all where the background has none.
 * @param onReply called after every answer, before it is shown
 */
export function showPanel(page: ConfigurationPage, signal: AbortSignal, onReply: () => void): void {
  let panel: { root: HTMLElement; end: AbortController } | undefined;

  const session = startPanelSession(
    page,
    async (name, about) => {
      const reply = await send(name, about);
      onReply();
      return reply;
    },
    (state) => {
      if (state.view?.kind === 'none') {
        panel?.end.abort();
        panel = undefined;
        return;
      }
      panel ??= open(signal);
      render(<LivePanel state={state} onRefresh={session.refresh} />, panel.root);
    },
    signal,
  );
}

function open(signal: AbortSignal): { root: HTMLElement; end: AbortController } {
  const end = new AbortController();
  signal.addEventListener('abort', () => end.abort(), { once: true });
  const { host, root } = createShadowHost(document, css);
  watchTheme(document, (theme) => (root.dataset.theme = theme), end.signal);
  end.signal.addEventListener('abort', () => render(null, root), { once: true });
  keepMounted(host, document, end.signal);
  return { root, end };
}

function LivePanel({ state, onRefresh }: { state: PanelState; onRefresh: () => void }) {
  const now = useNow();
  return (
    <Panel
      {...state}
      now={now}
      onRefresh={trusted(onRefresh)}
      onOpenOptions={trusted(() => void send('panel.open-options'))}
    />
  );
}
