import { locale, t } from './index';

/*
 * Times on charts: in the reader's own zone, by a clock of 24 hours, as what is compared are times of one day and
 * the next.
 */

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), options);
const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const day: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };

/** `02:10` @param at milliseconds */
const clock = (at: number) => format(time).format(at);
/** `Nov 27` */
const date = (at: number) => format(day).format(at);
const isSameDay = (a: number, b: number) =>
  new Date(a).toDateString() === new Date(b).toDateString();

/** What stands at a tick of an axis: `02:00`, at midnight the day. */
export function tickText(at: number): string {
  const tick = new Date(at);
  return tick.getHours() === 0 && tick.getMinutes() === 0 ? date(at) : clock(at);
}

/** `02:10` of the day of `now`, else `Nov 27, 02:10`; milliseconds. */
export const dayAndClock = (at: number, now: number): string =>
  isSameDay(at, now) ? clock(at) : t('chart_day_time', [date(at), clock(at)]);

/** `02:10 to 02:55`, with the days where they differ or are not that of `now`; milliseconds. */
export const rangeText = (from: number, to: number, now: number): string =>
  t('chart_range', [
    dayAndClock(from, now),
    isSameDay(from, to) ? clock(to) : dayAndClock(to, now),
  ]);

/** The reader's zone by its name at a time, e.g. `Central European Standard Time`. */
export function zoneName(at: number): string {
  const parts = format({ timeZoneName: 'long' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
