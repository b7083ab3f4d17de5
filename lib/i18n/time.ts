import { t } from './index';

const units = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Times are worded in the language of the other texts, not in the browser's. */
const language = () => t('language');

/**
 * "3 minutes ago", "in 2 days", "now" within the first 45 seconds either way.
 * @param at ISO 8601
 * @param now milliseconds
 */
export function relativeTime(at: string, now: number): string {
  const seconds = (Date.parse(at) - now) / 1000;
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  if (Math.abs(seconds) < 45) return format.format(0, 'second');
  // Rounded before the unit is chosen: 59.7 minutes are an hour, not 60 minutes.
  for (const [unit, length] of units) {
    const count = Math.round(seconds / length);
    if (Math.abs(seconds) >= length - length / 120 && count !== 0)
      return format.format(count, unit);
  }
  return format.format(Math.sign(seconds), 'minute');
}

/** The date and time in the reader's own zone, e.g. "Mar 5, 2026, 3:04:05 PM". */
export function exactTime(at: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' }).format(
    Date.parse(at),
  );
}

/** A day of the calendar as the vendor means it, whatever the reader's zone, e.g. "Mar 5, 2026". */
export function dateText(at: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(at),
  );
}
