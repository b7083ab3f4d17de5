import type { Presence, SharedEntry } from '@/lib/model/shared-entry';
import type { Content } from './content';

/** A record of the shared state as it was read. */
export interface TeamRow {
  readonly id: string;
  /** Its last change by IT Glue's clock, milliseconds since 1970; `null` where it does not say. */
  readonly updatedAt: number | null;
  /** An archived one still tells what was decided, but is not relied on. */
  readonly archived: boolean;
  /** Length of its data, characters. */
  readonly length: number;
  /**
   * `damaged`: edited by a person, or cut; `newer`: of a form that this version cannot read; `foreign`:
   * nothing of ours.
   */
  readonly content: Content | { readonly kind: 'damaged' | 'newer' | 'foreign' };
}

/**
 * Where a company's browsers put what they share. Nothing here locks or compares: whatever is added
 * stays until it is removed, and adding the same again does no harm. Calls reject with an `ItGlueError`,
 * or with `NotShared` where sharing is not set up.
 */
export interface SharedState {
  /** Every record. */
  readAll(): Promise<readonly TeamRow[]>;
  /** At least every record that changed at this time or later. */
  readSince(time: number): Promise<readonly TeamRow[]>;
  /** Adds records that hold these entries, as many as their size asks for. */
  addEntries(entries: readonly SharedEntry[]): Promise<readonly TeamRow[]>;
  /** Writes what this browser says of itself over its record, or as a new one. */
  writePresence(id: string | null, presence: Presence): Promise<TeamRow>;
  /** Removes records; those that are gone are no failure. */
  remove(ids: readonly string[]): Promise<void>;
  /** Puts a record that cannot be read out of sight; it stays for people to look at. */
  archive(id: string): Promise<void>;
}

/** Why nothing is shared, where that is nobody's failure. */
export type NotSharedReason =
  | 'no-type'
  | 'type-disabled'
  | 'fields-missing'
  /** No organization is marked as the company's own. */
  | 'no-home'

  /** IT Glue keeps other text than it was sent, however short. */
  | 'text-changed';

export class NotShared extends Error {
  override readonly name = 'NotShared';
  constructor(readonly reason: NotSharedReason) {
    super(reason);
  }
}
