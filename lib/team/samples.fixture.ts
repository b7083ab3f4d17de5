import fc from 'fast-check';
import type { KeptEntry, SharedEntry, SharedValue, Stamp } from '@/lib/model/shared-entry';
import type { TeamRow } from './shared-state';

/** A time at which all samples are of the past. */
export const later = Date.UTC(2026, 0, 2);

/** Few times and browsers, so that stamps are near each other and often equal. */
export const stamps: fc.Arbitrary<Stamp> = fc.record({
  ms: fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_003 }),
  counter: fc.nat({ max: 2 }),
  browser: fc.constantFrom('a', 'b', 'c'),
});

const values: fc.Arbitrary<SharedValue> = fc.oneof(
  fc.constantFrom<SharedValue[]>('none', 'ignored', null, true),
  fc.record({ organization: fc.constantFrom('1', '2') }),
);

export const entries: fc.Arbitrary<SharedEntry> = fc.record({
  key: fc.constantFrom('n:1', 'n:2', 'd:switch:3', 'zz:of-a-later-version'),
  value: values,
  at: stamps,
  over: fc.option(stamps),
  user: fc.option(fc.constantFrom('7', '8')),
  more: fc.array(values, { maxLength: 1 }),
});

export const entry = (given: Partial<SharedEntry> = {}): SharedEntry => ({
  key: 'n:1',
  value: 'none',
  at: { ms: 1_700_000_000_000, counter: 0, browser: 'a' },
  over: null,
  user: null,
  more: [],
  ...given,
});

export const kept = (given: Partial<KeptEntry> = {}): KeptEntry => ({
  publication: 'published',
  ...entry(given),
  ...given,
});

export const row = (
  id: string,
  held: readonly SharedEntry[],
  given: Partial<TeamRow> = {},
): TeamRow => ({
  id,
  updatedAt: later - 2 * 60 * 60_000,
  archived: false,
  length: 100,
  content: { kind: 'entries', form: 1, entries: held, odd: 0 },
  ...given,
});
