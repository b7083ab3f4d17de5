import type { ItGlueState } from './state';

/** Counts the account's requests in a sliding window. Returns the seconds to wait, or undefined when there is room. */
export function createRateLimit(state: ItGlueState): (now: number) => number | undefined {
  let times: number[] = [];
  return (now) => {
    const { requests, windowSeconds } = state.rateLimit;
    const opened = now - windowSeconds * 1000;
    times = times.filter((time) => time > opened);
    const oldest = times[0];
    if (times.length >= requests && oldest !== undefined) {
      return Math.max(1, Math.ceil((oldest - opened) / 1000));
    }
    times.push(now);
    return undefined;
  };
}
