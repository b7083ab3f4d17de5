import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareFirmware, newestFirmware } from './firmware';

it.each([
  ['7.0.4', '7.0.10', -1],
  ['6.5.12', '6.5.12', 0],
  ['v7.1', '7.0.9', 1],
  ['7.0', '7.0.0', 0],
  ['01.04.13', '1.4.12', 1],
  ['7.0.4-r1', '7.0.4-r2', -1],
  ['6.4.6-c3b6f768496b', '7.0.22-cdb46dd42ccb', -1],
  ['7.0.22-cdb46dd42ccb', '7.0.22-00aa', 0],
  ['fw-ng-r575', 'fw-ng-r576', -1],
  ['fw-ng-r575', '6.4.6', null],
  ['sha256:01', '7.0.4', null],
  ['', '7.0.4', null],
])('puts %s and %s in order', (one, other, order) => {
  expect(compareFirmware(one, other)).toBe(order);
});

const dotted = fc
  .array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('.'));

it('orders any two the other way round when they are exchanged', () => {
  fc.assert(
    fc.property(dotted, dotted, (a, b) => {
      expect((compareFirmware(a, b) ?? NaN) + (compareFirmware(b, a) ?? NaN)).toBe(0);
    }),
  );
});

it('finds one that none is newer than, whatever cannot be put in order beside it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(dotted, fc.constant('beta'))), (versions) => {
      const newest = newestFirmware(versions);
      const ordered = versions.filter((each) => each !== 'beta');
      expect(newest === null).toBe(ordered.length === 0);
      for (const each of ordered) expect(compareFirmware(each, newest!)).toBeLessThanOrEqual(0);
    }),
  );
});
