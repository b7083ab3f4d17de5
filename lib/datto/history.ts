import * as z from 'zod/mini';
import type {
  NodeHistory,
  OutletUsage,
  PowerUsage,
  Sample,
  SsidTraffic,
} from '@/lib/model/history';
import { plainly } from '@/lib/wire/plainly';
import { list } from '@/lib/wire/shapes';
import { date } from './fields';

/*
 * What Datto keeps of the past. Nothing in it fails its answer: of 288 samples, those that can be read are shown.
 * Sources: `api/history.md` and `api/powerstrip_management.md` of `cloudtrax/docs`.
 */

/** More than a period has. */
const maxSamples = 600;
/** More than a network has. */
const maxNodes = 2_000;
/** More than a power strip has. */
const maxOutlets = 64;

const anything = z.optional(z.unknown());

/** A number, also where it is written as text. */
export const figure = z.pipe(
  anything,
  z.transform((value): number | null => {
    const read = typeof value === 'number' ? value : plainly('number', value).value;
    return typeof read === 'number' && Number.isFinite(read) ? read : null;
  }),
);

/** A text, also where it is written as a number. */
export const words = z.pipe(
  anything,
  z.transform((value) =>
    typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null,
  ),
);

/** ISO 8601. */
export const moment = z.pipe(
  words,
  z.transform((value) => date.parse(value ?? undefined)),
);

/** Milliseconds since 1970; fails where there is no time. */
const instant = z
  .pipe(
    moment,
    z.transform((value) => (value === null ? NaN : Date.parse(value))),
  )
  .check(z.refine((time) => !Number.isNaN(time)));

/** Rows keyed by id, or several such objects in a list. */
export const keyedRows = z.catch(
  z.pipe(
    z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
    z.transform((rows): [id: string, row: unknown][] =>
      Array.isArray(rows)
        ? rows.flatMap((each): [string, unknown][] =>
            typeof each === 'object' && each !== null && !Array.isArray(each)
              ? Object.entries(each)
              : [],
          )
        : Object.entries(rows),
    ),
  ),
  [],
);

const rows = z.catch(z.nullish(list), []);

/** A network's nodes. */
export const nodeHistories = z.object({
  nodes: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
});
/** A power strip's usage. */
export const powerUsage = z.object({ usage: list });

const node = z.object({ traffic: keyedRows, metrics: rows, checkins: rows });
const traffic = z.object({ bup: figure, bdown: figure, users: figure });
const metric = z.object({ time: instant, speed: figure });
const checkin = z.object({ time: instant, status: words });
const usage = z.object({ time: instant, ports: keyedRows });
const outlet = z.object({ active_power_w: figure, voltage_v: figure });

/** The rows that can be read, at most so many of the newest. */
const readable = <Schema extends z.ZodMiniType>(
  schema: Schema,
  all: readonly unknown[] | null | undefined,
): z.output<Schema>[] =>
  (all ?? []).slice(-maxSamples).flatMap((row) => {
    const read = schema.safeParse(row);
    return read.success ? [read.data] : [];
  });

/** Each node's history, by the answer for its network. */
export function toNodeHistories({ nodes }: z.output<typeof nodeHistories>): NodeHistory[] {
  return keyedRows
    .parse(nodes)
    .slice(0, maxNodes)
    .flatMap(([id, row]) => {
      const read = node.safeParse(row);
      return read.success ? [toNodeHistory(id, read.data)] : [];
    });
}

function toNodeHistory(id: string, wire: z.output<typeof node>): NodeHistory {
  return {
    id,
    traffic: wire.traffic.flatMap(([name, row]) => toSsidTraffic(name, row) ?? []),
    // A check-in without a status is an outage.
    checkins: readable(checkin, wire.checkins).map(({ time, status }) => ({
      at: time,
      up: status !== null,
    })),
    speeds: readable(metric, wire.metrics).map(({ time, speed }) => ({ at: time, value: speed })),
  };
}

/** The number of an SSID by its name in an object of traffic, e.g. `ssid2`; `null` for `users` and the like. */
export function ssidNumber(name: string): number | null {
  const [, number] = /^ssid([1-4])$/.exec(name) ?? [];
  return number === undefined ? null : Number(number);
}

function toSsidTraffic(name: string, row: unknown): SsidTraffic | null {
  const number = ssidNumber(name);
  const read = traffic.safeParse(row);
  if (number === null || !read.success) return null;
  const { bup, bdown, users } = read.data;
  return { number, up: bup, down: bdown, clients: users };
}

/** What a power strip used; its outlets in the order of their numbers. */
export function toPowerUsage({ usage: all }: z.output<typeof powerUsage>): PowerUsage {
  const watts = new Map<string, Sample[]>();
  const voltage: Sample[] = [];
  for (const { time, ports } of readable(usage, all)) {
    const volts: number[] = [];
    for (const [id, row] of ports.slice(0, maxOutlets)) {
      const read = outlet.safeParse(row);
      if (!read.success) continue;
      const { active_power_w, voltage_v } = read.data;
      const samples = watts.get(id) ?? [];
      samples.push({ at: time, value: active_power_w });
      watts.set(id, samples);
      if (voltage_v !== null) volts.push(voltage_v);
    }
    // All outlets hang on one mains.
    voltage.push({ at: time, value: volts[0] ?? null });
  }
  const outlets = [...watts].map(([id, samples]): OutletUsage => ({ id, watts: samples }));
  return { outlets: outlets.sort((a, b) => Number(a.id) - Number(b.id)), voltage };
}
