import { expect } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';

/** Whether the extension's worker runs now. Playwright's own list of workers keeps those that were stopped. */
export async function workerRuns(context: BrowserContext, extensionId: string): Promise<boolean> {
  return (await workerTargets(context, extensionId)).length > 0;
}

/**
 * Stops the worker as the browser does when it runs short: at once, wherever it is. Its next event (a message, an
 * alarm) starts it again with nothing in its memory.
 */
export async function stopWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const session = await browserSession(context);
  try {
    const running = await workerTargets(context, extensionId);
    // The browser takes the request and does nothing while a worker is still being installed, so it is asked again.
    await expect
      .poll(
        async () => {
          const left = (await workerTargets(context, extensionId)).filter((id) =>
            running.includes(id),
          );
          for (const targetId of left) await session.send('Target.closeTarget', { targetId });
          return left;
        },
        { message: 'the worker stops', intervals: [50, 100, 200], timeout: 60_000 },
      )
      .toEqual([]);
  } finally {
    await session.detach();
  }
}

async function workerTargets(context: BrowserContext, extensionId: string): Promise<string[]> {
  const session = await browserSession(context);
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos
      .filter(
        ({ type, url }) =>
          type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
      )
      .map(({ targetId }) => targetId);
  } finally {
    await session.detach();
  }
}

function browserSession(context: BrowserContext) {
  const browser = context.browser();
  if (browser === null) throw new Error('This context has no browser to ask for its workers.');
  return browser.newBrowserCDPSession();
}
