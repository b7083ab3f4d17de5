import { useMemo, useState } from 'preact/hooks';
import type { MatchingTab } from '@/lib/views/matching-address';
import { extended, nothingChosen, toggled, withAll, without, type Selection } from './selection';

/** The rows that are chosen on the tab of now, and how that changes. */
export interface Chosen {
  readonly keys: ReadonlySet<string>;
  /** How many of them the filters leave out. */
  readonly outside: number;
  /** Whether all that is shown, some of it or nothing is chosen. */
  readonly shown: 'all' | 'some' | 'none';
  readonly toggle: (key: string) => void;
  /** Everything from the row that was chosen last, else from `from`, to this one. */
  readonly extend: (from: string, to: string) => void;
  /** All that is shown. */
  readonly all: () => void;
  /** All that is shown, or where it is chosen no longer. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
  readonly drop: (keys: readonly string[]) => void;
}

/** @param order the keys of the rows that are shown, in their order */
export function useSelection(tab: MatchingTab, order: readonly string[]): Chosen {
  const [{ tab: of, selection: kept }, set] = useState({ tab, selection: nothingChosen });
  // Another tab begins without a choice.
  const selection = of === tab ? kept : nothingChosen;
  const change = (next: (now: Selection) => Selection) =>
    set((state) => ({ tab, selection: next(state.tab === tab ? state.selection : nothingChosen) }));
  const { keys } = selection;
  const inside = useMemo(() => order.filter((key) => keys.has(key)).length, [order, keys]);
  const shown =
    inside === 0 || order.length === 0 ? 'none' : inside === order.length ? 'all' : 'some';
  const all = () => change((now) => withAll(now, order));
  return {
    keys,
    outside: keys.size - inside,
    shown,
    toggle: (key) => change((now) => toggled(now, key)),
    extend: (from, to) => change((now) => extended(now, order, from, to)),
    all,
    toggleAll: () => (shown === 'all' ? change((now) => without(now, order)) : all()),
    clear: () => change(() => nothingChosen),
    drop: (gone) => change((now) => without(now, gone)),
  };
}
