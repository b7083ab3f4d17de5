import { useMemo, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { DeviceDecision } from '@/lib/messages/matching';
import { deviceKinds } from '@/lib/model/device';
import type { DeviceKey } from '@/lib/model/device';
import type { ConfigurationId } from '@/lib/model/ids';
import type { DeviceRow, DevicesView, OrganizationsView, SearchHit } from '@/lib/views/matching';
import { decisionStates } from '@/lib/views/matching';
import { lazily } from '@/components/state/lazily';
import type { Client } from '@/components/state/client';
import type { Address } from './address';
import { ArchivingProgress } from './archiving-progress';
import { CreationProgress } from './creation-progress';
import type { Decisions } from './decisions';
import { deviceColumns } from './device-columns';
import { acceptableDevices, devicesAt, onlyConfiguration } from './device-rows';
import { DevicesBulk } from './devices-bulk';
import { DevicesEmpty } from './devices-empty';
import { isFiltered, KindFilter, NetworkFilter, NewFilter, newIn, StatusFilter } from './filters';
import { MatchingList } from './matching-list';
import { notDoneText } from '@/lib/words/problems';
import { actionLabels, RowActions } from './row-actions';
import { RowButton } from './row-button';
import { countStates, wholeList } from './row-list';
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
  | { readonly kind: 'create'; readonly title: string; readonly keys: readonly DeviceKey[] };

/** Match Devices: one organization's devices, and what is decided about each. */
export function DevicesLevel({
  client,
  address,
  decisions,
  view,
  organizations,
}: {
  client: Client;
  address: Address;
  decisions: Decisions;
  view: DevicesView;
  /** For the way to the next organization; `null` before it is known. */
  organizations: OrganizationsView | null;
}) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const place = address.place.value;
  const { tab, text, kinds, network, status, onlyNew, sort, descending } = place;
  const shown = useMemo(
    () => devicesAt(view.rows, place),
    [view.rows, tab, text, kinds, network, status, onlyNew, sort, descending],
  );
  const present = useMemo(
    () => deviceKinds.filter((kind) => view.rows.some((row) => row.kind === kind)),
    [view.rows],
  );
  const list = useMemo(() => wholeList(shown, ({ key }) => key), [shown]);
  const acceptable = useMemo(
    () => acceptableDevices(shown, view.rows).map(({ key }) => key),
    [shown, view.rows],
  );
  const creating = view.creation?.state === 'open';
  const creationId = view.creation?.id ?? '';

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

  async function end(how: 'creation.stop' | 'creation.dismiss', id: string) {
    const reply = await client.send(how, { id });
    if (!reply.ok) decisions.announce(notDoneText(reply.problem));
  }

  const state = decisionStates.find((each) => each === tab) ?? 'unmatched';
  const columns = deviceColumns(tab, {
    onAccept: (row, { configurationId, name }) => match(row, configurationId, name),
    onReject: (row, { configurationId }) =>
      decide(
        row,
        { action: 'reject', deviceKey: row.key, configurationId, version: row.version },
        t('matching_done_reject', [inSentence(row.name)]),
      ),
  });
  const create = t('matching_create_configuration');
  const actions = (row: DeviceRow) => (
    <RowActions
      row={row}
      create={
        <RowButton
          action={create}
          row={row.name}
          refusal={
            creating
              ? t('matching_create_running')
              : row.creation === 'possible'
                ? null
                : t('matching_create_undecided')
          }
          onRefused={decisions.announce}
          onClick={() => setDialog({ kind: 'create', title: create, keys: [row.key] })}
        />
      }
      onMatchTo={() => setDialog({ kind: 'match', row })}
      onChange={(action) => change(row, action)}
    />
  );

  return (
    <>
      <TeamNotices client={client} rows={view.rows} />
      <MatchingList
        client={client}
        address={address}
        decisions={decisions}
        layout="devices"
        tabs={decisionTabs()}
        label={t('matching_column_devices')}
        tab={state}
        counts={countStates(decisionStates, view.rows)}
        list={list}
        isFiltered={isFiltered(place)}
        columns={columns}
        actions={actions}
        labels={actionLabels(state, { create })}
        onMain={onMain}
        undo={view.undo}
        search={{ label: t('matching_search_devices'), hint: t('matching_search_devices_hint') }}
        filters={
          <>
            <NewFilter place={place} count={newIn(view.rows, tab)} onChange={address.adjust} />
            <KindFilter place={place} kinds={present} onChange={address.adjust} />
            <NetworkFilter place={place} networks={view.networks} onChange={address.adjust} />
            <StatusFilter place={place} onChange={address.adjust} />
          </>
        }
        bulk={(ask) =>
          tab === 'unmatched' && (
            <DevicesBulk
              rows={view.rows}
              shown={shown}
              acceptable={acceptable.length}
              creating={creating}
              onAcceptAll={() => ask({ action: 'accept', keys: shown.map(({ key }) => key) })}
              onCreateAll={(keys) =>
                setDialog({ kind: 'create', title: t('matching_create_all'), keys })
              }
            />
          )
        }
        onCreate={(keys) =>
          creating
            ? decisions.announce(t('matching_create_running'))
            : setDialog({
                kind: 'create',
                title: create,
                keys: keys.map((key) => key as DeviceKey),
              })
        }
        above={
          <>
            {view.creation && (
              <CreationProgress
                creation={view.creation}
                onStop={() => void end('creation.stop', creationId)}
                onAgain={(keys) =>
                  setDialog({ kind: 'create', title: t('matching_creation_again'), keys })
                }
                onDismiss={() => void end('creation.dismiss', creationId)}
              />
            )}
            {view.archiving && (
              <ArchivingProgress
                archiving={view.archiving}
                onDismiss={() => void end('creation.dismiss', view.archiving?.id ?? '')}
              />
            )}
            {tab === 'ignored' && view.ignored.length > 0 && (
              <IgnoredConfigurations client={client} decisions={decisions} view={view} />
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
              organizationId: view.organization.id,
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
          organization={view.organization}
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
