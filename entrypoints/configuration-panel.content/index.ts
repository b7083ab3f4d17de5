import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchAddress } from '@/lib/portal/address';
import { portalPage } from '@/lib/portal/page';
import { beginPanelLife } from '@/lib/portal/panel-life';
import { showPanel } from './show-panel';

/**
 * The panels' code, injected by the background where a configuration page is first opened; from
 * then on it follows the document's address itself.
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

    watchAddress((address) => {
      if (!isExtensionAlive()) return life.abort();
      const found = portalPage(address);
      const id =
        found.kind === 'configuration' ? `${found.organizationId}/${found.configurationId}` : null;
      if (id === shown) return;
      shown = id;
      page?.abort();
      if (found.kind !== 'configuration') return;
      page = new AbortController();
      const { organizationId, configurationId } = found;
      showPanel({ organizationId, configurationId }, page.signal, () => {
        if (!isExtensionAlive()) life.abort();
      });
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
