import type { Checkin, Sample } from './history';

/** A stretch of time in which a device reported, or did not though it should have. */
export interface Reach {
  readonly up: boolean;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Clocks of devices and of this computer differ by so much at most, milliseconds. */
const clockTolerance = 15 * 60_000;

/** What a device's clock puts after the time it was read is of a clock that is wrong. */
export const untilRead = <Row extends { readonly at: number }>(
  rows: readonly Row[],
  readAt: number,
  every: number,
): Row[] => rows.filter(({ at }) => at <= readAt + Math.max(every, clockTolerance));

/**
 * Check-ins as stretches, in order. Each speaks for the time up to the next one; where that is missing, for its own
 * interval, and what follows is known by nobody: a hole between two stretches.
 * @param every the time between two check-ins, milliseconds
 * @param end when they were read
 */
export function reachOf(checkins: readonly Checkin[], every: number, end: number): Reach[] {
  // Of two at one time, one of them without a status, the device did report.
  const states = new Map<number, boolean>();
  for (const { at, up } of checkins) states.set(at, up || states.get(at) === true);
  const times = [...states.keys()].sort((a, b) => a - b);
  const found: Reach[] = [];
  for (const [place, from] of times.entries()) {
    const up = states.get(from) === true;
    const next = times[place + 1] ?? Math.max(from, end);
    const to = next - from <= every * 1.5 ? next : from + every;
    const before = found.at(-1);
    if (before?.up === up && before.to === from) found[found.length - 1] = { ...before, to };
    else found.push({ up, from, to });
  }
  return found;
}

/** A stretch without a check-in. */
export interface Outage extends Reach {
  /** Nothing is known of before. */
  readonly fromStart: boolean;
  /** It lasts to the last check-in that is known. */
  readonly lasting: boolean;
}

export function outagesOf(reach: readonly Reach[]): Outage[] {
  return reach.flatMap((each, place) =>
    each.up ? [] : [{ ...each, fromStart: place === 0, lasting: place === reach.length - 1 }],
  );
}

/** Samples in order, each time once, with a `null` in each hole, so that no line is drawn across it. */
export function withGaps(samples: readonly Sample[], every: number): Sample[] {
  const byTime = new Map(samples.map((each) => [each.at, each]));
  const sorted = [...byTime.values()].sort((a, b) => a.at - b.at);
  return sorted.flatMap((each, place) => {
    const before = sorted[place - 1];
    return before && each.at - before.at > every * 1.5
      ? [{ at: before.at + every, value: null }, each]
      : [each];
  });
}
