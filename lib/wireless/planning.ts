import type { WirelessInput } from './input';
import type { LedgerEntry } from './ledger';
import { type RecognizedSlot } from './recognize';
import { type Slot } from './slot';

/** What the parts of a plan are made from. */
export interface Planning {
  readonly input: WirelessInput;
  readonly documented: ReadonlyMap<string, RecognizedSlot>;
  /** By `slotKey`. */
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
  /** When the password embedded in a record last changed, by the record's id. */
  readonly keysChangedAt: ReadonlyMap<string, string>;
  /** Whether nothing may be planned for the slot this time, since its side of Datto or IT Glue was not read. */
  readonly leftAlone: (slot: Slot) => boolean;
}
