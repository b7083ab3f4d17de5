import { browser } from 'wxt/browser';
import { changesChannel } from '@/lib/messages/client';
import { openStore } from '@/lib/store/open';
import { createRoom } from '@/lib/store/room';
import { dropOverwritten } from '@/lib/store/tidy';
import type { Platform, WorkerBrowser } from './platform';

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The browser that the extension runs in. */
export function extensionPlatform(): Platform {
  const changes = new BroadcastChannel(changesChannel);
  const files: WorkerBrowser['runtime'] = browser.runtime;
  return {
    browser,
    version: browser.runtime.getManifest().version,
    openStore: (closed) => openStore(undefined, closed),
    room: createRoom(freeBytes),
    now: Date.now,
    tidy: () => dropOverwritten(wait),
    wait,
    fetch: (url, init) => fetch(url, init),
    readFile: async (path) => (await fetch(files.getURL(path))).text(),
    random: Math.random,
    newId: () => crypto.randomUUID(),
    // The browser releases a Web Lock when its holder dies.
    async exclusively(name, work) {
      await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock) await work();
      });
    },
    keepAlive,
    announce: () => changes.postMessage(null),
  };
}

/** With `unlimitedStorage` the browser's quota is what is used and what the disk has left. */
async function freeBytes(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : quota - usage;
}

/**
 * Any call of an extension API starts the worker's 30 seconds again.
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
function keepAlive(): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), 20_000);
  return () => clearInterval(timer);
}
