import { t, type MessageKey } from '@/lib/i18n';
import { durationText } from '@/lib/i18n/number';
import { dayAndClock, rangeText } from '@/lib/i18n/chart-times';
import type { Period, SsidName } from '@/lib/model/history';
import type { Outage } from '@/lib/model/outages';

/** The spans, as what is chosen. */
export const periodNames = {
  '2hours': 'history_2hours',
  day: 'history_day',
  week: 'history_week',
  month: 'history_month',
} as const satisfies Record<Period, MessageKey>;

/** `down 02:10 to 02:55 (45m)`. `now`: milliseconds. */
export function outageText({ from, to, fromStart, lasting }: Outage, now: number): string {
  if (fromStart && lasting) return t('history_down_always');
  if (lasting) return t('history_down_since', [dayAndClock(from, now), lastedText(from, to)]);
  if (fromStart) return t('history_down_until', [dayAndClock(to, now)]);
  return t('history_down', [rangeText(from, to, now), lastedText(from, to)]);
}

const lastedText = (from: number, to: number) => durationText((to - from) / 1000);

/** How often it was down, and for how long in all. */
export function outagesText(outages: readonly Outage[]): string {
  if (outages.length === 0) return t('history_no_outage');
  const all = outages.reduce((sum, { from, to }) => sum + to - from, 0);
  return t('history_outages', outages.length, [outages.length, lastedText(0, all)]);
}

/** By the name that people gave it, else by its number. */
export const ssidText = ({ name, number }: SsidName): string =>
  name ?? t('history_ssid', [String(number)]);
