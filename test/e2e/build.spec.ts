import { expect, test } from '@playwright/test';
import { buildRules, checkBuild } from '@/scripts/check-build';
import { buildFolder } from './harness/launch';

test.describe('the production build', () => {
  for (const rule of buildRules) {
    test(rule, () => {
      expect(checkBuild(buildFolder)[rule]).toEqual([]);
    });
  }
});
