import type { TeamView } from '@/lib/views/team';
import { message } from './message';

/** What the company's browsers share. */
export const teamProtocol = {
  'team.view': message('page').returns<TeamView>(),
  /** Makes the flexible asset type that holds what is shared, or mends it. For Administrators. */
  'team.start': message('page').returns<null>(),
  /** Publishes and reads at once. */
  'team.refresh': message('page').returns<null>(),
} as const;
