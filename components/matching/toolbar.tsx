import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n';
import type { MatchingPlace, SortKey } from '@/lib/views/matching-address';
import { Button } from '@/components/ui/button';
import type { Address } from './address';
import { isFiltered, SortSelect, withoutFilters } from './filters';
import { SearchBox } from './search-box';

/** Above the rows: the search, the filters, the order where there is no head, and how many are shown. */
export function Toolbar({
  address,
  sorts,
  place,
  search,
  filters,
  shown,
}: {
  address: Address;
  sorts: readonly { readonly key: SortKey; readonly title: string }[];
  place: MatchingPlace;
  search: { readonly label: string; readonly hint: string };
  filters: ComponentChildren;
  shown: number;
}) {
  return (
    <div class="matching-toolbar" role="search">
      <SearchBox
        {...search}
        text={place.text}
        onSearch={(text) => address.adjust({ text })}
        onLeave={() => document.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus()}
      />
      {filters}
      <SortSelect place={place} sorts={sorts} onChange={address.adjust} />
      {isFiltered(place) && (
        <Button kind="quiet" onClick={() => address.adjust(withoutFilters)}>
          {t('matching_filter_clear')}
        </Button>
      )}
      <span class="matching-quiet matching-shown">{t('matching_shown', shown)}</span>
    </div>
  );
}
