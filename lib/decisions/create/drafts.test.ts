import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import { configuration, device } from '@/test/sync/tenant';
import { configurationName, longestName, mustDecide, writtenName } from './drafts';
import { openSuggestions } from '@/lib/matching/open-suggestions';
import type { OrganizationState } from '@/lib/matching/open-suggestions';

const one = device('switch', '1', { network: 'n1', ip: '10.0.0.1', name: 'Core' });
const other = device('switch', '2', { network: 'n1', name: 'Edge' });
const printer = configuration('c1', { organization: 'o1', ip: '10.0.0.1', name: 'Printer' });
const core = configuration('c2', { organization: 'o1', name: 'core' });
const state = (changes: Partial<OrganizationState>): OrganizationState => ({
  devices: [one, other],
  configurations: [printer, core],
  deviceMatches: [],
  suggestions: new Map([[one.key, [{ configurationId: core.id, rule: 'name' }]]]),
  rejected: new Map(),
  ignored: new Set(),
  ...changes,
});
const matched = {
  deviceKey: deviceKey('switch', '2'),
  networkId: networkId('n1'),
  at: '',
  state: 'matched',
  configurationId: configurationId('c2'),
  organizationId: organizationId('o1'),
  rule: 'by-hand',
} as const;
const rulesOf = (of: OrganizationState) =>
  (openSuggestions(of).get(one.key) ?? []).map(({ rule }) => rule);

describe('what is suggested for an undecided device', () => {
  it('is what the rules found, and then what shares an address', () => {
    expect(rulesOf(state({}))).toEqual(['name', 'ip']);
    expect(openSuggestions(state({})).has(other.key)).toBe(false);
  });

  it('is nothing that another device has taken since, or that nobody is to be asked about', () => {
    expect(rulesOf(state({ deviceMatches: [matched] }))).toEqual(['ip']);
    expect(rulesOf(state({ ignored: new Set([printer.id]) }))).toEqual(['name']);
  });

  it('must be decided before a configuration is created, unless only the name is alike', () => {
    const open = openSuggestions(state({})).get(one.key);
    expect(mustDecide(open)).toBe(true);
    expect(mustDecide(open?.filter(({ rule }) => rule === 'name'))).toBe(false);
    expect(mustDecide(undefined)).toBe(false);
  });

  it('is decided when a person turned it down, and shown all the same', () => {
    const rejected = state({ rejected: new Map([[one.key, [printer.id]]]) });
    const open = openSuggestions(rejected).get(one.key);
    expect(open?.map((each) => each.rejected)).toEqual([false, true]);
    expect(mustDecide(open)).toBe(false);
  });
});

describe('the name of a created configuration', () => {
  it('is the device name, else its MAC, else its kind and id', () => {
    const bare = device('switch', '7', { network: 'n1' });
    expect(configurationName(one).name).toBe('Core');
    expect(configurationName({ ...bare, mac: 'ac8674337ac0' as never }).name).toBe(
      'AC:86:74:33:7A:C0',
    );
    expect(configurationName(bare).name).toBe('switch:7');
  });

  it('is cut with an ellipsis where it is too long, between whole characters', () => {
    expect(writtenName('😀'.repeat(300))).toEqual({ name: `${'😀'.repeat(254)}…`, cut: true });
    expect(writtenName('x'.repeat(255))).toEqual({ name: 'x'.repeat(255), cut: false });
  });

  it('is never too long, and cutting it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const { name } = writtenName(text);
        expect(Array.from(name).length).toBeLessThanOrEqual(longestName);
        expect(writtenName(name)).toEqual({ name, cut: false });
      }),
    );
  });
});
