import type { BulkAction } from '@/lib/model/bulk-action';
import type { ConfigurationSuggestion, OrganizationReason } from '@/lib/model/match';
import type { OrganizationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { LeftOut } from '@/lib/model/left-out';

/** A row that an action will touch. */
export interface BulkRow {
  readonly key: string;
  readonly name: string;
  /** Goes back with the action, which leaves the row out when it was decided meanwhile. */
  readonly version: string;
  /** The organization or configuration that it gets, or that it has now; `null` where there is none. */
  readonly target: { readonly id: string; readonly name: string } | null;
  /** Why the target is suggested; `null` where it is not. */
  readonly reason:
    | { readonly of: 'organization'; readonly reason: OrganizationReason }
    | {
        readonly of: 'configuration';
        readonly rule: ConfigurationSuggestion['rule'];
        readonly replaces?: Mac;
      }
    | null;
}

/** What an action on many rows would do, before it is done. */
export interface BulkPreview {
  /** For suggestions the least sure first, else in the order of the names. */
  readonly rows: readonly BulkRow[];
  readonly left: readonly LeftOut[];
}

/** How many of the chosen rows each action would touch. */
export interface BulkCounts {
  readonly counts: Readonly<Record<BulkAction | 'create', number>>;
  /** The organizations of those that configurations can be created for. */
  readonly createIn: readonly { readonly id: OrganizationId; readonly name: string }[];
  /** Rows that are in another tab by now, or gone. */
  readonly elsewhere: readonly string[];
}
