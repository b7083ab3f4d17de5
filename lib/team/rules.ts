import type { Clock, SharedEntry, Stamp } from '@/lib/model/shared-entry';
import { compareIds } from '@/lib/model/copies';
import { compareEntries, stampAbove } from './stamp';

/** The rules without which browsers part or decisions get lost; the simulation breaks them one by one. */
export interface TeamRules {
  /** The stamp of a decision. */
  readonly stampOf: (
    clock: Clock,
    now: number,
    browser: string,
    replaced: Stamp | null,
  ) => { readonly clock: Clock; readonly stamp: Stamp };
  /** Which of two entries of one key counts: the greater. */
  readonly compare: (a: SharedEntry, b: SharedEntry) => number;
  /** Whether what no record holds any more is published again by whoever knows it. */
  readonly adopts: boolean;
  /**
   * Whether a record may be removed for the sake of one that holds the same. Only upwards in one order
   * of all records: of several that hold an entry the last stays, whoever removes the others at the
   * same time.
   */
  readonly standsFor: (record: string, removed: string) => boolean;
}

export const teamRules: TeamRules = {
  stampOf: stampAbove,
  compare: compareEntries,
  adopts: true,
  standsFor: (record, removed) => compareIds(record, removed) > 0,
};
