import * as z from 'zod/mini';
import type { DecisionResult } from '@/lib/views/matching';
import type { NotAllShared, TeamView } from '@/lib/views/team';
import { configurationPageSchema } from './ids';
import { message, portal } from './message';

const keyed = z.object({ key: z.string().check(z.maxLength(210)) });

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
  /** Decides once more what another's decision took the place of. */
  'team.use-mine': message('page', keyed).returns<null>(),
  /** The same on the page of a configuration that it is about. */
  'panel.use-mine': message(
    portal('configuration'),
    z.extend(configurationPageSchema, keyed.shape),
  ).returns<DecisionResult>(),
  /** Tells no more of it. */
  'team.dismiss': message('page', keyed).returns<null>(),
  /**
   * Shares what is not shared yet, some seconds at most, and then no more.
   * @returns how many decisions could not be shared; with any this browser has left only if that was asked `anyway`
   */
  'team.leave': message(
    'page',
    z.object({ anyway: z.boolean(), listed: z.enum(['keep', 'remove']) }),
  ).returns<NotAllShared>(),
  /** Shares again after it left. */
  'team.join': message('page').returns<null>(),
  /** Publishes and reads at once. */
  'team.refresh': message('page').returns<null>(),
} as const;
