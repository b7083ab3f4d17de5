import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createServerClock } from './server-clock';

const noon = Date.UTC(2026, 0, 1, 12);
const header = (time: number) => new Date(Math.floor(time / 1000) * 1000).toUTCString();

it('is within a second and the time of the answers, however far the computer’s is off', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -7_200_000, max: 7_200_000 }),
      fc.array(
        fc.record({
          pause: fc.nat({ max: 60_000 }),
          there: fc.nat({ max: 4000 }),
          back: fc.nat({ max: 4000 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      (skew, answers) => {
        let time = noon;
        const clock = createServerClock(
          () => time + skew,
          0,
          () => undefined,
        );
        for (const { pause, there, back } of answers) {
          time += pause;
          const sentAt = time + skew;
          time += there;
          const date = header(time);
          time += back;
          clock.heard(date, sentAt);
          // The header's second and the answer's time, from what is known and from this one.
          expect(Math.abs(clock.now() - time)).toBeLessThanOrEqual(1000 + there + back);
        }
      },
    ),
  );
});

it('stays as it is where answers tell nothing, and says when it changes', () => {
  let time = noon;
  const saved: number[] = [];
  const clock = createServerClock(
    () => time,
    -1_800_000,
    (offset) => saved.push(offset),
  );
  expect(clock.now()).toBe(noon - 1_800_000);
  clock.heard(null, time);
  clock.heard('yesterday', time);
  clock.heard(header(time), time - 60_000);
  clock.heard(header(time - 1_800_000), time);
  expect(saved).toEqual([]);
  time += 3_600_000;
  clock.heard(header(time), time);
  expect(saved).toEqual([500]);
});
