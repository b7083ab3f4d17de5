import { Button } from '@/components/ui/button';
import { ColumnHeads } from '@/components/ui/column-heads';
import { DeviceStatusDot } from '@/components/ui/device-status-dot';
import { download } from '@/components/ui/download';
import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';
import { csvFileName, csvText } from '@/lib/views/csv';
import type { SheetCell, SheetTable as Table } from '@/lib/views/network-tables';
import { tableTitles } from '@/lib/words/network-sheet';

/** Saves a table as a CSV file. `organization`: its name. */
export function CsvButton({ table, organization }: { table: Table; organization: string }) {
  const title = t(tableTitles[table.id]);
  const save = () =>
    download(
      csvText(
        table.columns,
        table.rows.map(({ cells }) => cells.map(({ text }) => (text === '—' ? '' : text))),
      ),
      csvFileName(`${organization} ${title}`, Date.now()),
    );
  return (
    <Button kind="quiet" label={t('sheet_csv_of', [title])} onClick={save}>
      {t('sheet_csv')}
    </Button>
  );
}

/** A table of the sheet; too wide for its place, it scrolls by itself. */
export function SheetTable({ table: { id, columns, rows } }: { table: Table }) {
  return (
    // Scrolled by keyboard too: https://www.w3.org/WAI/ARIA/apg/ has no other way for a table.
    <div class="sheet-scroll" tabIndex={0} role="region" aria-label={t(tableTitles[id])}>
      <table>
        <ColumnHeads columns={columns} />
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              {first && (
                <th
                  scope="row"
                  style={
                    first.level ? { paddingInlineStart: `${first.level * 1.5 + 0.5}em` } : undefined
                  }
                >
                  <Cell cell={first} />
                </th>
              )}
              {others.map((cell, at) => (
                <td
                  key={at}
                  class={cell.warns ? 'tone-warning' : cell.code ? 'sheet-code' : undefined}
                >
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell: { text, url, status, code } }: { cell: SheetCell }) {
  if (status) return <DeviceStatusDot status={status} />;
  // Where it may break is for values in less room.
  if (code) return <>{text}</>;
  const words = (
    <bdi>
      <ValueText text={text} />
    </bdi>
  );
  return url ? (
    <a href={url} target="_blank" rel="noreferrer">
      {words}
    </a>
  ) : (
    words
  );
}
