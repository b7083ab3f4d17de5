import { locale } from './index';

/** Each unit's seconds, and from how many on the next larger unit says it better. */
const units = [
  ['minute', 60, 60],
  ['hour', 3_600, 24],
  ['day', 86_400, 7],
  ['week', 604_800, 5],
  ['month', 2_629_800, 12],
  ['year', 31_557_600, Infinity],
] as const;

/**
 * "3 minutes ago", "in 2 days", "now" within the first 45 seconds either way.
 * @param at ISO 8601; a text that is no time comes back as it is
 * @param now milliseconds
 */
export function relativeTime(at: string, now: number): string {
  const seconds = (Date.parse(at) - now) / 1000;
  if (Math.abs(seconds) < 45)
    return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(0, 'second');
  const format = new Intl.RelativeTimeFormat(locale());
  for (const [unit, length, limit] of units) {
    // Rounded before the unit is chosen: 59.8 minutes are an hour, not 60 minutes.
    const count = Math.round(seconds / length);
    if (Math.abs(count) < limit) return format.format(count, unit);
  }
  return at;
}

/** The date and time in the reader's own zone, e.g. "Mar 5, 2026, 3:04:05 PM". */
export function exactTime(at: string): string {
  return dateFormat(at, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** The time of day in the reader's own zone, e.g. "9:05 AM"; with the day where that is not today's. */
export function clockTime(at: string, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return dateFormat(at, { timeStyle: 'short', ...(!isToday && { dateStyle: 'medium' }) });
}

/** A day of the calendar as the vendor means it, whatever the reader's zone, e.g. "Mar 5, 2026". */
export function dateText(at: string): string {
  return dateFormat(at, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** The reader's time zone, e.g. "Europe/Berlin (GMT+1)". */
export function zoneName(): string {
  const { timeZone } = new Intl.DateTimeFormat(locale()).resolvedOptions();
  const parts = new Intl.DateTimeFormat(locale(), { timeZoneName: 'short' }).formatToParts();
  const short = parts.find(({ type }) => type === 'timeZoneName')?.value;
  return short === undefined || short === timeZone ? timeZone : `${timeZone} (${short})`;
}

function dateFormat(at: string, options: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : new Intl.DateTimeFormat(locale(), options).format(time);
}
