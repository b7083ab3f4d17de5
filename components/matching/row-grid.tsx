import type { Column } from './column';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { MatchingPlace, SortKey } from '@/lib/views/matching-address';
import type { RowState } from './decisions';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { moveAlongRow, rowKeyAction } from './row-keys';
import { useVirtualRows } from './use-virtual-rows';

interface Props<Row> {
  readonly label: string;
  /** Names the row's layout in grid.css. */
  readonly layout: 'networks' | 'devices' | 'findings';
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** The last column: buttons, replaced by a word while a decision is under way. */
  readonly actions: (row: Row) => ComponentChildren;
  readonly states: ReadonlyMap<string, RowState>;
  readonly place: MatchingPlace;
  readonly onSort: (key: SortKey) => void;
  readonly onCurrent: (key: string | null) => void;
  /** Enter on a row. */
  readonly onMain: (row: Row) => void;
}

const rowHeight = 52;
/** As in grid.css. */
const headHeight = 36;

/**
 * A long list as an ARIA grid whose rows take the focus: arrows move it, Enter does the row's main
 * action, only the current row's buttons are in the Tab order. The row after one that leaves takes
 * its place, and the focus if that had it.
 */
export function RowGrid<Row>({
  label,
  layout,
  rows,
  keyOf,
  columns,
  actions,
  states,
  place,
  onSort,
  onCurrent,
  onMain,
}: Props<Row>) {
  const root = useRef<HTMLDivElement>(null);
  const lastIndex = useRef(0);
  /** Whether the focus is in the grid, or was until its row left the page. */
  const hasFocus = useRef(false);
  const moved = useRef<'auto' | 'center' | null>(place.row === null ? null : 'center');

  const found = rows.findIndex((row) => keyOf(row) === place.row);
  const current = found === -1 ? Math.min(lastIndex.current, rows.length - 1) : found;
  const currentRow = rows[current];
  const currentKey = currentRow === undefined ? null : keyOf(currentRow);

  const virtual = useVirtualRows({
    scroller: root,
    count: rows.length,
    keyOf: useCallback((index: number) => String(rows[index] && keyOf(rows[index])), [rows]),
    height: rowHeight,
    headHeight,
    keep: current,
  });

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
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    moved.current = 'auto';
    hasFocus.current = true;
    onCurrent(keyOf(row));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement)) return;
    // The row the key was pressed on, which the last render may not have seen becoming the current one.
    const key = event.target.closest('[data-key]')?.getAttribute('data-key');
    const at = rows.findIndex((row) => keyOf(row) === key);
    const row = rows[at];
    if (row === undefined) return;
    const page = Math.max(1, Math.floor((root.current?.clientHeight ?? 0) / rowHeight) - 2);
    const action = rowKeyAction(event, { current: at, last: rows.length - 1, page });
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'move') moveTo(action.to);
    else if (action.kind === 'along') moveAlongRow(event.target, action.by);
    else if (!event.repeat && states.get(keyOf(row))?.kind !== 'pending') onMain(row);
  }

  return (
    <div
      ref={root}
      class={`matching-grid matching-${layout}`}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
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
      <GridHead columns={columns} place={place} onSort={onSort} />
      <div role="rowgroup" class="matching-rows" style={{ height: `${virtual.totalHeight}px` }}>
        {virtual.items.map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <GridRow
              key={key}
              row={row}
              rowKey={String(key)}
              index={index}
              top={start - headHeight}
              current={index === current}
              state={states.get(String(key))}
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
