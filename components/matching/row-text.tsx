import { useContext } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { Icon } from '@/components/icons/icon';
import { RowTabIndex } from './row-button';

/** A name from data: of any length, in either direction, on one line. */
export function Name({ text, strong = false }: { text: string; strong?: boolean }) {
  return (
    <span class={`matching-name${strong ? ' matching-strong' : ''}`} dir="auto" title={text}>
      {text}
    </span>
  );
}

/** A name with a mark where the row is new since the list was looked at last. */
export function RowName({ name, isNew }: { name: string; isNew: boolean }) {
  return (
    <span class="matching-row-name">
      <Name text={name} strong />
      {isNew && <span class="matching-new">{t('matching_new')}</span>}
    </span>
  );
}

/** What is said quietly under a name; its parts are set apart, those that are empty left out. */
export function Facts({ facts }: { facts: readonly (string | null | undefined)[] }) {
  const shown = facts.filter((fact) => fact !== null && fact !== undefined && fact !== '');
  return (
    <span class="matching-facts" title={shown.join(' · ')}>
      {shown.map((fact, place) => (
        <bdi key={place}>{fact}</bdi>
      ))}
    </span>
  );
}

/** A link to the portal in a new tab; plain text where the address is not https. @param quiet its words look like text */
export function PortalLink({
  url,
  text,
  quiet = false,
}: {
  url: string;
  text: string;
  quiet?: boolean;
}) {
  const tabIndex = useContext(RowTabIndex);
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:')
    return <Name text={text} strong={!quiet} />;
  return (
    <a
      class={`matching-link${quiet ? ' matching-link-quiet' : ''}`}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      tabIndex={tabIndex}
      title={text}
    >
      <span class="matching-name" dir="auto">
        {text}
      </span>
      <Icon name="external-link" />
      <span class="hidden-text"> {t('matching_opens_tab')}</span>
    </a>
  );
}
