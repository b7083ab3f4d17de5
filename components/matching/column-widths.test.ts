import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnTemplate } from './column-widths';

const needs = [
  { id: 'name', min: 130, wanted: 300 },
  { id: 'counterpart', min: 260, wanted: 40 },
];

describe('the columns', () => {
  it('share the room by what they want, and a column with little in it gets its least', () => {
    expect(columnTemplate(needs, {}, 298).columns).toBe(
      '28px minmax(130px, 300fr) minmax(260px, 260fr) minmax(150px, 298px)',
    );
  });

  it('stay as a person set them', () => {
    expect(columnTemplate(needs, { name: 200 }, 298).columns).toContain('28px 200px minmax(260px');
    const all = columnTemplate(needs, { name: 200, counterpart: 90 }, 298).columns;
    expect(all).toBe('28px 200px 90px minmax(150px, 1fr)');
  });

  it('never need less room than their least, or what was set', () => {
    const set = fc.dictionary(
      fc.constantFrom('name', 'counterpart'),
      fc.integer({ min: 64, max: 1200 }),
    );
    fc.assert(
      fc.property(set, (widths) => {
        const parts = needs.map(({ id, min }) => widths[id] ?? min);
        expect(columnTemplate(needs, widths, 298).least).toBeGreaterThan(
          parts.reduce((sum, part) => sum + part, 150),
        );
      }),
    );
  });
});
