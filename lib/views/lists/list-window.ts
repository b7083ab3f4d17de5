import { decisionStates, type DecisionState, type ListView } from '../matching';
import type { ListQuestion } from './question';

/** So many rows on each side of the current one are answered with it. */
const around = 30;

interface ListedRow {
  readonly state: DecisionState;
  readonly isNew: boolean;
}

/**
 * A window of a list, and what of the whole of it is counted.
 * @param listed what the tabs count
 * @param shown what is asked for, in its order
 */
export function listWindow<Row extends ListedRow, Key extends string>(
  listed: readonly Row[],
  shown: readonly Row[],
  { tab, from, count, row }: ListQuestion,
  keyOf: (row: Row) => Key,
): Pick<ListView<Row, Key>, 'tab' | 'counts' | 'added' | 'keys' | 'rows'> {
  const current = row === null ? -1 : shown.findIndex((each) => keyOf(each) === row);
  const window = new Set(shown.slice(from, from + count));
  if (current >= 0)
    for (const each of shown.slice(Math.max(0, current - around), current + around))
      window.add(each);
  return {
    tab,
    counts: Object.fromEntries(
      decisionStates.map((state) => [state, listed.filter((each) => each.state === state).length]),
    ) as Record<DecisionState, number>,
    added: listed.filter((each) => each.state === tab && each.isNew).length,
    keys: shown.map(keyOf),
    rows: [...window],
  };
}
