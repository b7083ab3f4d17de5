import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archivedFrom, wishOf } from './wish';

const hour = 60 * 60_000;
const offSince = (heardAt: number) => ({
  who: 'Grace Hopper',
  at: '2026-03-05T09:00:00Z',
  heardAt,
});

describe('what a sync does about Auto-Create', () => {
  it('switched on it documents, whoever switched it off before', () => {
    expect(wishOf(true, { applied: 'on', switchedOff: null }, 0)).toBe('document');
    expect(wishOf(true, { applied: 'partly', switchedOff: offSince(0) }, 1)).toBe('document');
  });

  it('switched off here it archives at once, until all is archived', () => {
    for (const applied of ['on', 'partly'] as const)
      expect(wishOf(false, { applied, switchedOff: null }, 0)).toBe('archive');
    expect(wishOf(false, { applied: 'off', switchedOff: null }, 0)).toBe('nothing');
  });

  it('switched off elsewhere it archives an hour after it was heard of, and never before', () => {
    const heard = fc.integer({ min: 0, max: 2e12 });
    const later = fc.integer({ min: -hour, max: 3 * hour });
    fc.assert(
      fc.property(heard, later, fc.constantFrom('on', 'partly'), (at, passed, applied) => {
        const switchedOff = offSince(at);
        expect(archivedFrom(switchedOff)).toBe(at + hour);
        const wish = wishOf(false, { applied, switchedOff }, at + passed);
        expect(wish).toBe(passed < hour ? 'nothing' : 'archive');
      }),
    );
  });
});
