import * as z from 'zod/mini';
import { textOrNull } from '@/lib/model/text-or-null';
import { strictly } from '@/lib/wire/shapes';
import type { DeviceStatus, Lifecycle, Subscription } from '@/lib/model/device';
import { parseIp, type Ip } from '@/lib/model/ip';
import { parseMac } from '@/lib/model/mac';

/*
 * The pieces Datto's rows are made of. Each says what is documented and gives the model's form, in
 * which absent is `null`. Values of other types are handled by the caller (`OddFields`); only an
 * id and a MAC fail their row.
 */

/** Text for people; empty is absent. */
export const text = z.pipe(z.nullish(z.string()), z.transform(textOrNull));

/** A number; units are those of the field. */
export const number = z.pipe(
  z.nullish(z.number()),
  z.transform((value) => value ?? null),
);

export const flag = z.pipe(
  z.nullish(z.boolean()),
  z.transform((value) => value ?? null),
);

/** An id, written as number or text. */
export const id = z.pipe(z.union([z.string().check(z.minLength(1)), z.int()]), z.transform(String));

/** A MAC in any form; text that is none is absent, and any other type fails the row. */
export const mac = strictly(z.pipe(z.nullish(z.string()), z.transform(parseMac)), 'string');
export const ip = z.pipe(z.nullish(z.string()), z.transform(parseIp));

/** RFC 3339, or Unix time in seconds or milliseconds. What is no date (such as a row of zeros) is absent. */
export const date = z.pipe(
  text,
  z.transform((value) => {
    if (value === null) return null;
    if (/^\d{10}$|^\d{13}$/.test(value))
      return new Date(Number(value.padEnd(13, '0'))).toISOString();
    // Engines read much as a date, such as `3`.
    return /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
  }),
);

/** `cloud_status`; words unknown to us are `unknown`. */
export const cloudStatus = z.pipe(
  z.nullish(z.string()),
  z.transform((value): DeviceStatus => {
    const word = value?.trim().toLowerCase();
    return word === 'up' || word === 'down' || word === 'pairing' ? word : 'unknown';
  }),
);

/** `lifecycle`, common to all device rows. */
export const lifecycle = z.pipe(
  z.nullish(z.object({ end_of_sale: date, end_of_life: date })),
  z.transform((wire): Lifecycle => {
    if (!wire) return null;
    if (wire.end_of_sale === null && wire.end_of_life === null) return 'ambiguous';
    return { endOfSale: wire.end_of_sale, endOfLife: wire.end_of_life };
  }),
);

/** `subscription`, common to all device rows. */
export const subscription = z.pipe(
  z.nullish(z.object({ is_active: flag, end_date: date, is_evergreen: flag })),
  z.transform((wire): Subscription | null => {
    if (!wire) return null;
    const isEvergreen = wire.is_evergreen ?? false;
    return {
      isActive: wire.is_active,
      endDate: isEvergreen ? null : wire.end_date,
      isEvergreen,
    };
  }),
);

/** The addresses that are there, each once, in the order given. */
export function addresses(...candidates: (Ip | null)[]): Ip[] {
  return [...new Set(candidates.filter((candidate) => candidate !== null))];
}

/**
 * A number that the device itself reports. Rows of devices that never checked in have zeros there,
 * which say nothing.
 */
export function reported(value: number | null, lastCheckin: string | null): number | null {
  return lastCheckin === null && value === 0 ? null : value;
}
