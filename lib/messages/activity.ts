import * as z from 'zod/mini';
import { activityTopics, type Activity } from '@/lib/model/activity';
import type { OrganizationId } from '@/lib/model/ids';
import type { ActivityGroup } from '@/lib/views/activity';
import { organizationIdSchema } from './ids';
import { message } from './message';

const time = z.iso.datetime();

/** Which lines are asked for; all that is given holds for each. */
const filterSchema = z.object({
  /** Each of its words is in the line. */
  text: z.string().check(z.maxLength(200)),
  topics: z.optional(z.array(z.enum(activityTopics)).check(z.minLength(1))),
  who: z.optional(z.string().check(z.maxLength(500))),
  organizationId: z.optional(organizationIdSchema),
  /** Both included. */
  from: z.optional(time),
  to: z.optional(time),
  failures: z.optional(z.boolean()),
});
export type ActivityFilter = z.infer<typeof filterSchema>;

/** What happened, newest first, as far as the person may see it. */
export const activityProtocol = {
  'activity.list': message(
    'page',
    z.extend(filterSchema, {
      /** Of what was done together, only that. */
      run: z.optional(z.string().check(z.maxLength(600))),
      before: z.nullable(z.int()),
      limit: z.int().check(z.maximum(50_000)),
    }),
  ).returns<{
    readonly rows: readonly (Activity & { readonly id: number })[];
    /** For the next page; `null` at the end. */
    readonly before: number | null;
  }>(),
  /** One for each run, and for each line that stands alone. */
  'activity.groups': message(
    'page',
    z.extend(filterSchema, {
      before: z.nullable(z.int()),
      limit: z.int().check(z.maximum(500)),
    }),
  ).returns<{ readonly groups: readonly ActivityGroup[]; readonly before: number | null }>(),
  /** What lines can be filtered by. */
  'activity.choices': message('page').returns<{
    readonly people: readonly string[];
    readonly organizations: readonly { readonly id: OrganizationId; readonly name: string }[];
  }>(),
} as const;
