import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { DeviceDecision } from '@/lib/messages/matching';
import type { DeviceKey } from '@/lib/model/device';
import type { ConfigurationId } from '@/lib/model/ids';
import { onlyConfiguration } from '@/lib/views/lists/device-rows';
import type { DeviceRow, DevicesView, OrganizationsView, SearchHit } from '@/lib/views/matching';
import { lazily } from '@/components/state/lazily';
import type { Client } from '@/components/state/client';
import type { Address } from './address';
import { Batches } from './batches';
import type { Column } from './column';
import type { Decisions } from './decisions';
import { deviceColumns } from './device-columns';
import { DevicesBulk } from './devices-bulk';
import { DevicesEmpty } from './devices-empty';
import {
  KindFilter,
  NetworkFilter,
  NewFilter,
  ReasonFilter,
  StatusFilter,
  UnmatchedFilter,
} from './filters';
import { MatchingList } from './matching-list';
import { organizationColumn } from './organization-column';
import { notDoneText } from '@/lib/words/problems';
import { actionLabels, RowActions } from './row-actions';
import { RowButton } from './row-button';
import type { RowList } from './row-list';
import { rowDecisions } from './row-decisions';
import { decisionTabs } from './tabs';
import { TeamNotices } from './team-notices';
import { suggestionText } from '@/lib/words/rules';
import { inSentence } from '@/lib/words/in-sentence';

const MatchToDialog = lazily(() =>
  import('./match-to-dialog').then(({ MatchToDialog }) => MatchToDialog<ConfigurationId>),
);
const CreateConfigurationsDialog = lazily(() =>
  import('./create-configurations-dialog').then(
    ({ CreateConfigurationsDialog }) => CreateConfigurationsDialog,
  ),
);

const IgnoredConfigurations = lazily(() =>
  import('./ignored-configurations').then(({ IgnoredConfigurations }) => IgnoredConfigurations),
);

type OpenDialog =
  | { readonly kind: 'match'; readonly row: DeviceRow }
  | {
      readonly kind: 'create';
      readonly title: string;
      readonly organization: DeviceRow['organization'];
      readonly keys: readonly DeviceKey[];
    };

