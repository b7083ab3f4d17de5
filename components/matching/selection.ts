/** Rows that are chosen for an action on many, whatever the filters show of them. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  /** Where a range begins: the row that was chosen last by itself. */
  readonly anchor: string | null;
  /** What was chosen before the range that grows and shrinks with each further step. */
  readonly before: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
export const nothingChosen: Selection = { keys: none, anchor: null, before: none };

/** Chooses the row, or no longer. */
export function toggled({ keys }: Selection, key: string): Selection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  const before = new Set(next);
  before.delete(key);
  return { keys: next, anchor: key, before };
}

/**
 * Chooses all rows between the anchor and this one, in place of the range up to an earlier one.
 * @param order the rows that are shown
 * @param from where the range begins if nothing was chosen by itself, or what was is not shown
 */
export function extended(
  { keys, anchor, before }: Selection,
  order: readonly string[],
  from: string,
  to: string,
): Selection {
  const kept = anchor !== null && order.includes(anchor);
  const begin = kept ? anchor : from;
  const rest = kept ? before : keys;
  const [low, high] = [order.indexOf(begin), order.indexOf(to)].sort((a, b) => a - b);
  if (low === undefined || high === undefined || low === -1)
    return { keys: rest, anchor: begin, before: rest };
  return {
    keys: new Set([...rest, ...order.slice(low, high + 1)]),
    anchor: begin,
    before: rest,
  };
}

/** Chooses all that is shown beside what is chosen. */
export const withAll = ({ keys }: Selection, order: readonly string[]): Selection => ({
  keys: new Set([...keys, ...order]),
  anchor: null,
  before: none,
});

/** Chooses these rows no longer. */
export function without({ keys }: Selection, gone: readonly string[]): Selection {
  const next = new Set(keys);
  for (const key of gone) next.delete(key);
  return { keys: next, anchor: null, before: none };
}
