import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceKinds, deviceStatuses } from '@/lib/model/device';
import { networkId, organizationId } from '@/lib/model/ids';
import { findingStates } from '@/lib/model/finding';
import { deviceReasons } from '@/lib/model/device-reasons';
import { decisionStates } from './matching';
import {
  allDevicesStart,
  findingsStart,
  formatMatchingPlace,
  matchingStart,
  parseMatchingPlace,
  sortKeys,
} from './matching-address';

const ids = fc.bigInt({ min: 1n, max: 10n ** 20n });
const filters = {
  text: fc.string({ maxLength: 100, unit: 'grapheme' }).filter((text) => text.length <= 200),
  kinds: fc.subarray([...deviceKinds]),
  network: fc.option(ids.map((id) => networkId(String(id)))),
  status: fc.option(fc.constantFrom(...deviceStatuses)),
  reason: fc.option(fc.constantFrom(...deviceReasons)),
  hasUnmatched: fc.boolean(),
  withoutDevices: fc.boolean(),
  onlyNew: fc.boolean(),
  sort: fc.constantFrom(...sortKeys),
  descending: fc.boolean(),
  row: fc.option(fc.constantFrom('12', 'switch:18', 'access-point:ab_c')),
};
const places = fc.oneof(
  fc.record({
    ...filters,
    organization: fc.option(ids.map((id) => organizationId(String(id)))),
    allDevices: fc.constant(false),
    findings: fc.constant(false),
    tab: fc.constantFrom(...decisionStates),
  }),
  fc.record({
    ...filters,
    organization: fc.constant(null),
    allDevices: fc.constant(true),
    findings: fc.constant(false),
    tab: fc.constantFrom(...decisionStates),
  }),
  fc.record({
    ...filters,
    organization: fc.constant(null),
    allDevices: fc.constant(false),
    findings: fc.constant(true),
    tab: fc.constantFrom(...findingStates),
  }),
);

describe('the address of a place on the matching page', () => {
  it('leads back to the place', () => {
    fc.assert(
      fc.property(places, (place) => {
        const { hash } = new URL(`https://x.test/matching.html${formatMatchingPlace(place)}`);
        expect(parseMatchingPlace(hash)).toEqual(place);
      }),
    );
  });

  it('is short where nothing is chosen', () => {
    expect(formatMatchingPlace(matchingStart)).toBe('#networks');
    expect(formatMatchingPlace({ ...matchingStart, organization: organizationId(123) })).toBe(
      '#organization/123',
    );
    expect(formatMatchingPlace(allDevicesStart)).toBe('#devices');
    expect(formatMatchingPlace(findingsStart)).toBe('#findings');
  });

  it('reads by eye', () => {
    const place = { ...matchingStart, tab: 'matched', sort: 'devices', descending: true } as const;
    expect(formatMatchingPlace(place)).toBe('#networks?tab=matched&sort=-devices');
    const left = { ...allDevicesStart, tab: 'matched', reason: 'mac', hasUnmatched: true } as const;
    expect(formatMatchingPlace(left)).toBe('#devices?tab=matched&reason=mac&unmatched=1');
  });

  it.each([
    '',
    '#',
    '#nonsense',
    '#organization/abc',
    '#organization/',
    '#networks?tab=all&kind=toaster&status=on-fire&sort=-colour&network=x&row=&reason=luck',
  ])('%s is the start', (fragment) => {
    expect(parseMatchingPlace(fragment)).toEqual(matchingStart);
  });

  it('has no tab of another level', () => {
    expect(parseMatchingPlace('#findings?tab=matched')).toEqual(findingsStart);
    expect(parseMatchingPlace('#networks?tab=legitimate')).toEqual(matchingStart);
  });

  it('takes any fragment without failing', () => {
    fc.assert(
      fc.property(fc.string(), (fragment) => {
        expect(parseMatchingPlace(`#organization/7?${fragment}`).organization).toBe('7');
      }),
    );
  });
});
