import type { BrowserContext, Worker } from '@playwright/test';
import { databaseName } from './store';

/**
 * Everything the extension keeps in the browser, as one text: all stores of its database, bytes included, and the
 * storages of its origin.
 */
export async function everythingStored(
  context: BrowserContext,
  extensionId: string,
): Promise<string> {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    return await page.evaluate(textOfAll, databaseName);
  } finally {
    await page.close();
  }
}

/** Runs in the page, so it is whole in itself. */
async function textOfAll(name: string): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores);
  const rows = await Promise.all(
    stores.flatMap((store) =>
      (['getAll', 'getAllKeys'] as const).map(
        (method) =>
          new Promise((resolve, reject) => {
            const request = transaction.objectStore(store)[method]();
            request.onsuccess = () => resolve([store, request.result]);
            request.onerror = () => reject(new Error(request.error?.message));
          }),
      ),
    ),
  );
  database.close();
  return [
    JSON.stringify(rows, (_key, value: unknown) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder('latin1').decode(value)
        : value,
    ),
    JSON.stringify(localStorage),
    JSON.stringify(sessionStorage),
    JSON.stringify(await caches.keys()),
  ].join('\n');
}

/**
 * What reaches people's eyes and scripts from now on: every console line of pages and the worker, and every message
 * between the background and the extension's pages.
 */
export function overhear(context: BrowserContext): { heard: string[]; ready: Promise<void> } {
  const heard: string[] = [];
  context.on('console', (message) => heard.push(message.text()));
  const listen = (worker: Worker) => worker.on('console', (message) => heard.push(message.text()));
  context.serviceWorkers().forEach(listen);
  context.on('serviceworker', listen);
  const ready = (async () => {
    await context.exposeFunction('overheard', (text: string) => void heard.push(text));
    await context.addInitScript(reportMessages);
  })();
  return { heard, ready };
}

/** Runs in every page before its scripts: reports each answer the page gets from the background. */
function reportMessages(): void {
  const page = globalThis as unknown as {
    overheard(text: string): void;
    chrome?: { runtime?: { sendMessage?: (...all: unknown[]) => unknown } };
  };
  const runtime = page.chrome?.runtime;
  const original = runtime?.sendMessage;
  if (!runtime || !original) return;
  runtime.sendMessage = (...all) => {
    const last = all.at(-1);
    if (typeof last === 'function') {
      all[all.length - 1] = (answer: unknown) => {
        page.overheard(JSON.stringify(['answer', answer]));
        (last as (answer: unknown) => void)(answer);
      };
    }
    const sent = original.apply(runtime, all);
    void Promise.resolve(sent).then(
      (answer) => page.overheard(JSON.stringify(['answer', answer])),
      () => undefined,
    );
    return sent;
  };
  const channel = new BroadcastChannel('datto-networking-changes');
  channel.onmessage = ({ data }) => page.overheard(JSON.stringify(['change', data]));
}
