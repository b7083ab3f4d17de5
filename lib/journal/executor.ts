import type { ActivityEvent, FieldChange } from '@/lib/model/activity';
import type { InMemoryWrite, JournalRefusal, JournalRow } from '@/lib/model/journal';
import type { WriteTransaction } from '@/lib/store/schema';

type Written = Extract<ActivityEvent, { resource: string }>;

/** What is to be done, found out right before the first sending. */
export type Before<Result> =
  /** `known`: ids under the natural key that are in IT Glue already, and so are not ours. */
  | { readonly next: 'send'; readonly known: readonly string[] }
  /** It is there already and is taken for ours: nothing is sent. */
  | { readonly next: 'adopt'; readonly result: Result }
  | { readonly next: 'refuse'; readonly refusal: JournalRefusal };

/** Which of the rows that one write left in IT Glue is kept, and what became of the others. */
export interface WithoutDuplicates<Result> {
  readonly result: Result;
  /** Not archived where IT Glue cannot or would not: a person has to delete it. */
  readonly duplicates: readonly { readonly id: string; readonly archived: boolean }[];
}

/** How one write is sent, and how it is recognized when it is not known whether it was. */
export interface Executor<Result> {
  /** What the activity list calls it. */
  readonly subject: Pick<
    Written,
    'resource' | 'name' | 'organizationId' | 'organizationName' | 'fields'
  >;
  /** What each field was and is, for the activity list; never a key. */
  changes?(result: Result): readonly FieldChange[];
  /** What it does, for the activity list; `created` where it does not say. */
  readonly did?: InMemoryWrite['event']['did'];
  /** Sending it twice leaves the same as once, so that it need not be waited for whether the first comes. */
  readonly repeatable?: boolean;
  /** What is written next refers to it, so that it is not settled before it is known which one is kept. */
  readonly isReferredTo?: boolean;
  /** Looks at IT Glue and the store before the first sending. May take all it needs from there. */
  before(): Promise<Before<Result>>;
  /** Sends it once. @throws ItGlueError, whose `outcome` tells what may have become of it */
  send(): Promise<Result>;
  /** Looks for it by its natural key, known ids left out. */
  find(known: readonly string[]): Promise<Result | null>;
  /**
   * Looks whether a write that succeeded is there more than once, and puts the duplicates away. Chromium
   * sends a request again by itself when a kept-alive connection that had served another is closed
   * without an answer, whatever its method (`HttpNetworkTransaction::ShouldResendRequest`): when the
   * first had its effect already, there are two rows and one answer. May be called again for the same
   * write, by a later worker, and for one of unknown outcome for as long as its effect may still come.
   * @param answered `null` for a later look; what is kept is `null` where nothing is there
   */
  removeDuplicates?(
    answered: Result | null,
    known: readonly string[],
  ): Promise<WithoutDuplicates<Result | null>>;
  /** Takes over what a later look kept and put away. */
  keep?(
    transaction: WriteTransaction,
    kept: WithoutDuplicates<Result | null>,
    at: string,
  ): Promise<void>;
  idOf(result: Result): string;
  /** Takes the result over into the store, in the transaction that makes the write done. */
  commit?(
    transaction: WriteTransaction,
    result: Result,
    how: { readonly row: JournalRow; readonly found: boolean; readonly at: string },
  ): Promise<void>;
}
