import * as z from 'zod/mini';
import type { TeamView } from '@/lib/views/team';
import { message } from './message';

/** What the company's browsers share. */
export const teamProtocol = {
  'team.view': message('page').returns<TeamView>(),
  /**
   * Makes the flexible asset type that holds what is shared, or mends it; where no organization is marked as the
   * company's own, with the one that records are kept in. For Administrators.
   */
  'team.start': message(
    'page',
    z.object({ home: z.nullable(z.string().check(z.maxLength(30))) }),
  ).returns<null>(),
  /** Publishes and reads at once. */
  'team.refresh': message('page').returns<null>(),
} as const;
