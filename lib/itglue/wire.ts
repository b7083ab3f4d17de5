import { z } from 'zod';
import { strictly } from '@/lib/wire/shapes';
import { textOrNull } from '@/lib/model/text-or-null';

/** An id as a string, also where IT Glue writes a number. */
export const id = z.union([z.string().min(1), z.int()]).transform(String);

/** An id that may be null. */
export const optionalId = id.nullish().transform((value) => value ?? null);

/** A text as it is, `null` where there is none. */
export const exactText = z
  .string()
  .nullish()
  .transform((text) => text ?? null);

/** A text for display and comparison: trimmed, `null` where nothing is left. */
export const text = z.string().nullish().transform(textOrNull);

export const flag = (absent: boolean) =>
  z
    .boolean()
    .nullish()
    .transform((value) => value ?? absent);

/** The ids of a to-many relationship, whole or not at all; empty where the answer does not tell. */
export const relatedIds = strictly(
  z.object({ data: z.array(z.object({ id })).nullish() }).nullish(),
  'object',
).transform((relationship) => (relationship?.data ?? []).map((row) => row.id));

/** The ids of a to-many relationship, as far as they can be read. */
export const readableIds = z
  .object({ data: z.array(z.object({ id }).nullable().catch(null)).nullish() })
  .nullish()
  .transform((relationship) => (relationship?.data ?? []).flatMap((row) => row?.id ?? []));
