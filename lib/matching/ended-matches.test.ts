import { describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { ConfigurationRule, DeviceMatch } from '@/lib/model/match';
import { endedMatches } from './ended-matches';
import { organization } from '@/lib/model/samples.fixture';
import { configuration, device, matchedNetwork } from './samples.fixture';

const match = (rule: ConfigurationRule): DeviceMatch => ({
  deviceKey: deviceKey('switch', '1'),
  networkId: networkId('n1'),
  at: '2025-01-01T00:00:00Z',
  state: 'matched',
  configurationId: configurationId('c1'),
  organizationId: organizationId('o1'),
  rule,
});
const ignored: DeviceMatch = {
  deviceKey: deviceKey('switch', '1'),
  networkId: networkId('n1'),
  at: '2025-01-01T00:00:00Z',
  state: 'ignored',
};
const world = {
  networks: [{ id: networkId('n1') }, { id: networkId('n2') }],
  organizations: [organization('o1', 'One'), organization('o2', 'Two')],
  devices: [device('1', {})],
  configurations: [configuration('c1', {})],
  networkMatches: [matchedNetwork('n1', 'o1'), matchedNetwork('n2', 'o2')],
  deviceMatches: [match('mac')],
};
const reasons = (ended: ReturnType<typeof endedMatches>) => ({
  networks: ended.networks.map(({ reason }) => reason),
  devices: ended.devices.map(({ reason }) => reason),
});

describe('endedMatches', () => {
  it('ends nothing while both sides exist', () => {
    expect(reasons(endedMatches(world))).toEqual({ networks: [], devices: [] });
  });

  it('ends a network’s match when the network or the organization is gone', () => {
    expect(
      reasons(
        endedMatches({
          ...world,
          networks: [{ id: networkId('n2') }],
          organizations: [organization('o1', 'One')],
        }),
      ).networks,
    ).toEqual(['network-gone', 'organization-gone']);
  });

  it.each(['mac', 'by-hand'] as const)('ends a %s match whose device is gone', (rule) => {
    const ended = endedMatches({ ...world, devices: [], deviceMatches: [match(rule)] });
    expect(ended.devices).toEqual([{ match: match(rule), reason: 'device-gone' }]);
  });

  it.each(['mac', 'by-hand'] as const)('ends a %s match whose configuration is gone', (rule) => {
    const ended = endedMatches({ ...world, configurations: [], deviceMatches: [match(rule)] });
    expect(reasons(ended).devices).toEqual(['configuration-gone']);
  });

  it('forgets that a device is ignored only when the device is gone', () => {
    const without = { ...world, configurations: [], deviceMatches: [ignored] };
    expect(reasons(endedMatches(without)).devices).toEqual([]);
    expect(reasons(endedMatches({ ...without, devices: [] })).devices).toEqual(['device-gone']);
  });

  it('ends an automatic match, but none by hand, when a side moved to another organization', () => {
    const moves = [
      { ...world, devices: [device('1', { network: 'n2' })] },
      { ...world, configurations: [configuration('c1', { organization: 'o2' })] },
    ];
    for (const moved of moves) {
      expect(reasons(endedMatches(moved)).devices).toEqual(['moved-to-another-organization']);
      const byHand = { ...moved, deviceMatches: [match('by-hand')] };
      expect(reasons(endedMatches(byHand)).devices).toEqual([]);
    }
  });
});
