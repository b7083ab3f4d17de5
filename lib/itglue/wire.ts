import { z } from 'zod';
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
export const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform(textOrNull);

export const flag = (absent: boolean) =>
  z
    .boolean()
    .nullish()
    .transform((value) => value ?? absent);

/** The ids of a to-many relationship; empty where the answer does not tell. */
export const relatedIds = z
  .object({ data: z.array(z.object({ id })).nullish() })
  .nullish()
  .transform((relationship) => (relationship?.data ?? []).map((row) => row.id));
