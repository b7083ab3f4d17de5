import { expect, test } from './fixtures';
import { Extension } from './harness/extension';
import { keysOf } from './harness/keys';
import { launch } from './harness/launch';
import { ready } from './harness/matching';
import { autoCreateDone, chooseAutoCreate, wirelessPasswords } from './harness/wireless';
import type { Tenant } from '@/test/simulator/tenant/tenant';

test.setTimeout(240_000);

const isLive = ({ archived }: { archived: boolean }) => !archived;

/** How much of Wi-Fi documentation is live in IT Glue, whoever made it. */
function liveIn(tenant: Tenant) {
  const { flexibleAssetTypes, flexibleAssets } = tenant.itglue;
  const types = [...flexibleAssetTypes.values()].filter(
    ({ name }) => name === 'Datto Networking Wireless',
  );
  const ids = new Set(types.map(({ id }) => id));
  return {
    types: types.filter(({ enabled }) => enabled).length,
    records: [...flexibleAssets.values()].filter((row) => ids.has(row.typeId) && isLive(row))
      .length,
    passwords: wirelessPasswords(tenant).filter(isLive).length,
  };
}

test('two browsers of one company that switch Auto-Create on at once end in one state', async ({
  extension,
  simulator,
}) => {
  const { tenant, requests } = simulator;
  const launched = await launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '',
    args: simulator.chromiumArgs(),
  });
  const both = [extension, new Extension(launched, keysOf(tenant))];
  try {
    for (const one of both) await ready(one);
    const pages = await Promise.all(both.map((one) => one.open('options.html#auto-create')));
    for (const page of pages) {
      await chooseAutoCreate(page, true);
      await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeEnabled({
        timeout: 30_000,
      });
    }
    await Promise.all(
      pages.map((page) => page.getByRole('button', { name: 'Save', exact: true }).click()),
    );
    for (const page of pages) await autoCreateDone(page, true);
    for (const one of [...both, ...both]) await one.syncNow();

    const state = liveIn(tenant);
    expect(state.types).toBe(1);
    expect(state.records).toBeGreaterThan(3);
    expect(state.passwords).toBe(state.records);
    requests.clear();
    for (const one of both) await one.syncNow();
    expect(requests.writes({ api: 'itglue' })).toEqual([]);
    expect(liveIn(tenant)).toEqual(state);
  } finally {
    await launched.context.close();
  }
});
