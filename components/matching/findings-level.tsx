import { useMemo } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { findingDecisionsDone, findingTabs } from '@/lib/words/findings';
import { findingStates } from '@/lib/model/finding';
import type { FindingRow, FindingsView } from '@/lib/views/findings';
import { findingsStart } from '@/lib/views/matching-address';
import type { Client } from '@/components/state/client';
import { Button } from '@/components/ui/button';
import type { Address } from './address';
import type { Decisions } from './decisions';
import { EmptyState } from './empty-state';
import { NewFilter, newIn } from './filters';
import { findingColumns } from './finding-columns';
import { findingsAt } from './finding-rows';
import { MatchingList } from './matching-list';
import { isFiltered } from './filters';
import { RowButton } from './row-button';
import { countStates, wholeList } from './row-list';

/** Configurations that have a MAC in common, and whether that is as it should be. */
export function FindingsLevel({
  client,
  address,
  decisions,
  view,
}: {
  client: Client;
  address: Address;
  decisions: Decisions;
  view: FindingsView;
}) {
  const place = address.place.value;
  const { tab, text, onlyNew, sort, descending } = place;
  const shown = useMemo(
    () => findingsAt(view.rows, place),
    [view.rows, tab, text, onlyNew, sort, descending],
  );
  const list = useMemo(() => wholeList(shown, ({ key }) => key), [shown]);

  function decide({ key, name, state, configurations, version }: FindingRow) {
    const action = state === 'open' ? 'legitimate' : 'not-legitimate';
    void decisions.run({
      subject: 'finding',
      keys: [key],
      name,
      send: () =>
        client.send('matching.decide-sharing', {
          action,
          configurationIds: configurations.map(({ id }) => id),
          version,
        }),
      done: () => t(findingDecisionsDone[action], [name]),
    });
  }

  return (
    <MatchingList
      client={client}
      address={address}
      decisions={decisions}
      layout="findings"
      label={t('matching_findings')}
      tabs={findingStates.map((state) => ({ state, title: t(findingTabs[state]) }))}
      tab={findingStates.find((state) => state === tab) ?? 'open'}
      counts={countStates(findingStates, view.rows)}
      list={list}
      isFiltered={isFiltered(place)}
      columns={findingColumns()}
      actions={(row) => (
        <RowButton
          action={t(row.state === 'open' ? 'matching_legitimate' : 'matching_not_legitimate')}
          row={row.name}
          onClick={() => decide(row)}
        />
      )}
      labels={[t(tab === 'open' ? 'matching_legitimate' : 'matching_not_legitimate')]}
      onMain={decide}
      undo={view.undo}
      search={{ label: t('matching_search_findings'), hint: t('matching_search_findings_hint') }}
      filters={<NewFilter place={place} count={newIn(view.rows, tab)} onChange={address.adjust} />}
      bulk={() => null}
      above={
        shown.length > 0 && (
          <p class="matching-quiet matching-intro">{t('matching_findings_intro')}</p>
        )
      }
      empty={<FindingsEmpty address={address} />}
    />
  );
}

/** What stands where a tab of the findings has no rows, and what to do next. */
function FindingsEmpty({ address }: { address: Address }) {
  return address.place.value.tab === 'legitimate' ? (
    <EmptyState
      action={
        <Button onClick={() => address.go(findingsStart)}>
          {t('matching_show_open_findings')}
        </Button>
      }
    >
      {t('matching_empty_legitimate')}
    </EmptyState>
  ) : (
    <EmptyState
      action={<Button onClick={() => address.go({})}>{t('matching_all_networks')}</Button>}
    >
      {t('matching_empty_findings')}
    </EmptyState>
  );
}
