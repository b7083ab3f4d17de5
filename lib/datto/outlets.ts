import * as z from 'zod/mini';
import { weekdays, type Outlet, type OutletSchedule } from '@/lib/model/power';
import { textOrNull } from '@/lib/model/text-or-null';
import { list } from '@/lib/wire/shapes';
import { flag, number } from './fields';
import { figure, words } from './history';

/** More than a power strip has. */
const maxOutlets = 64;
const maxSchedules = 200;

/** What only a power strip's own answer has. Source: `api/powerstrip_management.md` of `cloudtrax/docs`. */
export const outletFields = {
  ports: z.nullish(
    z.array(
      z.nullish(z.object({ port_id: words, label: words, enable: flag, active_power_w: figure })),
    ),
  ),
  schedule: z.nullish(z.array(z.unknown())),
  voltage_v: number,
};
type Ports = z.output<(typeof outletFields)['ports']>;

const texts = z.catch(
  z.pipe(
    z.nullish(list),
    z.transform((values) => (values ?? []).flatMap((value) => words.parse(value) ?? [])),
  ),
  [],
);
const schedule = z.object({
  port_ids: texts,
  days_of_week: texts,
  hour: figure,
  minute: figure,
  action: words,
});
const actions: Readonly<Record<string, OutletSchedule['action']>> = {
  port_enable: 'on',
  port_disable: 'off',
  port_reset: 'restart',
};

/** The outlets in the order of their numbers; a port without one has its place for a number. */
export function toOutlets(rows: Ports): Outlet[] {
  return (rows ?? [])
    .slice(0, maxOutlets)
    .flatMap((row, place) => (row ? [{ ...row, id: row.port_id ?? String(place + 1) }] : []))
    .map(({ id, label, enable, active_power_w }) => ({
      id,
      label: textOrNull(label) === id ? null : textOrNull(label),
      on: enable,
      watts: active_power_w,
    }))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

/** What is done at times; an entry that cannot be read whole is left out, as half of one would mislead. */
export function toSchedule(rows: readonly unknown[] | null | undefined): OutletSchedule[] {
  return (rows ?? []).slice(0, maxSchedules).flatMap((row): OutletSchedule[] => {
    const read = schedule.safeParse(row);
    if (!read.success) return [];
    const { port_ids, days_of_week, hour, minute, action } = read.data;
    const named = new Set(days_of_week.map((day) => day.slice(0, 3).toLowerCase()));
    const days = weekdays.filter((day) => named.has(day));
    const what = action === null ? undefined : actions[action];
    if (!what || hour === null || minute === null || days.length === 0 || port_ids.length === 0)
      return [];
    return [{ outlets: port_ids, days, hour, minute, action: what }];
  });
}
