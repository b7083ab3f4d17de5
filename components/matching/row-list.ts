/** A long list whose rows need not all be there: the order is known, rows come as they are shown. */
export interface RowList<Row> {
  /** The keys of all rows, in their order. */
  readonly keys: readonly string[];
  /** The row, if it is there. */
  readonly row: (key: string) => Row | undefined;
  /** Told which rows are to be there: by their places those that are shown, and the current one's key. */
  readonly want: (rows: WantedRows) => void;
}

export interface WantedRows {
  readonly first: number;
  readonly last: number;
  readonly current: string | null;
}

/** A list whose rows are all there. */
export function wholeList<Row>(rows: readonly Row[], keyOf: (row: Row) => string): RowList<Row> {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return { keys: [...byKey.keys()], row: (key) => byKey.get(key), want: () => undefined };
}

/** How many of the rows are in each of the states. */
export const countStates = <State extends string>(
  states: readonly State[],
  rows: readonly { readonly state: State }[],
): Record<State, number> =>
  Object.fromEntries(
    states.map((state) => [state, rows.filter((row) => row.state === state).length]),
  ) as Record<State, number>;
