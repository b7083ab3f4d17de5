import { useCallback, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { BulkPreview, BulkRow } from '@/lib/views/bulk';
import { inSentence } from '@/lib/words/in-sentence';
import { reasonText } from '@/lib/words/recognition';
import { suggestionText } from '@/lib/words/rules';
import { Facts, Name } from './row-text';
import { useVirtualRows } from './use-virtual-rows';

const rowHeight = 46;

/** The rows that an action touches, each with its tick; of thousands those in sight are in the page. */
export function BulkRows({
  rows,
  unchosen,
  onChoose,
}: Pick<BulkPreview, 'rows'> & {
  unchosen: ReadonlySet<string>;
  onChoose: (unchosen: ReadonlySet<string>) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({
    scroller,
    count: rows.length,
    keyOf: useCallback((index: number) => rows[index]?.key ?? '', [rows]),
    height: rowHeight,
    headHeight: 0,
    keep: -1,
  });
  const all = unchosen.size === 0;
  function toggle(key: string) {
    const next = new Set(unchosen);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  }
  return (
    <>
      {rows.length > 1 && (
        <label class="matching-check">
          <input
            type="checkbox"
            checked={all}
            indeterminate={!all && unchosen.size < rows.length}
            onChange={() => onChoose(new Set(all ? rows.map(({ key }) => key) : []))}
          />
          {t('matching_bulk_include_all')}
        </label>
      )}
      <div
        ref={scroller}
        class="matching-bulk-rows"
        role="region"
        tabIndex={0}
        aria-label={t('matching_bulk_rows')}
      >
        <ul style={{ height: `${virtual.totalHeight}px` }}>
          {virtual.items.map(({ index, key, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <li
                key={key}
                ref={virtual.measure}
                data-index={index}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <label>
                  <input
                    type="checkbox"
                    aria-label={t('matching_bulk_include', [inSentence(row.name)])}
                    checked={!unchosen.has(row.key)}
                    onChange={() => toggle(row.key)}
                  />
                  <Name text={row.name} strong />
                  {row.target && (
                    <span class="matching-stack">
                      <Name text={row.target.name} />
                      <Facts facts={[why(row)]} />
                    </span>
                  )}
                </label>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

/** Why the row's target is suggested. */
function why({ reason }: BulkRow): string | null {
  switch (reason?.of) {
    case 'organization':
      return reasonText(reason.reason);
    case 'configuration':
      return suggestionText(reason);
    case undefined:
      return null;
  }
}
