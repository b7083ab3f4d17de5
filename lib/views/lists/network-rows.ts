import { t } from '@/lib/i18n';
import { deviceKinds } from '@/lib/model/device';
import { decisionStates, type NetworkRow, type NetworksView } from '../matching';
import type { MatchingPlace, SortKey } from '../matching-address';
import { bestFirst } from './best-first';
import type { NetworksQuestion } from './question';
import { inOrder, ordered, type SortValue } from './row-order';
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
const listedNetworks = (
  rows: readonly NetworkRow[],
  { withoutDevices }: Pick<MatchingPlace, 'withoutDevices'>,
): readonly NetworkRow[] => (withoutDevices ? rows : rows.filter((row) => !asksNothing(row)));

/** Undecided, and nothing in it is to be matched. */
const asksNothing = (row: NetworkRow): boolean => row.state === 'unmatched' && row.withoutDevices;

const deviceCount = (row: NetworkRow): number =>
  deviceKinds.reduce((sum, kind) => sum + row.devices[kind], 0);

/** So many rows on each side of the current one are answered with it. */
const around = 30;

/** What is shown of the networks, and what of all of them is counted. */
export function networkList(
  rows: readonly NetworkRow[],
  question: NetworksQuestion,
): Omit<NetworksView, 'access' | 'portal' | 'overruled' | 'undo'> {
  const { tab, from, count, row } = question;
  const listed = listedNetworks(rows, question);
  const shown = networksAt(rows, question);
  const current = row === null ? -1 : shown.findIndex(({ id }) => id === row);
  const window = new Set(shown.slice(from, from + count));
  if (current >= 0)
    for (const each of shown.slice(Math.max(0, current - around), current + around))
      window.add(each);
  return {
    tab,
    isFiltered: question.onlyNew || question.text !== '' || question.kinds.length > 0,
    total: rows.length,
    counts: Object.fromEntries(
      decisionStates.map((state) => [state, listed.filter((each) => each.state === state).length]),
    ) as NetworksView['counts'],
    kinds: deviceKinds.filter((kind) => rows.some(({ devices }) => devices[kind] > 0)),
    added: listed.filter((each) => each.state === tab && each.isNew).length,
    withoutDevices: rows.filter(asksNothing).length,
    keys: shown.map(({ id }) => id),
    acceptable: shown
      .filter((each) => each.state === 'unmatched' && onlyOrganization(each))
      .map(({ id }) => id),
    rows: [...window],
  };
}

/** The networks that a place shows, in its order; of a search the best first where none was chosen. */
export function networksAt(
  rows: readonly NetworkRow[],
  place: Pick<
    MatchingPlace,
    'tab' | 'text' | 'kinds' | 'withoutDevices' | 'onlyNew' | 'sort' | 'descending'
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
  const shown = inOrder(rows, `${tab} ${sort} ${descending}`, () =>
    ordered(inTab(), valueOf(sort), { name: ({ name }) => name, key: ({ id }) => id }, descending),
  ).filter(
    (row) =>
      (place.withoutDevices || !asksNothing(row)) &&
      (!place.onlyNew || row.isNew) &&
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
