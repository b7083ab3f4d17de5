import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { ProductMark } from '@/components/icons/product-mark';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { problemText } from '@/lib/words/problems';
import { StatusDot } from '@/components/ui/status-dot';
import { StatusLine } from '@/components/ui/status-line';
import { statusTone, statusWord } from '@/lib/words/statuses';
import type { Client } from '@/components/state/client';
import { useLive } from '@/components/state/use-live';
import { useNow } from '@/components/state/use-now';
import { sections } from './sections';

/** The options: sections one below the other, each with a place in the address. */
export function OptionsPage({ client }: { client: Client }) {
  const options = useLive(client, 'options.view');
  const status = useLive(client, 'status.view');
  const now = useNow();
  const view = options.view.value;
  const here = useSectionInAddress(view !== null);
  const failedSide = view?.status.state === 'credentials-failed' ? view.status.side : null;

  return (
    <div class="options">
      <header class="options-header">
        <ProductMark />
        <div>
          <p class="options-product">{t('extension_name')}</p>
          <h1>{t('options_heading')}</h1>
        </div>
        {view && (
          <div class="options-status" role="status">
            {failedSide ? (
              <StatusDot tone={statusTone(view.status)} word={statusWord(view.status)} />
            ) : (
              <StatusLine status={view.status} now={now} />
            )}
          </div>
        )}
      </header>
      <nav class="options-nav" aria-label={t('options_sections')}>
        {sections.map(({ id, title }) => (
          <a key={id} href={`#${id}`} aria-current={id === here ? 'location' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <main class="options-main" aria-busy={view === null}>
        {failedSide && (
          <Notice
            tone="bad"
            role="alert"
            title={t(
              failedSide === 'datto' ? 'options_credentials_datto' : 'options_credentials_itglue',
            )}
            action={
              <>
                <a href="#connection">{t('options_connection')}</a>{' '}
                <a href="setup-check.html">{t('setup_check_link')}</a>
              </>
            }
          >
            {t('options_credentials_stopped')}
          </Notice>
        )}
        {status.view.value?.vendorIntegration && (
          <Notice tone="warning" action={<a href="setup-check.html">{t('setup_check_link')}</a>}>
            {t('vendor_integration')}
          </Notice>
        )}
        {options.problem.value && (
          <Notice
            tone="bad"
            role="alert"
            action={<Button onClick={() => void options.reload()}>{t('options_retry')}</Button>}
          >
            {problemText(options.problem.value)}
          </Notice>
        )}
        {!view && !options.problem.value && <p class="options-hint">{t('page_loading')}</p>}
        {view &&
          sections.map(({ id, title, Body }) => (
            <section key={id} id={id} class="card options-section" aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>{title}</h2>
              <Body client={client} view={view} status={status.view.value} />
            </section>
          ))}
      </main>
    </div>
  );
}

/** The id in the address; the sections come after the page, so the way there is made up for once. */
function useSectionInAddress(painted: boolean): string {
  const [id, setId] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const follow = () => setId(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (painted && id) document.getElementById(id)?.scrollIntoView();
    // Only once: later the browser scrolls by itself.
  }, [painted]);
  return id || (sections[0]?.id ?? '');
}
