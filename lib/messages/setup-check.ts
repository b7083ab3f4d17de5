import * as z from 'zod/mini';
import { assumptionIds } from '@/lib/model/setup-check';
import type { SetupCheckView } from '@/lib/views/setup-check';
import { message, portal } from './message';

/** The setup check: it only reads, and one check at a time. */
export const setupCheckProtocol = {
  'setup-check.view': message('page').returns<SetupCheckView>(),
  /** Looks at one assumption; `done` is false where it was stopped. */
  'setup-check.run': message('page', z.object({ id: z.enum(assumptionIds) })).returns<{
    readonly done: boolean;
  }>(),
  /** Breaks off the check that is under way. */
  'setup-check.stop': message('page').returns<null>(),
  /** Opens the setup check's page (a content script cannot). */
  'setup-check.open': message(portal('any')).returns<null>(),
} as const;
