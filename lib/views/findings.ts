import type { FindingState, FoundConfiguration } from '@/lib/model/finding';
import type { Mac } from '@/lib/model/mac';
import type { Access, UndoView } from './matching';

/** Configurations in use that have a MAC in common. */
export interface FindingRow {
  readonly key: string;
  /** It was not there when the person looked at the list last. */
  readonly isNew: boolean;
  readonly state: FindingState;
  /** The first as people write it. */
  readonly name: string;
  readonly macs: readonly Mac[];
  /** What Datto calls the device that has the MAC; `null` where it knows none. */
  readonly device: string | null;
  readonly configurations: readonly FoundConfiguration[];
  /** Goes back with a decision, which is refused when the row was decided meanwhile. */
  readonly version: string;
}

export interface FindingsView {
  readonly access: Access;
  /** Those of which the person may see at least two configurations. */
  readonly rows: readonly FindingRow[];
  readonly undo: UndoView | null;
}
