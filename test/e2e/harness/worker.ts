import { expect } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';

/** Whether the extension's worker runs now. Playwright's own list of workers keeps those that were stopped. */
export async function workerRuns(context: BrowserContext, extensionId: string): Promise<boolean> {
  return (await workerTargets(context, extensionId)).length > 0;
}

/**
 * Stops the worker as the browser does when it runs short: at once, wherever it is. Its next event (a message, an
 * alarm) starts it anew with nothing in its memory.
 */
export async function stopWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const session = await browserSession(context);
  try {
    for (const targetId of await workerTargets(context, extensionId)) {
      await session.send('Target.closeTarget', { targetId });
      await expect
        .poll(() => workerTargets(context, extensionId), { message: 'the worker stops' })
        .not.toContain(targetId);
    }
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
