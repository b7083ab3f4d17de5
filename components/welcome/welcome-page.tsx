import { t } from '@/lib/i18n';
import { portalHost } from '@/lib/model/portal';
import type { OptionsView } from '@/lib/views/options';
import type { StatusView } from '@/lib/views/status';
import type { WelcomeView } from '@/lib/views/welcome';
import { inSentence } from '@/lib/words/in-sentence';
import { statusText } from '@/lib/words/statuses';
import { welcomePictures } from '@/lib/words/welcome';
import { problemText } from '@/lib/words/problems';
import { ProductMark } from '@/components/icons/product-mark';
import { ConnectionForm } from '@/components/options/connection-form';
import { PolicyFaults } from '@/components/options/policy-faults';
import { RecognizedUser } from '@/components/options/recognized-user';
import type { Client } from '@/components/state/client';
import { useLive } from '@/components/state/use-live';
import { useNow } from '@/components/state/use-now';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { StatusLine } from '@/components/ui/status-line';
import { MatchPicture, PanelPicture, WifiPicture } from './pictures';
import { Step } from './step';

/**
 * The first run: what it does, and the way from the keys to a panel, step by step. Each step's state is read from
 * what is stored, so that it can be left and taken up again at any time.
 */
export function WelcomePage({ client }: { client: Client }) {
  const options = useLive(client, 'options.view');
  const status = useLive(client, 'status.view').view.value;
  const welcome = useLive(client, 'welcome.view').view.value;
  const view = options.view.value;
  const problem = options.problem.value;
  return (
    <div class="welcome">
      <header class="options-header">
        <ProductMark />
        <div>
          <p class="options-product">{t('extension_name')}</p>
          <h1>{t('welcome_title')}</h1>
        </div>
      </header>
      <main aria-busy={!(view && status && welcome) && !problem}>
        <Pictures />
        {problem && (
          <Notice
            tone="bad"
            role="alert"
            action={<Button onClick={() => void options.reload()}>{t('options_retry')}</Button>}
          >
            {problemText(problem)}
          </Notice>
        )}
        {view && status && welcome && (
          <Steps client={client} view={view} status={status} welcome={welcome} />
        )}
        <p class="options-hint">{t('welcome_later')}</p>
      </main>
    </div>
  );
}

const pictures = [
  ['panel', PanelPicture],
  ['match', MatchPicture],
  ['wifi', WifiPicture],
] as const;

const Pictures = () => (
  <ul class="welcome-pictures" aria-label={t('welcome_pictures')}>
    {pictures.map(([name, Picture]) => (
      <li key={name}>
        <Picture />
        <strong>{t(welcomePictures[name].title)}</strong>
        <p class="options-hint">{t(welcomePictures[name].text)}</p>
      </li>
    ))}
  </ul>
);

interface Known {
  client: Client;
  view: OptionsView;
  status: StatusView;
  welcome: WelcomeView;
}

function Steps({ client, view, status, welcome }: Known) {
  const isConnected = view.connection !== null && view.status.state !== 'not-connected';
  const isKnown = view.users.some(({ id }) => id === view.settings.userId);
  const isSynced = status.lastSync !== null;
  const after = (reached: boolean, done: boolean) => (done ? 'done' : reached ? 'now' : 'later');
  return (
    <ol class="welcome-steps">
      <Step number={1} title={t('welcome_step_keys')} state={isConnected ? 'done' : 'now'}>
        <Keys client={client} view={view} status={status} welcome={welcome} />
      </Step>
      <Step number={2} title={t('welcome_step_sync')} state={after(isConnected, isSynced)}>
        {isConnected ? <FirstSync status={status} /> : <Later text={t('welcome_sync_later')} />}
      </Step>
      <Step number={3} title={t('welcome_step_user')} state={after(isConnected, isKnown)}>
        {isConnected && view.users.length > 0 ? (
          <RecognizedUser client={client} view={view} />
        ) : (
          <Later text={t('options_no_users')} />
        )}
        {isConnected && view.users.length > 0 && !isKnown && (
          <p>
            <a href="options.html#access">{t('user_by_hand')}</a>
          </p>
        )}
      </Step>
      <Step
        number={4}
        title={t('welcome_step_panel')}
        state={welcome.example || isSynced ? 'now' : 'later'}
      >
        <FirstPanel example={welcome.example} isSynced={isSynced} />
      </Step>
    </ol>
  );
}

const Later = ({ text }: { text: string }) => <p class="options-hint">{text}</p>;

function Keys({ client, view, welcome }: Known) {
  const { connection, status } = view;
  if (connection && status.state !== 'not-connected')
    return (
      <p>
        {t('options_connected_to', [connection.dattoHost, portalHost(connection)])}{' '}
        {status.state === 'locked' && <a href="options.html#connection">{t('vault_unlock')}</a>}
      </p>
    );
  if (!welcome.offered)
    return (
      <>
        <p>{t('welcome_not_offered')}</p>
        <p>
          <a href="options.html#connection">{t('options_heading')}</a>
        </p>
      </>
    );
  return (
    <>
      <p>{t('welcome_keys_text')}</p>
      <PolicyFaults managed={view.managed} />
      <ConnectionForm
        key={JSON.stringify([view.managed.values, welcome.portal])}
        client={client}
        view={view}
        firstRun={{ portal: welcome.portal }}
        onOutcome={() => undefined}
      />
    </>
  );
}

function FirstSync({ status }: { status: StatusView }) {
  const now = useNow();
  const { status: state, devices, lastSync } = status;
  const all = devices.matched + devices.unmatched + devices.ignored;
  return (
    <>
      <div role="status">
        <StatusLine status={state} now={now} />
      </div>
      {state.state === 'syncing' && (
        <ProgressBar label={statusText(state, now)} done={state.done} total={state.total} />
      )}
      {lastSync && <p>{t('welcome_sync_done', [devices.matched, all])}</p>}
      {state.state === 'error' && (
        <p>
          <a href="options.html#sync">{t('options_sync')}</a>{' '}
          <a href="setup-check.html">{t('setup_check_link')}</a>
        </p>
      )}
    </>
  );
}

function FirstPanel({ example, isSynced }: { example: WelcomeView['example']; isSynced: boolean }) {
  if (example)
    return (
      <>
        <p>{t('welcome_panel_text')}</p>
        <p>
          <a class="button button-primary" href={example.url} target="_blank" rel="noreferrer">
            {t('welcome_panel_open', [inSentence(example.name)])}
          </a>
        </p>
      </>
    );
  if (!isSynced) return <Later text={t('welcome_panel_later')} />;
  return (
    <p>
      {t('welcome_panel_none')} <a href="matching.html">{t('popup_open_matching')}</a>
    </p>
  );
}
