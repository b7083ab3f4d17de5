import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Configuration } from '@/lib/model/configuration';
import type { Device } from '@/lib/model/device';
import { compare } from './configuration-index';
import { fitRule, namedRule, type FitRule } from './device-fits';
import { matchDevices, maxSuggestions } from './match-devices';
import { configuration, device, matchedNetwork } from './samples.fixture';

const now = '2026-01-01T00:00:00Z';
type Fits = Record<FitRule, Configuration[]>;

/** The rules as they are told, by looking at every device beside every configuration again and again. */
function byAllPairs(devices: readonly Device[], configurations: readonly Configuration[]) {
  const taken = new Set<string>();
  const matches = new Map<string, string>();
  const fitsOf = (each: Device): Fits => {
    const fits: Fits = { 'mac-and-ip': [], mac: [], name: [] };
    for (const other of configurations) {
      const rule = taken.has(other.id) ? null : fitRule(each, other);
      if (rule) fits[rule].push(other);
    }
    const all = Object.values(fits).flat();
    if (all.every(({ archived }) => archived)) return fits;
    const inUse = (list: Configuration[]) => list.filter(({ archived }) => !archived);
    return {
      'mac-and-ip': inUse(fits['mac-and-ip']),
      mac: inUse(fits.mac),
      name: inUse(fits.name),
    };
  };
  for (;;) {
    const open = devices
      .filter(({ key }) => !matches.has(key))
      .map((each) => ({ each, fits: fitsOf(each) }));
    const pairs = (['mac-and-ip', 'mac'] as const).flatMap((rule) => {
      const claims = open.flatMap(({ fits }) =>
        rule === 'mac' ? [...fits['mac-and-ip'], ...fits.mac] : fits[rule],
      );
      return open.flatMap(({ each, fits }) => {
        const [only, ...others] = fits[rule];
        const contested = claims.filter((claimed) => claimed === only).length > 1;
        const stronger = rule === 'mac' && fits['mac-and-ip'].length > 0;
        return only && others.length === 0 && !contested && !stronger ? [{ rule, each, only }] : [];
      });
    });
    const strongest = pairs.filter(({ rule }) => rule === pairs[0]?.rule);
    for (const { each, only } of strongest) {
      matches.set(each.key, only.id);
      taken.add(only.id);
    }
    if (strongest.length > 0) continue;
    const suggestions = new Map(
      open.flatMap(({ each, fits }) => {
        const rule = (['mac-and-ip', 'mac', 'name'] as const).find((one) => fits[one].length > 0);
        if (!rule) return [];
        const shown = fits[rule]
          .toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
          .slice(0, maxSuggestions)
          .map((other) => ({ configurationId: other.id, rule: namedRule(rule, each, other) }));
        return [[each.key, shown] as const];
      }),
    );
    return { matches, suggestions };
  }
}

const macs = Array.from({ length: 8 }, (_, n) => `ac867400000${n}`);
const ips = ['10.0.0.1', '10.0.0.2', '10.0.0.3'];
const name = fc.constantFrom('AP 1', 'ap 1', 'AP #1', 'Switch', '');
const tenant = fc.record({
  devices: fc.array(
    fc.record({
      mac: fc.constantFrom(null, ...macs),
      ips: fc.uniqueArray(fc.constantFrom(...ips)),
      name,
    }),
    { maxLength: 14 },
  ),
  configurations: fc.array(
    fc.record({
      // Half of them one that many share.
      macs: fc.array(fc.oneof(fc.constant(macs[0]!), fc.constantFrom(...macs)), { maxLength: 3 }),
      rmmMacs: fc.subarray(macs, { maxLength: 1 }),
      ips: fc.uniqueArray(fc.constantFrom(...ips)),
      name,
      archived: fc.boolean(),
    }),
    // More than are looked through one by one.
    { maxLength: 30 },
  ),
});

it('finds by its indexes what comparing all pairs finds', () => {
  fc.assert(
    fc.property(tenant, (rows) => {
      const devices = rows.devices.map((row, id) => device(`${id}`, row));
      const configurations = rows.configurations.map((row, id) => configuration(`c${id}`, row));
      const found = matchDevices({
        devices,
        configurations,
        networkMatches: [matchedNetwork('n1', 'o1')],
        deviceMatches: [],
        now,
      });
      const expected = byAllPairs(devices, configurations);
      expect(
        new Map(
          found.matches.map((match) => [
            match.deviceKey,
            match.state === 'matched' && match.configurationId,
          ]),
        ),
      ).toEqual(expected.matches);
      expect(found.suggestions).toEqual(expected.suggestions);
    }),
    { numRuns: 300 },
  );
});
