import { toProblem } from '../problems';
import { describe, expect, it } from 'vitest';
import { DattoError } from '@/lib/datto/errors';
import { deviceKey } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import type { Database } from '@/lib/store/schema';
import {
  deviceByHand,
  deviceMatches,
  events,
  freshStore,
  goOn,
  openedRun,
  sync,
} from '@/test/sync/store';
import { clientsOf, device, network } from '@/test/sync/tenant';
import { sampleTenant } from '@/test/sync/sample';

const failing = new DattoError('transient', 'api.cloudtrax.com');

describe('devices', () => {
  it('that their network no longer has go, and their match ends with a reason', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.devices.splice(0, 1);
    await sync(store, tenant);
    expect(await store.get('devices', deviceKey('switch', '1'))).toBeUndefined();
    expect(await deviceMatches(store)).toEqual([
      'access-point:1 → c2 (mac)',
      'switch:2 → c4 (mac)',
    ]);
    expect((await events(store)).at(-1)).toEqual({
      kind: 'device-match-ended',
      deviceKey: 'switch:1',
      name: 'Core switch',
      configurationId: 'c1',
      configurationName: 'Configuration c1',
      organizationId: 'o1',
      rule: 'mac-and-ip',
      reason: 'device-gone',
    });
  });

  it('end a match by hand too when they are gone', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('deviceMatches', deviceByHand(['managed-power', '1'], 'n1', 'c3', 'o1'));
    await sync(store, tenant);
    tenant.devices = tenant.devices.filter(({ kind }) => kind !== 'managed-power');
    await sync(store, tenant);
    expect((await events(store)).at(-1)).toMatchObject({
      kind: 'device-match-ended',
      rule: 'by-hand',
      reason: 'device-gone',
    });
  });

  it('keep their last data where their kind could not be read, while other kinds are brought up to date', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.devices = tenant.devices.filter((each) => each.networkId !== 'n1');
    tenant.faults.set('devices n1 switch', failing);
    const run = await sync(store, tenant);
    expect(
      (await store.getAllKeysFromIndex('devices', 'network', networkId('n1'))) as string[],
    ).toEqual(['switch:1']);
    expect(await deviceMatches(store)).toEqual([
      'switch:1 → c1 (mac-and-ip)',
      'switch:2 → c4 (mac)',
    ]);
    expect(run.problems).toEqual([
      {
        stage: 'devices',
        networkId: 'n1',
        subject: 'Acme',
        problem: toProblem(failing),
      },
    ]);
  });

  it('keep their last data where their whole network could not be read, which is named once', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.devices = [];
    tenant.faults.set('devices n1', new DattoError('not-permitted', 'api.cloudtrax.com'));
    const run = await sync(store, tenant);
    expect(await store.count('devices')).toBe(4);
    expect(run.problems).toMatchObject([{ subject: 'Acme', problem: { kind: 'not-permitted' } }]);
    tenant.faults.clear();
    await sync(store, tenant);
    expect(await store.count('devices')).toBe(0);
  });

  it('of a kind that is out of reach keep their data and match, and the other kinds are read', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.faults.set('devices n1 switch', new DattoError('out-of-reach', 'api.cloudtrax.com'));
    tenant.devices = tenant.devices.filter(({ networkId: of }) => of !== networkId('n1'));
    const run = await sync(store, tenant);
    expect(run.problems).toMatchObject([
      { networkId: 'n1', subject: 'Acme', problem: { kind: 'out-of-reach', side: 'datto' } },
    ]);
    expect(await deviceMatches(store)).toEqual([
      'switch:1 → c1 (mac-and-ip)',
      'switch:2 → c4 (mac)',
    ]);
  });

  it('whose row cannot be read keep their last data and match, and are named', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.unreadable.add('switch 1');
    const run = await sync(store, tenant);
    expect(run.skipped).toEqual([
      {
        stage: 'devices',
        subject: { kind: 'device', deviceKind: 'switch', networkName: 'Acme' },
        id: '1',
        fields: [{ field: 'name', expected: 'string' }],
      },
    ]);
    expect((await store.get('devices', deviceKey('switch', '1')))!.name).toBe('Core switch');
    expect(await deviceMatches(store)).toContain('switch:1 → c1 (mac-and-ip)');
  });

  it('are all kept where a row does not even tell its id, since it may be any of its kind', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.unreadable.add('switch 1');
    tenant.nameless.add('switch 1');
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('switch:1 → c1 (mac-and-ip)');
    tenant.unreadable.clear();
    tenant.devices = tenant.devices.filter(({ kind }) => kind !== 'switch');
    await sync(store, tenant);
    expect(await deviceMatches(store)).toEqual(['access-point:1 → c2 (mac)']);
  });

  it('of a kind whose endpoint the account lacks are kept, and that is no problem', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.unsupported.add('router');
    const run = await sync(store, tenant);
    expect(await store.get('devices', deviceKey('router', '1'))).toBeDefined();
    expect(run.problems).toEqual([]);
  });

  it.each(['credentials', 'offline'] as const)(
    'end the run when it is a matter of %s',
    async (kind) => {
      const store = await freshStore();
      const tenant = sampleTenant();
      tenant.faults.set('devices n1 router', new DattoError(kind, 'api.cloudtrax.com'));
      await expect(sync(store, tenant)).rejects.toMatchObject({ kind });
    },
  );

  it('that move within their organization keep their automatic match', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    tenant.networks.push(network('n4', 'acme'));
    await sync(store, tenant);
    const before = await store.get('deviceMatches', deviceKey('switch', '1'));
    tenant.devices[0] = { ...tenant.devices[0]!, networkId: networkId('n4') };
    await sync(store, tenant);
    expect(await store.get('deviceMatches', deviceKey('switch', '1'))).toEqual({
      ...before,
      networkId: 'n4',
    });
    expect((await events(store)).filter(({ kind }) => kind === 'device-match-ended')).toEqual([]);
  });

  it('that move to another organization lose their automatic match, and may get another at once', async () => {
    for (const [from, to, old, fresh] of [
      ['n1', 'n2', 'c1', 'c6'],
      ['n2', 'n1', 'c6', 'c1'],
    ] as const) {
      const store = await freshStore();
      const tenant = sampleTenant();
      tenant.configurations.push({
        ...tenant.configurations[0]!,
        id: 'c6' as never,
        organizationId: 'o2' as never,
      });
      tenant.devices[0] = { ...tenant.devices[0]!, networkId: networkId(from) };
      await sync(store, tenant);
      expect(await deviceMatches(store)).toContain(`switch:1 → ${old} (mac-and-ip)`);
      const before = await store.count('activity');
      tenant.devices[0] = { ...tenant.devices[0], networkId: networkId(to) };
      await sync(store, tenant);
      expect(await deviceMatches(store)).toContain(`switch:1 → ${fresh} (mac-and-ip)`);
      expect((await events(store)).slice(before)).toMatchObject([
        {
          kind: 'device-match-ended',
          configurationId: old,
          reason: 'moved-to-another-organization',
        },
        { kind: 'device-matched', configurationId: fresh },
      ]);
    }
  });

  it('that move to another organization keep a match by hand', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('deviceMatches', deviceByHand(['switch', '1'], 'n1', 'c3', 'o1'));
    await sync(store, tenant);
    tenant.devices[0] = { ...tenant.devices[0]!, networkId: networkId('n2') };
    for (let again = 0; again < 2; again += 1) {
      await sync(store, tenant);
      expect(await deviceMatches(store)).toContain('switch:1 → c3 (by-hand)');
    }
  });

  it('of one id and two kinds are two devices', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    tenant.devices.push(device('router', '2', { network: 'n2' }));
    await sync(store, tenant);
    tenant.devices = tenant.devices.filter(({ key }) => key !== 'switch:2');
    await sync(store, tenant);
    expect(await store.get('devices', deviceKey('router', '2'))).toBeDefined();
    expect(await store.get('devices', deviceKey('switch', '2'))).toBeUndefined();
  });

  describe('of a network that has none', () => {
    const isEmpty = async (store: Database) =>
      (await store.get('networks', networkId('n3')))!.withoutDevices;
    async function emptied() {
      const tenant = sampleTenant();
      tenant.devices = tenant.devices.filter(({ networkId: id }) => id !== 'n3');
      return { tenant, store: await freshStore() };
    }

    it('make it ask for nothing, until one is added', async () => {
      const { store, tenant } = await emptied();
      await sync(store, tenant);
      expect(await isEmpty(store)).toBe(true);
      expect((await store.get('networks', networkId('n1')))!.withoutDevices).toBe(false);
      tenant.devices.push(device('switch', '9', { network: 'n3' }));
      await sync(store, tenant);
      expect(await isEmpty(store)).toBe(false);
    });

    it('are not known to be none where a list could not be read', async () => {
      const { store, tenant } = await emptied();
      tenant.faults.set('devices n3 switch', failing);
      await sync(store, tenant);
      expect(await isEmpty(store)).toBe(false);
      tenant.faults.clear();
      await sync(store, tenant);
      tenant.faults.set('devices n3 switch', failing);
      await sync(store, tenant);
      expect(await isEmpty(store)).toBe(true);
    });

    it('are there where one cannot be read as a device', async () => {
      const { store, tenant } = await emptied();
      tenant.devices.push(device('switch', '9', { network: 'n3' }));
      tenant.unreadable.add('switch 9');
      await sync(store, tenant);
      expect(await isEmpty(store)).toBe(false);
    });

    it('stay none wherever the next sync stands', async () => {
      const { store, tenant } = await emptied();
      await sync(store, tenant);
      const run = openedRun('next');
      await store.put('runs', run);
      let ended = false;
      for (let stopAt = 1; !ended; stopAt++) {
        const stop = new AbortController();
        let commits = 0;
        await goOn(store, clientsOf(tenant), run.id, {
          signal: stop.signal,
          committed: () => ++commits === stopAt && stop.abort(),
        }).catch(() => undefined);
        expect(await isEmpty(store)).toBe(true);
        ended = commits < stopAt;
        expect(stopAt).toBeLessThan(100);
      }
    });
  });
});
