import { describe, expect, it } from 'vitest';
import { deviceKey, type Device } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import { maxSuggestions } from './match-devices';
import { configuration, device, matchedNetwork } from './samples.fixture';
import { suggestForConfiguration } from './suggest-for-configuration';

const networkMatches = [matchedNetwork('n1', 'o1'), matchedNetwork('n2', 'o2')];
const suggest = (
  of: Parameters<typeof configuration>[1],
  devices: Device[],
  deviceMatches: Parameters<typeof suggestForConfiguration>[0]['deviceMatches'] = [],
) =>
  suggestForConfiguration({
    configuration: configuration('c1', of),
    devices,
    networkMatches,
    deviceMatches,
  }).map(({ deviceKey, reason }) => `${deviceKey} ${reason}`);

describe('suggestForConfiguration', () => {
  it('orders by how much speaks for the device', () => {
    expect(
      suggest({ macs: ['m1'], ips: ['10.0.0.5'], name: 'Lobby AP 1', serialNumber: 'SN12345' }, [
        device('alike', { name: 'AP Loby 1' }),
        device('name', { name: 'lobby ap 1' }),
        device('ip', { ips: ['10.0.0.5'] }),
        device('serial', { serialNumber: 'sn12345' }),
        device('mac', { mac: 'm1' }),
        device('both', { mac: 'm1', ips: ['10.0.0.5'] }),
        device('unlike', { name: 'Warehouse switch' }),
      ]),
    ).toEqual([
      'switch:both mac-and-ip',
      'switch:mac mac',
      'switch:serial serial-number',
      'switch:ip ip',
      'switch:name name',
      'switch:alike similar-name',
    ]);
  });

  it('offers what may have been put in the place of the device that had the configuration', () => {
    const gone = {
      key: deviceKey('switch', 'old'),
      kind: 'switch' as const,
      mac: 'm9' as Mac,
      name: 'Attic',
      networkId: networkId('n1'),
      at: '2026-01-01',
      rejected: [],
      match: {
        deviceKey: deviceKey('switch', 'old'),
        networkId: networkId('n1'),
        at: '2025-01-01',
        state: 'matched' as const,
        configurationId: configurationId('c1'),
        organizationId: organizationId('o1'),
        rule: 'by-hand' as const,
      },
    };
    const found = suggestForConfiguration({
      configuration: configuration('c1', { name: 'Other' }),
      devices: [device('new', { mac: 'm1', name: 'Attic' }), device('other', { name: 'Cellar' })],
      networkMatches,
      deviceMatches: [],
      departed: [gone],
    });
    expect(found).toMatchObject([{ deviceKey: 'switch:new', reason: 'replaces', replaces: 'm9' }]);
  });

  it('does not take differently numbered devices for alike', () => {
    expect(suggest({ name: 'AP-01' }, [device('1', { name: 'AP-02' })])).toEqual([]);
  });

  it('does not take placeholders for serial numbers', () => {
    expect(suggest({ serialNumber: 'N/A' }, [device('1', { serialNumber: 'N/A' })])).toEqual([]);
  });

  it('leaves out decided devices and those of other organizations', () => {
    const twins = [
      device('1', { mac: 'm1' }),
      device('2', { mac: 'm1', network: 'n2' }),
      device('3', { mac: 'm1', network: 'n3' }),
    ];
    const decided = {
      deviceKey: deviceKey('switch', '1'),
      networkId: networkId('n1'),
      at: '2025-01-01T00:00:00Z',
      state: 'ignored',
    } as const;
    expect(suggest({ macs: ['m1'] }, twins)).toEqual(['switch:1 mac']);
    expect(suggest({ macs: ['m1'] }, twins, [decided])).toEqual([]);
  });

  it('is empty for a configuration that a device has', () => {
    const taken = {
      deviceKey: deviceKey('switch', '9'),
      networkId: networkId('n1'),
      at: '2025-01-01T00:00:00Z',
      state: 'matched',
      configurationId: configurationId('c1'),
      organizationId: organizationId('o1'),
      rule: 'by-hand',
    } as const;
    expect(suggest({ macs: ['m1'] }, [device('1', { mac: 'm1' })], [taken])).toEqual([]);
  });

  it('shows a bounded number', () => {
    const many = Array.from({ length: 50 }, (_, i) => device(`${i}`, { mac: 'm1' }));
    expect(suggest({ macs: ['m1'] }, many)).toHaveLength(maxSuggestions);
  });
});
