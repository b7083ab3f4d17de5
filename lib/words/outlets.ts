import { locale, t, type MessageKey } from '@/lib/i18n';
import { listText } from '@/lib/i18n/list';
import { weekdays, type Outlet, type OutletSchedule, type Weekday } from '@/lib/model/power';

/** By the name that people gave it, else by its number. */
export const outletName = ({ id, label }: Pick<Outlet, 'id' | 'label'>): string =>
  label ?? t('history_outlet', [id]);

const actions = {
  on: 'panel_schedule_on',
  off: 'panel_schedule_off',
  restart: 'panel_schedule_restart',
} as const satisfies Record<OutletSchedule['action'], MessageKey>;

/** A Sunday. */
const sunday = Date.UTC(2023, 0, 1);
const dayName = (day: Weekday) =>
  new Intl.DateTimeFormat(locale(), { weekday: 'short', timeZone: 'UTC' }).format(
    sunday + weekdays.indexOf(day) * 86_400_000,
  );

/** `every day`, `Mon–Fri`, `Mon and Wed`: three days or more that follow each other are one range. */
export function daysText(days: readonly Weekday[]): string {
  if (new Set(days).size === weekdays.length) return t('panel_schedule_daily');
  // A week of work begins on Monday.
  const order = [...weekdays.slice(1), ...weekdays.slice(0, 1)];
  const runs: Weekday[][] = [];
  let before = -2;
  for (const [place, day] of order.entries()) {
    if (!days.includes(day)) continue;
    if (place === before + 1) runs.at(-1)?.push(day);
    else runs.push([day]);
    before = place;
  }
  return listText(
    runs.flatMap((run) => {
      const names = run.map(dayName);
      return names.length < 3 ? names : [t('panel_schedule_range', [names[0]!, names.at(-1)!])];
    }),
  );
}

/** `18:00`, by a clock of 24 hours as on charts. */
const clock = (at: number) =>
  new Intl.DateTimeFormat(locale(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(at);

/** `Firewall and Outlet 3: off Mon–Fri at 18:00`. */
export function scheduleText(
  { outlets, days, hour, minute, action }: OutletSchedule,
  named: readonly Pick<Outlet, 'id' | 'label'>[],
): string {
  const names = outlets.map((id) =>
    outletName(named.find((outlet) => outlet.id === id) ?? { id, label: null }),
  );
  const time = clock(Date.UTC(2023, 0, 1, hour, minute));
  return t('panel_schedule_line', [listText(names), t(actions[action]), daysText(days), time]);
}
