import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText, exactTime, relativeTime } from './time';

const now = Date.parse('2026-03-05T12:00:00Z');
const ago = (seconds: number) => relativeTime(new Date(now - seconds * 1000).toISOString(), now);

describe('relativeTime', () => {
  it.each([
    [0, 'now'],
    [44, 'now'],
    [50, '1 minute ago'],
    [180, '3 minutes ago'],
    [59 * 60, '59 minutes ago'],
    [59.8 * 60, '1 hour ago'],
    [3600, '1 hour ago'],
    [23.9 * 3600, '1 day ago'],
    [86_400, '1 day ago'],
    [6 * 86_400, '6 days ago'],
    [21 * 86_400, '3 weeks ago'],
    [30 * 86_400, '4 weeks ago'],
    [34 * 86_400, '1 month ago'],
    [400 * 86_400, '1 year ago'],
    [-300, 'in 5 minutes'],
    [-86_400, 'in 1 day'],
  ])('%d seconds ago is "%s"', (seconds, text) => {
    expect(ago(seconds)).toBe(text);
  });

  it('never says zero of a unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4e8, max: 4e8 }), (seconds) => {
        expect(ago(seconds)).not.toMatch(/\b0\b/);
      }),
    );
  });
});

describe('dateText', () => {
  it('keeps the day of a date at midnight UTC', () => {
    expect(dateText('2026-03-05T00:00:00Z')).toBe('Mar 5, 2026');
  });
});

it('shows a text that is no time as it is', () => {
  for (const show of [(at: string) => relativeTime(at, now), exactTime, dateText])
    expect(show('a while ago')).toBe('a while ago');
});
