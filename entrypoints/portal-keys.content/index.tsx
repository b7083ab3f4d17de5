import { defineContentScript } from 'wxt/utils/define-content-script';
import { EnterKeys } from '@/components/panel/enter-keys';
import { portalCard } from '@/entrypoints/portal-panels.content/portal-card';
import { send } from '@/lib/messages/client';
import { portalPage } from '@/lib/model/portal-page';
import { watchAddress } from '@/lib/portal/address';
import { panelRuns } from '@/lib/portal/panel-life';
import { trusted } from '@/lib/portal/trusted';

/** Content scripts of one extension share their global object in a document. */
const shared = globalThis as unknown as Record<symbol, true | undefined>;
const shown = Symbol.for('datto-networking enter-keys');

/** Before keys, injected by the background where a panel would be: one quiet line, once in a document. */
export default defineContentScript({
  matches: ['https://*.itglue.com/*'],
  registration: 'runtime',
  main() {
    if (shared[shown]) return;
    shared[shown] = true;
    const end = new AbortController();
    const { signal } = end;
    const card = portalCard(signal);
    const close = () => end.abort();
    card.paint(
      <EnterKeys
        onOpen={trusted(() => void send('welcome.open'))}
        onDismiss={trusted(() => void send('welcome.dismiss').then(close))}
      />,
      null,
    );
    watchAddress((address) => {
      if (portalPage(address).kind !== 'configuration') close();
    }, signal);
    document.addEventListener(
      'visibilitychange',
      () => {
        // With keys meanwhile the panel itself is shown, and takes this place.
        if (document.visibilityState === 'visible')
          void send('portal.arrived').then(() => panelRuns() && close());
      },
      { signal },
    );
  },
});
