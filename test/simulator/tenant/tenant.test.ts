import { describe, expect, it } from 'vitest';
import { primaryInterface } from '../itglue/state';
import { demoTenant } from './demo';
import { DEMO } from './demo-ids';
import { longestKey } from './demo-ssids';
import { typedMacs, uptimeText } from './forms';
import { generateTenant } from './generate';
import { preSharedKeys, type Tenant } from './tenant';

const now = Date.UTC(2025, 5, 1);
const devices = ({ datto }: Tenant) =>
  datto.networks.flatMap((network) => [
    ...network.nodes,
    ...network.switches,
    ...network.powerStrips,
    ...network.routers,
  ]);

/** Every leaf under a key of DEMO, to check that it is really there. */
function leaves(value: unknown): (string | number)[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leaves)
    : [value as string];
}

describe('the demo tenant', () => {
  const tenant = demoTenant({ now });

  it('has 12 organizations, 16 networks and some 150 devices of all four kinds', () => {
    expect(tenant.itglue.organizations.size).toBe(12);
    expect(tenant.datto.networks).toHaveLength(16);
    expect(Math.abs(devices(tenant).length - 150)).toBeLessThan(10);
    for (const list of ['nodes', 'switches', 'powerStrips', 'routers'] as const) {
      expect(
        tenant.datto.networks.flatMap((network): unknown[] => network[list]).length,
      ).toBeGreaterThan(4);
    }
  });

  it('has every row that its constants name', () => {
    const { itglue, datto } = tenant;
    for (const id of leaves(DEMO.organizations))
      expect(itglue.organizations.has(String(id))).toBe(true);
    expect(datto.networks.map(({ id }) => id).sort()).toEqual(leaves(DEMO.networks).sort());
    const deviceIds = new Set(devices(tenant).map(({ id }) => id));
    for (const id of leaves(DEMO.devices)) expect(deviceIds).toContain(id);
    for (const one of [...Object.values(DEMO.panel), ...Object.values(DEMO.matching)]) {
      expect(deviceIds).toContain(one.deviceId);
      if ('configurationId' in one)
        expect(itglue.configurations.has(one.configurationId)).toBe(true);
    }
    for (const id of leaves(DEMO.users)) expect(itglue.users.has(String(id))).toBe(true);
    for (const id of leaves(DEMO.groups)) expect(itglue.groups.has(String(id))).toBe(true);
    for (const one of Object.values(DEMO.ssids)) {
      const network = datto.networks.find(({ id }) => id === one.networkId);
      for (const number of 'numbers' in one ? one.numbers : [one.number]) {
        expect(network?.ssids).toHaveProperty(String(number));
      }
    }
  });

  it('fills every field of the panel for one device of each kind', () => {
    for (const { deviceId, configurationId } of Object.values(DEMO.panel)) {
      const device = devices(tenant).find(({ id }) => id === deviceId)!;
      const empty = Object.entries(device).filter(
        ([, value]) => value === null || value === '' || value === 0,
      );
      expect(empty).toEqual([]);
      const documented = primaryInterface(tenant.itglue.configurations.get(configurationId)!);
      expect(documented?.macAddress?.toLowerCase()).toBe(device.mac.toLowerCase());
    }
  });

  it('is the same every time', () => {
    expect(demoTenant({ now })).toEqual(tenant);
  });

  it('has keys of the longest and shortest length that Wi-Fi allows, in printable ASCII', () => {
    expect(longestKey).toHaveLength(63);
    expect(preSharedKeys(tenant)).toContain(longestKey);
    for (const key of preSharedKeys(tenant)) expect(key).toMatch(/^[ -~]{8,63}$/);
  });
});

describe('a generated tenant', () => {
  it('has the size that was asked for, and no two devices with one id or MAC', () => {
    const tenant = generateTenant({ seed: 7, organizations: 30, networks: 40, devices: 900, now });
    expect(tenant.itglue.organizations.size).toBe(30);
    expect(tenant.datto.networks).toHaveLength(40);
    expect(devices(tenant)).toHaveLength(900);
    expect(new Set(devices(tenant).map(({ id }) => id)).size).toBe(900);
    expect(new Set(devices(tenant).map(({ mac }) => mac.toLowerCase())).size).toBe(900);
  });

  it('follows its seed and nothing else', () => {
    const size = { organizations: 10, networks: 10, devices: 50, now };
    expect(generateTenant({ ...size, seed: 3 })).toEqual(generateTenant({ ...size, seed: 3 }));
    expect(generateTenant({ ...size, seed: 3 })).not.toEqual(generateTenant({ ...size, seed: 4 }));
  });
});

describe('forms', () => {
  it('every way of typing a MAC keeps its digits and fits into IT Glue', () => {
    const mac = 'ac:86:74:0a:0b:0c';
    for (const type of typedMacs) {
      expect(type(mac).length).toBeLessThanOrEqual(17);
      expect(
        type(mac)
          .toLowerCase()
          .replace(/[^0-9a-f]/g, ''),
      ).toBe('ac86740a0b0c');
    }
  });

  it('an uptime reads as the access points write it', () => {
    expect([155, 8520, 1_869_780].map(uptimeText)).toEqual(['2m', '2h 22m', '21d 15h 23m']);
  });
});
