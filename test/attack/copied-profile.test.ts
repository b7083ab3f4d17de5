import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { formerDigest, isFormer } from '@/lib/wireless/digest';
import { dattoKey, itGlueKey } from '@/test/simulator/tenant/tenant';
import { syncedWorld } from '@/test/wireless/synced-world';
import { smallTenant, type SmallTenant } from '@/test/wireless/tenant';
import type { World } from '@/test/world/world';
import { readCopiedProfile } from './profile';

const passphrase = 'nine quiet ferries';
const keys = [dattoKey.key, dattoKey.secret, itGlueKey.key];

let small: SmallTenant;
let world: World;
beforeEach(async () => {
  small = smallTenant();
  world = await syncedWorld(small.tenant, '1');
  await world.autoCreate(true);
});
afterEach(() => world.close());

/** Which of the three API keys a copy of the profile gives away. */
async function stolen(): Promise<string[]> {
  const text = await readCopiedProfile(world.store.name);
  return keys.filter((key) => text.includes(key));
}

it('gives away all three keys without a passphrase, as is documented', async () => {
  expect(await stolen()).toEqual(keys);
});

describe('with a passphrase', () => {
  beforeEach(() => world.ask('vault.protect', { passphrase, current: null }));

  it('gives away none, unlocked, locked or after the browser ended', async () => {
    expect(await stolen()).toEqual([]);
    await world.ask('vault.lock');
    expect(await stolen()).toEqual([]);
    await world.restart();
    expect(await stolen()).toEqual([]);
  });

  it('gives away none after keys were entered again, the passphrase was changed, or forgotten', async () => {
    const [dattoPublicKey, dattoSecretKey, itGlueApiKey] = keys as [string, string, string];
    const { region, subdomain } = small.tenant.itglue;
    const request = { dattoPublicKey, dattoSecretKey, itGlueApiKey, region, subdomain };
    expect(await world.ask('connection.connect', request)).toEqual({ ok: true });
    await world.settled();
    expect(await stolen()).toEqual([]);
    const other = 'ten loud ferries';
    const changed = await world.ask('vault.protect', { passphrase: other, current: passphrase });
    expect(changed).toEqual({ right: true });
    expect(await stolen()).toEqual([]);
    await world.ask('vault.forget');
    expect(await stolen()).toEqual([]);
  });

  it('gives them away again once it is removed', async () => {
    expect(await world.ask('vault.expose', { current: passphrase })).toEqual({ right: true });
    expect(await stolen()).toEqual(keys);
  });
});

it('gives away none where a passphrase is required, from then on, and of a policy’s own keys none either', async () => {
  await world.policy({ passphraseRequired: true });
  expect(await stolen()).toEqual([]);
  await world.restart();
  expect(await stolen()).toEqual([]);
  const [dattoPublicKey, dattoSecretKey, itGlueApiKey] = keys;
  const { region, subdomain } = small.tenant.itglue;
  const policy = { dattoPublicKey, dattoSecretKey, itGlueApiKey, region, subdomain };
  await world.policy({ ...policy, passphraseRequired: true });
  expect(await stolen()).toEqual([]);
  const asked = { region, subdomain, passphrase };
  expect(await world.ask('connection.connect', asked)).toEqual({ ok: true });
  expect(await stolen()).toEqual([]);
});

it('lets no Wi-Fi key be tried out once there is a passphrase, not even by what an earlier version left', async () => {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.generateKey(hmac, false, ['sign']);
  await writeMeta(world.store, 'wirelessDigestKey', key as CryptoKey);
  for (const row of await world.store.getAll('wireless')) {
    const keyDigest = await formerDigest(crypto.subtle, key as CryptoKey, 'a Wi-Fi key');
    await world.store.put('wireless', { ...row, record: { ...row.record!, keyDigest } });
  }
  await world.ask('vault.protect', { passphrase, current: null });
  expect(await readMeta(world.store, 'wirelessDigestKey')).toBeUndefined();
  const rows = await world.store.getAll('wireless');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some(({ record }) => isFormer(record!.keyDigest))).toBe(false);
  // What is kept of them now is keyed by the Datto secret, which nothing in the profile tells.
  expect((await world.sync()).failure).toBeNull();
});
