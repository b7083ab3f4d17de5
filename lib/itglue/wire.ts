import * as z from 'zod/mini';
import { strictly } from '@/lib/wire/shapes';
import { textOrNull } from '@/lib/model/text-or-null';

/** An id as a string, also where IT Glue writes a number. */
export const id = z.pipe(z.union([z.string().check(z.minLength(1)), z.int()]), z.transform(String));

/** An id that may be null. */
export const optionalId = z.pipe(
  z.nullish(id),
  z.transform((value) => value ?? null),
);

/** A text as it is, `null` where there is none. */
export const exactText = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text ?? null),
);

/** A text for display and comparison: trimmed, `null` where nothing is left. */
export const text = z.pipe(z.nullish(z.string()), z.transform(textOrNull));

export const flag = (absent: boolean) =>
  z.pipe(
    z.nullish(z.boolean()),
    z.transform((value) => value ?? absent),
  );

/** The ids of a to-many relationship, whole or not at all; empty where the answer does not tell. */
export const relatedIds = z.pipe(
  strictly(z.nullish(z.object({ data: z.nullish(z.array(z.object({ id }))) })), 'object'),
  z.transform((relationship) => (relationship?.data ?? []).map((row) => row.id)),
);

/** The ids of a to-many relationship, as far as they can be read. */
export const readableIds = z.pipe(
  z.nullish(z.object({ data: z.nullish(z.array(z.catch(z.nullable(z.object({ id })), null))) })),
  z.transform((relationship) => (relationship?.data ?? []).flatMap((row) => row?.id ?? [])),
);
