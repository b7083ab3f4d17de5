import { browser } from 'wxt/browser';
import { changesChannel } from '@/lib/messages/client';
import { openStore } from '@/lib/store/open';
import { formatMatchingPlace, matchingStart } from '@/lib/views/matching-address';
import type { StatusView } from '@/lib/views/status';
import type { Schedule } from '@/lib/sync/engine';
import { badgeText } from './badge';
import type { Platform } from './platform';

const tick = 'sync-tick';
const due = 'sync-due';

/** The browser that the extension runs in. */
export function extensionPlatform(): Platform {
  return {
    id: browser.runtime.id,
    origin: new URL(browser.runtime.getURL('/')).origin,
    openStore: () => openStore(),
    now: Date.now,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    fetch: (url, init) => fetch(url, init),
    random: Math.random,
    newId: () => crypto.randomUUID(),
    // The browser releases a Web Lock when its holder dies.
    async exclusively(name, work) {
      await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock) await work();
      });
    },
    keepAlive,
    announce: createAnnouncer(),
    setAlarms,
    showBadge,
    async activeAddress() {
      const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
      return tab?.url;
    },
    async injectPanels(tabId) {
      await browser.scripting.executeScript({
        target: { tabId },
        files: [panelFile],
        injectImmediately: true,
      });
    },
    openOptions: () => browser.runtime.openOptionsPage(),
    async openMatching(organization) {
      const place = formatMatchingPlace({ ...matchingStart, organization });
      await browser.tabs.create({ url: browser.runtime.getURL('/matching.html') + place });
    },
  };
}

/** What WXT builds of entrypoints/portal-panels.content. */
const panelFile = '/content-scripts/portal-panels.js';

/**
 * A tick while a run or a write is open, in case this worker dies, and the time of the next
 * automatic sync.
 */
async function setAlarms({ open, next }: Schedule): Promise<void> {
  const alarms = new Map((await browser.alarms.getAll()).map((alarm) => [alarm.name, alarm]));
  if (!open) await browser.alarms.clear(tick);
  else if (!alarms.has(tick)) await browser.alarms.create(tick, { periodInMinutes: 0.5 });
  if (next === null) await browser.alarms.clear(due);
  else if (alarms.get(due)?.scheduledTime !== Date.parse(next))
    await browser.alarms.create(due, { when: Date.parse(next) });
}

/**
 * Any call of an extension API starts the worker's 30 seconds again.
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
function keepAlive(): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), 20_000);
  return () => clearInterval(timer);
}

function createAnnouncer(): Platform['announce'] {
  const channel = new BroadcastChannel(changesChannel);
  let waiting = false;
  return (afterwards) => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      channel.postMessage(null);
      afterwards();
    }, 150);
  };
}

/** The number of unmatched items, or that credentials failed. */
async function showBadge(view: StatusView): Promise<void> {
  const text = badgeText(view);
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: text === '!' ? '#b3261e' : '#3d5a80' });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}
