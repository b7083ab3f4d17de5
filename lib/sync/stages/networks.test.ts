import { describe, expect, it } from 'vitest';
import { DattoError } from '@/lib/datto/errors';
import {
  deviceByHand,
  deviceIgnored,
  deviceMatches,
  events,
  freshStore,
  networkIgnored,
  networkMatches,
  sync,
} from '@/test/sync/store';
import { sampleTenant } from '@/test/sync/sample';
import { deviceKey } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';

describe('networks', () => {
  it('that Datto no longer lists go with their devices, and their matches end with a reason', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    const before = await store.count('activity');
    tenant.networks = tenant.networks.filter(({ id }) => id !== 'n2');
    tenant.devices = tenant.devices.filter((each) => each.networkId !== 'n2');
    await sync(store, tenant);

    expect((await store.getAllKeys('networks')) as string[]).toEqual(['n1', 'n3']);
    expect(await store.get('devices', deviceKey('switch', '2'))).toBeUndefined();
    expect(await networkMatches(store)).toEqual(['n1 → o1 (name)']);
    expect(await deviceMatches(store)).not.toContain('switch:2 → c4 (mac)');
    expect((await events(store)).slice(before)).toEqual([
      {
        kind: 'network-match-ended',
        networkId: 'n2',
        name: 'Bolt',
        organizationId: 'o2',
        organizationName: 'Bolt',
        rule: 'name',
        reason: 'network-gone',
      },
      {
        kind: 'device-match-ended',
        deviceKey: 'switch:2',
        name: 'Bolt switch',
        configurationId: 'c4',
        configurationName: 'Configuration c4',
        organizationId: 'o2',
        rule: 'mac',
        reason: 'device-gone',
      },
    ]);
  });

  it('that are all gone at once are kept until a second sync is told the same', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    const matched = await networkMatches(store);
    const listed = tenant.networks;
    tenant.networks = [];
    const doubting = await sync(store, tenant);
    expect(doubting.problems).toMatchObject([{ subject: { kind: 'network-list' } }]);
    expect(await networkMatches(store)).toEqual(matched);

    tenant.networks = listed;
    await sync(store, tenant);
    tenant.networks = [];
    await sync(store, tenant);
    expect(await networkMatches(store)).toEqual(matched);
    await sync(store, tenant);
    expect(await store.count('networks')).toBe(0);
    expect(await networkMatches(store)).toEqual([]);
  });

  it('that were ignored go without a word', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('networkMatches', networkIgnored('n3'));
    await store.put('deviceMatches', deviceIgnored(['switch', '3'], 'n3'));
    await sync(store, tenant);
    const before = await store.count('activity');
    tenant.networks.pop();
    await sync(store, tenant);
    expect(await store.get('networkMatches', networkId('n3'))).toBeUndefined();
    expect(await store.get('deviceMatches', deviceKey('switch', '3'))).toBeUndefined();
    expect(await store.count('activity')).toBe(before);
  });

  it('whose row cannot be read keep their last data, devices and match, and are named', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.unreadable.add('network n2');
    const run = await sync(store, tenant);
    expect(run.skipped).toEqual([
      {
        stage: 'networks',
        subject: { kind: 'network' },
        id: 'n2',
        fields: [{ field: 'name', expected: 'string' }],
      },
    ]);
    expect((await store.get('networks', networkId('n2')))!.name).toBe('Bolt');
    expect(await store.get('devices', deviceKey('switch', '2'))).toBeDefined();
    expect(await networkMatches(store)).toContain('n2 → o2 (name)');
    expect(await deviceMatches(store)).toContain('switch:2 → c4 (mac)');
  });

  it('are read one by one as they are known where their list is out of reach, which is named', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.faults.set('networks', new DattoError('out-of-reach', 'api.cloudtrax.com'));
    tenant.devices[0] = { ...tenant.devices[0]!, name: 'New name' };
    const run = await sync(store, tenant);
    expect(run.problems).toMatchObject([
      { stage: 'networks', subject: { kind: 'network-list' }, problem: { kind: 'out-of-reach' } },
    ]);
    expect(await store.count('networks')).toBe(3);
    expect((await store.getAll('devices')).map(({ name }) => name)).toContain('New name');
  });

  it('are all kept where a row does not even tell its id, since it may be any of them', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.unreadable.add('network n2');
    tenant.nameless.add('network n2');
    tenant.networks = tenant.networks.filter(({ id }) => id !== 'n1');
    const run = await sync(store, tenant);
    expect(run.skipped.map(({ id }) => id)).toEqual(['#1']);
    expect(await networkMatches(store)).toEqual(['n1 → o1 (name)', 'n2 → o2 (name)']);
    tenant.unreadable.clear();
    await sync(store, tenant);
    expect(await networkMatches(store)).toEqual(['n2 → o2 (name)']);
  });

  it('are all kept when the list itself cannot be read, and the run fails', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.faults.set('networks', new DattoError('transient', 'api.cloudtrax.com'));
    await expect(sync(store, tenant)).rejects.toThrow('transient');
    expect(await store.count('networks')).toBe(3);
    expect(await store.count('devices')).toBe(6);
  });

  it('that vanish leave a device that moved to another network with its match by hand', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('deviceMatches', deviceByHand(['switch', '3'], 'n3', 'c3', 'o1'));
    await sync(store, tenant);
    tenant.networks = tenant.networks.filter(({ id }) => id !== 'n3');
    tenant.devices[5] = { ...tenant.devices[5]!, networkId: networkId('n1') };
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('switch:3 → c3 (by-hand)');
    expect((await store.get('devices', deviceKey('switch', '3')))!.networkId).toBe('n1');
  });
});
