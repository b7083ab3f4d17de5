import { describe, expect, it } from 'vitest';
import { isSound, simulate } from './simulation';

describe('a company of browsers on one account', () => {
  it('reaches one state and loses no decision', async () => {
    const result = await simulate({ seed: 1, browsers: 5, days: 1 });
    expect(result).toMatchObject({
      states: 1,
      lostForBrowsers: 0,
      lostInItGlue: 0,
      lostByRemoval: 0,
      causalityBreaks: 0,
      unpublished: 0,
    });
    expect(result.decisions).toBeGreaterThan(50);
  });

  it.each(['clock', 'order'] as const)(
    'is found out where the rule %s is left out',
    async (broken) => {
      expect(isSound(await simulate({ seed: 1, browsers: 8, days: 2, broken }))).toBe(false);
    },
  );
});
