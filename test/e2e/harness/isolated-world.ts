import type { Page } from '@playwright/test';

/** What the background answers a message with, as it travels. */
export interface Answered {
  readonly ok?: boolean;
  readonly value?: unknown;
  readonly problem?: { readonly kind: string };
}

/**
 * The world in which the extension's content scripts run on a page: what could be sent if one of them were taken over.
 * Throws where the page has none.
 */
export async function isolatedWorld(page: Page, extensionId: string) {
  const session = await page.context().newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const world = worlds.find(({ origin }) => origin === `chrome-extension://${extensionId}`);
  if (world === undefined) throw new Error(`No script of the extension runs on ${page.url()}.`);
  return {
    /** Sends a message to the background, of whatever kind and shape, and gives its answer. */
    async send(name: string, request: unknown): Promise<Answered> {
      const message = JSON.stringify({ name, request });
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        contextId: world.id,
        expression: `chrome.runtime.sendMessage(${message})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return (result.value ?? {}) as Answered;
    },
    /** Lets the scripts there see the page as looked at or not; Playwright keeps every page visible. */
    async see(state: DocumentVisibilityState): Promise<void> {
      const value = JSON.stringify({ value: state, configurable: true });
      await session.send('Runtime.evaluate', {
        contextId: world.id,
        expression: `Object.defineProperty(document, 'visibilityState', ${value});
          document.dispatchEvent(new Event('visibilitychange'));`,
      });
    },
  };
}
