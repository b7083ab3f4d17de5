import { describe, expect, it } from 'vitest';
import { primaryInterface } from '../itglue/state';
import { fieldTenant } from './field';
import { FIELD } from './field-ids';

const now = Date.UTC(2025, 10, 1);
const tenant = fieldTenant({ now });
const { itglue, datto } = tenant;
const devices = datto.networks.flatMap((network) => [
  ...network.nodes,
  ...network.switches,
  ...network.powerStrips,
]);
const macOf = (configurationId: string) =>
  primaryInterface(itglue.configurations.get(configurationId)!)?.macAddress?.toLowerCase();

describe('the field tenant', () => {
  it('has every row that its constants name', () => {
    for (const id of Object.values(FIELD.organizations).flat())
      expect(itglue.organizations.has(id), id).toBe(true);
    expect(datto.networks.map(({ id }) => id).sort()).toEqual(
      Object.values(FIELD.networks).flat().sort(),
    );
    for (const one of Object.values(FIELD.devices)) {
      expect(devices.map(({ id }) => id)).toContain(one.deviceId);
      const ids = 'configurationIds' in one ? one.configurationIds : [one.configurationId];
      for (const id of ids) expect(itglue.configurations.has(id), id).toBe(true);
    }
    for (const id of Object.values(FIELD.users)) expect(itglue.users.has(id)).toBe(true);
  });

  it('is the same every time', () => {
    expect(fieldTenant({ now })).toEqual(tenant);
  });

  it('has no MAC twice among its devices, and networks without any', () => {
    expect(new Set(devices.map(({ mac }) => mac.toLowerCase())).size).toBe(devices.length);
    for (const id of FIELD.networks.withoutDevices)
      expect(datto.networks.find((one) => one.id === id)).toMatchObject({
        nodes: [],
        switches: [],
      });
  });

  it('has a MAC twice, one that only an RMM knows, and a twin of a PSA', () => {
    const { sameMac, rmmOnly, psaTwin } = FIELD.devices;
    expect(macOf(sameMac.configurationIds[0])).toBe(macOf(sameMac.configurationIds[1]));
    expect(macOf(rmmOnly.configurationId)).toBeUndefined();
    expect([...itglue.rmmRecords.values()].map((row) => row.configurationId)).toEqual([
      rmmOnly.configurationId,
    ]);
    expect(itglue.configurations.get(psaTwin.twinId)?.psaSynced).toBe(true);
  });

  it("has a record with people's file and password, and one without", () => {
    const { ofPeople, plain } = FIELD.records;
    const traits = (id: string) => Object.keys(itglue.flexibleAssets.get(id)!.traits);
    expect(traits(ofPeople.recordId)).toEqual(
      expect.arrayContaining(['floor-plan', 'controller-login', 'surveyed']),
    );
    expect(traits(plain.recordId)).not.toContain('floor-plan');
  });
});
