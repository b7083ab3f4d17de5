import { largestWindow, type NetworksQuestion } from './question';

/** Everything of a tab: the unmatched, unless told otherwise. */
export const networksQuestion = (changes: Partial<NetworksQuestion> = {}): NetworksQuestion => ({
  tab: 'unmatched',
  text: '',
  kinds: [],
  withoutDevices: true,
  onlyNew: false,
  sort: 'name',
  descending: false,
  from: 0,
  count: largestWindow,
  row: null,
  ...changes,
});
