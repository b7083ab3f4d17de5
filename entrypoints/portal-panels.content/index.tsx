import { defineContentScript } from 'wxt/utils/define-content-script';
import { keepCutOffWords } from '@/components/panel/cut-off-notice';
import { NetworkCard } from '@/components/panel/network-card';
import { RecordNote } from '@/components/panel/record-note';
import { send } from '@/lib/messages/client';
import { watchAddress } from '@/lib/portal/address';
import type { OrganizationPage } from '@/lib/model/portal-page';
import { panelPage, panelPageId, portalPage, type PanelPage } from '@/lib/model/portal-page';
import { beginPanelLife } from '@/lib/portal/panel-life';
import { trusted } from '@/lib/portal/trusted';
import { watchCutOff } from '@/lib/portal/cut-off';
import { portalCard } from './portal-card';
import { CutOffCard, liveCard, type PageLife } from './live-card';
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

    const cutOff = watchCutOff(life.signal);
    keepCutOffWords();
    watchAddress((address) => {
      cutOff.look();
      const found = panelPage(portalPage(address));
      const id = found && panelPageId(found);
      if (id === shown) return;
      shown = id;
      page?.abort();
      if (found === null) return;
      page = new AbortController();
      if (cutOff.signal.aborted) {
        if (found.kind === 'configuration') showCutOff(page.signal);
      } else show(found, { signal: page.signal, cutOff });
    }, life.signal);
  },
});

/** Shows what belongs on the page until it is left. */
function show(page: PanelPage, life: PageLife): void {
  switch (page.kind) {
    case 'configuration':
      return showPanel(page, life);
    // For those who may see the organization: its networks, and the way to their sheet.
    case 'organization':
      return liveCard(
        life,
        () => send('network.card', page),
        (view, now) => view && <NetworkCard view={view} now={now} onOpen={openSheet(page)} />,
      );
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

const openSheet = (page: OrganizationPage) => trusted(() => void send('network.open', page));
const openOptions = trusted(() => void send('panel.open-options', { section: 'auto-create' }));

/** Where a panel may belong, and nobody can tell any more. */
const showCutOff = (signal: AbortSignal) => portalCard(signal).paint(<CutOffCard />, null);
