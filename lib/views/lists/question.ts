import type { OrganizationId } from '@/lib/model/ids';
import type { DecisionState } from '../matching';
import type { MatchingPlace } from '../matching-address';

/** Which rows of a list are asked for, and which of them are answered. */
export interface ListQuestion extends Pick<
  MatchingPlace,
  'text' | 'kinds' | 'hasUnmatched' | 'onlyNew' | 'sort' | 'descending'
> {
  readonly tab: DecisionState;
  /** The first row of the window, and how many it holds. */
  readonly from: number;
  readonly count: number;
  /** The current row's key: it is answered with those around it, wherever the window is. */
  readonly row: string | null;
}

/** Which of the networks are asked for. */
export interface NetworksQuestion extends ListQuestion, Pick<MatchingPlace, 'withoutDevices'> {}

/** Which of the devices are asked for. */
export interface DevicesQuestion
  extends ListQuestion, Pick<MatchingPlace, 'network' | 'status' | 'reason'> {
  /** Whose; `null` for those of all organizations. */
  readonly organizationId: OrganizationId | null;
}

/** Windows are not larger: what a screen shows, and what is scrolled to next. */
export const largestWindow = 200;
