import { useState } from 'preact/hooks';
import { ProductMark } from '@/components/icons/product-mark';
import type { Client } from '@/components/state/client';
import { useLive } from '@/components/state/use-live';
import { useNow } from '@/components/state/use-now';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { t } from '@/lib/i18n';
import type { CheckOutcome } from '@/lib/model/setup-check';
import type { SetupCheckView } from '@/lib/views/setup-check';
import { setupReport } from '@/lib/views/setup-check-report';
import { problemText } from '@/lib/words/problems';
import { CheckRow } from './check-row';
import { PagePicture } from './page-picture';
import { useChecks, type Checking } from './use-checks';

interface Props {
  client: Client;
  about: Parameters<typeof setupReport>[1];
  /** Puts a text on the clipboard. Rejects where the browser does not let it. */
  copy: (text: string) => Promise<void>;
}

const groups = () =>
  [
    { side: 'datto', title: t('setup_check_group_datto') },
    { side: 'itglue', title: t('setup_check_group_itglue') },
    { side: 'portal', title: t('setup_check_group_portal') },
  ] as const;

/** What is assumed of both APIs and the portal, and what of it holds in this account. */
export function SetupCheckPage({ client, about, copy }: Props) {
  const live = useLive(client, 'setup-check.view');
  const checking = useChecks(client);
  const now = useNow();
  const view = live.view.value;
  const problem = checking.problem ?? live.problem.value;

  return (
    <main class="setup-check" aria-busy={view === null}>
      <header class="setup-check-header">
        <ProductMark />
        <div>
          <p class="check-quiet">{t('extension_name')}</p>
          <h1>{t('setup_check_heading')}</h1>
        </div>
      </header>
      <p>{t('setup_check_intro')}</p>
      {problem && (
        <Notice tone="bad" role="alert">
          {t('setup_check_problem', [problemText(problem)])}
        </Notice>
      )}
      {!view && !problem && <p class="check-quiet">{t('page_loading')}</p>}
      {view &&
        (view.connected ? (
          <>
            <Actions
              view={view}
              checking={checking}
              report={() => copy(setupReport(view, about))}
            />
            {groups().map(({ side, title }) => (
              <section key={side} class="card check-group" aria-labelledby={`group-${side}`}>
                <h2 id={`group-${side}`}>{title}</h2>
                {side === 'portal' && <Portal view={view} />}
                <ul>
                  {view.rows
                    .filter(({ id }) => id.startsWith(`${side}-`))
                    .map((row) => (
                      <CheckRow
                        key={row.id}
                        row={row}
                        now={now}
                        running={checking.id === row.id}
                        busy={checking.id !== null}
                        onRun={() => void checking.run([row.id])}
                      />
                    ))}
                </ul>
              </section>
            ))}
          </>
        ) : (
          <Notice
            tone="warning"
            action={<a href="options.html#connection">{t('options_connection')}</a>}
          >
            {t('setup_check_not_connected')}
          </Notice>
        ))}
    </main>
  );
}

function Actions({
  view,
  checking,
  report,
}: {
  view: SetupCheckView;
  checking: Checking;
  report: () => Promise<void>;
}) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const { id, done, total, stopped } = checking;
  const results = view.rows.flatMap(({ result }) => result ?? []);
  const of = (outcome: CheckOutcome) =>
    results.filter((result) => result.outcome === outcome).length;
  const progress = t('setup_check_running', [Math.min(done + 1, total), total]);
  return (
    <section class="setup-check-actions">
      <div class="setup-check-buttons">
        {id === null ? (
          <Button
            kind="primary"
            icon="refresh"
            onClick={() => void checking.run(view.rows.map((row) => row.id))}
          >
            {t(results.length === 0 ? 'setup_check_run_all' : 'setup_check_run_again')}
          </Button>
        ) : (
          <Button kind="primary" icon="close" onClick={checking.stop}>
            {t('setup_check_stop')}
          </Button>
        )}
        <Button
          disabled={results.length === 0}
          aria-describedby="report-hint"
          onClick={() =>
            void report().then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {t('setup_check_copy')}
        </Button>
        <span id="report-hint" class="check-quiet">
          {t('setup_check_copy_hint')}
        </span>
      </div>
      {id !== null && <ProgressBar label={progress} done={done} total={total} />}
      <p role="status">
        {id !== null
          ? progress
          : [
              ...(stopped ? [t('setup_check_stopped')] : []),
              ...(results.length > 0
                ? [t('setup_check_summary', [of('holds'), of('differs'), of('unseen')])]
                : []),
              ...(copied === null
                ? []
                : [t(copied ? 'setup_check_copied' : 'setup_check_copy_failed')]),
            ].join(' ')}
      </p>
    </section>
  );
}

function Portal({ view: { measure, portalPage } }: { view: SetupCheckView }) {
  return (
    <>
      <p>
        {t('setup_check_portal_hint')}{' '}
        {portalPage !== null && (
          <a href={portalPage} target="_blank" rel="noreferrer">
            {t('setup_check_open_portal')}
          </a>
        )}
      </p>
      {measure && <PagePicture measure={measure} />}
    </>
  );
}
