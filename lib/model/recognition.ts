import type { User } from './user';

/** Who the portal's pages in this browser say is signed in. */
export type Recognition =
  | { readonly state: 'found'; readonly user: Pick<User, 'id' | 'name' | 'email' | 'roleName'> }
  | {
      readonly state: 'cannot-tell';
      readonly why:
        /** No page of the portal is open. */
        | 'no-page'
        /** The users come with the first sync. */
        | 'no-users'
        | 'nobody-named'
        | 'unknown'
        | 'several';
    };
