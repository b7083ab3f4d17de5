import { t } from '@/lib/i18n';
import { Icon } from '@/components/icons/icon';
import type { RowState } from './decisions';
import { RowTabIndex } from './row-button';
import { RowCheck } from './row-check';
import type { Column } from './column';
import type { ComponentChildren } from 'preact';

interface Props<Row extends { readonly name: string }> {
  /** Not there yet where it is `undefined`. */
  readonly row: Row | undefined;
  readonly rowKey: string;
  readonly index: number;
  /** Below the first row's place, px. */
  readonly top: number;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly onToggle: () => void;
  /** Chooses everything up to this row. */
  readonly onExtend: () => void;
  readonly state: RowState | undefined;
  readonly columns: readonly Column<Row>[];
  readonly actions: (row: Row) => ComponentChildren;
  readonly measure: (row: HTMLElement | null) => void;
}

/** One row of the grid; why its last decision was refused stands below its cells. */
export function GridRow<Row extends { readonly name: string }>(props: Props<Row>) {
  const { row, rowKey, index, top, current, chosen, state, columns, actions, measure } = props;
  const { onToggle, onExtend } = props;
  const pending = state?.kind === 'pending';
  const tabIndex = current ? 0 : -1;
  return (
    <div
      ref={measure}
      role="row"
      class="matching-row"
      data-key={rowKey}
      data-index={index}
      data-state={state?.kind}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      aria-current={current ? 'true' : undefined}
      aria-busy={pending || row === undefined || undefined}
      tabIndex={tabIndex}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => {
        // A range of rows is meant, not a range of text.
        if (event.shiftKey && !isOnControl(event)) event.preventDefault();
      }}
      onClick={(event) => {
        if (isOnControl(event)) return;
        if (event.shiftKey) onExtend();
        else if (event.ctrlKey || event.metaKey) onToggle();
        else return;
        event.currentTarget.focus();
      }}
    >
      <RowTabIndex.Provider value={tabIndex}>
        <div role="gridcell" class="matching-cell matching-cell-choose">
          <RowCheck
            name={row?.name ?? ''}
            checked={chosen}
            onToggle={onToggle}
            onExtend={onExtend}
          />
        </div>
        {columns.map(({ id, cell }, place) => (
          <div
            key={id}
            role={place === 0 ? 'rowheader' : 'gridcell'}
            class={`matching-cell matching-cell-${id}`}
          >
            {row === undefined ? place === 0 && <Placeholder /> : cell(row)}
          </div>
        ))}
        <div role="gridcell" class="matching-cell matching-cell-actions">
          {pending ? (
            <span class="matching-quiet">{t('matching_saving')}</span>
          ) : (
            row && actions(row)
          )}
        </div>
        {state?.kind === 'refused' && (
          <div role="gridcell" class="matching-refusal">
            <Icon name="warning" />
            {state.why}
          </div>
        )}
      </RowTabIndex.Provider>
    </div>
  );
}

/** Stands in a row that is on its way. */
function Placeholder() {
  return (
    <span class="matching-placeholder">
      <span class="visually-hidden">{t('page_loading')}</span>
    </span>
  );
}

/** Whether what was clicked has a use of its own. */
const isOnControl = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('button, a, input, label') !== null;
