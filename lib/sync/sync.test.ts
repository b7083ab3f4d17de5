import type { RowKind } from '@/lib/model/rows';
import { describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { deviceReadAt } from '@/lib/store/rows';
import {
  contents,
  deviceByHand,
  deviceIgnored,
  deviceMatches,
  freshStore,
  hour,
  networkByHand,
  networkIgnored,
  networkMatches,
  noon,
  sync,
} from '@/test/sync/store';
import { sampleTenant } from '@/test/sync/sample';

describe('a sync', () => {
  it('fills the store and makes the matches that need no judgement', async () => {
    const store = await freshStore();
    const run = await sync(store, sampleTenant());

    expect(run).toMatchObject({ problems: [], skipped: [], stage: 'connections' });
    expect(await store.count('networks')).toBe(3);
    expect(await store.count('devices')).toBe(6);
    expect(await store.count('organizations')).toBe(3);
    expect((await store.getAll('users')).map(({ name }) => name)).toEqual(['Ann', 'Bob']);
    expect(await networkMatches(store)).toEqual(['n1 → o1 (name)', 'n2 → o2 (name)']);
    expect(await deviceMatches(store)).toEqual([
      'access-point:1 → c2 (mac)',
      'switch:1 → c1 (mac-and-ip)',
      'switch:2 → c4 (mac)',
    ]);
    expect(await store.getAll('deviceSuggestions')).toEqual([
      {
        deviceKey: deviceKey('router', '1'),
        organizationId: 'o1',
        suggestions: [{ configurationId: 'c3', rule: 'name' }],
      },
    ]);
  });

  it('names each field that came with another type once, with the rows of all lists', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    const odd = (kind: RowKind, field: string, count: number, lost = false) => ({
      kind,
      field,
      count,
      type: 'string' as const,
      lost,
    });
    tenant.oddFields
      .set('networks', [odd('network', 'latitude', 3)])
      .set('devices n1 switch', [odd('switch', 'summary_info.name', 2)])
      .set('devices n2 switch', [odd('switch', 'summary_info.name', 5, true)])
      .set('organizations page 1', [odd('organizations', 'attributes.primary', 1)])
      .set('organizations page 2', [odd('organizations', 'attributes.primary', 1)])
      .set('configurations of', [odd('configurations', 'attributes.hostname', 1)])
      .set('users', [odd('users', 'attributes.email', 1)]);
    const run = await sync(store, tenant);
    const named = run.oddFields.map(({ kind, field, count, lost }) => [kind, field, count, lost]);
    expect(named.sort()).toEqual([
      // Two pages.
      ['configurations', 'attributes.hostname', 2, false],
      ['network', 'latitude', 3, false],
      ['organizations', 'attributes.primary', 2, false],
      ['switch', 'summary_info.name', 7, true],
      ['users', 'attributes.email', 1, false],
    ]);
    tenant.oddFields.clear();
    expect((await sync(store, tenant)).oddFields).toEqual([]);
  });

  it('reads the configurations of matched organizations only', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    expect((await store.getAllKeys('configurations')) as string[]).toEqual([
      'c1',
      'c2',
      'c3',
      'c4',
    ]);
    expect(tenant.calls.filter((call) => call.includes('o3'))).toEqual([]);
  });

  it('writes what it matched into the activity list, with the names of both sides', async () => {
    const store = await freshStore();
    await sync(store, sampleTenant());
    const lines = await store.getAll('activity');
    expect(lines.map(({ who }) => who)).toEqual(Array(5).fill('sync'));
    expect(lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        {
          kind: 'network-matched',
          networkId: 'n1',
          name: 'Acme',
          organizationId: 'o1',
          organizationName: 'ACME',
          rule: 'name',
        },
        {
          kind: 'device-matched',
          deviceKey: 'access-point:1',
          name: 'Lobby',
          configurationId: 'c2',
          configurationName: 'Configuration c2',
          organizationId: 'o1',
          rule: 'mac',
        },
      ]),
    );
  });

  it('changes nothing when nothing changed at the source', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    const first = await contents(store);
    await sync(store, tenant, noon + 24 * hour);
    expect(await contents(store)).toEqual(first);
    for (const device of await store.getAll('devices'))
      expect(await deviceReadAt(store, device)).toBe(new Date(noon + 24 * hour).toISOString());
  });

  it('takes new values of what it knows already', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.networks[0] = { ...tenant.networks[0]!, name: 'Acme West' };
    tenant.devices[0] = { ...tenant.devices[0]!, firmware: '7.0' };
    tenant.configurations[0] = { ...tenant.configurations[0]!, name: 'Core' };
    await sync(store, tenant);
    expect((await store.getAll('networks'))[0]!.name).toBe('Acme West');
    expect((await store.get('devices', deviceKey('switch', '1')))!.firmware).toBe('7.0');
    expect((await store.getAll('configurations'))[0]!.name).toBe('Core');
    expect(await networkMatches(store)).toContain('n1 → o1 (name)');
  });

  it('keeps what people decided against the rules', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('networkMatches', networkByHand('n2', 'o3'));
    await store.put('networkMatches', networkIgnored('n3'));
    await store.put('deviceMatches', deviceByHand(['access-point', '1'], 'n1', 'c3', 'o1'));
    await store.put('deviceMatches', deviceIgnored(['switch', '1'], 'n1'));
    for (const at of [noon, noon + hour]) {
      await sync(store, tenant, at);
      expect(await networkMatches(store)).toEqual([
        'n1 → o1 (name)',
        'n2 → o3 (by-hand)',
        'n3 ignored',
      ]);
      expect(await deviceMatches(store)).toEqual([
        'access-point:1 → c3 (by-hand)',
        'switch:1 ignored',
      ]);
      expect(await store.getAll('deviceSuggestions')).toEqual([]);
    }
  });

  it('keeps the serial number that only the single call told, as long as it is the same device', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    const key = deviceKey('access-point', '1');
    await store.put('devices', { ...(await store.get('devices', key))!, serialNumber: 'SN-1' });
    await sync(store, tenant);
    expect((await store.get('devices', key))!.serialNumber).toBe('SN-1');
    tenant.devices[1] = { ...tenant.devices[1]!, mac: '0000000000aa' as never };
    await sync(store, tenant);
    expect((await store.get('devices', key))!.serialNumber).toBeNull();
  });
});
