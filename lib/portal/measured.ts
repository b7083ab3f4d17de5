import * as z from 'zod/mini';
import { placedBy } from '@/lib/model/placement';
import { measuredParts, type PageMeasure } from '@/lib/model/setup-check';

const pixels = z.pipe(z.number(), z.transform(Math.round));
const box = z.object({ x: pixels, y: pixels, width: pixels, height: pixels });

const measure = z.object({
  window: z.object({ width: pixels, height: pixels }),
  theme: z.nullable(z.enum(['dark', 'default'])),
  parts: z.array(z.object({ part: z.enum(measuredParts), box })).check(z.maxLength(40)),
  placedBy: z.nullable(z.enum(placedBy)),
  covered: z.boolean(),
}) satisfies z.ZodMiniType<PageMeasure>;

/** What {@link measurePage} found in a tab, as the browser hands it over; `null` where that is nothing of the kind. */
export const parseMeasure = (value: unknown): PageMeasure | null =>
  measure.safeParse(value).data ?? null;
