import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { OptionsSection } from '@/lib/model/options-section';
import type { Problem } from '@/lib/model/problem';
import type { StatusView } from '@/lib/views/status';
import { ProductMark } from '@/components/icons/product-mark';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { problemText } from '@/lib/words/problems';
import { ProgressBar } from '@/components/ui/progress-bar';
import { StatusLine } from '@/components/ui/status-line';
import { countsText } from '@/lib/words/new-counts';
import { statusText } from '@/lib/words/statuses';
import { Time } from '@/components/ui/time';
import type { Client } from '@/components/state/client';
import { useLive } from '@/components/state/use-live';
import { useNow } from '@/components/state/use-now';
import { NextSync } from '@/components/sync/next-sync';
import { RunProblems } from '@/components/sync/run-problems';
import { SwitchedOffNotice } from '@/components/sync/switched-off-notice';
import { UnlockForm } from '@/components/vault/unlock-form';
import { CountsTable } from './counts-table';
import { DeviceLine } from './device-line';
import { TeamLines } from './team-lines';

interface Props {
  client: Client;
  /** Opens the options page; at a section, or where an open one is. */
  options: (section: OptionsSection | null) => void;
  /** Opens the first-run page. */
  welcome: () => void;
  /** Opens the matching page. */
  matching?: () => void;
}

/** What the toolbar's button opens: how the integration is, and the few things one does about it. */
export function Popup({ client, options, welcome, matching }: Props) {
  const status = useLive(client, 'status.view');
  const panel = useLive(client, 'popup.panel');
  const givenUp = useLive(client, 'popup.given-up').view.value;
  const view = status.view.value;
  const now = useNow();
  const added = view ? countsText(view.fresh) : '';

  return (
    <main class="popup">
      <header class="popup-header">
        <ProductMark />
        <h1>{t('extension_name')}</h1>
      </header>
      {status.problem.value && (
        <Notice
          tone="bad"
          role="alert"
          action={<Button onClick={() => void status.reload()}>{t('popup_retry')}</Button>}
        >
          {problemText(status.problem.value)}
        </Notice>
      )}
      {!view && !status.problem.value && <p class="popup-quiet">{t('page_loading')}</p>}
      {view &&
        (view.status.state === 'not-connected' ? (
          <NotConnected client={client} view={view} now={now} options={options} welcome={welcome} />
        ) : (
          <>
            <Overview view={view} now={now} />
            {view.status.state === 'locked' &&
              (view.status.passphrase === 'set' ? (
                <UnlockForm client={client} focused />
              ) : (
                <Notice
                  tone="warning"
                  action={
                    <Button onClick={() => options('connection')}>
                      {t('popup_set_passphrase')}
                    </Button>
                  }
                >
                  {t('popup_passphrase_missing')}
                </Notice>
              ))}
            {view.switchedOff && (
              <SwitchedOffNotice
                client={client}
                off={view.switchedOff}
                permitted={view.switchedOff.permitted}
              />
            )}
            {panel.view.value && <DeviceLine client={client} panel={panel.view.value} />}
            {givenUp && <Notice tone="warning">{t('popup_panel_given_up')}</Notice>}
            {view.access !== 'panels' && <CountsTable {...view} />}
            {added !== '' && <p class="popup-quiet">{t('popup_new', [added])}</p>}
            <TeamLines team={view.team} now={now} />
            {view.lastSync && <RunProblems {...view.lastSync} refusedParts={view.refusedParts} />}
            <CheckSetup view={view} />
            <Actions client={client} view={view} options={options} matching={matching} />
          </>
        ))}
    </main>
  );
}

/** The way to the setup check where something fails, and what it found that no sync shows. */
function CheckSetup({ view: { status, lastSync, vendorIntegration } }: { view: StatusView }) {
  const failing =
    status.state === 'error' ||
    status.state === 'credentials-failed' ||
    (lastSync !== null && lastSync.problems.length > 0);
  if (!failing && !vendorIntegration) return null;
  const link = (
    <a href="setup-check.html" target="_blank">
      {t('setup_check_link')}
    </a>
  );
  if (!vendorIntegration) return <p>{link}</p>;
  return (
    <Notice tone="warning" action={link}>
      {t('vendor_integration')}
    </Notice>
  );
}

function NotConnected({
  client,
  view,
  now,
  options,
  welcome,
}: Omit<Props, 'matching'> & { view: StatusView; now: number }) {
  const offered = useLive(client, 'welcome.view').view.value?.offered;
  return (
    <>
      <StatusLine status={view.status} now={now} />
      <p>{t('popup_not_connected')}</p>
      <div class="popup-actions">
        {offered && (
          <Button kind="primary" onClick={welcome}>
            {t('welcome_enter_keys')}
          </Button>
        )}
        <Button
          kind={offered === false ? 'primary' : 'plain'}
          icon="settings"
          onClick={() => options('connection')}
        >
          {t('popup_options')}
        </Button>
      </div>
    </>
  );
}

function Overview({ view, now }: { view: StatusView; now: number }) {
  const { status, lastSync, nextSync } = view;
  return (
    <section class="popup-overview">
      <div role="status">
        <StatusLine status={status} now={now} />
      </div>
      {status.state === 'syncing' && (
        <ProgressBar label={statusText(status, now)} done={status.done} total={status.total} />
      )}
      <dl class="popup-times">
        <dt>{t('popup_last_sync')}</dt>
        <dd>{lastSync ? <Time at={lastSync.at} now={now} /> : t('popup_never')}</dd>
        <dt>{t('popup_next_sync')}</dt>
        <dd>
          <NextSync status={status} at={nextSync} now={now} />
        </dd>
      </dl>
    </section>
  );
}

function Actions({
  client,
  view,
  options,
  matching,
}: Omit<Props, 'matching' | 'welcome'> & { view: StatusView; matching: Props['matching'] }) {
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { state } = view.status;

  async function sync() {
    setAsked(true);
    setProblem(null);
    const reply = await client.send('sync.start');
    setAsked(false);
    if (!reply.ok) setProblem(reply.problem);
  }

  return (
    <>
      {problem && (
        <Notice tone="bad" role="alert">
          {t('popup_sync_not_started', [problemText(problem)])}
        </Notice>
      )}
      <div class="popup-actions">
        <Button
          kind={state === 'ok' || state === 'error' ? 'primary' : 'plain'}
          icon="refresh"
          disabled={asked || (state !== 'ok' && state !== 'error')}
          onClick={() => void sync()}
        >
          {t('popup_sync_now')}
        </Button>
        {matching && view.access !== 'panels' && (
          <Button onClick={matching}>{t('popup_open_matching')}</Button>
        )}
        <Button
          kind={state === 'credentials-failed' ? 'primary' : 'plain'}
          icon="settings"
          onClick={() => options(state === 'credentials-failed' ? 'connection' : null)}
        >
          {t('popup_options')}
        </Button>
      </div>
    </>
  );
}
