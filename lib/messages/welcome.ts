import * as z from 'zod/mini';
import { userId } from '@/lib/model/ids';
import type { Recognition } from '@/lib/model/recognition';
import type { WelcomeView } from '@/lib/views/welcome';
import { message, portal } from './message';

const userSchema = z.object({
  userId: z.pipe(
    z.string().check(z.maxLength(30)),
    z.transform((id) => userId(id)),
  ),
});

/** The first run, and who sits at this browser. */
export const welcomeProtocol = {
  'welcome.view': message('page').returns<WelcomeView>(),
  /** Opens the first-run page (a content script cannot). */
  'welcome.open': message(portal('any')).returns<null>(),
  /** The line on the portal's pages is not wanted. */
  'welcome.dismiss': message(portal('any')).returns<null>(),
  /** Looks at the portal's open pages for who is signed in. */
  'user.recognize': message('page').returns<Recognition>(),
  /** The person says so; false where the portal does not (any more). */
  'user.confirm': message('page', userSchema).returns<boolean>(),
} as const;
