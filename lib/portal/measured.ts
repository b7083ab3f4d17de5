import { z } from 'zod';
import { placedBy } from '@/lib/model/placement';
import { measuredParts, type PageMeasure } from '@/lib/model/setup-check';

const pixels = z.number().transform(Math.round);
const box = z.object({ x: pixels, y: pixels, width: pixels, height: pixels });

const measure = z.object({
  window: z.object({ width: pixels, height: pixels }),
  theme: z.enum(['dark', 'default']).nullable(),
  parts: z.array(z.object({ part: z.enum(measuredParts), box })).max(40),
  placedBy: z.enum(placedBy).nullable(),
  covered: z.boolean(),
}) satisfies z.ZodType<PageMeasure>;

/** What {@link measurePage} found in a tab, as the browser hands it over; `null` where that is nothing of the kind. */
export const parseMeasure = (value: unknown): PageMeasure | null =>
  measure.safeParse(value).data ?? null;
