import { ProblemError } from '@/lib/model/problem-error';
import type { historyProtocol } from '@/lib/messages/history';
import type { bulkProtocol } from '@/lib/messages/bulk';
import type { activityProtocol } from '@/lib/messages/activity';
import type { matchingProtocol } from '@/lib/messages/matching';
import type { Handlers } from '@/lib/messages/router';
import type { teamProtocol } from '@/lib/messages/team';
import type { networkProtocol } from '@/lib/messages/network';
import type { setupCheckProtocol } from '@/lib/messages/setup-check';
import type { vaultProtocol } from '@/lib/messages/vault';
import type { welcomeProtocol } from '@/lib/messages/welcome';
import type { wirelessProtocol } from '@/lib/messages/wireless';
import { defaultPlacement } from '@/lib/model/placement';
import { panelPageId, portalPage } from '@/lib/model/portal-page';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { activeTab, injectPanels, openOptions } from './browser';
import type { WorkerBrowser } from './platform';
import { sharingMs } from './team/handlers';
import type { Services } from './services';

/** Answers to everything that is about neither matching, Auto-Create, the team, the setup check, the network sheet, the passphrase, history nor the first run. */
export function workerHandlers(
  services: () => Promise<Services>,
  browser: WorkerBrowser,
  isPortal: (url: string) => Promise<boolean>,
): Omit<
  Handlers,
  | keyof typeof bulkProtocol
  | keyof typeof matchingProtocol
  | keyof typeof activityProtocol
  | keyof typeof wirelessProtocol
  | keyof typeof teamProtocol
  | keyof typeof setupCheckProtocol
  | keyof typeof networkProtocol
  | keyof typeof vaultProtocol
  | keyof typeof historyProtocol
  | keyof typeof welcomeProtocol
> {
  /** Pages that keep removing their panel, by the tab; as long as this worker lives. */
  const givenUp = new Map<number, string>();
  return {
    async 'portal.arrived'(_request, tab) {
      givenUp.delete(tab.tabId);
      const page = portalPage(tab.url);
      if (panelPageId(page) === null) return null;
      const { store, welcome } = await services();
      if (await readMeta(store, 'connection')) await injectPanels(browser, tab.tabId);
      // Before keys, where a panel would be.
      else if (page.kind === 'configuration' && (await welcome.isSaid()))
        await injectPanels(browser, tab.tabId, 'keys');
      return null;
    },
    async 'panel.view'(page) {
      return (await services()).panel.view(page);
    },
    async 'panel.refresh'(page) {
      return (await services()).panel.refresh(page);
    },
    async 'panel.again'(page) {
      return (await services()).panel.again(page);
    },
    async 'panel.load-part'({ part }, tab) {
      await injectPanels(browser, tab.tabId, part);
      return null;
    },
    async 'panel.makers'({ macs }) {
      return (await services()).makers(macs);
    },
    async 'panel.placement'() {
      return (await readMeta((await services()).store, 'placement')) ?? defaultPlacement;
    },
    async 'panel.save-placement'(placement) {
      await writeMeta((await services()).store, 'placement', placement);
      return null;
    },
    async 'panel.open-options'({ section }) {
      await openOptions(browser, section);
      return null;
    },
    async 'status.view'() {
      return (await services()).status.view();
    },
    async 'sync.start'() {
      const refused = await (await services()).engine.start('manual');
      if (refused) throw new ProblemError(refused);
      return null;
    },
    async 'options.view'() {
      return (await services()).options.view();
    },
    async 'connection.connect'(request) {
      const { connection, history } = await services();
      // Other keys may see other networks.
      await history.forget();
      return connection.connect(request);
    },
    async 'connection.check'(request) {
      return (await services()).connection.check(request);
    },
    async 'connection.disconnect'({ documented, anyway }) {
      const { connection, wireless, team, history } = await services();
      // What was decided here and no other browser can see yet would be lost.
      const unshared = await team.shareRest(AbortSignal.timeout(sharingMs));
      if (unshared > 0 && !anyway) return { unshared };
      // Where it fails, nothing is wiped: what is still documented could not be found again.
      if (documented === 'archive') await wireless.archiveAll();
      await connection.disconnect();
      await history.forget();
      return { unshared: 0 };
    },
    async 'settings.save'({ unlockCode, ...changes }) {
      await (await services()).options.save(changes, { unlockCode });
      return null;
    },
    'panel.given-up'(_request, tab) {
      givenUp.set(tab.tabId, tab.url);
      return Promise.resolve(null);
    },
    async 'popup.given-up'() {
      const tab = await activeTab(browser);
      return tab?.id !== undefined && givenUp.get(tab.id) === tab.url;
    },
    async 'popup.panel'() {
      const url = (await activeTab(browser))?.url;
      const page = url !== undefined && (await isPortal(url)) ? portalPage(url) : null;
      if (page?.kind !== 'configuration') return { kind: 'none' };
      return (await services()).panel.view(page);
    },
  };
}
