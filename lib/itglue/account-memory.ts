import { createRefusals, type Refusals } from './optional-parts';
import { createPageSizes, type PageSizes } from './page-sizes';
import { forgetful } from './remembered';

/** What was found out of an account, for all clients of it. */
export interface AccountMemory {
  readonly pageSizes: PageSizes;
  readonly refusals: Refusals;
}

/** One that nothing outlives. */
export const forgetfulMemory = (now: () => number): AccountMemory => ({
  pageSizes: createPageSizes(forgetful(now)),
  refusals: createRefusals(forgetful(now)),
});
