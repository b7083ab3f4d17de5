import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { UndoView } from '@/lib/views/matching';
import type { MatchingPlace, MatchingTab, SortKey } from '@/lib/views/matching-address';
import type { Client } from '@/components/state/client';
import type { Address } from './address';
import type { Decisions } from './decisions';
import { EmptyState } from './empty-state';
import { isFiltered, SortSelect, withoutFilters } from './filters';
import { RowGrid } from './row-grid';
import type { Column } from './column';
import type { RowList } from './row-list';
import { SearchBox } from './search-box';
import { StatusBar } from './status-bar';
import { undoneText } from '@/lib/words/undo';
import { panelId, tabId, Tabs, type TabOf } from './tabs';
import { Button } from '@/components/ui/button';

interface Props<State extends MatchingTab, Row> {
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
  readonly onMain: (row: Row) => void;
  readonly undo: UndoView | null;
  readonly search: { readonly label: string; readonly hint: string };
  readonly filters: ComponentChildren;
  /** What is done about many rows at once. */
  readonly bulk: ComponentChildren;
  /** Above the list. */
  readonly above?: ComponentChildren;
  /** Instead of the list where the tab has no rows at all. */
  readonly empty: ComponentChildren;
}

/** What every level of the page is made of: tabs, search and filters, the grid, and the bar at its foot. */
export function MatchingList<State extends MatchingTab, Row>(props: Props<State, Row>) {
  const { client, address, decisions, layout, label, counts, list, columns } = props;
  const place = address.place.value;
  const { tab, sort, descending } = place;
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
      send: () => client.send('matching.undo', { step: next.step }),
      done: (count, { undone }) => undoneText({ ...next, count }, subject, undone),
    });
  }

  // At once, so that no key is lost after the list is there.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target instanceof Element ? event.target : null;
      if (at?.closest('input, textarea, select, dialog')) return;
      if (event.key === '/') document.querySelector<HTMLElement>('[data-search]')?.focus();
      else if (event.key === 'u' && !event.repeat) undo();
      else return;
      event.preventDefault();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });

  const sortBy = (key: SortKey) =>
    address.adjust({ sort: key, descending: key === sort && !descending });
  const goTo = (to: State) => {
    if (to !== tab) address.go({ ...place, tab: to, row: null });
  };

  return (
    <>
      <div class="matching-top">
        <Tabs tabs={props.tabs} here={tab} counts={counts} onGo={goTo} />
        <div class="matching-bulk">{props.bulk}</div>
      </div>
      <section
        class="matching-panel card"
        role="tabpanel"
        id={panelId}
        aria-labelledby={tabId(tab)}
      >
        {props.above}
        <Toolbar {...props} place={place} />
        {list.keys.length > 0 ? (
          <RowGrid
            key={props.tab}
            label={label}
            layout={layout}
            list={list}
            columns={columns}
            actions={props.actions}
            states={decisions.rows.value}
            place={place}
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
      </section>
      <StatusBar
        announcement={decisions.announcement}
        undo={props.undo}
        subject={subject}
        undoing={undoing}
        onUndo={undo}
      />
    </>
  );
}

/** What a level's decisions are about. */
const subjects = { networks: 'network', devices: 'device', findings: 'finding' } as const;

/** Undo is a decision about no row; this stands for it while it is under way. */
const undoKey = 'undo';

function Toolbar<State extends MatchingTab, Row>({
  address,
  columns,
  place,
  search,
  filters,
  list,
}: Props<State, Row> & { place: MatchingPlace }) {
  return (
    <div class="matching-toolbar" role="search">
      <SearchBox
        {...search}
        text={place.text}
        onSearch={(text) => address.adjust({ text })}
        onLeave={() => document.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus()}
      />
      {filters}
      <SortSelect
        place={place}
        sorts={columns.flatMap(({ sorts }) => sorts)}
        onChange={address.adjust}
      />
      {isFiltered(place) && (
        <Button kind="quiet" onClick={() => address.adjust(withoutFilters)}>
          {t('matching_filter_clear')}
        </Button>
      )}
      <span class="matching-quiet matching-shown">{t('matching_shown', list.keys.length)}</span>
    </div>
  );
}
