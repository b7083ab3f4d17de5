import { expect, it } from 'vitest';
import type { Problem } from '@/lib/model/problem';
import { nextTryAt } from './next-try';

const now = Date.parse('2026-03-05T12:00:00Z');
const inSeconds = (problem: Problem, failures: number) => {
  const at = nextTryAt(problem, failures, now);
  return at === null ? null : (at - now) / 1000;
};

it('asks again when the server asked for it, whatever failed before', () => {
  const problem = { kind: 'rate-limited', retryAt: '2026-03-05T12:00:27Z' } as const;
  expect([1, 5].map((failures) => inSeconds(problem, failures))).toEqual([27, 27]);
});

it('never asks again at once', () => {
  expect(inSeconds({ kind: 'rate-limited', retryAt: '2026-03-05T11:00:00Z' }, 1)).toBe(1);
});

it('waits twice as long each time what may pass fails again, and no longer than eight minutes', () => {
  for (const kind of ['offline', 'timeout', 'rate-limited', 'server'] as const)
    expect([1, 2, 3, 4, 5, 50].map((failures) => inSeconds({ kind }, failures))).toEqual([
      60, 120, 240, 480, 480, 480,
    ]);
});

it.each(['credentials', 'not-found', 'not-permitted', 'storage-full', 'internal'] as const)(
  'leaves %s to a person',
  (kind) => {
    expect(inSeconds({ kind }, 1)).toBeNull();
  },
);
