import { test as base } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { startSimulator } from '@/test/simulator';
import type { Simulator } from '@/test/simulator';
import { demoTenant } from '@/test/simulator/tenant/demo';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { Extension } from './harness/extension';
import { keysOf } from './harness/keys';
import { launch } from './harness/launch';

export { expect } from '@playwright/test';
export { axe } from './harness/axe';
export { screenshots } from './harness/screenshots';

interface Fixtures {
  /**
   * What the two vendors hold, the test's own to change; the demo tenant unless a file says otherwise:
   * `test.use({ tenant: async ({}, use) => use(smallTenant()) })`.
   */
  tenant: Tenant;
  /** Both APIs and the portal, this test's own: it shares no state, faults or request log. */
  simulator: Simulator;
  /** The production build, freshly installed in a browser of this test's own that sees the simulator for the vendors. */
  extension: Extension;
  context: BrowserContext;
}

/** The test function of every end-to-end test that drives the extension. */
export const test = base.extend<Fixtures>({
  tenant: async ({}, use) => {
    await use(demoTenant());
  },
  simulator: async ({ tenant }, use) => {
    const simulator = await startSimulator({ tenant });
    await use(simulator);
    await simulator.close();
  },
  extension: async ({ simulator, headless }, use, testInfo) => {
    const executablePath = process.env['CHROMIUM_PATH'];
    if (!executablePath) throw new Error('The global setup sets CHROMIUM_PATH.');
    const launched = await launch({
      executablePath,
      args: simulator.chromiumArgs(),
      headed: !headless,
    });
    const { context } = launched;
    // A trace tells everything and costs a third of the time, so it is made when asked for.
    const traced = Boolean(process.env['TRACE']);
    if (traced) await context.tracing.start({ screenshots: true, snapshots: true });
    await use(new Extension(launched, keysOf(simulator.tenant)));
    const failed = testInfo.status !== testInfo.expectedStatus;
    if (traced)
      await context.tracing.stop(failed ? { path: testInfo.outputPath('trace.zip') } : {});
    await context.close();
  },
  context: async ({ extension }, use) => {
    await use(extension.context);
  },
});
