import { describe, expect, it } from 'vitest';
import { isFailure, judge, spread, type Aim, type Figure } from './figures';

describe('the arithmetic of the bench', () => {
  it.each([
    [[3], { median: 3, min: 3, max: 3 }],
    [[9, 1, 5], { median: 5, min: 1, max: 9 }],
    [[4, 1, 10, 2], { median: 3, min: 1, max: 10 }],
  ])('takes the median and the ends of %j', (figures, expected) => {
    expect(spread(figures)).toEqual(expected);
  });

  it('has nothing to say of no figure', () => {
    expect(() => spread([])).toThrow(RangeError);
  });

  const rounds: Figure[] = [
    { ours: 30, floor: 10 },
    { ours: 20, floor: 40 },
    { ours: 90, floor: 12 },
  ];
  it.each<[Aim, number, boolean]>([
    [{ kind: 'times', most: 2.5 }, 2.5, true],
    [{ kind: 'times', most: 2.4 }, 2.5, false],
    [{ kind: 'faster', least: 0.4 }, 0.4, true],
    [{ kind: 'faster', least: 0.5 }, 0.4, false],
    [{ kind: 'more', most: 18 }, 18, true],
    [{ kind: 'more', most: 17 }, 18, false],
    [{ kind: 'most', most: 30 }, 30, true],
    [{ kind: 'most', most: 29 }, 30, false],
  ])('compares the medians, not the rounds: %j', (aim, value, met) => {
    expect(judge(rounds, aim)).toEqual({
      ours: { median: 30, min: 20, max: 90 },
      floor: { median: 12, min: 10, max: 40 },
      value,
      met,
    });
  });

  it('calls no aim met that has no floor to compare with', () => {
    const result = judge([{ ours: 1, floor: null }], { kind: 'times', most: 2 });
    expect(result).toMatchObject({ floor: null, value: null, met: false });
  });

  it('fails over a missed aim only where no reason is written', () => {
    expect(isFailure({ met: false }, undefined)).toBe(true);
    expect(isFailure({ met: false }, 'the disk')).toBe(false);
    expect(isFailure({ met: true }, undefined)).toBe(false);
  });
});
