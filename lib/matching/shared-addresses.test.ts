import { describe, expect, it } from 'vitest';
import { configuration, device } from '@/test/sync/tenant';
import { sharedAddresses } from './shared-addresses';

const at = (id: string, ip?: string) =>
  configuration(id, { organization: 'o1', ...(ip !== undefined && { ip }) });

describe('addresses that devices and configurations share', () => {
  it('are found among all that a device reports', () => {
    const one = device('switch', '1', { network: 'n1', ip: '10.0.0.1' });
    const two = { ...device('switch', '2', { network: 'n1' }), ips: one.ips };
    expect([...sharedAddresses([one, two], [at('c1', '10.0.0.1'), at('c2', '10.0.0.2')])]).toEqual([
      ['switch:1', ['c1']],
      ['switch:2', ['c1']],
    ]);
  });

  it('do not count where the configuration is archived, and a device without any shares none', () => {
    const silent = device('switch', '1', { network: 'n1' });
    const one = device('switch', '2', { network: 'n1', ip: '10.0.0.1' });
    const archived = { ...at('c1', '10.0.0.1'), archived: true };
    expect(sharedAddresses([silent, one], [archived, at('c2')]).size).toBe(0);
  });
});
