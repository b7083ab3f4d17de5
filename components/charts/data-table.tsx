import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { ColumnHeads } from '@/components/ui/column-heads';
import { t } from '@/lib/i18n';

interface Props {
  /** What the figures are of. */
  caption: string;
  columns: readonly string[];
  /** Each begins with what it is about. */
  rows: () => readonly (readonly ComponentChildren[])[];
}

/** A chart's figures as a table, for those who prefer it or cannot see the chart; made when it is asked for. */
export function DataTable({ caption, columns, rows }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div class="chart-data">
      <Button
        kind="quiet"
        aria-expanded={open}
        label={open ? t('chart_hide_table', [caption]) : t('chart_show_table', [caption])}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'chart_hide' : 'chart_show')}
      </Button>
      {open && (
        <div class="chart-table" role="region" aria-label={caption} tabIndex={0}>
          <table>
            <ColumnHeads columns={columns} />
            <tbody>
              {rows().map(([head, ...cells], place) => (
                <tr key={place}>
                  <th scope="row">{head}</th>
                  {cells.map((cell, at) => (
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
