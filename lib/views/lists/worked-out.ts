const known = new WeakMap<object, Map<string, unknown>>();

/** What is worked out of rows once as long as there are no others: while a person types or scrolls. */
export function workedOut<Value>(rows: object, what: string, workOut: () => Value): Value {
  const ofRows = known.get(rows) ?? new Map<string, unknown>();
  known.set(rows, ofRows);
  if (!ofRows.has(what)) ofRows.set(what, workOut());
  return ofRows.get(what) as Value;
}
