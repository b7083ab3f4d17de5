import type { Activity } from '@/lib/model/activity';

/** What was done together: one line of the activity list, which opens. */
export interface ActivityGroup {
  /** The number of its newest line that was asked for. */
  readonly id: number;
  /** `null` for a line that stands alone. */
  readonly run: string | null;
  /** What stands for all of it: of a sync how it ended, else its newest line. */
  readonly head: Activity;
  /** How many of its lines were asked for. */
  readonly count: number;
  /** How many of these tell of something that did not succeed. */
  readonly failures: number;
}
