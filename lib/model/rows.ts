/** A row that an API sent and that could not be read. */
export interface Unreadable {
  /** Its id where it has one, else its place in the list, e.g. `#3`. */
  readonly id: string;
  /** Which fields, and what was expected of them; never their values. */
  readonly reason: string;
}

/** What could be read of a list, and what not. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly skipped: readonly Unreadable[];
}
