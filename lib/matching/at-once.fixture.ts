/** Work in slices, done in one go. */
import { matchingNetworks, type NetworkMatchingInput } from './match-networks';
import type { Steps } from './slices';

export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export const matchNetworks = (input: NetworkMatchingInput) => atOnce(matchingNetworks(input));
