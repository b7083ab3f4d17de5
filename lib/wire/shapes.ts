import { z } from 'zod';

/** An object keyed by id. Servers write an empty one as `[]` at times, as PHP does. */
export const keyed = z.union([
  z.record(z.string(), z.unknown()),
  z.array(z.never()).transform((): Record<string, unknown> => ({})),
]);

/** A list, also where a server writes it as an object. */
export const list = z.union([
  z.array(z.unknown()),
  z.record(z.string(), z.unknown()).transform((rows) => Object.values(rows)),
]);

/**
 * A value that is read as documented or fails its row: one that is taken for absent would do harm.
 * @param expected in words, for the reason
 */
export const strictly = <Schema extends z.ZodType>(schema: Schema, expected: string) =>
  z
    .unknown()
    .optional()
    .transform((value, context): z.output<Schema> => {
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      context.addIssue({ code: 'custom', message: `expected ${expected}` });
      return z.NEVER;
    });
