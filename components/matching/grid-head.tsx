import { Fragment } from 'preact';
import { t } from '@/lib/i18n';
import { isBestFirst } from '@/lib/views/lists/best-first';
import type { MatchingPlace, SortKey } from '@/lib/views/matching-address';
import { Icon } from '@/components/icons/icon';
import type { Column } from './column';
import { ColumnHandle } from './column-handle';
import { AllCheck } from './row-check';
import type { Columns } from './use-columns';
import type { Chosen } from './use-selection';

/** The heads of the columns; each of their words sorts by what it names, and again the other way. */
export function GridHead<Row>({
  columns,
  place,
  chosen,
  widths,
  onSort,
}: {
  columns: readonly Column<Row>[];
  place: MatchingPlace;
  chosen: Chosen;
  widths: Columns;
  onSort: (key: SortKey) => void;
}) {
  const direction = place.descending ? 'descending' : 'ascending';
  const sorted = isBestFirst(place) ? null : place.sort;
  return (
    <div role="rowgroup" class="matching-head">
      <div role="row" aria-rowindex={1} class="matching-head-row">
        <div role="columnheader" class="matching-cell matching-cell-choose">
          <AllCheck chosen={chosen} />
        </div>
        {columns.map(({ id, title, sorts }) => (
          <div
            key={id}
            role="columnheader"
            class={`matching-cell matching-cell-${id}`}
            aria-sort={sorts.some(({ key }) => key === sorted) ? direction : undefined}
          >
            {sorts.length === 0 && title}
            {sorts.map(({ key, title: word }, index) => (
              <Fragment key={key}>
                {index > 0 && (
                  <span class="matching-head-between" aria-hidden="true">
                    /
                  </span>
                )}
                <button
                  type="button"
                  class="matching-sort"
                  data-sorted={key === sorted ? direction : undefined}
                  onClick={() => onSort(key)}
                >
                  {word}
                  {key === sorted && <Icon name="chevron" />}
                </button>
              </Fragment>
            ))}
            <ColumnHandle
              title={title}
              width={widths.widthOf(id)}
              onSet={(width) => widths.onSet(id, width)}
            />
          </div>
        ))}
        <div role="columnheader" class="matching-cell matching-cell-actions">
          {t('matching_column_actions')}
        </div>
      </div>
    </div>
  );
}
