import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DocumentedSsid } from '@/lib/model/documented-ssid';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { formerDigest, isFormer } from '@/lib/wireless/digest';
import { smallTenant, type SmallTenant } from '@/test/wireless/tenant';
import { syncedWorld } from '@/test/wireless/synced-world';
import type { World } from '@/test/world/world';

let small: SmallTenant;
let world: World;
beforeEach(async () => {
  small = smallTenant();
  // So that nothing but the digests tells whether a key is the one that was written.
  small.tenant.itglue.keys[0]!.passwordAccess = false;
  world = await syncedWorld(small.tenant, '1');
  await world.autoCreate(true);
  await asBefore();
  world.writes();
});
afterEach(() => world.close());

const rows = () => world.store.getAll('wireless');
const digests = async () =>
  (await rows()).flatMap(({ record, password }) => [record!.keyDigest, password!.keyDigest]);

/** The database as a version left it that had an HMAC key for each browser. */
async function asBefore(): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  await writeMeta(world.store, 'wirelessDigestKey', key);
  for (const row of await rows()) {
    const network = row.slot.networkId === '135001' ? small.main : small.other;
    const secret = network.ssids[`${row.slot.number}` as '1']!.wpa_password;
    const keyDigest = await formerDigest(crypto.subtle, key, secret);
    const before: DocumentedSsid = {
      ...row,
      record: { ...row.record!, keyDigest },
      password: { ...row.password!, keyDigest },
    };
    await world.store.put('wireless', before);
  }
  expect((await digests()).every(isFormer)).toBe(true);
}

it('costs no write, and ends with the old HMAC key forgotten', async () => {
  await world.sync();
  expect(world.writes()).toEqual([]);
  expect((await digests()).some(isFormer)).toBe(false);
  expect(await digests()).not.toContain(null);
  expect(await readMeta(world.store, 'wirelessDigestKey')).toBeUndefined();
});

it('notices a key that changed meanwhile', async () => {
  small.other.ssids['1']!.wpa_password = 'another key 99';
  await world.sync();
  expect(world.writes()).toEqual(['PATCH /flexible_assets/:id', 'PATCH /passwords/:id']);
  expect((await digests()).some(isFormer)).toBe(false);
});

it('waits for a network that cannot be read', async () => {
  world.vendors.faults.add({
    kind: 'server-error',
    api: 'datto',
    path: '/network/135001/settings',
    times: Infinity,
  });
  await world.sync();
  expect((await digests()).filter(isFormer)).toHaveLength(4);
  expect(await readMeta(world.store, 'wirelessDigestKey')).toBeDefined();
  world.vendors.faults.clear();
  await world.sync();
  expect(world.writes()).toEqual([]);
  expect((await digests()).some(isFormer)).toBe(false);
  expect(await readMeta(world.store, 'wirelessDigestKey')).toBeUndefined();
});
