import { useEffect, useMemo } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { OrganizationId } from '@/lib/model/ids';
import type { FindingsView } from '@/lib/views/findings';
import type { NetworkRow, NetworksView, OrganizationsView } from '@/lib/views/matching';
import { ProductMark } from '@/components/icons/product-mark';
import { Notice } from '@/components/ui/notice';
import { StatusLine } from '@/components/ui/status-line';
import { lazily } from '@/components/state/lazily';
import type { Client } from '@/components/state/client';
import { live, type Live } from '@/components/state/live';
import { useLive } from '@/components/state/use-live';
import { useNow } from '@/components/state/use-now';
import { useAddress } from './address';
import type { Address } from './address';
import { inSentence } from '@/lib/words/in-sentence';
import { sideName } from '@/lib/words/problems';
import { createDecisions } from './decisions';
import { DevicesLevel } from './devices-level';
import { Gate } from './gate';
import { LevelNav } from './level-nav';
import { NetworksLevel } from './networks-level';
import { devicesWindow, networksWindow, type ListWindow } from './list-window';
import { useLook } from './use-look';
import { SwitchedOffNotice } from '@/components/sync/switched-off-notice';

const FindingsLevel = lazily(() =>
  import('./findings-level').then(({ FindingsLevel }) => FindingsLevel),
);

/** Everything a person decides: all networks, the devices of one organization or of all, or the findings. */
export function MatchingPage({ client }: { client: Client }) {
  const address = useAddress();
  const status = useLive(client, 'status.view');
  const networks = useMemo(() => networksWindow(client, address), [client, address]);
  const organizations = useMemo(() => live(client, 'matching.organizations'), [client]);
  const now = useNow();
  const { organization, allDevices, findings } = address.place.value;

  // At an organization the others are only led to: once read they need not be current.
  useEffect(
    () => (organization === null ? organizations.follow() : void organizations.reload()),
    [organizations, organization === null],
  );

  const name = organizations.view.value?.organizations.find(({ id }) => id === organization)?.name;
  const title = findings
    ? t('matching_findings')
    : allDevices
      ? t('matching_all_organizations')
      : name === undefined
        ? null
        : inSentence(name);
  useEffect(() => {
    document.title = title === null ? t('matching_title') : t('matching_title_of', [title]);
  }, [title]);

  const at = status.view.value?.status;
  const locked = at?.state === 'locked' ? at : null;
  return (
    <div class="matching">
      <header class="matching-header">
        <ProductMark />
        <div>
          <p class="matching-product">{t('extension_name')}</p>
          <h1>{t('matching_heading')}</h1>
        </div>
        <LevelNav address={address} view={organizations.view.value} />
        {status.view.value && (
          <div class="matching-status">
            <StatusLine status={status.view.value.status} now={now} />
          </div>
        )}
      </header>
      {locked && (
        <div class="matching-team" role="status">
          <Notice
            tone="warning"
            action={
              <a href="options.html#connection">
                {t(locked.passphrase === 'set' ? 'vault_unlock' : 'popup_set_passphrase')}
              </a>
            }
          >
            {t(locked.passphrase === 'set' ? 'problem_locked' : 'popup_passphrase_missing')}
          </Notice>
        </div>
      )}
      {status.view.value?.status.state === 'credentials-failed' && (
        <div class="matching-team" role="status">
          <Notice
            tone="bad"
            action={<a href="options.html#connection">{t('matching_open_connection')}</a>}
          >
            {t('panel_credentials_failed', [sideName(status.view.value.status.side)])}
          </Notice>
        </div>
      )}
      {status.view.value?.switchedOff && (
        <div class="matching-team">
          <SwitchedOffNotice
            client={client}
            off={status.view.value.switchedOff}
            permitted={status.view.value.switchedOff.permitted}
          />
        </div>
      )}
      {findings ? (
        <Findings client={client} address={address} status={status} />
      ) : organization === null && !allDevices ? (
        <Networks
          client={client}
          address={address}
          networks={networks}
          organizations={organizations}
          status={status}
        />
      ) : (
        <Devices
          key={organization ?? 'all'}
          client={client}
          address={address}
          organizationId={organization}
          organizations={organizations}
          status={status}
        />
      )}
    </div>
  );
}

interface LevelProps {
  client: Client;
  address: Address;
  organizations: Live<OrganizationsView>;
  status: ReturnType<typeof useLive<'status.view'>>;
}

function Networks({
  client,
  address,
  networks,
  organizations,
  status,
}: LevelProps & { networks: ListWindow<NetworksView, NetworkRow> }) {
  useLook(client, { of: 'networks' });
  useEffect(() => networks.follow(), [networks]);
  const decisions = useMemo(() => createDecisions(networks.reload), [networks]);
  return (
    <Gate
      client={client}
      level="networks"
      address={address}
      view={networks}
      status={status}
      isEmpty={({ total }) => total === 0}
    >
      {(view) => (
        <NetworksLevel
          client={client}
          address={address}
          decisions={decisions}
          view={view}
          list={networks.list.value}
          organizations={organizations.view.value}
        />
      )}
    </Gate>
  );
}

function Findings({ client, address, status }: Omit<LevelProps, 'organizations'>) {
  useLook(client, { of: 'findings' });
  const findings: Live<FindingsView> = useLive(client, 'matching.findings');
  const decisions = useMemo(() => createDecisions(findings.reload), [findings]);
  return (
    <Gate
      client={client}
      level="findings"
      address={address}
      view={findings}
      status={status}
      isEmpty={({ rows }) => rows.length === 0}
    >
      {(view) => (
        <FindingsLevel client={client} address={address} decisions={decisions} view={view} />
      )}
    </Gate>
  );
}

function Devices({
  client,
  address,
  organizations,
  status,
  organizationId,
}: LevelProps & { organizationId: OrganizationId | null }) {
  useLook(client, { of: 'devices', organizationId });
  const devices = useMemo(
    () => devicesWindow(client, address, organizationId),
    [client, address, organizationId],
  );
  useEffect(() => devices.follow(), [devices]);
  const decisions = useMemo(() => createDecisions(devices.reload), [devices]);
  return (
    <Gate
      client={client}
      level="devices"
      address={address}
      view={devices}
      status={status}
      isEmpty={({ total }) => total === 0}
    >
      {(view) => (
        <DevicesLevel
          client={client}
          address={address}
          decisions={decisions}
          view={view}
          list={devices.list.value}
          organizations={organizations.view.value}
        />
      )}
    </Gate>
  );
}
