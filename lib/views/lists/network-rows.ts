import { t } from '@/lib/i18n';
import { deviceKinds } from '@/lib/model/device';
import type { NetworkRow, NetworksView } from '../matching';
import type { MatchingPlace, SortKey } from '../matching-address';
import { bestFirst } from './best-first';
import type { NetworksQuestion } from './question';
import { listWindow } from './list-window';
import { ordered, type SortValue } from './row-order';
import { searchFor } from './row-search';
import { workedOut } from './worked-out';
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
const listedNetworks = (
  rows: readonly NetworkRow[],
  { withoutDevices }: Pick<MatchingPlace, 'withoutDevices'>,
): readonly NetworkRow[] => (withoutDevices ? rows : rows.filter((row) => !asksNothing(row)));

/** Undecided, and nothing in it is to be matched. */
const asksNothing = (row: NetworkRow): boolean => row.state === 'unmatched' && row.withoutDevices;

const deviceCount = (row: NetworkRow): number =>
  deviceKinds.reduce((sum, kind) => sum + row.devices[kind], 0);

/** What is shown of the networks, and what of all of them is counted. */
export function networkList(
  rows: readonly NetworkRow[],
  question: NetworksQuestion,
): Omit<NetworksView, 'access' | 'portal' | 'overruled' | 'undo'> {
  const { kinds, onlyNew, hasUnmatched, text } = question;
  const shown = networksAt(rows, question);
  return {
    ...listWindow(listedNetworks(rows, question), shown, question, ({ id }) => id),
    isFiltered: onlyNew || hasUnmatched || text !== '' || kinds.length > 0,
    total: rows.length,
    kinds: deviceKinds.filter((kind) => rows.some(({ devices }) => devices[kind] > 0)),
    withoutDevices: rows.filter(asksNothing).length,
    acceptable: shown
      .filter((each) => each.state === 'unmatched' && onlyOrganization(each))
      .map(({ id }) => id),
  };
}

/** The networks that a place shows, in its order; of a search the best first where none was chosen. */
export function networksAt(
  rows: readonly NetworkRow[],
  place: Pick<
    MatchingPlace,
    'tab' | 'text' | 'kinds' | 'withoutDevices' | 'hasUnmatched' | 'onlyNew' | 'sort' | 'descending'
  >,
): readonly NetworkRow[] {
  const { tab, kinds, text, sort, descending } = place;
  const found = searchFor(text, (row: NetworkRow) => ({
    texts: [
      row.name,
      row.organization?.name,
      ...row.suggestions.map(({ organizationName }) => organizationName),
    ],
  }));
  const inTab = () => rows.filter((row) => row.state === tab);
  const shown = workedOut(rows, `${tab} ${sort} ${descending}`, () =>
    ordered(inTab(), valueOf(sort), { name: ({ name }) => name, key: ({ id }) => id }, descending),
  ).filter(
    (row) =>
      (place.withoutDevices || !asksNothing(row)) &&
      (!place.onlyNew || row.isNew) &&
      (!place.hasUnmatched || row.unmatchedDevices > 0) &&
      (kinds.length === 0 || kinds.some((kind) => row.devices[kind] > 0)) &&
      found(row),
  );
  return bestFirst(shown, place);
}

function valueOf(sort: SortKey): (row: NetworkRow) => SortValue {
  if (sort === 'devices') return deviceCount;
  if (sort === 'counterpart')
    return ({ organization, suggestions }) =>
      organization?.name ?? suggestions[0]?.organizationName ?? null;
  if (sort === 'rule') return ({ rule }) => rule && t(organizationRules[rule]);
  return ({ name }) => name;
}
