import type { Page } from '@playwright/test';
import type { IntegrationStatus } from '@/lib/model/integration-status';
import { generateTenant } from '@/test/simulator/tenant/generate';
import { expect, test } from './fixtures';
import { Extension } from './harness/extension';
import { keysOf } from './harness/keys';
import { launch } from './harness/launch';
import { outcome } from './harness/outcome';

/** A sync of the largest tenant takes half a minute on an idle machine, and its browser may share that with others. */
const patience = 900_000;
const stops = 10;

/** 1,000 networks, 20,000 devices, 50,000 configurations. */
const largest = () =>
  generateTenant({ seed: 3, organizations: 1000, networks: 1000, devices: 20_000 });

test.use({ tenant: async ({}, use) => use(largest()) });

/** What the worker answers; the question starts one that was stopped. */
const statusOf = (page: Page) =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    };
    const reply = await chrome.runtime.sendMessage({ name: 'status.view' });
    return (reply as { value: { status: IntegrationStatus } }).value.status;
  });

/** How many steps of the sync are done; `null` while none is under way. */
async function doneIn(page: Page): Promise<number | null> {
  const status = await statusOf(page);
  return status.state === 'syncing' ? status.done : null;
}

async function ended(extension: Extension) {
  const popup = await extension.openPopup();
  await expect
    .poll(async () => (await extension.readStore('runs'))[0]?.state, {
      timeout: patience,
      intervals: [1000],
    })
    .toBe('done');
  await popup.close();
  return outcome(extension);
}

test(
  'the largest tenant, its worker stopped ten times on the way, ends as one that was left alone',
  { tag: '@long' },
  async ({ extension, simulator, headless }) => {
    test.setTimeout(2 * patience);
    await extension.connect();
    let reached = 0;
    for (let nth = 1; nth <= stops; nth++) {
      // A page that asks starts the worker again, so it is closed before that is stopped.
      const popup = await extension.openPopup();
      // What was committed stands: the sync goes on from there.
      if (nth > 1) expect(await doneIn(popup)).toBeGreaterThanOrEqual(reached);
      await expect
        .poll(() => doneIn(popup), { timeout: patience, intervals: [50] })
        .toBeGreaterThan(nth * 100);
      reached = (await doneIn(popup))!;
      await popup.close();
      await extension.stopWorker();
    }
    const disturbed = await ended(extension);
    expect(await extension.readStore('runs')).toHaveLength(1);

    const launched = await launch({
      executablePath: process.env['CHROMIUM_PATH']!,
      args: simulator.chromiumArgs(),
      headed: !headless,
    });
    const alone = new Extension(launched, keysOf(simulator.tenant));
    await alone.connect();
    const calm = await ended(alone);
    await launched.context.close();
    // Tens of megabytes, which nobody reads as a difference.
    expect(disturbed.text.length).toBe(calm.text.length);
    expect(disturbed.text === calm.text).toBe(true);
    expect(disturbed.events).toHaveLength(calm.events.length);
  },
);
