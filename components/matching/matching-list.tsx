import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { BulkAction } from '@/lib/model/bulk-action';
import type { UndoView } from '@/lib/views/matching';
import type { MatchingTab, SortKey } from '@/lib/views/matching-address';
import type { Client } from '@/components/state/client';
import { lazily } from '@/components/state/lazily';
import type { Address } from './address';
import type { BulkQuestion } from './bulk-dialog';
import type { Decisions } from './decisions';
import { EmptyState } from './empty-state';
import { withoutFilters } from './filters';
import { pageKeyAction } from './page-keys';
import { RowGrid } from './row-grid';
import type { Column } from './column';
import type { RowList } from './row-list';
import { SelectionBar } from './selection-bar';
import { StatusBar } from './status-bar';
import { undoneText } from '@/lib/words/undo';
import { panelId, tabId, Tabs, type TabOf } from './tabs';
import { Toolbar } from './toolbar';
import { useSelection } from './use-selection';
import { Button } from '@/components/ui/button';

const BulkDialog = lazily(() => import('./bulk-dialog').then(({ BulkDialog }) => BulkDialog));
const KeysDialog = lazily(() => import('./keys-dialog').then(({ KeysDialog }) => KeysDialog));

/** Asks about an action on many rows before it is done. */
export type AskBulk = (question: BulkQuestion) => void;

interface Props<State extends MatchingTab, Row extends { readonly name: string }> {
  readonly client: Client;
  readonly address: Address;
  readonly decisions: Decisions;
  readonly layout: keyof typeof subjects;
  readonly label: string;
  readonly tabs: readonly TabOf<State>[];
  /** The tab of the rows that are shown. */
  readonly tab: State;
  /** How many rows each tab has, whatever filters it. */
  readonly counts: Readonly<Record<State, number>>;
  /** The rows of the place, in its order. */
  readonly list: RowList<Row>;
  /** Whether filters or a search narrow it. */
  readonly isFiltered: boolean;
  readonly columns: readonly Column<Row>[];
  readonly actions: (row: Row) => ComponentChildren;
  /** The words of a row's buttons on this tab. */
  readonly labels: readonly string[];
  readonly onMain: (row: Row) => void;
  readonly undo: UndoView | null;
  /** Where Undo is offered, if not on a list of its own. */
  readonly undoOn?: 'all-devices';
  readonly search: { readonly label: string; readonly hint: string };
  readonly filters: ComponentChildren;
  /** What is done about all rows that the filters show. */
  readonly bulk: (ask: AskBulk) => ComponentChildren;
  /** Asks for what more an action on the chosen rows needs to know. */
  readonly onMatchTo?: (keys: readonly string[], ask: AskBulk) => void;
  readonly onCreate?: (keys: readonly string[]) => void;
  /** Above the list. */
  readonly above?: ComponentChildren;
  /** Instead of the list where the tab has no rows at all. */
  readonly empty: ComponentChildren;
}

/** What every level of the page is made of: tabs, search and filters, the grid, and the bar at its foot. */
export function MatchingList<State extends MatchingTab, Row extends { readonly name: string }>(
  props: Props<State, Row>,
) {
  const { client, address, decisions, layout, label, counts, list, columns } = props;
  const place = address.place.value;
  const { tab, sort, descending } = place;
  const [bulk, ask] = useState<BulkQuestion | null>(null);
  const [help, setHelp] = useState(false);
  const chosen = useSelection(props.tab, list.keys);
  const undoing = decisions.rows.value.get(undoKey)?.kind === 'pending';

  const subject = subjects[layout];

  function undo() {
    const next = props.undo?.next;
    if (!next) {
      decisions.announce(t('matching_undo_nothing_left'));
      return;
    }
    void decisions.run({
      subject,
      keys: [undoKey],
      name: t('matching_undo'),
      send: () =>
        client.send('matching.undo', {
          step: next.step,
          ...(props.undoOn && { on: props.undoOn }),
        }),
      done: (count, { undone }) => undoneText({ ...next, count }, subject, undone),
    });
  }

  // At once, so that no key is lost after the list is there.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const at = event.target instanceof Element ? event.target : null;
      if (
        event.defaultPrevented ||
        at?.closest('input:not([type=checkbox]), textarea, select, dialog')
      )
        return;
      const action = pageKeyAction(event);
      if (action === null || (action === 'clear' && chosen.keys.size === 0)) return;
      event.preventDefault();
      if (action === 'search') document.querySelector<HTMLElement>('[data-search]')?.focus();
      else if (action === 'undo') undo();
      else if (action === 'choose-all') chosen.all();
      else if (action === 'clear') chosen.clear();
      else if (action === 'rows')
        document.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus();
      else setHelp(true);
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });

  function onBulk(action: BulkAction | 'create', keys: readonly string[]) {
    if (action === 'create') props.onCreate?.(keys);
    else if (action === 'match') props.onMatchTo?.(keys, ask);
    else ask({ action, keys });
  }
  const sortBy = (key: SortKey) =>
    address.adjust({ sort: key, descending: key === sort && !descending });
  const goTo = (to: State) => {
    if (to !== tab) address.go({ ...place, tab: to, row: null });
  };

  return (
    <>
      <div class="matching-top">
        <Tabs tabs={props.tabs} here={tab} counts={counts} onGo={goTo} />
        <div class="matching-bulk">{props.bulk(ask)}</div>
      </div>
      <section
        class="matching-panel card"
        role="tabpanel"
        id={panelId}
        aria-labelledby={tabId(tab)}
      >
        {props.above}
        <Toolbar
          address={address}
          sorts={columns.flatMap(({ sorts }) => sorts)}
          place={place}
          search={props.search}
          filters={props.filters}
          shown={list.keys.length}
        />
        {list.keys.length > 0 ? (
          <RowGrid
            key={props.tab}
            label={label}
            layout={layout}
            list={list}
            columns={columns}
            actions={props.actions}
            labels={props.labels}
            states={decisions.rows.value}
            place={place}
            chosen={chosen}
            onSort={sortBy}
            onCurrent={(row) => address.adjust({ row })}
            onMain={props.onMain}
          />
        ) : props.isFiltered && counts[props.tab] > 0 ? (
          <EmptyState
            action={
              <Button onClick={() => address.adjust(withoutFilters)}>
                {t('matching_filter_clear')}
              </Button>
            }
          >
            {t('matching_nothing_found')}
          </EmptyState>
        ) : (
          props.empty
        )}
        {chosen.keys.size > 0 && (
          <SelectionBar
            client={client}
            subject={layout}
            tab={props.tab}
            chosen={chosen}
            shown={list.keys.length}
            view={list}
            onAction={onBulk}
          />
        )}
      </section>
      <StatusBar
        announcement={decisions.announcement}
        undo={props.undo}
        subject={subject}
        undoing={undoing}
        onUndo={undo}
        onHelp={() => setHelp(true)}
      />
      {bulk && (
        <BulkDialog
          client={client}
          decisions={decisions}
          subject={layout}
          question={bulk}
          onDone={(keys) => {
            ask(null);
            chosen.drop(keys);
          }}
          onClose={() => ask(null)}
        />
      )}
      {help && <KeysDialog onClose={() => setHelp(false)} />}
    </>
  );
}

/** What a level's decisions are about. */
const subjects = { networks: 'network', devices: 'device', findings: 'finding' } as const;

/** Undo is a decision about no row; this stands for it while it is under way. */
const undoKey = 'undo';
