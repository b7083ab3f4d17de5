import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceKey, forEachKind } from '@/lib/model/device';
import { configurationId, networkId } from '@/lib/model/ids';
import { matchingStart } from '@/lib/views/matching-address';
import { acceptableDevices, devicesAt, onlyConfiguration } from '@/lib/views/lists/device-rows';
import { manyDevices, sampleDevice, suggestedConfiguration } from '@/lib/views/devices.fixture';
import { sampleNetwork, suggestedOrganization } from './tenant.fixture';
import { networksAt, onlyOrganization } from '@/lib/views/lists/network-rows';
import { ordered } from '@/lib/views/lists/row-order';

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
const noDevices = forEachKind(0);

describe('networks at a place', () => {
  const rows = [
    sampleNetwork(1, { name: 'Site 10', suggestions: [suggestedOrganization(9, 'Zeta')] }),
    sampleNetwork(2, { name: 'site 9', devices: { ...noDevices, switch: 7 } }),
    sampleNetwork(3, { name: 'Beta', suggestions: [suggestedOrganization(8, 'Alpha')] }),
    sampleNetwork(4, { name: 'Gamma', state: 'ignored' }),
  ];

  it('are those of the tab, by name as people sort', () => {
    expect(names(networksAt(rows, matchingStart))).toEqual(['Beta', 'site 9', 'Site 10']);
    expect(names(networksAt(rows, { ...matchingStart, tab: 'ignored' }))).toEqual(['Gamma']);
  });

  it('are filtered by the kinds of their devices, any of several', () => {
    expect(names(networksAt(rows, { ...matchingStart, kinds: ['switch', 'router'] }))).toEqual([
      'site 9',
    ]);
  });

  it('are found by a suggested organization', () => {
    expect(names(networksAt(rows, { ...matchingStart, text: 'zeta' }))).toEqual(['Site 10']);
  });

  it('are of a search the best matches first, unless an order was chosen', () => {
    const found = ['Upsite', 'Old site', 'Site', 'Site 2'].map((name, at) =>
      sampleNetwork(10 + at, { name }),
    );
    const place = { ...matchingStart, text: 'site' };
    expect(names(networksAt(found, place))).toEqual(['Site', 'Site 2', 'Old site', 'Upsite']);
    expect(names(networksAt(found, { ...place, descending: true }))[0]).toBe('Upsite');
    const like = found.map(({ name }, at) => sampleDevice(at, { name }));
    expect(names(devicesAt(like, place))).toEqual(['Site', 'Site 2', 'Old site', 'Upsite']);
  });

  it('sorted by suggestion have those without one last, in both directions', () => {
    const by = { ...matchingStart, sort: 'counterpart' } as const;
    expect(names(networksAt(rows, by))).toEqual(['Beta', 'Site 10', 'site 9']);
    expect(names(networksAt(rows, { ...by, descending: true }))).toEqual([
      'Site 10',
      'Beta',
      'site 9',
    ]);
  });

  it('have one suggestion where all others were taken back', () => {
    const two = [suggestedOrganization(1, 'A'), suggestedOrganization(2, 'B')];
    expect(onlyOrganization(sampleNetwork(1, { suggestions: two }))).toBeNull();
    const one = [two[0]!, suggestedOrganization(2, 'B', { kind: 'similar' }, true)];
    expect(onlyOrganization(sampleNetwork(1, { suggestions: one }))).toBe(two[0]);
  });
});

describe('devices at a place', () => {
  const rows = [
    sampleDevice(1, { name: 'Lobby', status: 'down', model: 'AP440' }),
    sampleDevice(2, { name: 'Core', kind: 'switch', networkId: networkId(2) }),
    sampleDevice(3, { name: 'Hall', state: 'matched', ip: '10.0.0.10' }),
    sampleDevice(4, { name: 'Attic', state: 'matched', ip: '10.0.0.9' }),
  ];

  it.each([
    [{ kinds: ['switch'] }, ['Core']],
    [{ network: networkId(2) }, ['Core']],
    [{ status: 'down' }, ['Lobby']],
    [{ text: 'ap440' }, ['Lobby']],
    [{ status: 'down', kinds: ['switch'] }, []],
    [{ tab: 'matched', sort: 'ip' }, ['Attic', 'Hall']],
    [{ sort: 'status' }, ['Lobby', 'Core']],
  ] as const)('with %o are %o', (change, expected) => {
    expect(names(devicesAt(rows, { ...matchingStart, ...change }))).toEqual(expected);
  });

  it('are neither lost nor doubled by any order', () => {
    const many = manyDevices(300).map((row) => ({ ...row, state: 'unmatched' as const }));
    fc.assert(
      fc.property(
        fc.constantFrom('name', 'kind', 'model', 'mac', 'ip', 'status', 'network', 'counterpart'),
        fc.boolean(),
        (sort, descending) => {
          const shown = devicesAt(many, { ...matchingStart, sort, descending });
          expect(new Set(shown)).toEqual(new Set(many));
          expect(shown).toHaveLength(many.length);
        },
      ),
    );
  });
});

describe('accepting all suggestions', () => {
  it('leaves out choices, shared addresses, what was rejected, and configurations two devices claim', () => {
    const shared = suggestedConfiguration(1, 'shared');
    const rows = [
      sampleDevice(1, { suggestions: [shared] }),
      sampleDevice(2, { suggestions: [shared] }),
      sampleDevice(3, { suggestions: [suggestedConfiguration(3, 'own')] }),
      sampleDevice(4, { suggestions: [suggestedConfiguration(4, 'ip', { rule: 'ip' })] }),
      sampleDevice(5, { suggestions: [suggestedConfiguration(5, 'no', { rejected: true })] }),
      sampleDevice(6, {
        suggestions: [suggestedConfiguration(6, 'a'), suggestedConfiguration(7, 'b')],
      }),
    ];
    expect(names(acceptableDevices(rows, rows))).toEqual(['Device 3']);
    expect(acceptableDevices([rows[0]!], rows)).toEqual([]);
  });

  it('sees a shared address as nothing to take by itself', () => {
    const ip = suggestedConfiguration(1, 'ip', { rule: 'ip' });
    const mac = suggestedConfiguration(2, 'mac', { rule: 'mac' });
    const row = sampleDevice(1, { suggestions: [ip, mac] });
    expect(onlyConfiguration(row)?.configurationId).toBe(configurationId(2));
    expect(onlyConfiguration({ ...row, suggestions: [ip] })).toBeNull();
  });
});

it('orders equal rows by name and then by key, so that a reload shows them in the same places', () => {
  const rows = [3, 1, 2].map((id) => ({ name: 'AP', key: deviceKey('switch', String(id)) }));
  const tie = { name: (row: { name: string }) => row.name, key: (row: { key: string }) => row.key };
  const keys = (descending: boolean) =>
    ordered(rows, () => 'same', tie, descending).map(({ key }) => key);
  expect(keys(false)).toEqual(['switch:1', 'switch:2', 'switch:3']);
  expect(keys(true)).toEqual(keys(false));
});
