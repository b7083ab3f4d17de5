import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '@/lib/model/configuration';
import { deviceKey, type Device } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { Ip } from '@/lib/model/ip';
import type { Mac } from '@/lib/model/mac';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import { matchDevices, maxSuggestions } from './match-devices';
import { configuration, device, matchedNetwork } from './samples.fixture';

const now = '2026-01-02T03:04:05Z';
const networkMatches: NetworkMatch[] = [matchedNetwork('n1', 'o1'), matchedNetwork('n2', 'o2')];
const run = (
  devices: Device[],
  configurations: Configuration[],
  deviceMatches: DeviceMatch[] = [],
) => matchDevices({ devices, configurations, networkMatches, deviceMatches, now });
const pairs = (matches: readonly DeviceMatch[]) =>
  matches.map((match) =>
    match.state === 'matched'
      ? `${match.deviceKey} ${match.configurationId} ${match.rule}`
      : `${match.deviceKey} ignored`,
  );
const byHand = (key: Device['key'], id: string): DeviceMatch => ({
  deviceKey: key,
  networkId: networkId('n1'),
  at: '2025-01-01T00:00:00Z',
  state: 'matched',
  configurationId: configurationId(id),
  organizationId: organizationId('o1'),
  rule: 'by-hand',
});

describe('matchDevices', () => {
  it('matches by MAC and IP, saying which rule and when', () => {
    const { matches } = run(
      [device('1', { mac: 'm1', ips: ['10.0.0.5'] })],
      [configuration('c1', { macs: ['m1'], ips: ['10.0.0.5'] })],
    );
    expect(matches).toEqual([
      {
        deviceKey: deviceKey('switch', '1'),
        networkId: 'n1',
        at: now,
        state: 'matched',
        configurationId: 'c1',
        organizationId: 'o1',
        rule: 'mac-and-ip',
      },
    ]);
  });

  it('takes any interface and any address of the device', () => {
    const { matches } = run(
      [device('1', { mac: 'm2', ips: ['10.0.0.5', '10.0.0.6'] })],
      [configuration('c1', { macs: ['m1', 'm2'], ips: ['10.9.9.9', '10.0.0.6'] })],
    );
    expect(pairs(matches)).toEqual(['switch:1 c1 mac-and-ip']);
  });

  it('matches by MAC alone where the IP differs', () => {
    const { matches } = run(
      [device('1', { mac: 'm1', ips: ['10.0.0.5'] })],
      [configuration('c1', { macs: ['m1'], ips: ['10.0.0.9'] })],
    );
    expect(pairs(matches)).toEqual(['switch:1 c1 mac']);
  });

  it('suggests a name of which Network Manager leaves the device’s', () => {
    const { matches, suggestions } = run(
      [device('1', { name: 'AP 3 Lobby' })],
      [configuration('c1', { name: 'AP #3 (Lobby)' }), configuration('c2', { name: 'AP 3Lobby' })],
    );
    expect(matches).toEqual([]);
    expect(suggestions.get(deviceKey('switch', '1'))).toEqual([
      { configurationId: 'c1', rule: 'name' },
    ]);
  });

  it('says that it is by a MAC which only an RMM knows', () => {
    const { matches, suggestions } = run(
      [device('1', { mac: 'm1', ips: ['10.0.0.5'] }), device('2', { mac: 'm2' })],
      [
        configuration('c1', { macs: ['m0', 'm1'], rmmMacs: ['m1'], ips: ['10.0.0.5'] }),
        configuration('c2', { macs: ['m2'], rmmMacs: ['m2'] }),
        configuration('c3', { macs: ['m2'] }),
      ],
    );
    expect(pairs(matches)).toEqual(['switch:1 c1 rmm-mac']);
    expect(suggestions.get(deviceKey('switch', '2'))).toEqual([
      { configurationId: 'c2', rule: 'rmm-mac' },
      { configurationId: 'c3', rule: 'mac' },
    ]);
  });

  it('only suggests an equal name', () => {
    const { matches, suggestions } = run(
      [device('1', { name: 'Lobby  AP' })],
      [configuration('c1', { name: 'lobby ap' })],
    );
    expect(matches).toEqual([]);
    expect(suggestions.get(deviceKey('switch', '1'))).toEqual([
      { configurationId: 'c1', rule: 'name' },
    ]);
  });

  it('never matches nameless devices with nameless configurations', () => {
    const { suggestions } = run(
      [device('1', { name: ' ' }), device('2', { name: null })],
      [configuration('c1', { name: '' })],
    );
    expect(suggestions.size).toBe(0);
  });

  it('stays within the organization of the device’s network', () => {
    const { matches, suggestions } = run(
      [device('1', { mac: 'm1', name: 'AP' }), device('2', { mac: 'm1', network: 'n3' })],
      [configuration('c1', { organization: 'o2', macs: ['m1'], name: 'AP' })],
    );
    expect([matches.length, suggestions.size]).toEqual([0, 0]);
  });

  it('prefers the configuration with MAC and IP to one with the MAC only', () => {
    const { matches } = run(
      [device('1', { mac: 'm1', ips: ['10.0.0.5'] })],
      [
        configuration('c1', { macs: ['m1'] }),
        configuration('c2', { macs: ['m1'], ips: ['10.0.0.5'] }),
      ],
    );
    expect(pairs(matches)).toEqual(['switch:1 c2 mac-and-ip']);
  });

  it('gives a configuration to the device with MAC and IP though another has its MAC', () => {
    const { matches } = run(
      [device('1', { mac: 'm1' }), device('2', { mac: 'm1', ips: ['10.0.0.5'] })],
      [configuration('c1', { macs: ['m1'], ips: ['10.0.0.5'] })],
    );
    expect(pairs(matches)).toEqual(['switch:2 c1 mac-and-ip']);
  });

  it('takes neither of two configurations a rule cannot tell apart, and shows both', () => {
    const { matches, suggestions } = run(
      [device('1', { mac: 'm1' })],
      [configuration('c2', { macs: ['m1'] }), configuration('c1', { macs: ['m1'] })],
    );
    expect(matches).toEqual([]);
    expect(suggestions.get(deviceKey('switch', '1'))).toEqual([
      { configurationId: 'c1', rule: 'mac' },
      { configurationId: 'c2', rule: 'mac' },
    ]);
  });

  it('gives a configuration to neither of two devices with its MAC, and shows it for both', () => {
    const { matches, suggestions } = run(
      [device('1', { mac: 'm1' }), device('2', { mac: 'm2' })],
      [configuration('c1', { macs: ['m1', 'm2'] })],
    );
    expect(matches).toEqual([]);
    expect([...suggestions.values()].flat()).toEqual([
      { configurationId: 'c1', rule: 'mac' },
      { configurationId: 'c1', rule: 'mac' },
    ]);
  });

  it('leaves archived configurations alone while another fits', () => {
    const archived = configuration('c1', { macs: ['m1'], ips: ['10.0.0.5'], archived: true });
    const one = device('1', { mac: 'm1', ips: ['10.0.0.5'] });
    expect(pairs(run([one], [archived, configuration('c2', { macs: ['m1'] })]).matches)).toEqual([
      'switch:1 c2 mac',
    ]);
    expect(pairs(run([one], [archived]).matches)).toEqual(['switch:1 c1 mac-and-ip']);
  });

  it('does not take what another device has, nor ask about ignored devices', () => {
    const ignored: DeviceMatch = {
      deviceKey: deviceKey('switch', '3'),
      networkId: networkId('n1'),
      at: now,
      state: 'ignored',
    };
    const { matches, suggestions } = run(
      [device('1', { mac: 'm1' }), device('2', { mac: 'm1' }), device('3', { mac: 'm3' })],
      [configuration('c1', { macs: ['m1'] }), configuration('c3', { macs: ['m3'] })],
      [byHand(deviceKey('switch', '1'), 'c1'), ignored],
    );
    expect([matches.length, suggestions.size]).toEqual([0, 0]);
  });

  it('matches the other of two twins once one is ignored', () => {
    const ignored: DeviceMatch = {
      deviceKey: deviceKey('switch', '1'),
      networkId: networkId('n1'),
      at: now,
      state: 'ignored',
    };
    const twins = [device('1', { mac: 'm1' }), device('2', { mac: 'm1' })];
    expect(pairs(run(twins, [configuration('c1', { macs: ['m1'] })], [ignored]).matches)).toEqual([
      'switch:2 c1 mac',
    ]);
  });

  it('shows a bounded number where hundreds of configurations have one MAC', () => {
    const configurations = Array.from({ length: 500 }, (_, i) =>
      configuration(`c${i}`, { macs: ['m1'] }),
    );
    const { matches, suggestions } = run([device('1', { mac: 'm1' })], configurations);
    expect(matches).toEqual([]);
    expect(suggestions.get(deviceKey('switch', '1'))).toHaveLength(maxSuggestions);
  });
});

