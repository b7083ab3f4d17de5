import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Column } from './column';
import {
  columnTemplate,
  narrowest,
  textWidth,
  withinReason,
  type ColumnNeed,
} from './column-widths';
import { keepWidths, readWidths } from './kept-widths';

/** How the columns of a list share its width, and what a person set of that. */
export interface Columns {
  readonly columns: string;
  /** A list that is narrower scrolls sideways, px. */
  readonly least: number;
  /** As a person set it, else what it would like to have, px. */
  readonly widthOf: (id: string) => number;
  readonly onSet: (id: string, width: number | null) => void;
}

/** @param actions how wide a row's buttons are beside each other, px */
export function useColumns<Row>(
  layout: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  actions: number,
): Columns {
  const [set, change] = useState(() => readWidths(layout));
  useEffect(() => keepWidths(layout, set), [layout, set]);
  const shown = columns.map(({ id }) => id).join(' ');
  /** The most that was seen, so that no column moves while rows come and go. */
  const most = useRef<{ shown: string; wanted: Map<string, number> }>({ shown, wanted: new Map() });
  const needs = useMemo(() => {
    if (most.current.shown !== shown) most.current = { shown, wanted: new Map() };
    const { wanted } = most.current;
    return columns.map(({ id, min, title, wants }): ColumnNeed => {
      const known = wanted.get(id) ?? textWidth(title);
      const found = rows.reduce((largest, row) => Math.max(largest, wants(row)), known);
      wanted.set(id, found);
      return { id, min, wanted: found };
    });
  }, [shown, rows]);
  const template = useMemo(() => columnTemplate(needs, set, actions), [needs, set, actions]);
  return {
    ...template,
    widthOf: (id) =>
      set[id] ?? withinReason(needs.find((need) => need.id === id)?.wanted ?? narrowest),
    onSet: (id, width) =>
      change((before) =>
        Object.fromEntries([
          ...Object.entries(before).filter(([each]) => each !== id),
          ...(width === null ? [] : [[id, width] as const]),
        ]),
      ),
  };
}
