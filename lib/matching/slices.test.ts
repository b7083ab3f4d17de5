import { expect, it } from 'vitest';
import { inSlices, type Steps } from './slices';

/** So many steps of 4 ms each, on a clock of its own. */
function work(steps: number) {
  let time = 0;
  const pauses: number[] = [];
  function* run(): Steps<string> {
    for (let step = 0; step < steps; step++) {
      time += 4;
      yield;
    }
    return 'done';
  }
  return {
    run,
    pauses,
    turns: {
      now: () => time,
      pause: () => {
        pauses.push(time);
        // Others take their time, which is not the work's.
        time += 100;
        return Promise.resolve();
      },
    },
  };
}

it('pauses whenever a slice is full, and never for work that is short', async () => {
  const long = work(10);
  expect(await inSlices(long.run(), long.turns)).toBe('done');
  expect(long.pauses).toEqual([16, 132]);
  const short = work(3);
  expect(await inSlices(short.run(), short.turns)).toBe('done');
  expect(short.pauses).toEqual([]);
});
