import { describe, expect, it } from 'vitest';
import { port } from '@/lib/model/switch-port.fixture';
import { DattoError } from '@/lib/datto/errors';
import { deviceKey } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import { parseMac } from '@/lib/model/mac';
import { freshStore, sync } from '@/test/sync/store';
import { configuration, device, type Tenant } from '@/test/sync/tenant';
import { sampleTenant } from '@/test/sync/sample';

const core = deviceKey('switch', '1');
const printer = parseMac('00:1b:a9:4e:12:0c')!;

/** The sample tenant, in whose first network a printer is documented and plugged in. */
function withPrinter(): Tenant {
  const tenant = sampleTenant();
  tenant.devices = tenant.devices.map((each) => ({ ...each, lastCheckin: '2026-03-05T11:00:00Z' }));
  tenant.configurations.push(configuration('c9', { organization: 'o1', mac: printer }));
  tenant.ports.set(core, [port('12', [printer])]);
  return tenant;
}
const asked = (tenant: Tenant) => tenant.calls.filter((call) => /^(ports|clients) /.test(call));

describe('where MACs are', () => {
  it('is read of one source a network in each sync, in turn', async () => {
    const store = await freshStore();
    const tenant = withPrinter();
    tenant.devices.push({
      ...device('switch', '7', { network: 'n1' }),
      lastCheckin: '2026-03-05T11:00:00Z',
    });
    await sync(store, tenant);
    expect(asked(tenant)).toEqual(['ports switch:1']);
    expect(await store.get('sightings', core)).toMatchObject({ macs: [printer] });
    const all = new Set(asked(tenant));
    for (let again = 0; again < 3; again += 1) {
      tenant.calls = [];
      await sync(store, tenant);
      expect(asked(tenant)).toHaveLength(1);
      all.add(asked(tenant)[0]!);
    }
    expect([...all].sort()).toEqual(['clients n1', 'ports switch:1', 'ports switch:7']);
  });

  it("is not asked where nothing but the network's own devices is documented", async () => {
    const tenant = withPrinter();
    tenant.configurations.pop();
    await sync(await freshStore(), tenant);
    expect(asked(tenant)).toEqual([]);
  });

  it('keeps documented clients only', async () => {
    const store = await freshStore();
    const tenant = withPrinter();
    tenant.devices = tenant.devices.filter(({ kind }) => kind !== 'switch');
    const client = { accessPoint: null, ssid: 1, lastSeen: null };
    tenant.clients.set(networkId('n1'), [
      { ...client, mac: printer },
      { ...client, mac: parseMac('da:a1:19:00:11:22')! },
    ]);
    await sync(store, tenant);
    expect(await store.getAll('sightings')).toMatchObject([{ clients: [{ mac: printer }] }]);
  });

  it('goes with the switch that told it', async () => {
    const store = await freshStore();
    const tenant = withPrinter();
    await sync(store, tenant);
    tenant.devices = tenant.devices.filter(({ key }) => key !== core);
    await sync(store, tenant);
    expect(await store.get('sightings', core)).toBeUndefined();
  });

  it('is missing in silence where the account has no such call, and is named where it fails', async () => {
    const tenant = withPrinter();
    const host = 'api.cloudtrax.com';
    tenant.faults.set('ports switch:1', new DattoError('not-implemented', host));
    expect((await sync(await freshStore(), tenant)).problems).toEqual([]);
    tenant.faults.set('ports switch:1', new DattoError('out-of-reach', host));
    expect((await sync(await freshStore(), tenant)).problems).toMatchObject([
      { stage: 'connections', networkId: 'n1', problem: { kind: 'out-of-reach' } },
    ]);
  });
});
