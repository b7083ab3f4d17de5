import type { OrganizationSuggestion } from '@/lib/model/match';
import type { Alignment } from './alignment';
import type { OrganizationName } from './organization-names';

/** So much better than the second the best must be. */
const leastLead = 0.04;

/** An organization's name, its words paired with a network's. */
export interface Aligned {
  readonly name: OrganizationName;
  readonly alignment: Alignment;
}

/** One that its words speak for. */
export interface Candidate extends Aligned {
  readonly suggestion: OrganizationSuggestion;
}

/** By score, or because the best name says everything the second says and more of the network's. */
export function clearlyBetter(best: Candidate, second: Candidate): boolean {
  const lead = best.suggestion.score - second.suggestion.score;
  if (lead >= leastLead) return true;
  const more = held(best);
  const less = held(second);
  // "ABCD - Elm St" is not "Elm Street Partners".
  const isStreet =
    second.alignment.missing().length > 0 &&
    Math.max(...more) < Math.min(...less) &&
    best.alignment.missing().length === 0;
  if (lead > 0 && isStreet) return true;
  return (
    lead > 0 &&
    best.alignment.missing().length === 0 &&
    more.size > less.size &&
    [...less].every((place) => more.has(place))
  );
}

/** As much of the network's name as the best has, and as well: within this of its quality. */
const asWell = 0.97;

/**
 * Whether the best leaves out a part of its name, and what is left fits the beginning of another
 * name as well: "Harbor Point" is neither "Harbor Point Pediatrics" nor "Harbor Point Oral Surgery".
 * So with a whole name when the network adds the other's legal form to it: "Jones Engineering Ltd"
 * may be "Jones Engineering" or "Jones Engineering Consultants Ltd".
 */
export function couldBeMeantToo(best: Aligned, other: Aligned): boolean {
  if (other.name.kind === 'acronym') return false;
  if (best.alignment.missing().length === 0 && !hasOnlyLegalForm(other, best)) return false;
  // Without its first word another name is hardly meant.
  if (other.alignment.missing()[0] === 0 || !inOrder(other)) return false;
  const theirs = held(other);
  return (
    [...held(best)].every((place) => theirs.has(place)) && quality(other) >= asWell * quality(best)
  );
}

/** Whether of two organizations only the first has a legal form that the network writes. */
function hasOnlyLegalForm(first: Aligned, second: Aligned): boolean {
  const written = new Set(
    first.alignment.network.filter(({ legal }) => legal).map(({ key }) => key),
  );
  const has = ({ name }: Aligned) => name.legal.some(({ key }) => written.has(key));
  return has(first) && !has(second);
}

/** Which of the network's words stand for words of the organization's name. */
const held = ({ alignment }: Aligned): Set<number> =>
  new Set(alignment.pairs.flatMap(({ theirs }) => theirs));

const inOrder = ({ alignment }: Aligned): boolean => {
  const places = alignment.pairs
    .toSorted((a, b) => (a.ours[0] ?? 0) - (b.ours[0] ?? 0))
    .map(({ theirs }) => theirs[0] ?? 0);
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
};

const quality = ({ alignment }: Aligned): number =>
  alignment.pairs.reduce((product, { quality }) => product * quality, 1);
