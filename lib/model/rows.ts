/** A row that an API sent and that could not be read. */
export interface Unreadable {
  /** Its id where it has one, else its place in the list, e.g. `#3`. */
  readonly id: string;
  /** Which fields, and what was expected of them; never their values. */
  readonly reason: string;
}

/** The types of JSON values but `null`. */
export type JsonType = 'string' | 'number' | 'boolean' | 'array' | 'object';

/** A field that came with another type than documented, in some rows of a kind. */
export interface OddField {
  /** The kind of row, e.g. `access-point` or `configurations`. */
  readonly kind: string;
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