describe('the laws of device matching', () => {
  const macs = ['m1', 'm2', 'm3', 'm4'] as Mac[];
  const ips = ['10.0.0.1', '10.0.0.2', '10.0.0.3'] as Ip[];
  const name = fc.constantFrom('AP 1', 'ap 1', 'Switch', 'Core', '');
  const devices = fc
    .array(
      fc.record({
        mac: fc.constantFrom(null, ...macs),
        ips: fc.uniqueArray(fc.constantFrom(...ips)),
        name,
        network: fc.constantFrom('n1', 'n2', 'n3'),
      }),
      { maxLength: 7 },
    )
    .map((rows) => rows.map((row, i) => device(`${i}`, row)));
  const configurations = fc
    .array(
      fc.record({
        macs: fc.uniqueArray(fc.constantFrom(...macs)),
        ips: fc.uniqueArray(fc.constantFrom(...ips)),
        name,
        archived: fc.boolean(),
        organization: fc.constantFrom('o1', 'o2'),
      }),
      { maxLength: 7 },
    )
    .map((rows) => rows.map((row, i) => configuration(`c${i}`, row)));
  /** Some of the devices decided: matched by hand to the configuration of the same place, or ignored. */
  const world = fc
    .tuple(
      devices,
      configurations,
      fc.array(fc.constantFrom('by-hand', 'ignored', 'no'), { maxLength: 7 }),
    )
    .map(([devices, configurations, decisions]) => ({
      devices,
      configurations,
      decided: decisions.flatMap((decision, i): DeviceMatch[] => {
        const each = devices[i];
        const to = configurations[i];
        if (!each || decision === 'no') return [];
        if (decision === 'ignored')
          return [{ deviceKey: each.key, networkId: each.networkId, at: now, state: 'ignored' }];
        return to ? [byHand(each.key, to.id)] : [];
      }),
    }));

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(
        world,
        fc.infiniteStream(fc.nat()),
        ({ devices, configurations, decided }, random) => {
          const shuffled = <T>(list: readonly T[]) =>
            list
              .map((value) => ({ value, key: random.next().value as number }))
              .sort((a, b) => a.key - b.key)
              .map(({ value }) => value);
          const there = run(devices, configurations, decided);
          const back = run(shuffled(devices), shuffled(configurations), shuffled(decided));
          expect(back.matches).toEqual(there.matches);
          expect([...back.suggestions]).toEqual([...there.suggestions]);
        },
      ),
    );
  });

  it('finds nothing new the second time, and suggests the same', () => {
    fc.assert(
      fc.property(world, ({ devices, configurations, decided }) => {
        const first = run(devices, configurations, decided);
        const second = run(devices, configurations, [...decided, ...first.matches]);
        expect(second.matches).toEqual([]);
        expect(second.suggestions).toEqual(first.suggestions);
      }),
    );
  });

  it('gives one configuration to one device and decides no device twice', () => {
    fc.assert(
      fc.property(world, ({ devices, configurations, decided }) => {
        const all = [...decided, ...run(devices, configurations, decided).matches];
        const taken = all.flatMap((match) =>
          match.state === 'matched' ? [match.configurationId] : [],
        );
        expect(new Set(taken).size).toBe(taken.length);
        expect(new Set(all.map(({ deviceKey }) => deviceKey)).size).toBe(all.length);
      }),
    );
  });

  it('suggests neither for a decided device nor a taken configuration', () => {
    fc.assert(
      fc.property(world, ({ devices, configurations, decided }) => {
        const { matches, suggestions } = run(devices, configurations, decided);
        for (const match of [...decided, ...matches]) {
          expect(suggestions.has(match.deviceKey)).toBe(false);
          if (match.state === 'matched')
            expect(
              [...suggestions.values()].flat().map(({ configurationId }) => configurationId),
            ).not.toContain(match.configurationId);
        }
      }),
    );
  });

  it('matches only what shares a MAC in one organization', () => {
    fc.assert(
      fc.property(world, ({ devices, configurations, decided }) => {
        for (const match of run(devices, configurations, decided).matches) {
          if (match.state !== 'matched') throw new Error('ignored by itself');
          const mac = devices.find(({ key }) => key === match.deviceKey)?.mac;
          const to = configurations.find(({ id }) => id === match.configurationId);
          expect(to?.macs).toContain(mac);
          expect(to?.organizationId).toBe(match.organizationId);
        }
      }),
    );
  });
});
