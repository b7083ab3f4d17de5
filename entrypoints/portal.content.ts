import { defineContentScript } from 'wxt/utils/define-content-script';
import { send } from '@/lib/messages/client';
import { watchAddress } from '@/lib/portal/address';
import { panelPageId, portalPage } from '@/lib/model/portal-page';
import { panelRuns } from '@/lib/portal/panel-life';

/** On every page of the portal, so as small as can be: it only tells when a panel is wanted. */
export default defineContentScript({
  matches: ['https://*.itglue.com/*'],
  // Before the page is there: a panel that comes after its first paint moves what is read.
  runAt: 'document_start',
  main(ctx) {
    watchAddress((address) => {
      if (panelPageId(portalPage(address)) !== null && !panelRuns()) void send('portal.arrived');
    }, ctx.signal);
  },
});
