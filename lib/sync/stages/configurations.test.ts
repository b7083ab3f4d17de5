import { describe, expect, it } from 'vitest';
import { ItGlueError } from '@/lib/itglue/errors';
import { deviceKey } from '@/lib/model/device';
import { configurationId, organizationId } from '@/lib/model/ids';
import {
  deviceByHand,
  deviceMatches,
  events,
  freshStore,
  networkIgnored,
  sync,
} from '@/test/sync/store';
import { configuration, device } from '@/test/sync/tenant';
import { sampleTenant } from '@/test/sync/sample';

describe('configurations', () => {
  it('that IT Glue no longer has go, and their matches end with a reason', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('deviceMatches', deviceByHand(['router', '1'], 'n1', 'c3', 'o1'));
    await sync(store, tenant);
    const before = await store.count('activity');
    tenant.configurations = tenant.configurations.filter(({ id }) => !['c1', 'c3'].includes(id));
    await sync(store, tenant);
    expect((await store.getAllKeys('configurations')) as string[]).toEqual(['c2', 'c4']);
    expect(await deviceMatches(store)).toEqual([
      'access-point:1 → c2 (mac)',
      'switch:2 → c4 (mac)',
    ]);
    expect((await events(store)).slice(before)).toEqual([
      {
        kind: 'device-match-ended',
        deviceKey: 'switch:1',
        name: 'Core switch',
        configurationId: 'c1',
        configurationName: 'Configuration c1',
        organizationId: 'o1',
        rule: 'mac-and-ip',
        reason: 'configuration-gone',
      },
      {
        kind: 'device-match-ended',
        deviceKey: 'router:1',
        name: 'Edge router',
        configurationId: 'c3',
        configurationName: 'Edge Router',
        organizationId: 'o1',
        rule: 'by-hand',
        reason: 'configuration-gone',
      },
    ]);
  });

  it('that are out of reach keep their match and last values, and are named', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.outOfReach.add('configuration c1');
    tenant.configurations = tenant.configurations.filter(({ id }) => id !== 'c4');
    const run = await sync(store, tenant);
    expect(run.problems).toEqual([
      {
        stage: 'configurations',
        subject: 'Configuration c1',
        problem: { kind: 'out-of-reach', side: 'itglue' },
      },
    ]);
    expect(await deviceMatches(store)).toEqual([
      'access-point:1 → c2 (mac)',
      'switch:1 → c1 (mac-and-ip)',
    ]);
    expect(await store.get('configurations', configurationId('c1'))).toBeDefined();
  });

  it('of one organization out of reach stay, and those of the others asked with it are read', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    const refusal = new ItGlueError({ kind: 'out-of-reach', request: 'GET', outcome: null });
    tenant.faults.set('configurations of o1,o2', refusal).set('configurations of o1', refusal);
    tenant.configurations = tenant.configurations.map((row) => ({ ...row, hostname: 'new' }));
    const run = await sync(store, tenant);
    expect(run.problems).toMatchObject([
      {
        stage: 'configurations',
        organizationId: 'o1',
        subject: { kind: 'configurations-of', organizationName: 'ACME' },
        problem: { kind: 'out-of-reach' },
      },
    ]);
    const hostnames = (await store.getAll('configurations')).map(
      ({ organizationId: of, hostname }) => `${of} ${hostname}`,
    );
    expect(new Set(hostnames)).toEqual(new Set(['o1 null', 'o2 new']));
    expect(await deviceMatches(store)).toHaveLength(3);
  });

  it('that the pages passed over keep their match, since they are found by id', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.passedOver.add('configuration c1').add('configuration c3');
    await sync(store, tenant);
    expect(tenant.calls).toContain('configurations c1');
    expect(await deviceMatches(store)).toContain('switch:1 → c1 (mac-and-ip)');
    expect(await store.get('configurations', configurationId('c1'))).toBeDefined();
  });

  it('whose row cannot be read keep their last data and match, and are named', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.unreadable.add('configuration c1').add('configuration c3');
    const run = await sync(store, tenant);
    expect(run.skipped).toMatchObject([
      { stage: 'configurations', id: 'c1' },
      { stage: 'configurations', id: 'c3' },
    ]);
    expect(await store.count('configurations')).toBe(4);
    expect(await deviceMatches(store)).toContain('switch:1 → c1 (mac-and-ip)');
  });

  it('keep their match when they are passed over and cannot be read by id either', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.passedOver.add('configuration c1');
    tenant.unreadable.add('configuration c1');
    const run = await sync(store, tenant);
    expect(run.skipped.map(({ id }) => id)).toEqual(['c1']);
    expect(await deviceMatches(store)).toContain('switch:1 → c1 (mac-and-ip)');
  });

  it('that cannot be asked for by id fail the run and lose nothing', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.passedOver.add('configuration c1');
    tenant.faults.set(
      'configurations c1',
      new ItGlueError({ kind: 'timeout', request: 'GET /configurations', outcome: null }),
    );
    await expect(sync(store, tenant)).rejects.toMatchObject({ kind: 'timeout' });
    expect(await deviceMatches(store)).toContain('switch:1 → c1 (mac-and-ip)');
  });

  it('go when their organization has no match any more', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    await store.put('networkMatches', networkIgnored('n2'));
    await store.delete('deviceMatches', deviceKey('switch', '2'));
    await sync(store, tenant);
    expect(
      await store.getAllFromIndex('configurations', 'organization', organizationId('o2')),
    ).toEqual([]);
  });

  it('of dozens of organizations are asked for together', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    tenant.pageSize = 1000;
    for (let index = 10; index < 35; index += 1) {
      tenant.networks.push({
        ...tenant.networks[0]!,
        id: `n${index}` as never,
        name: `S ${index}`,
      });
      tenant.organizations.push({
        ...tenant.organizations[0]!,
        id: `o${index}` as never,
        name: `S ${index}`,
      });
      tenant.configurations.push(configuration(`c${index}`, { organization: `o${index}` }));
    }
    await sync(store, tenant);
    expect(tenant.calls.filter((call) => call.startsWith('configurations'))).toHaveLength(1);
    expect(await store.count('configurations')).toBe(4 + 25);
  });

  it('that move to another organization end an automatic match and leave one by hand', async () => {
    for (const [from, to] of [
      ['o1', 'o2'],
      ['o2', 'o1'],
      ['o1', 'o3'],
    ] as const) {
      const store = await freshStore();
      const tenant = sampleTenant();
      const [old] = tenant.networks.filter(({ id }) => id === (from === 'o1' ? 'n1' : 'n2'));
      tenant.devices = [
        device('switch', '1', { network: old!.id, mac: '00000000000a' }),
        device('switch', '2', { network: old!.id, mac: '00000000000b' }),
      ];
      tenant.configurations = [
        configuration('c1', { organization: from, mac: '00000000000a' }),
        configuration('c2', { organization: from }),
      ];
      await store.put('deviceMatches', deviceByHand(['switch', '2'], old!.id, 'c2', from));
      await sync(store, tenant);
      expect(await deviceMatches(store)).toEqual([
        'switch:1 → c1 (mac)',
        'switch:2 → c2 (by-hand)',
      ]);
      tenant.configurations = tenant.configurations.map((each) => ({
        ...each,
        organizationId: organizationId(to),
      }));
      await sync(store, tenant);
      expect(await deviceMatches(store)).toEqual(['switch:2 → c2 (by-hand)']);
      expect((await events(store)).at(-1)).toMatchObject({
        kind: 'device-match-ended',
        reason: 'moved-to-another-organization',
      });
    }
  });

  it('that move to another organization are given to the device that fits there at once', async () => {
    for (const [from, to] of [
      ['n1', 'n2'],
      ['n2', 'n1'],
    ] as const) {
      const store = await freshStore();
      const tenant = sampleTenant();
      const organizations = { n1: organizationId('o1'), n2: organizationId('o2') };
      // The same MAC twice, as when a device was replaced by its twin from another site.
      tenant.devices = [
        device('switch', '1', { network: from, mac: '00000000000a' }),
        device('switch', '2', { network: to, mac: '00000000000a' }),
      ];
      tenant.configurations = [
        configuration('c1', { organization: organizations[from], mac: '00000000000a' }),
      ];
      await sync(store, tenant);
      expect(await deviceMatches(store)).toEqual(['switch:1 → c1 (mac)']);
      tenant.configurations = [{ ...tenant.configurations[0]!, organizationId: organizations[to] }];
      await sync(store, tenant);
      expect(await deviceMatches(store)).toEqual(['switch:2 → c1 (mac)']);
    }
  });
});
