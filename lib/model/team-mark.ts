import type { SharedValue } from './shared-entry';

/** That another of the company decided what a row shows. */
export interface TeamMark {
  /** Under which it is shared, e.g. `d:switch:18`. */
  readonly key: string;
  /** The user's name; empty where nobody chose one. */
  readonly by: string;
  /** ISO 8601, by this computer's clock. */
  readonly at: string;
  /** It took the place of a decision of this browser that its maker had not seen. */
  readonly overruled: boolean;
}

/** By key: what was decided here, and what another's decision took the place of, made without seeing it. */
export type Overruled = Readonly<Record<string, SharedValue>>;
