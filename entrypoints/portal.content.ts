import { defineContentScript } from 'wxt/utils/define-content-script';
import { send } from '@/lib/messages/client';
import { watchAddress } from '@/lib/portal/address';
import { panelPageId, portalPage } from '@/lib/model/portal-page';
import { panelRuns } from '@/lib/portal/panel-life';

/** On every page of the portal, so as small as can be: it only tells when a panel is wanted. */
export default defineContentScript({
  matches: ['https://*.itglue.com/*'],
  // As soon as the page can take a panel, not when it has come to rest.
  runAt: 'document_end',
  main(ctx) {
    watchAddress((address) => {
      if (panelPageId(portalPage(address)) !== null && !panelRuns()) void send('portal.arrived');
    }, ctx.signal);
  },
});
