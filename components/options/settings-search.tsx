import { useRef } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { findSettings } from '@/lib/words/settings-search';
import { formatPlace } from './place';

/** The box above the sections. Escape empties it; Enter and Arrow Down go on to what is found. */
export function SettingsSearch({
  text,
  onSearch,
  onLeave,
}: {
  text: string;
  onSearch: (text: string) => void;
  /** On to what is found. */
  onLeave: () => void;
}) {
  return (
    <search>
      <input
        class="text-input"
        type="search"
        aria-label={t('options_search')}
        placeholder={t('options_search_hint')}
        autoComplete="off"
        spellcheck={false}
        maxLength={100}
        value={text}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') onSearch('');
          else if (event.key === 'Enter' || event.key === 'ArrowDown') onLeave();
          else return;
          event.preventDefault();
        }}
      />
    </search>
  );
}

/** The settings that a search finds, each as the way to it. */
export function SettingsFound({ text, onChoose }: { text: string; onChoose: () => void }) {
  const list = useRef<HTMLUListElement>(null);
  const found = findSettings(text);
  const step = (by: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[at + by]?.focus();
  };
  return (
    <section class="card options-section" aria-labelledby="options-found">
      <h2 id="options-found">{t('options_found')}</h2>
      <p role="status" class="options-hint">
        {found.length === 0
          ? t('options_found_nothing', [text.trim()])
          : t('options_found_count', found.length)}
      </p>
      {found.length > 0 && (
        <ul
          ref={list}
          class="options-found"
          onKeyDown={({ key }) => {
            if (key === 'ArrowDown') step(1);
            if (key === 'ArrowUp') step(-1);
          }}
        >
          {found.map((each) => (
            <li key={`${each.section} ${each.name}`}>
              <a href={formatPlace(each)} onClick={onChoose}>
                {each.name}
              </a>
              <span class="options-hint">{each.sectionName}</span>
              <p class="options-hint">{each.text}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
