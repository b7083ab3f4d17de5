import type { JournalRefusal } from '@/lib/model/journal';
import type { Problem } from '@/lib/model/problem';

/** What became of a write. */
export type WriteOutcome =
  | {
      readonly state: 'done';
      readonly resultId: string;
      readonly found: boolean;
      /** It is in IT Glue more than once, and a person has to delete what is too much. */
      readonly twice?: true;
    }
  | { readonly state: 'refused'; readonly refusal: JournalRefusal }
  /** Not settled now: to be performed again later, which first looks for it where it may be there. */
  | { readonly state: 'open'; readonly problem: Problem }
  /** Another context performs it right now. */
  | { readonly state: 'busy' }
  /** Its row was wiped. */
  | { readonly state: 'gone' };
