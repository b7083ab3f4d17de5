/** What IT Glue's clock shows beyond this computer's, milliseconds; negative where it is behind. */
type Offset = number;

export interface ServerClock {
  /** IT Glue's time as far as it is known, milliseconds since 1970. */
  readonly now: () => number;
  /**
   * Told of each answer.
   * @param date its `Date` header, which tells whole seconds (RFC 9110, 6.6.1); `null` where there is none
   * @param sentAt when it was asked for by this computer's clock, milliseconds since 1970
   */
  readonly heard: (date: string | null, sentAt: number) => void;
}

/** Answers that took longer tell too little, milliseconds. */
const longestMs = 10_000;

/**
 * IT Glue's clock, by which a company's browsers compare what they decided; without it one whose computer is
 * half an hour ahead would always have decided last.
 * @param now this computer's clock, milliseconds since 1970
 * @param known what was found out before
 * @param save told when that changes
 */
export function createServerClock(
  now: () => number,
  known: Offset,
  save: (offset: Offset) => void,
): ServerClock {
  let offset = known;
  return {
    now: () => now() + offset,
    heard(date, sentAt) {
      const receivedAt = now();
      const shown = date === null ? NaN : Date.parse(date);
      const lasted = receivedAt - sentAt;
      if (Number.isNaN(shown) || lasted < 0 || lasted > longestMs) return;
      // It was written at some time between sending and receiving, within the second that it tells.
      const found = shown + 500 - (sentAt + receivedAt) / 2;
      const doubt = 500 + lasted / 2;
      if (Math.abs(found - offset) <= doubt) return;
      offset = Math.round(found);
      save(offset);
    },
  };
}
