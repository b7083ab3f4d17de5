import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entries, stamps } from './samples.fixture';
import {
  compareClocks,
  compareEntries,
  compareStamps,
  hear,
  maxAheadMs,
  maxCounter,
  stampAbove,
} from './stamp';

describe('the order of stamps and entries', () => {
  it('is total: of three each lies in one place, and equal is the same', () => {
    fc.assert(
      fc.property(entries, entries, entries, (a, b, c) => {
        expect(Math.sign(compareEntries(a, b))).toBe(-Math.sign(compareEntries(b, a)) + 0);
        if (compareEntries(a, b) <= 0 && compareEntries(b, c) <= 0)
          expect(compareEntries(a, c)).toBeLessThanOrEqual(0);
        if (compareEntries(a, b) === 0) expect({ ...a, key: '' }).toEqual({ ...b, key: '' });
      }),
    );
  });
});

describe('a stamp for a decision', () => {
  const clocks = fc.record({
    ms: fc.integer({ min: 1_699_999_999_999, max: 1_700_000_000_009 }),
    counter: fc.oneof(fc.nat({ max: 3 }), fc.constant(maxCounter)),
  });
  const times = fc.double({ min: 1_699_999_999_990, max: 1_700_000_000_010, noNaN: true });

  it('is above what it replaces and above every stamp before it, wherever the clock of the computer is', () => {
    fc.assert(
      fc.property(
        clocks,
        fc.array(fc.tuple(times, fc.option(stamps)), { minLength: 1, maxLength: 8 }),
        (start, decisions) => {
          let clock = start;
          for (const [now, replaced] of decisions) {
            const { clock: next, stamp } = stampAbove(clock, now, 'b', replaced);
            expect(compareClocks(next, clock)).toBeGreaterThan(0);
            expect(compareClocks(stamp, clock)).toBeGreaterThan(0);
            if (replaced) expect(compareStamps(stamp, replaced)).toBeGreaterThan(0);
            expect(stamp.counter).toBeLessThanOrEqual(maxCounter);
            expect(Number.isInteger(stamp.ms)).toBe(true);
            clock = next;
          }
        },
      ),
    );
  });

  it('follows one that is far ahead of its time, and the clock does not', () => {
    const far = { ms: 1_700_000_000_000 + 2 * maxAheadMs, counter: maxCounter, browser: 'z' };
    const clock = hear({ ms: 0, counter: 0 }, far, 1_700_000_000_000);
    const made = stampAbove(clock, 1_700_000_000_000, 'a', far);
    expect(made).toEqual({
      clock: { ms: 1_700_000_000_000, counter: 0 },
      stamp: { ms: far.ms + 1, counter: 0, browser: 'a' },
    });
  });
});

describe('a clock that hears of a stamp', () => {
  it('never goes back, and stamps above it', () => {
    fc.assert(
      fc.property(stamps, stamps, (a, b) => {
        const clock = hear(hear({ ms: 0, counter: 0 }, a, a.ms), b, a.ms);
        expect(compareClocks(clock, a)).toBeGreaterThanOrEqual(0);
        const { stamp } = stampAbove(clock, 0, 'c', null);
        expect(compareStamps(stamp, a)).toBeGreaterThan(0);
        expect(compareStamps(stamp, b)).toBeGreaterThan(0);
      }),
    );
  });

  it('follows ten minutes ahead, no further', () => {
    const clock = { ms: 1000, counter: 5 };
    const ahead = { ms: 2000 + maxAheadMs, counter: 7, browser: 'b' };
    expect(hear(clock, ahead, 2000)).toEqual({ ms: ahead.ms, counter: 7 });
    expect(hear(clock, ahead, 1999)).toBe(clock);
  });
});
