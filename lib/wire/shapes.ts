import * as z from 'zod/mini';
import type { JsonType } from '@/lib/model/rows';
import { expecting } from './wrong-fields';

/** An object keyed by id. Servers write an empty one as `[]` at times, as PHP does. */
export const keyed = z.union([
  z.record(z.string(), z.unknown()),
  z.pipe(
    z.array(z.never()),
    z.transform((): Record<string, unknown> => ({})),
  ),
]);

/** A list, also where a server writes it as an object. */
export const list = z.union([
  z.array(z.unknown()),
  z.pipe(
    z.record(z.string(), z.unknown()),
    z.transform((rows) => Object.values(rows)),
  ),
]);

/**
 * A value that is read as documented or fails its row: one that is taken for absent would do harm.
 * @param expected for the report of the row
 */
export const strictly = <Schema extends z.ZodMiniType>(schema: Schema, expected: JsonType) =>
  z.pipe(
    z.optional(z.unknown()),
    z.transform((value, context): z.output<Schema> => {
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      context.issues.push({ code: 'custom', input: value, ...expecting(expected) });
      return z.NEVER;
    }),
  );
