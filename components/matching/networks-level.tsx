import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { NetworkDecision } from '@/lib/messages/matching';
import type { OrganizationId } from '@/lib/model/ids';
import { onlyOrganization } from '@/lib/views/lists/network-rows';
import type { NetworkRow, NetworksView, OrganizationsView, SearchHit } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import { lazily } from '@/components/state/lazily';
import type { Client } from '@/components/state/client';
import type { Address } from './address';
import { Count } from './count';
import type { Decisions } from './decisions';
import { KindFilter, NewFilter, UnmatchedFilter, WithoutDevicesFilter } from './filters';
import { MatchingList, type AskBulk } from './matching-list';
import { networkColumns } from './network-columns';
import { NetworksEmpty } from './networks-empty';
import { actionLabels, RowActions } from './row-actions';
import { RowButton } from './row-button';
import type { RowList } from './row-list';
import { rowDecisions } from './row-decisions';
import { decisionTabs } from './tabs';
import { TeamNotices } from './team-notices';
import { reasonText } from '@/lib/words/recognition';
import { countedRows } from '@/lib/words/bulk';
import { inSentence } from '@/lib/words/in-sentence';

const MatchToDialog = lazily(() =>
  import('./match-to-dialog').then(({ MatchToDialog }) => MatchToDialog<OrganizationId>),
);
const CreateOrganizationDialog = lazily(() =>
  import('./create-organization-dialog').then(
    ({ CreateOrganizationDialog }) => CreateOrganizationDialog,
  ),
);

type OpenDialog =
  | { readonly kind: 'match' | 'create'; readonly row: NetworkRow }
  | { readonly kind: 'match-many'; readonly keys: readonly string[]; readonly ask: AskBulk };

/** All networks, and what is decided about each. */
export function NetworksLevel({
  client,
  address,
  decisions,
  view,
  list,
  organizations,
}: {
  client: Client;
  address: Address;
  decisions: Decisions;
  view: NetworksView;
  list: RowList<NetworkRow>;
  /** For the way to the next organization; `null` before they are known. */
  organizations: OrganizationsView | null;
}) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const place = address.place.value;
  const { tab, acceptable } = view;

  const { match, change } = rowDecisions<NetworkRow, OrganizationId, NetworkDecision>({
    decisions,
    subject: 'network',
    keyOf: ({ id }) => id,
    send: (decision) => client.send('matching.decide-network', decision),
    matching: ({ id: networkId, version }, organizationId) => ({
      action: 'match',
      networkId,
      organizationId,
      version,
    }),
    changing: ({ id: networkId, version }, action) => ({ action, networkId, version }),
  });
  const matchDevices = (row: NetworkRow) =>
    row.organization && address.go({ organization: row.organization.id });

  function onMain(row: NetworkRow) {
    const only = onlyOrganization(row);
    if (row.state === 'matched') matchDevices(row);
    else if (row.state === 'ignored') change(row, 'unignore');
    else if (only) match(row, only.organizationId, only.organizationName);
    else setDialog({ kind: 'match', row });
  }

  const columns = networkColumns(tab, view.portal, (row, { organizationId, organizationName }) =>
    match(row, organizationId, organizationName),
  );
  const actions = (row: NetworkRow) => (
    <RowActions
      row={row}
      create={
        <RowButton
          action={t('matching_create_organization')}
          row={row.name}
          onClick={() => setDialog({ kind: 'create', row })}
        />
      }
      lead={
        <RowButton
          action={t('matching_match_devices')}
          row={row.name}
          onClick={() => matchDevices(row)}
        />
      }
      onMatchTo={() => setDialog({ kind: 'match', row })}
      onChange={(action) => change(row, action)}
    />
  );

  return (
    <>
      <TeamNotices client={client} rows={view.overruled} />
      <MatchingList
        client={client}
        address={address}
        decisions={decisions}
        layout="networks"
        tabs={decisionTabs()}
        label={t('matching_networks')}
        tab={tab}
        counts={view.counts}
        list={list}
        isFiltered={view.isFiltered}
        columns={columns}
        actions={actions}
        labels={actionLabels(tab, {
          create: t('matching_create_organization'),
          lead: t('matching_match_devices'),
        })}
        onMain={onMain}
        undo={view.undo}
        search={{ label: t('matching_search_networks'), hint: t('matching_search_networks_hint') }}
        filters={
          <>
            <NewFilter place={place} count={view.added} onChange={address.adjust} />
            <KindFilter place={place} kinds={view.kinds} onChange={address.adjust} />
            {tab === 'matched' && <UnmatchedFilter place={place} onChange={address.adjust} />}
            {tab === 'unmatched' && (
              <WithoutDevicesFilter
                place={place}
                count={view.withoutDevices}
                onChange={address.adjust}
              />
            )}
          </>
        }
        bulk={(ask) =>
          tab === 'unmatched' && (
            <Button
              disabled={acceptable.length === 0}
              aria-describedby="accept-all-count"
              onClick={() => ask({ action: 'accept', keys: view.keys })}
              label={t('matching_accept_all')}
            >
              {t('matching_accept_all')}
              <Count id="accept-all-count" count={acceptable.length} />
            </Button>
          )
        }
        onMatchTo={(keys, ask) => setDialog({ kind: 'match-many', keys, ask })}
        empty={
          <NetworksEmpty
            client={client}
            address={address}
            view={view}
            organizations={organizations}
          />
        }
      />
      {dialog?.kind === 'match' && (
        <MatchToDialog
          what="organizations"
          title={t('matching_match_network_title', [inSentence(dialog.row.name)])}
          current={dialog.row.organization?.id ?? null}
          suggested={dialog.row.suggestions.map(suggestionHit)}
          search={(text) => client.send('matching.search-organizations', { text })}
          onChoose={({ id, name }) => {
            setDialog(null);
            match(dialog.row, id, name);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'match-many' && (
        <MatchToDialog
          what="organizations"
          title={t('matching_bulk_match_choose', [countedRows('networks', dialog.keys.length)])}
          current={null}
          suggested={[]}
          search={(text) => client.send('matching.search-organizations', { text })}
          onChoose={({ id, name }) => {
            setDialog(null);
            dialog.ask({ action: 'match', keys: dialog.keys, to: { id, name } });
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'create' && (
        <CreateOrganizationDialog
          client={client}
          row={dialog.row}
          portal={view.portal}
          onMatch={({ id, name }) => {
            setDialog(null);
            match(dialog.row, id, name);
          }}
          onCreated={(name, twice) => {
            setDialog(null);
            decisions.announce(
              t(
                twice
                  ? 'matching_done_create_organization_twice'
                  : 'matching_done_create_organization',
                [inSentence(name)],
              ),
            );
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

const suggestionHit = ({
  organizationId,
  organizationName,
  facts,
  reason,
  namesake,
}: NetworkRow['suggestions'][number]): SearchHit<OrganizationId> => ({
  id: organizationId,
  name: organizationName,
  facts: [reasonText(reason), ...facts],
  archived: false,
  takenBy: null,
  ...(namesake && { namesake }),
});
