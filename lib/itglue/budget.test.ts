import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBudget, type Budget } from './budget';
import { requestsPerWindow, windowMs, type BudgetState } from './budget-window';

/** Half of IT Glue's 3000, written out: the law is not the code's own constant. */
const maxRequests = 1500;
const fiveMinutes = 5 * 60 * 1000;

/** A worker that can be stopped at any moment, with a clock that only waiting and the test move. */
function world() {
  let now = 1_750_000_000_000;
  let stored: unknown;
  const granted: number[] = [];
  const saves: BudgetState[] = [];
  let nextSave: 'saved' | 'stopped-before' | 'stopped-after' = 'saved';
  let saveTakes = 0;

  const start = (): Budget =>
    createBudget({
      load: () => Promise.resolve(stored),
      save: (state) => {
        const how = nextSave;
        nextSave = 'saved';
        now += saveTakes;
        if (how === 'stopped-before') return Promise.reject(new Error('stopped'));
        stored = JSON.parse(JSON.stringify(state));
        saves.push(state);
        return how === 'saved' ? Promise.resolve() : Promise.reject(new Error('stopped'));
      },
      now: () => now,
      wait: (milliseconds) => {
        expect(milliseconds).toBeGreaterThan(0);
        now += milliseconds;
        return Promise.resolve();
      },
    });

  let budget = start();
  let uncounted = 0;
  let first = 0;

  /** Requests granted in the last five minutes. */
  const recent = () => {
    while ((granted[first] ?? now) <= now - fiveMinutes) first += 1;
    return granted.length - first;
  };
  /** What a worker that starts now would know of them: ten seconds of slack for the bucket's width. */
  const counted = () =>
    ((stored as BudgetState | undefined)?.buckets ?? [])
      .filter((bucket) => bucket.start > now - fiveMinutes - 10_000)
      .reduce((sum, { count }) => sum + count, 0);

  return {
    granted,
    /** The most requests that were granted and that the saved state did not know of. */
    uncounted: () => uncounted,
    saves,
    now: () => now,
    pass: (milliseconds: number) => (now += milliseconds),
    saveTakes: (milliseconds: number) => (saveTakes = milliseconds),
    stopAtNextSave: (how: 'stopped-before' | 'stopped-after') => (nextSave = how),
    restart: () => (budget = start()),
    async take(count: number) {
      for (let i = 0; i < count; i++)
        try {
          await budget.acquire();
          granted.push(now);
          uncounted = Math.max(uncounted, recent() - counted());
        } catch {
          budget = start();
        }
    },
    store: (state: unknown) => (stored = state),
  };
}

/** The largest number of grants within any five minutes. */
function busiest(times: readonly number[]): number {
  let first = 0;
  let result = 0;
  times.forEach((time, index) => {
    while ((times[first] ?? time) <= time - fiveMinutes) first += 1;
    result = Math.max(result, index - first + 1);
  });
  return result;
}

type Step =
  | { kind: 'take'; count: number }
  | { kind: 'pass'; milliseconds: number }
  | { kind: 'restart' }
  | { kind: 'save-takes'; milliseconds: number }
  | { kind: 'stop'; how: 'stopped-before' | 'stopped-after' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('take'), count: fc.nat(900) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass'), milliseconds: fc.nat(320_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart') }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('save-takes'), milliseconds: fc.nat(9_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('stop'),
      how: fc.constantFrom('stopped-before', 'stopped-after'),
    }),
  },
);

