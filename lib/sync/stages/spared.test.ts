import { expect, it } from 'vitest';
import { contents, freshStore, goOn, openedRun, sync } from '@/test/sync/store';
import { sampleTenant } from '@/test/sync/sample';
import { clientsOf } from '@/test/sync/tenant';

/** A store that was synced once, and a run that is to follow. */
async function synced() {
  const store = await freshStore();
  const tenant = sampleTenant();
  await sync(store, tenant);
  tenant.calls.length = 0;
  await store.put('runs', openedRun('next'));
  return { store, tenant, before: await contents(store) };
}
const ofItGlue = (calls: readonly string[]) =>
  calls.filter((call) => /^(?:organizations|configurations|users)/.test(call));

it('asks nothing for what is held, and everything stays', async () => {
  const { store, tenant, before } = await synced();
  const holdsSame = () => Promise.resolve(true);
  await goOn(store, { ...clientsOf(tenant), holdsSame }, 'next');
  expect(ofItGlue(tenant.calls)).toEqual([]);
  expect(tenant.calls.length).toBeGreaterThan(0);
  expect(await contents(store)).toEqual(before);
});

it('reads the one list that is not the same', async () => {
  const { store, tenant } = await synced();
  const holdsSame = (what: string) => Promise.resolve(what === 'organizations');
  await goOn(store, { ...clientsOf(tenant), holdsSame }, 'next');
  expect(ofItGlue(tenant.calls).every((call) => call.startsWith('configurations'))).toBe(true);
  expect(ofItGlue(tenant.calls)).not.toEqual([]);
});

it('stays spared in a worker that does not know of it any more', async () => {
  for (let at = 1; ; at++) {
    const { store, tenant, before } = await synced();
    const abort = new AbortController();
    let commits = 0;
    const committed = () => {
      commits += 1;
      if (commits === at) abort.abort();
    };
    const holdsSame = () => Promise.resolve(true);
    const first = goOn(store, { ...clientsOf(tenant), holdsSame }, 'next', {
      signal: abort.signal,
      committed,
    });
    const isOver = await first.then(
      () => true,
      () => false,
    );
    if (isOver) break;
    await goOn(store, clientsOf(tenant), 'next');
    expect(await contents(store)).toEqual(before);
  }
});