/** Match Devices: the devices of one organization or of all, and what is decided about each. */
export function DevicesLevel({
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
  view: DevicesView;
  list: RowList<DeviceRow>;
  /** For the way to the next organization; `null` before it is known. */
  organizations: OrganizationsView | null;
}) {
  const create = t('matching_create_configuration');
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const place = address.place.value;
  const { tab, organization } = view;
  const creatingIn = new Set(
    view.batches.flatMap((batch) =>
      batch.creation?.state === 'open' ? batch.organization.id : [],
    ),
  );

  const { decide, match, change } = rowDecisions<DeviceRow, ConfigurationId, DeviceDecision>({
    decisions,
    subject: 'device',
    keyOf: ({ key }) => key,
    send: (decision) => client.send('matching.decide-device', decision),
    matching: ({ key: deviceKey, version }, configurationId) => ({
      action: 'match',
      deviceKey,
      configurationId,
      version,
    }),
    changing: ({ key: deviceKey, version }, action) => ({ action, deviceKey, version }),
  });

  function onMain(row: DeviceRow) {
    const only = onlyConfiguration(row);
    if (row.state === 'ignored') change(row, 'unignore');
    else if (row.state === 'unmatched' && only) match(row, only.configurationId, only.name);
    else setDialog({ kind: 'match', row });
  }

  function openCreate(
    title: string,
    of: DeviceRow['organization'],
    keys: readonly DeviceKey[],
  ): void {
    if (creatingIn.has(of.id)) decisions.announce(t('matching_create_running'));
    else setDialog({ kind: 'create', title, organization: of, keys });
  }

  /** Of all organizations, which the chosen rows belong to is asked: not all of them are there. */
  async function createChosen(keys: readonly DeviceKey[]) {
    if (organization) {
      openCreate(create, organization, keys);
      return;
    }
    const reply = await client.send('bulk.counts', {
      subject: 'devices',
      state: tab,
      keys: [...keys],
    });
    if (!reply.ok) {
      decisions.announce(notDoneText(reply.problem));
      return;
    }
    const [of, ...others] = reply.value.createIn;
    if (!of) return;
    if (others.length === 0) openCreate(create, of, keys);
    else decisions.announce(t('matching_create_several', [others.length + 1]));
  }

  const ofDevice = deviceColumns(tab, {
    onAccept: (row, { configurationId, name }) => match(row, configurationId, name),
    onReject: (row, { configurationId }) =>
      decide(
        row,
        { action: 'reject', deviceKey: row.key, configurationId, version: row.version },
        t('matching_done_reject', [inSentence(row.name)]),
      ),
  });
  const columns = organization ? ofDevice : withOrganization(ofDevice);
  const actions = (row: DeviceRow) => (
    <RowActions
      row={row}
      create={
        <RowButton
          action={create}
          row={row.name}
          refusal={
            creatingIn.has(row.organization.id)
              ? t('matching_create_running')
              : row.creation === 'possible'
                ? null
                : t('matching_create_undecided')
          }
          onRefused={decisions.announce}
          onClick={() => openCreate(create, row.organization, [row.key])}
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
        layout="devices"
        tabs={decisionTabs()}
        label={t('matching_column_devices')}
        tab={tab}
        counts={view.counts}
        list={list}
        isFiltered={view.isFiltered}
        columns={columns}
        actions={actions}
        labels={actionLabels(tab, { create })}
        onMain={onMain}
        undo={view.undo}
        {...(!organization && { undoOn: 'all-devices' as const })}
        search={{ label: t('matching_search_devices'), hint: t('matching_search_devices_hint') }}
        filters={
          <>
            <NewFilter place={place} count={view.added} onChange={address.adjust} />
            <KindFilter place={place} kinds={view.kinds} onChange={address.adjust} />
            <NetworkFilter place={place} networks={view.networks} onChange={address.adjust} />
            <StatusFilter place={place} onChange={address.adjust} />
            <ReasonFilter place={place} reasons={view.reasons} onChange={address.adjust} />
            {!organization && <UnmatchedFilter place={place} onChange={address.adjust} />}
          </>
        }
        bulk={(ask) =>
          tab === 'unmatched' && (
            <DevicesBulk
              view={view}
              creating={creatingIn.size > 0}
              onAcceptAll={() => ask({ action: 'accept', keys: view.keys })}
              onCreateAll={
                organization &&
                (() => openCreate(t('matching_create_all'), organization, view.keys))
              }
            />
          )
        }
        onCreate={(keys) => void createChosen(keys.map((key) => key as DeviceKey))}
        above={
          <>
            <Batches
              client={client}
              decisions={decisions}
              view={view}
              onAgain={(of, keys) => openCreate(t('matching_creation_again'), of, keys)}
            />
            {tab === 'ignored' && organization && view.ignored.length > 0 && (
              <IgnoredConfigurations
                client={client}
                decisions={decisions}
                organizationId={organization.id}
                ignored={view.ignored}
              />
            )}
          </>
        }
        empty={<DevicesEmpty address={address} view={view} organizations={organizations} />}
      />
      {dialog?.kind === 'match' && (
        <MatchToDialog
          what="configurations"
          title={t('matching_match_device_title', [inSentence(dialog.row.name)])}
          current={dialog.row.configuration?.id ?? null}
          suggested={dialog.row.suggestions.map(suggestionHit)}
          search={(text) =>
            client.send('matching.search-configurations', {
              organizationId: dialog.row.organization.id,
              text,
            })
          }
          onChoose={({ id, name }) => {
            setDialog(null);
            match(dialog.row, id, name);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'create' && (
        <CreateConfigurationsDialog
          client={client}
          title={dialog.title}
          organization={dialog.organization}
          deviceKeys={dialog.keys}
          onStarted={(count) => {
            setDialog(null);
            decisions.announce(t('matching_done_create', count));
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

/** Whose each device is, after what it is. */
const withOrganization = (columns: readonly Column<DeviceRow>[]): readonly Column<DeviceRow>[] => [
  ...columns.slice(0, 1),
  organizationColumn(),
  ...columns.slice(1),
];

const suggestionHit = (
  suggestion: DeviceRow['suggestions'][number],
): SearchHit<ConfigurationId> => {
  const { configurationId, name, macAddress, primaryIp, archived } = suggestion;
  return {
    id: configurationId,
    name,
    facts: [suggestionText(suggestion), macAddress, primaryIp].filter((fact) => fact !== null),
    archived,
    takenBy: null,
  };
};