describe('the budget', () => {
  test('never grants more than 1500 requests in any 5 minutes, wherever the worker is stopped', async () => {
    let fullest = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const it = world();
        for (const one of steps)
          if (one.kind === 'take') await it.take(one.count);
          else if (one.kind === 'pass') it.pass(one.milliseconds);
          else if (one.kind === 'restart') it.restart();
          else if (one.kind === 'save-takes') it.saveTakes(one.milliseconds);
          else it.stopAtNextSave(one.how);
        fullest = Math.max(fullest, busiest(it.granted));
        expect(busiest(it.granted)).toBeLessThanOrEqual(maxRequests);
        expect(it.uncounted()).toBe(0);
      }),
      { numRuns: 60 },
    );
    // The law would hold of a budget that grants nothing: some runs must come near the limit.
    expect(fullest).toBeGreaterThan(maxRequests / 2);
  });

  test('a worker that is restarted for every request still stays within the limit', async () => {
    const it = world();
    for (let i = 0; i < 3000; i++) {
      await it.take(1);
      it.restart();
    }
    expect(busiest(it.granted)).toBeLessThanOrEqual(maxRequests);
  });

  test('a block that was left unused for minutes is not used without being counted anew', async () => {
    const it = world();
    await it.take(1);
    it.pass(311_000);
    await it.take(5);
    expect(it.uncounted()).toBe(0);
  });

  test('saves once for ten requests', async () => {
    const it = world();
    await it.take(40);
    expect(it.saves).toHaveLength(4);
  });

  test('the first half of the budget is granted without waiting', async () => {
    const it = world();
    const start = it.now();
    await it.take(700);
    expect(it.now()).toBe(start);
  });

  test('a long burst slows down and goes on, and is never stopped for a minute', async () => {
    const it = world();
    await it.take(4000);
    const pauses = it.granted.slice(1).map((time, index) => time - (it.granted[index] ?? time));
    expect(Math.max(...pauses)).toBeLessThan(60_000);
    expect(busiest(it.granted)).toBeLessThanOrEqual(maxRequests);
    // 4000 requests at a steady 80 % of the limit take about 17 minutes.
    expect((it.granted.at(-1) ?? 0) - (it.granted[0] ?? 0)).toBeLessThan(20 * 60_000);
  });

  test('requests are granted in the order in which they were asked for', async () => {
    let now = 0;
    const budget = createBudget({
      load: () => Promise.resolve(null),
      save: () => Promise.resolve(),
      now: () => now,
      wait: (milliseconds) => Promise.resolve(void (now += milliseconds)),
    });
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 900 }, (_, index) => budget.acquire().then(() => order.push(index))),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('after a failed save the next request is granted when saving works again', async () => {
    const it = world();
    it.stopAtNextSave('stopped-before');
    await it.take(1);
    expect(it.granted).toHaveLength(0);
    await it.take(1);
    expect(it.granted).toHaveLength(1);
  });

  test('a clock that was set back costs at most one window', async () => {
    const it = world();
    await it.take(1000);
    it.pass(-24 * 60 * 60_000);
    it.restart();
    const start = it.now();
    await it.take(1000);
    expect(it.now() - start).toBeLessThanOrEqual(2 * windowMs);
  });

  test.each([undefined, null, 'x', { buckets: [{ start: -1, count: 'many' }] }])(
    'starts with a full budget where the saved state is %j',
    async (saved) => {
      const it = world();
      it.store(saved);
      await it.take(1);
      expect(it.granted).toHaveLength(1);
    },
  );

  test('takes half of what IT Glue grants to the whole company', () => {
    expect([requestsPerWindow, windowMs]).toEqual([maxRequests, fiveMinutes]);
  });
});

describe('a request that is given up', () => {
  const start = 1_750_000_000_000;

  /** A budget that is used up, so that every request waits until the test lets time pass. */
  function usedUp() {
    let now = start;
    let passed: (() => void)[] = [];
    const budget = createBudget({
      load: () => Promise.resolve({ buckets: [{ start, count: maxRequests }] }),
      save: () => Promise.resolve(),
      now: () => now,
      wait: () => new Promise((resolve) => passed.push(resolve)),
    });
    return {
      budget,
      pass: async () => {
        now += 2 * fiveMinutes;
        const waiting = passed;
        passed = [];
        for (const resolve of waiting) resolve();
        await new Promise((resolve) => setTimeout(resolve));
      },
    };
  }

  test('leaves its place in the queue at once, at the head of it and behind', async () => {
    const { budget, pass } = usedUp();
    const ended = new AbortController();
    const head = budget.acquire(ended.signal);
    const behind = budget.acquire(ended.signal);
    let granted = false;
    const last = budget.acquire().then(() => (granted = true));
    await new Promise((resolve) => setTimeout(resolve));
    ended.abort(new Error('given up'));
    await expect(head).rejects.toThrow('given up');
    await expect(behind).rejects.toThrow('given up');
    expect(granted).toBe(false);
    await pass();
    await last;
    expect(granted).toBe(true);
  });

  test('takes nothing of the budget', async () => {
    const saves: BudgetState[] = [];
    const budget = createBudget({
      load: () => Promise.resolve(undefined),
      save: (state) => {
        saves.push(state);
        return Promise.resolve();
      },
      now: () => start,
      wait: () => Promise.reject(new Error('nothing is to be waited for')),
    });
    await expect(budget.acquire(AbortSignal.abort())).rejects.toThrow();
    // The first block of ten, whole.
    for (let request = 0; request < 10; request++) await budget.acquire();
    expect(saves).toHaveLength(1);
  });
});
