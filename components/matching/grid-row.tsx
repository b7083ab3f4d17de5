import { t } from '@/lib/i18n';
import { Icon } from '@/components/icons/icon';
import type { RowState } from './decisions';
import { RowTabIndex } from './row-button';
import type { Column } from './column';
import type { ComponentChildren } from 'preact';

interface Props<Row> {
  /** Not there yet where it is `undefined`. */
  readonly row: Row | undefined;
  readonly rowKey: string;
  readonly index: number;
  /** Below the first row's place, px. */
  readonly top: number;
  readonly current: boolean;
  readonly state: RowState | undefined;
  readonly columns: readonly Column<Row>[];
  readonly actions: (row: Row) => ComponentChildren;
  readonly measure: (row: HTMLElement | null) => void;
}

/** One row of the grid; why its last decision was refused stands below its cells. */
export function GridRow<Row>(props: Props<Row>) {
  const { row, rowKey, index, top, current, state, columns, actions, measure } = props;
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
      aria-selected={current}
      aria-busy={pending || row === undefined || undefined}
      tabIndex={tabIndex}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowTabIndex.Provider value={tabIndex}>
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
