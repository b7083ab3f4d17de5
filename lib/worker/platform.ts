import { browser } from 'wxt/browser';
import { changesChannel } from '@/lib/messages/client';
import { organizationId as asOrganizationId } from '@/lib/model/ids';
import { formatMatchingPlace, matchingStart } from '@/lib/views/matching-address';
import type { StatusView } from '@/lib/views/status';
import type { Schedule } from '@/lib/sync/engine';
import { badgeText } from './badge';

const tick = 'sync-tick';
const due = 'sync-due';

/**
 * Does the work under the Web Lock of this name, which the browser lets go when its holder dies, and
 * does nothing while somebody else holds it.
 */
export async function exclusively(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

/**
 * Sets what wakes the worker: a tick while a run or a write is open, in case this worker dies, and
 * the time of the next automatic sync.
 */
export async function setAlarms({ open, next }: Schedule): Promise<void> {
  const alarms = new Map((await browser.alarms.getAll()).map((alarm) => [alarm.name, alarm]));
  if (!open) await browser.alarms.clear(tick);
  else if (!alarms.has(tick)) await browser.alarms.create(tick, { periodInMinutes: 0.5 });
  if (next === null) await browser.alarms.clear(due);
  else if (alarms.get(due)?.scheduledTime !== Date.parse(next))
    await browser.alarms.create(due, { when: Date.parse(next) });
}

/**
 * Keeps the worker from being stopped for idleness: any call of an extension API starts its 30
 * seconds anew. https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
export function keepAlive(): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), 20_000);
  return () => clearInterval(timer);
}

/** Tells open extension pages, at most a few times a second, that something was committed. */
export function createAnnouncer(alsoTell: () => void): () => void {
  const channel = new BroadcastChannel(changesChannel);
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      channel.postMessage(null);
      alsoTell();
    }, 150);
  };
}

/** Shows the number of unmatched items, or that credentials failed, on the toolbar's button. */
export async function showBadge(view: StatusView): Promise<void> {
  const text = badgeText(view);
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: text === '!' ? '#b3261e' : '#3d5a80' });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}

/** Opens the matching page at an organization's devices. */
export async function openMatching(organizationId: string): Promise<void> {
  const place = formatMatchingPlace({
    ...matchingStart,
    organization: asOrganizationId(organizationId),
  });
  await browser.tabs.create({
    url: browser.runtime.getURL('/matching.html') + place,
  });
}

/** What WXT builds of entrypoints/portal-panels.content. */
const panelFile = '/content-scripts/portal-panels.js';

/** Loads the panels' code into a tab's page. */
export async function injectPanel(tabId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId },
    files: [panelFile],
    injectImmediately: true,
  });
}
