import type { Column } from './column';
import { buttonsWidth } from './column-widths';
import { useColumns } from './use-columns';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { MatchingPlace, SortKey } from '@/lib/views/matching-address';
import type { RowState } from './decisions';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { moveAlongRow, rowKeyAction } from './row-keys';
import type { RowList } from './row-list';
import type { Chosen } from './use-selection';
import { useVirtualRows } from './use-virtual-rows';

interface Props<Row extends { readonly name: string }> {
  readonly label: string;
  /** Names the row's layout in grid.css. */
  readonly layout: 'networks' | 'devices' | 'findings';
  readonly list: RowList<Row>;
  readonly columns: readonly Column<Row>[];
  /** The last column: buttons, replaced by a word while a decision is under way. */
  readonly actions: (row: Row) => ComponentChildren;
  /** The words of a row's buttons, for the room that they need. */
  readonly labels: readonly string[];
  readonly states: ReadonlyMap<string, RowState>;
  readonly place: MatchingPlace;
  readonly chosen: Chosen;
  readonly onSort: (key: SortKey) => void;
  readonly onCurrent: (key: string | null) => void;
  /** Enter on a row. */
  readonly onMain: (row: Row) => void;
}

const rowHeight = 52;
/** As in grid.css. */
const headHeight = 36;

/**
 * A long list as an ARIA grid whose rows take the focus: arrows move it, Space chooses a row, with
 * Shift everything between is chosen, Enter does the row's main action, only the current row's buttons
 * are in the Tab order. The row after one that leaves takes its place, and the focus if that had it.
 */
export function RowGrid<Row extends { readonly name: string }>({
  label,
  layout,
  list,
  columns,
  actions,
  labels,
  states,
  place,
  chosen,
  onSort,
  onCurrent,
  onMain,
}: Props<Row>) {
  const root = useRef<HTMLDivElement>(null);
  const there = useMemo(() => list.keys.flatMap((key) => list.row(key) ?? []), [list]);
  const widths = useColumns(layout, columns, there, buttonsWidth(labels));
  const lastIndex = useRef(0);
  /** Whether the focus is in the grid, or was until its row left the page. */
  const hasFocus = useRef(false);
  const moved = useRef<'auto' | 'center' | null>(place.row === null ? null : 'center');

  const { keys } = list;
  const found = place.row === null ? -1 : keys.indexOf(place.row);
  const current = found === -1 ? Math.min(lastIndex.current, keys.length - 1) : found;
  const currentKey = keys[current] ?? null;

  const virtual = useVirtualRows({
    scroller: root,
    count: keys.length,
    keyOf: useCallback((index: number) => String(keys[index]), [keys]),
    height: rowHeight,
    headHeight,
    keep: current,
  });

  const { first, last } = virtual;
  useEffect(
    () => list.want({ first, last, current: found === -1 ? null : place.row }),
    [list, first, last, found],
  );

  useLayoutEffect(() => {
    lastIndex.current = Math.max(current, 0);
    // The row that was the current one is gone: its successor is, from here on.
    if (place.row !== null && found === -1 && currentKey !== null) onCurrent(currentKey);
    if (moved.current) {
      virtual.scrollTo(current, moved.current);
      moved.current = null;
    }
    const focused = document.activeElement;
    const inRow = focused?.closest('[data-key]');
    const lost = focused === null || focused === document.body;
    if (hasFocus.current && (lost || (inRow && inRow.getAttribute('data-key') !== currentKey)))
      root.current
        ?.querySelector<HTMLElement>('[data-key][tabindex="0"]')
        ?.focus({ preventScroll: true });
  });

  function moveTo(index: number): void {
    const key = keys[Math.max(0, Math.min(keys.length - 1, index))];
    if (key === undefined) return;
    moved.current = 'auto';
    hasFocus.current = true;
    onCurrent(key);
  }

  /** Chooses everything between what was chosen last, else the row with the key, and that row. */
  function extendTo(from: string, index: number): void {
    const to = keys[Math.max(0, Math.min(keys.length - 1, index))];
    if (to !== undefined) chosen.extend(from, to);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement)) return;
    // The row the key was pressed on, which the last render may not have seen becoming the current one.
    const key = event.target.closest('[data-key]')?.getAttribute('data-key') ?? '';
    const at = keys.indexOf(key);
    if (at === -1) return;
    const page = Math.max(1, Math.floor((root.current?.clientHeight ?? 0) / rowHeight) - 2);
    const action = rowKeyAction(event, { current: at, last: keys.length - 1, page });
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'move') {
      moveTo(action.to);
      if (action.extend) extendTo(key, action.to);
    } else if (action.kind === 'choose') {
      if (action.extend) extendTo(key, at);
      else chosen.toggle(key);
    } else if (action.kind === 'along') moveAlongRow(event.target, action.by);
    else if (!event.repeat && states.get(key)?.kind !== 'pending') {
      const row = list.row(key);
      if (row) onMain(row);
    }
  }

  return (
    <div
      ref={root}
      class={`matching-grid matching-${layout}`}
      style={{ '--columns': widths.columns, '--least': `${widths.least}px` }}
      role="grid"
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={keys.length + 1}
      aria-colcount={columns.length + 2}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        hasFocus.current = true;
        const key = event.target instanceof Element && event.target.closest('[data-key]');
        const focused = key ? key.getAttribute('data-key') : null;
        if (focused !== null && focused !== place.row) onCurrent(focused);
      }}
      onFocusOut={(event) => {
        // Without a next element the focused one was taken out of the page, or nothing was clicked.
        if (event.relatedTarget) hasFocus.current = false;
      }}
    >
      <GridHead columns={columns} place={place} chosen={chosen} widths={widths} onSort={onSort} />
      <div role="rowgroup" class="matching-rows" style={{ height: `${virtual.totalHeight}px` }}>
        {virtual.items.map(({ index, start }) => {
          const key = keys[index];
          if (key === undefined) return null;
          return (
            <GridRow
              key={key}
              row={list.row(key)}
              rowKey={key}
              index={index}
              top={start - headHeight}
              current={index === current}
              chosen={chosen.keys.has(key)}
              onToggle={() => chosen.toggle(key)}
              onExtend={() => {
                extendTo(currentKey ?? key, index);
                onCurrent(key);
              }}
              state={states.get(key)}
              columns={columns}
              actions={actions}
              measure={virtual.measure}
            />
          );
        })}
      </div>
    </div>
  );
}
