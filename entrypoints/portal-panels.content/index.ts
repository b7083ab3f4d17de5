import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchAddress } from '@/lib/portal/address';
import { panelPageId, portalPage } from '@/lib/portal/page';
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
      const found = portalPage(address);
      const id = panelPageId(found);
      if (id === shown) return;
      shown = id;
      page?.abort();
      if (id === null) return;
      page = new AbortController();
      if (found.kind === 'configuration') {
        const { organizationId, configurationId } = found;
        showPanel({ organizationId, configurationId }, page.signal, onReply);
      } else if (found.kind === 'configurations') {
        showUnmatched(found.organizationId, page.signal, onReply);
      } else if (found.kind === 'record') {
        const { organizationId, typeId, recordId } = found;
        showRecordNote({ organizationId, typeId, recordId }, page.signal, onReply);
      }
    }, life.signal);
  },
});

/** False once the extension was reloaded, updated or removed under the open page. */
function isExtensionAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
