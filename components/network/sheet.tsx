import { useState } from 'preact/hooks';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n';
import { listText } from '@/lib/i18n/list';
import { deviceKinds } from '@/lib/model/device';
import type { NetworkSheetView } from '@/lib/views/network-sheet';
import { countStatuses, sheetTables, type SheetTable as Table } from '@/lib/views/network-tables';
import { inSentence } from '@/lib/words/in-sentence';
import { kindWords } from '@/lib/words/kinds';
import { emptyTables, tableTitles } from '@/lib/words/network-sheet';
import { NetworkPicture } from './network-picture';
import { CsvButton, SheetTable } from './sheet-table';

interface Props {
  view: NetworkSheetView;
  /** Milliseconds. */
  now: number;
}

/** An organization's networks: a summary, every table, and what hangs on what. */
export function NetworkSheet({ view, now }: Props) {
  const tables = sheetTables(view, now);
  const unread = view.networks.filter(({ problem }) => problem !== null);
  return (
    <>
      {unread.length > 0 && (
        <Notice tone="warning">
          {t('sheet_partial', [listText(unread.map(({ name }) => inSentence(name)))])}
        </Notice>
      )}
      <Summary view={view} tables={tables} />
      {tables.map((table) =>
        table.id === 'tree' ? (
          <TreeSection key={table.id} view={view} table={table} />
        ) : (
          <section key={table.id} class="card sheet-section">
            <Heading table={table} organization={view.organization.name} />
            {table.id === 'firmware' && table.rows.length > 0 && (
              <p class="sheet-quiet">{t('sheet_firmware_note')}</p>
            )}
            {table.id === 'wifi' && !view.autoCreate && (
              <p class="sheet-quiet">{t('sheet_wifi_off')}</p>
            )}
            {table.rows.length > 0 ? (
              <SheetTable table={table} />
            ) : (
              <p class="sheet-quiet">{t(emptyTables[table.id])}</p>
            )}
          </section>
        ),
      )}
    </>
  );
}

function Heading({ table, organization }: { table: Table; organization: string }) {
  return (
    <div class="sheet-section-head">
      <h2>{t(tableTitles[table.id])}</h2>
      {table.rows.length > 0 && (
        <div class="sheet-actions">
          <CsvButton table={table} organization={organization} />
        </div>
      )}
    </div>
  );
}

function Summary({ view, tables }: { view: NetworkSheetView; tables: readonly Table[] }) {
  const rowsOf = (id: Table['id']) => tables.find((table) => table.id === id)?.rows ?? [];
  const near = rowsOf('ends').filter(({ cells }) => cells.at(-1)?.warns).length;
  const kinds = deviceKinds.flatMap((kind) => {
    const own = view.devices.filter((device) => device.kind === kind);
    return own.length > 0 ? [{ kind, count: own.length, ...countStatuses(own) }] : [];
  });
  const facts = [
    t('sheet_summary_unmatched', rowsOf('unmatched').length),
    t('sheet_summary_firmware', rowsOf('firmware').length),
    t('sheet_summary_ends', near),
  ];
  return (
    <section aria-label={t('sheet_summary')}>
      <ul class="sheet-tiles">
        {kinds.map(({ kind, count, up, down, others }) => (
          <li key={kind} class="card sheet-tile">
            <span class="sheet-tile-kind">
              <Icon name={kind} />
              {t(kindWords[kind].count, count)}
            </span>
            <span>
              <span class="tone-good sheet-tone">{t('sheet_summary_up', [up])}</span>
              {down > 0 && (
                <>
                  {' · '}
                  <span class="tone-bad sheet-tone">{t('sheet_card_down', down)}</span>
                </>
              )}
              {others > 0 && <> · {t('sheet_card_other', others)}</>}
            </span>
          </li>
        ))}
      </ul>
      <p class="sheet-facts">{facts.join(' · ')}</p>
    </section>
  );
}

function TreeSection({ view, table }: { view: NetworkSheetView; table: Table }) {
  const [asTable, setAsTable] = useState(false);
  const nameOf = new Map(view.networks.map(({ id, name }) => [id, name]));
  return (
    <section class="card sheet-section">
      <div class="sheet-section-head">
        <h2>{t(tableTitles.tree)}</h2>
        {table.rows.length > 0 && (
          <div class="sheet-actions">
            <Button aria-pressed={!asTable} onClick={() => setAsTable(false)}>
              {t('sheet_show_picture')}
            </Button>
            <Button aria-pressed={asTable} onClick={() => setAsTable(true)}>
              {t('sheet_show_table')}
            </Button>
            <CsvButton table={table} organization={view.organization.name} />
          </div>
        )}
      </div>
      {asTable ? (
        <SheetTable table={table} />
      ) : (
        view.trees.map((tree) => (
          <NetworkPicture
            key={tree.networkId}
            tree={tree}
            name={nameOf.get(tree.networkId) ?? tree.networkId}
          />
        ))
      )}
    </section>
  );
}
