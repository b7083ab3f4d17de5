import { describe, expect, it, vi } from 'vitest';
import { deviceKey, type DeviceKind } from '@/lib/model/device';
import { configurationId, networkId } from '@/lib/model/ids';
import type { Database } from '@/lib/store/schema';
import { rejectedConfigurations } from '@/lib/store/rejections';
import { write } from '@/lib/store/open';
import { DattoError } from '@/lib/datto/errors';
import { configuration, device, type Tenant } from '@/test/sync/tenant';
import { sampleTenant } from '@/test/sync/sample';
import {
  deviceByHand,
  deviceIgnored,
  deviceMatches,
  events,
  freshStore,
  hour,
  noon,
  sync,
} from '@/test/sync/store';

const day = 24 * hour;
const suggestions = async (store: Database) =>
  (await store.getAll('deviceSuggestions')).flatMap(({ deviceKey: key, suggestions: list }) =>
    list.map(({ configurationId: id, rule }) => `${key} → ${id} (${rule})`),
  );
const without = (tenant: Tenant, kind: DeviceKind, id: string) => {
  tenant.devices = tenant.devices.filter((each) => each.key !== deviceKey(kind, id));
};
/** A switch of `n1` without a rule that would match it, matched by hand to `c3` before the first sync. */
async function matchedByHand() {
  const store = await freshStore();
  const tenant = sampleTenant();
  tenant.devices.push(device('switch', '7', { network: 'n1', mac: '0000000000aa', name: 'Attic' }));
  await store.put('deviceMatches', deviceByHand(['switch', '7'], 'n1', 'c3', 'o1'));
  await sync(store, tenant);
  return { store, tenant };
}
const again = (id: string, more: Partial<Parameters<typeof device>[2]> = {}) =>
  device('switch', id, { network: 'n1', mac: '0000000000aa', name: 'Attic', ...more });

describe('a device that is taken out and added again', () => {
  it('keeps its match by hand under its new id, which is logged', async () => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    tenant.devices.push(again('70', { name: 'Attic, new' }));
    const before = (await events(store)).length;
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('switch:70 → c3 (by-hand)');
    const since = (await events(store)).slice(before);
    expect(since.filter(({ kind }) => kind !== 'sync-finished')).toEqual([
      {
        kind: 'device-match-kept',
        deviceKey: 'switch:70',
        name: 'Attic, new',
        configurationId: 'c3',
        configurationName: 'Edge Router',
        rule: 'by-hand',
        reason: 'same-mac-new-id',
      },
    ]);
  });

  it.each([1, 30])('keeps it where it comes back only %s syncs later', async (syncs) => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    for (let passed = 0; passed < syncs; passed++) await sync(store, tenant, noon + passed * day);
    expect(await deviceMatches(store)).not.toContain('switch:7 → c3 (by-hand)');
    tenant.devices.push(again('70'));
    await sync(store, tenant, noon + syncs * day);
    expect(await deviceMatches(store)).toContain('switch:70 → c3 (by-hand)');
    expect(await store.count('departedDevices')).toBe(0);
  });

  it('keeps it where the new id is listed before the old one goes', async () => {
    const { store, tenant } = await matchedByHand();
    tenant.devices.push(again('70'));
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('switch:7 → c3 (by-hand)');
    without(tenant, 'switch', '7');
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('switch:70 → c3 (by-hand)');
  });

  it('keeps it in another network too, and under its old id', async () => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    await sync(store, tenant);
    tenant.devices.push(again('7', { network: 'n3' }));
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('switch:7 → c3 (by-hand)');
    expect(await events(store)).toContainEqual(
      expect.objectContaining({ kind: 'device-match-kept', reason: 'device-back' }),
    );
  });

  it.each(['access-point', 'switch', 'managed-power', 'router'] as const)(
    'stays ignored, and stays rejected: %s',
    async (kind) => {
      const store = await freshStore();
      const tenant = sampleTenant();
      const at = (id: string, mac: string) => device(kind, id, { network: 'n1', mac, name: id });
      tenant.devices.push(at('50', '0000000000b1'), at('51', '0000000000b2'));
      tenant.configurations.push(
        configuration('c9', { organization: 'o1', mac: '00:00:00:00:00:b2' }),
      );
      await store.put('deviceMatches', deviceIgnored([kind, '50'], 'n1'));
      await write(store, (transaction) =>
        rejectedConfigurations.add(transaction, deviceKey(kind, '51'), configurationId('c9')),
      );
      await sync(store, tenant);
      without(tenant, kind, '50');
      without(tenant, kind, '51');
      tenant.devices.push(at('60', '0000000000b1'), at('61', '0000000000b2'));
      await sync(store, tenant);
      expect(await deviceMatches(store)).toContain(`${kind}:60 ignored`);
      expect(await rejectedConfigurations.of(store, deviceKey(kind, '61'))).toEqual(['c9']);
      expect(await deviceMatches(store)).not.toContain(`${kind}:61 → c9 (mac)`);
      const about = { reason: 'same-mac-new-id' };
      expect(await events(store)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: 'device-ignored', deviceKey: `${kind}:60`, ...about }),
          expect.objectContaining({
            kind: 'device-suggestion-rejected',
            deviceKey: `${kind}:61`,
            configurationId: 'c9',
            ...about,
          }),
        ]),
      );
    },
  );

  it('waits while two devices claim its MAC, until one of them is gone', async () => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    tenant.devices.push(again('70'), again('71', { name: 'Copy' }));
    await sync(store, tenant);
    expect((await deviceMatches(store)).join()).not.toContain('c3');
    without(tenant, 'switch', '71');
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('switch:70 → c3 (by-hand)');
  });

  it('does not take a configuration from the device that has it meanwhile', async () => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    await sync(store, tenant);
    await store.put('deviceMatches', deviceByHand(['router', '1'], 'n1', 'c3', 'o1'));
    tenant.devices.push(again('70'));
    await sync(store, tenant);
    const matches = await deviceMatches(store);
    expect(matches).toContain('router:1 → c3 (by-hand)');
    expect(matches.filter((match) => match.startsWith('switch:70'))).toEqual([]);
  });

  it('is not gone while its list cannot be read, so nothing moves', async () => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    tenant.faults.set('devices n1 switch', new DattoError('out-of-reach', 'api.cloudtrax.com'));
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('switch:7 → c3 (by-hand)');
  });

  it('is written once, not again at each sync while it waits', async () => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    await sync(store, tenant);
    const spies = (['put', 'delete', 'clear'] as const).map((method) =>
      vi.spyOn(IDBObjectStore.prototype, method),
    );
    await sync(store, tenant);
    const touched = spies.flatMap(({ mock }) =>
      mock.contexts.map((on: unknown) => (on instanceof IDBObjectStore ? on.name : '')),
    );
    vi.restoreAllMocks();
    expect(touched).toContain('runs');
    expect(touched).not.toContain('departedDevices');
  });

  it('is forgotten after a year', async () => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    await sync(store, tenant);
    await sync(store, tenant, noon + 364 * day);
    expect(await store.count('departedDevices')).toBe(1);
    await sync(store, tenant, noon + 366 * day);
    expect(await store.count('departedDevices')).toBe(0);
  });
});

