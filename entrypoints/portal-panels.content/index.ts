import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchAddress } from '@/lib/portal/address';
import { panelPage, panelPageId, portalPage, type PanelPage } from '@/lib/portal/page';
import { beginPanelLife } from '@/lib/portal/panel-life';
import { showPanel } from './show-panel';
import { showRecordNote } from './show-record-note';
import { showUnmatched } from './show-unmatched';

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
      show(found, page.signal, onReply);
    }, life.signal);
  },
});

/** Shows what belongs on the page until the signal aborts. */
function show(page: PanelPage, signal: AbortSignal, onReply: () => void): void {
  switch (page.kind) {
    case 'configuration':
      return showPanel(page, signal, onReply);
    case 'configurations':
      return showUnmatched(page, signal, onReply);
    case 'record':
      return showRecordNote(page, signal, onReply);
  }
}

/** False once the extension was reloaded, updated or removed under the open page. */
function isExtensionAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
