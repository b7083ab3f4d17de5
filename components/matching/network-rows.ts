import { t } from '@/lib/i18n';
import { deviceKinds } from '@/lib/model/device';
import type { NetworkRow } from '@/lib/views/matching';
import type { MatchingPlace, SortKey } from '@/lib/views/matching-address';
import { ordered } from './row-order';
import type { SortValue } from './row-order';
import { searchFor } from './row-search';
import { organizationRules } from '@/lib/words/rules';

type Suggestion = NetworkRow['suggestions'][number];

/** The suggestions that were not rejected. */
export const openOrganizations = (row: NetworkRow): readonly Suggestion[] =>
  row.suggestions.filter(({ rejected }) => !rejected);

/** The one suggestion that Enter and Accept all suggestions take; `null` where there is a choice, or none. */
export function onlyOrganization(row: NetworkRow): Suggestion | null {
  const [first, ...others] = openOrganizations(row);
  return first && others.length === 0 ? first : null;
}

/** The networks that ask to be decided or are decided; those without devices only when asked for. */
export const listedNetworks = (
  rows: readonly NetworkRow[],
  { withoutDevices }: Pick<MatchingPlace, 'withoutDevices'>,
): readonly NetworkRow[] => (withoutDevices ? rows : rows.filter((row) => !asksNothing(row)));

/** Undecided, and nothing in it is to be matched. */
export const asksNothing = (row: NetworkRow): boolean =>
  row.state === 'unmatched' && row.withoutDevices;

const deviceCount = (row: NetworkRow): number =>
  deviceKinds.reduce((sum, kind) => sum + row.devices[kind], 0);

/** The networks that a place shows, in its order. */
export function networksAt(rows: readonly NetworkRow[], place: MatchingPlace): NetworkRow[] {
  const { tab, kinds, text, sort, descending } = place;
  const found = searchFor(text, (row: NetworkRow) => ({
    texts: [
      row.name,
      row.organization?.name,
      ...row.suggestions.map(({ organizationName }) => organizationName),
    ],
  }));
  const shown = rows.filter(
    (row) =>
      row.state === tab &&
      (kinds.length === 0 || kinds.some((kind) => row.devices[kind] > 0)) &&
      found(row),
  );
  return ordered(
    shown,
    valueOf(sort),
    { name: ({ name }) => name, key: ({ id }) => id },
    descending,
  );
}

function valueOf(sort: SortKey): (row: NetworkRow) => SortValue {
  if (sort === 'devices') return deviceCount;
  if (sort === 'counterpart')
    return ({ organization, suggestions }) =>
      organization?.name ?? suggestions[0]?.organizationName ?? null;
  if (sort === 'rule') return ({ rule }) => rule && t(organizationRules[rule]);
  return ({ name }) => name;
}