describe('a device in the place of another', () => {
  it('of the same name and network is suggested for its configuration, never matched', async () => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    tenant.devices.push(again('70', { mac: '0000000000ab', name: ' ATTIC ' }));
    await sync(store, tenant);
    expect((await deviceMatches(store)).join()).not.toContain('c3');
    expect(await suggestions(store)).toContain('switch:70 → c3 (replaces)');
    expect((await store.get('deviceSuggestions', deviceKey('switch', '70')))?.suggestions).toEqual([
      { configurationId: 'c3', rule: 'replaces', replaces: '0000000000aa' },
    ]);
  });

  it.each<[string, Parameters<typeof device>[2], DeviceKind?]>([
    ['of another name', { network: 'n1', mac: '0000000000ab', name: 'Cellar' }],
    ['of another network', { network: 'n2', mac: '0000000000ab', name: 'Attic' }],
    ['of another kind', { network: 'n1', mac: '0000000000ab', name: 'Attic' }, 'router'],
  ])('%s is none', async (_, more, kind = 'switch') => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    tenant.devices.push(device(kind, '70', more));
    await sync(store, tenant);
    expect((await suggestions(store)).join()).not.toContain('replaces');
  });

  it('under the same id ends the match, and is suggested', async () => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    tenant.devices.push(again('7', { mac: '0000000000ab' }));
    await sync(store, tenant);
    expect((await deviceMatches(store)).join()).not.toContain('c3');
    expect(await suggestions(store)).toContain('switch:7 → c3 (replaces)');
    expect(await events(store)).toContainEqual(
      expect.objectContaining({ kind: 'device-match-ended', reason: 'device-replaced' }),
    );
    // The first one is back in its place.
    without(tenant, 'switch', '7');
    tenant.devices.push(again('7'));
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('switch:7 → c3 (by-hand)');
  });

  it('is matched by itself where the configuration has its MAC by now', async () => {
    const { store, tenant } = await matchedByHand();
    without(tenant, 'switch', '7');
    tenant.devices.push(again('70', { mac: '0000000000ab' }));
    tenant.configurations = tenant.configurations.map((each) =>
      each.id === configurationId('c3')
        ? configuration('c3', { organization: 'o1', mac: '0000000000ab' })
        : each,
    );
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('switch:70 → c3 (mac)');
    expect(await store.getAllFromIndex('deviceMatches', 'network', networkId('n1'))).toContainEqual(
      expect.objectContaining({ deviceKey: 'switch:70' }),
    );
  });
});
