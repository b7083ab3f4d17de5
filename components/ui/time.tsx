import { exactTime, relativeTime } from '@/lib/i18n/time';

/** How long ago, or in how long, with the exact time as its title. `at`: ISO 8601; `now`: ms. */
export function Time({ at, now }: { at: string; now: number }) {
  return (
    <time class="time" dateTime={at} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}
