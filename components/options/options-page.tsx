import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { ProductMark } from '@/components/icons/product-mark';
import { StatusDot } from '@/components/ui/status-dot';
import { StatusLine } from '@/components/ui/status-line';
import { statusTone, statusWord } from '@/lib/words/statuses';
import type { OptionsSection } from '@/lib/model/options-section';
import type { Client } from '@/components/state/client';
import { useLive } from '@/components/state/use-live';
import { useNow } from '@/components/state/use-now';
import { goTo } from './go-to';
import { OptionsNotices } from './options-notices';
import type { OptionsPlace } from './place';
import { sections } from './sections';
import { SettingsFound, SettingsSearch } from './settings-search';
import { usePlace } from './use-place';

/** The options: one section at a time, the one that the address names. */
export function OptionsPage({ client }: { client: Client }) {
  const options = useLive(client, 'options.view');
  const status = useLive(client, 'status.view');
  const now = useNow();
  const view = options.view.value;
  const failedSide = view?.status.state === 'credentials-failed' ? view.status.side : null;
  // Before keys there is nothing else to set.
  const open = view?.connection ? sections : sections.slice(0, 1);
  const place = usePlace();
  const here = open.find(({ id }) => id === place.section) ?? open[0];
  const [text, setText] = useState('');
  const searching = text.trim() !== '';
  const main = useRef<HTMLElement>(null);
  /** Sections stay in the page once they were looked at, with what was typed there. */
  const seen = useRef(new Set<OptionsSection>());
  if (here && view) seen.current.add(here.id);

  useEffect(() => {
    if (here) document.title = t('options_title_section', [here.title]);
  }, [here?.title]);
  useArrival(place, view !== null, () => setText(''));

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
      <div class="options-side">
        {open.length > 1 && (
          <SettingsSearch
            text={text}
            onSearch={setText}
            onLeave={() => main.current?.querySelector<HTMLElement>('.options-found a')?.focus()}
          />
        )}
        {view && (
          <nav class="options-nav" aria-label={t('options_sections')}>
            {open.map(({ id, title }) => (
              <a
                key={id}
                href={`#${id}`}
                aria-current={id === here?.id && !searching ? 'page' : undefined}
                onClick={() => setText('')}
              >
                {title}
              </a>
            ))}
          </nav>
        )}
      </div>
      <main ref={main} class="options-main" aria-busy={view === null}>
        <OptionsNotices
          failedSide={failedSide}
          vendorIntegration={status.view.value?.vendorIntegration === true}
          problem={options.problem.value}
          onRetry={() => void options.reload()}
        />
        {!view && !options.problem.value && <p class="options-hint">{t('page_loading')}</p>}
        {searching && <SettingsFound text={text} onChoose={() => setText('')} />}
        {view &&
          open
            .filter(({ id }) => seen.current.has(id))
            .map(({ id, title, Body }) => (
              <section
                key={id}
                id={id}
                class="card options-section"
                aria-labelledby={`${id}-title`}
                hidden={id !== here?.id || searching}
              >
                <h2 id={`${id}-title`} tabIndex={-1}>
                  {title}
                </h2>
                <Body client={client} view={view} status={status.view.value} />
              </section>
            ))}
      </main>
    </div>
  );
}

/** Leads to the section or setting that the address names, each time it names another. */
function useArrival(place: OptionsPlace, painted: boolean, leaveSearch: () => void): void {
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!painted) return;
    const opened = first.current;
    first.current = false;
    leaveSearch();
    const section = document.getElementById(place.section);
    if (section === null) return;
    if (!opened) {
      scrollTo(0, 0);
      section.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    }
    if (place.at !== null) return goTo(section, place.at);
  }, [place, painted]);
}
