import type { DeviceKind } from './device';

/** A row that an API sent and that could not be read. */
export interface Unreadable {
  /** Its id where it has one, else its place in the list, e.g. `#3`. */
  readonly id: string;
  readonly fields: readonly WrongField[];
}

/** The types of JSON values but `null`. */
export type JsonType = 'string' | 'number' | 'boolean' | 'array' | 'object';

/** A field that could not be read; never its value. */
export interface WrongField {
  /** Its path, e.g. `summary_info.mac`; empty for the row itself. */
  readonly field: string;
  /** `null`: the type is right, the value is not. */
  readonly expected: JsonType | null;
}

/** What rows are of: Datto's by what they describe, IT Glue's by the name of their resource. */
export type RowKind =
  | DeviceKind
  | 'network'
  | 'network-settings'
  | 'switch-port'
  | 'network-client'
  | 'ssid'
  | 'organizations'
  | 'configurations'
  | 'configuration_interfaces'
  | 'rmm_records'
  | 'configuration_types'
  | 'configuration_statuses'
  | 'manufacturers'
  | 'models'
  | 'flexible_assets'
  | 'flexible_asset_types'
  | 'flexible_asset_fields'
  | 'passwords'
  | 'related_items'
  | 'users'
  | 'groups';

/** A field that came with another type than documented, in some rows of a kind. */
export interface OddField {
  readonly kind: RowKind;
  /** Its path within the row, e.g. `summary_info.uptime_seconds`. */
  readonly field: string;
  /** In how many rows. */
  readonly count: number;
  /** What one of them has instead; never its value. */
  readonly type: JsonType;
  /** Whether some value was left out, since its meaning is not plain. */
  readonly lost: boolean;
}

/** What could be read of a list, and what not. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly skipped: readonly Unreadable[];
  readonly oddFields: readonly OddField[];
}

/** Whether rows are there of which not even the id is known, so that they may be any. */
export const hasUnknownRows = ({ skipped }: Pick<Rows<unknown>, 'skipped'>): boolean =>
  skipped.some(({ id }) => id.startsWith('#'));

/** Adds up what is the same field of the same kind. */
export function mergeOddFields(...lists: readonly (readonly OddField[])[]): OddField[] {
  const merged = new Map<string, OddField>();
  for (const odd of lists.flat()) {
    const key = `${odd.kind} ${odd.field}`;
    const before = merged.get(key);
    merged.set(
      key,
      before ? { ...before, count: before.count + odd.count, lost: before.lost || odd.lost } : odd,
    );
  }
  return [...merged.values()];
}

/** Lists that were read in parts, as one. */
export const joinRows = <Row>(lists: readonly Rows<Row>[]): Rows<Row> => ({
  rows: lists.flatMap(({ rows }) => rows),
  skipped: lists.flatMap(({ skipped }) => skipped),
  oddFields: mergeOddFields(...lists.map(({ oddFields }) => oddFields)),
});
