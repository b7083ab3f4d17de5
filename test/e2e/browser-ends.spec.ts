import { TenantBuilder } from '@/test/simulator/tenant/builder';
import { addPeople } from '@/test/simulator/tenant/demo-people';
import type { Simulator } from '@/test/simulator';
import { expect, test } from './fixtures';
import { Extension } from './harness/extension';
import { keysOf } from './harness/keys';
import { launch } from './harness/launch';
import { MatchingPage, ready } from './harness/matching';

const owner = '77';
const posts = {
  api: 'itglue',
  method: 'POST',
  path: /\/relationships\/configurations$/,
} as const;

/** One organization with thirty devices, none of which is documented. */
function thirty() {
  const builder = new TenantBuilder(30, Date.now());
  builder.organization({ id: owner, name: 'Foxglove Manufacturing' });
  const network = builder.network({ name: 'Foxglove Manufacturing' });
  for (let number = 1; number <= 30; number += 1)
    builder.accessPoint(network, { name: `FG-${String(number).padStart(2, '0')}` });
  addPeople(builder, [owner], []);
  return builder.tenant;
}

/** A browser on a profile that outlives it. */
const start = async (simulator: Simulator, profile: string, headed: boolean) =>
  new Extension(
    await launch({
      executablePath: process.env['CHROMIUM_PATH']!,
      args: simulator.chromiumArgs(),
      headed,
      profile,
    }),
    keysOf(simulator.tenant),
  );

test.use({ tenant: async ({}, use) => use(thirty()) });

test(
  'a browser that is closed in the middle of a creation goes on when it is opened, and makes nothing twice',
  { tag: '@long' },
  async ({ simulator, headless }, testInfo) => {
    const profile = testInfo.outputPath('profile');
    let extension = await start(simulator, profile, !headless);
    await ready(extension);
    const matching = await MatchingPage.open(extension, `#organization/${owner}`);
    const held = simulator.faults.add({ kind: 'hang', effect: 'after', ...posts, after: 11 });
    await matching.page.getByRole('button', { name: 'Create all remaining' }).click();
    await matching.dialog().getByRole('button', { name: 'Create 30 configurations' }).click();
    await held.reached;
    await extension.context.close();
    held.remove();
    const made = simulator.tenant.itglue.configurations;
    // Some are made at the same time; one at least without its answer.
    expect(made.size).toBeLessThan(25);

    extension = await start(simulator, profile, !headless);
    // The browser's start wakes the worker; nobody opens a page for it.
    await expect.poll(() => made.size, { timeout: 90_000 }).toBe(30);
    await expect
      .poll(async () => (await extension.readStore('deviceMatches')).length, { timeout: 30_000 })
      .toBe(30);
    await extension.syncNow();
    expect(made.size).toBe(30);
    expect(new Set([...made.values()].map(({ name }) => name)).size).toBe(30);
    await extension.context.close();
  },
);
