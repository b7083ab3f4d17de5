import { describe, expect, it } from 'vitest';
import { primaryInterface } from '../itglue/state';
import { demoTenant } from './demo';
import { DEMO } from './demo-ids';
import { addAgain, bringTwin, replaceDevice } from './events';

const devices = ({ datto }: ReturnType<typeof demoTenant>) =>
  datto.networks.flatMap((network) => [...network.nodes, ...network.switches]);

describe('what people do between two syncs', () => {
  it('a device that is taken out and added again has its MAC under a new id', () => {
    const tenant = demoTenant();
    const before = devices(tenant).find(({ id }) => id === DEMO.panel.switch.deviceId)!;
    const { mac, name } = before;
    const id = addAgain(tenant, before.id);
    expect(devices(tenant).filter((device) => device.mac === mac)).toMatchObject([{ id, name }]);
    expect(id).not.toBe(DEMO.panel.switch.deviceId);
  });

  it('a device that is replaced has its name with another MAC, under a new id', () => {
    const tenant = demoTenant();
    const id = replaceDevice(tenant, DEMO.panel.accessPoint.deviceId, 'ac:86:74:ff:ff:01');
    expect(devices(tenant).find((device) => device.id === id)).toMatchObject({
      name: 'NW-AP01 Lobby',
      mac: 'ac:86:74:ff:ff:01',
    });
    expect(() => addAgain(tenant, DEMO.panel.accessPoint.deviceId)).toThrow();
  });

  it('a PSA brings in a configuration once more, and owns that one', () => {
    const { itglue, ...tenant } = demoTenant();
    const { configurationId } = DEMO.panel.accessPoint;
    const twin = itglue.configurations.get(bringTwin({ ...tenant, itglue }, configurationId))!;
    const first = itglue.configurations.get(configurationId)!;
    expect(twin).toMatchObject({ name: first.name, psaSynced: true });
    expect(primaryInterface(twin)?.macAddress).toBe(primaryInterface(first)?.macAddress);
    expect(primaryInterface(twin)?.id).not.toBe(primaryInterface(first)?.id);
  });
});
