import type { DecisionState } from '../matching';
import type { MatchingPlace } from '../matching-address';

/** Which of the networks are asked for, and which of their rows. */
export interface NetworksQuestion extends Pick<
  MatchingPlace,
  'text' | 'kinds' | 'withoutDevices' | 'onlyNew' | 'sort' | 'descending'
> {
  readonly tab: DecisionState;
  /** The first row of the window, and how many it holds. */
  readonly from: number;
  readonly count: number;
  /** The current row's key: it is answered with those around it, wherever the window is. */
  readonly row: string | null;
}

/** Windows are not larger: what a screen shows, and what is scrolled to next. */
export const largestWindow = 200;
