import { expect, type Page } from '@playwright/test';
import { findBrowser } from '@/scripts/find-browser';
import { Extension } from '@/test/e2e/harness/extension';
import { keysOf } from '@/test/e2e/harness/keys';
import { launch } from '@/test/e2e/harness/launch';
import { startSimulator, type Simulator } from '@/test/simulator';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import type { SyncRun } from '@/lib/model/run';

/** How far the simulated servers are away, milliseconds. */
export const latency = 20;

export interface Installed {
  readonly simulator: Simulator;
  readonly extension: Extension;
  close(): Promise<void>;
}

/** The production build in a browser of its own, and the vendors that it sees, each answer `latency` later. */
export async function install(tenant: Tenant): Promise<Installed> {
  const simulator = await startSimulator({ tenant });
  simulator.faults.add({ kind: 'latency', milliseconds: latency, times: Infinity });
  const launched = await launch({
    executablePath: findBrowser(),
    args: simulator.chromiumArgs(),
  });
  return {
    simulator,
    extension: new Extension(launched, keysOf(tenant)),
    async close() {
      await launched.context.close();
      await simulator.close();
    },
  };
}

/** Waits for a run that is none of these to end well. */
export async function ended(
  extension: Extension,
  before: ReadonlySet<string>,
  patienceMs: number,
): Promise<SyncRun> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const run = (await extension.readStore('runs')).find(
      ({ id, state }) => !before.has(id) && state !== 'open',
    );
    if (run?.state === 'failed') throw new Error(`The sync failed: ${JSON.stringify(run.failure)}`);
    if (run) return run;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`No sync ended within ${patienceMs / 1000} s.`);
}

export const duration = ({ startedAt, finishedAt }: SyncRun): number =>
  Date.parse(finishedAt ?? '') - Date.parse(startedAt);

/** Notes in a page when what the selector names was first painted, its longest task and how far its content moved. */
export const watch = (selector: string): string => `
  window.benchSeen = { painted: 0, task: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      benchSeen.task = Math.max(benchSeen.task, duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) benchSeen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const looking = new MutationObserver(() => {
    if (!document.querySelector(${JSON.stringify(selector)})) return;
    looking.disconnect();
    requestAnimationFrame(() => setTimeout(() => (benchSeen.painted = performance.now())));
  });
  looking.observe(document, { childList: true, subtree: true });`;

export interface Seen {
  /** Milliseconds from the navigation's start. */
  readonly painted: number;
  readonly task: number;
  readonly shift: number;
}

/** What a watched page has noted, once it was painted and for so long after. */
export async function seen(page: Page, restMs = 0): Promise<Seen> {
  // The pages' policy forbids waiting by a text that is evaluated in them.
  await expect
    .poll(() => page.evaluate<number>('window.benchSeen.painted'), { timeout: 30_000 })
    .toBeGreaterThan(0);
  if (restMs > 0) await page.waitForTimeout(restMs);
  return page.evaluate<Seen>('window.benchSeen');
}
