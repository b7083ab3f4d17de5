import { matchingStart } from '../matching-address';
import { largestWindow, type DevicesQuestion, type NetworksQuestion } from './question';

const everything = {
  tab: 'unmatched',
  text: '',
  kinds: [],
  hasUnmatched: false,
  onlyNew: false,
  sort: matchingStart.sort,
  descending: false,
  from: 0,
  count: largestWindow,
  row: null,
} as const;

/** Every network of a tab: the unmatched, unless told otherwise. */
export const networksQuestion = (changes: Partial<NetworksQuestion> = {}): NetworksQuestion => ({
  ...everything,
  withoutDevices: true,
  ...changes,
});

/** Every device of a tab: the unmatched of all organizations, unless told otherwise. */
export const devicesQuestion = (changes: Partial<DevicesQuestion> = {}): DevicesQuestion => ({
  ...everything,
  organizationId: null,
  network: null,
  status: null,
  reason: null,
  ...changes,
});
