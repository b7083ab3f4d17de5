import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { RecordNote } from '@/components/panel/record-note';
import { send } from '@/lib/messages/client';
import { watchAddress } from '@/lib/portal/address';
import { panelPage, panelPageId, portalPage, type PanelPage } from '@/lib/model/portal-page';
import { beginPanelLife } from '@/lib/portal/panel-life';
import { trusted } from '@/lib/portal/trusted';
import { liveCard, type PageLife } from './live-card';
import { showList } from './show-list';
import { showPanel } from './show-panel';

/**
 * The panels' code, injected by the background where a page that has one is first opened; from then
 * on it follows the document's address itself.
 */
export default defineContentScript({
  matches: ['https://*.itglue.com/*'],
  registration: 'runtime',
  // WXT's own context is ended by a second injection, which beginPanelLife turns into nothing.
  main() {
    const life = beginPanelLife();
    if (!life) return;
    let page: AbortController | undefined;
    let shown: string | null = null;
    life.signal.addEventListener('abort', () => page?.abort(), { once: true });

    const onReply = () => {
      if (!isExtensionAlive()) life.abort();
    };
    watchAddress((address) => {
      if (!isExtensionAlive()) return life.abort();
      const found = panelPage(portalPage(address));
      const id = found && panelPageId(found);
      if (id === shown) return;
      shown = id;
      page?.abort();
      if (found === null) return;
      page = new AbortController();
      show(found, { signal: page.signal, onReply });
    }, life.signal);
  },
});

/** Shows what belongs on the page until it is left. */
function show(page: PanelPage, life: PageLife): void {
  switch (page.kind) {
    case 'configuration':
      return showPanel(page, life);
    case 'configurations':
      return showList(page, life);
    // Who keeps the record current, and where it is to be changed; nothing on any other record.
    case 'record':
      return liveCard(
        life,
        () => send('record.view', page),
        (view, now) =>
          view.kind === 'none' ? null : (
            <RecordNote view={view} now={now} onOpenOptions={openOptions} />
          ),
      );
  }
}

const openOptions = trusted(() => void send('panel.open-options'));

/** False once the extension was reloaded, updated or removed under the open page. */
function isExtensionAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
