import { distance } from 'fastest-levenshtein';
import type { OrganizationSuggestion } from '@/lib/model/match';
import type { Alignment, Pair } from './alignment';
import type { OrganizationName } from './organization-names';

/** So much better than the second the best must be. */
export const minLead = 0.04;

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
  if (lead >= minLead) return true;
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
 * may be "Jones Engineering" or "Jones Engineering Consultants Ltd"; or when the other writes its words
 * as the network does: "Jones Dentistry" is neither "Jones Dental" nor "Jones Family Dentistry".
 */
export function couldBeMeantToo(best: Aligned, other: Aligned): boolean {
  if (other.name.kind === 'acronym') return false;
  const sure = surelyHeld(best, other);
  const leavesOut = best.alignment.missing().length > 0 || sure.size < held(best).size;
  const worseWritten = quality(other) > quality(best);
  if (!leavesOut && !worseWritten && !hasOnlyLegalForm(other, best)) return false;
  // Without its first word another name is hardly meant, unless an open word may be it.
  const lacksFirst = other.alignment.missing()[0] === 0 && sure.size === held(best).size;
  if (lacksFirst || !inOrder(other)) return false;
  const networkWords = held(other);
  return (
    [...sure].every((place) => networkWords.has(place)) && quality(other) >= asWell * quality(best)
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
  new Set(alignment.pairs.flatMap(({ networkWords }) => networkWords));

/** What of the network's name the best surely has, whatever some of its words may mean in the other. */
const surelyHeld = (best: Aligned, other: Aligned): Set<number> =>
  new Set(
    best.alignment.pairs
      .filter((pair) => !isOpen(pair, best, other))
      .flatMap(({ networkWords }) => networkWords),
  );

/** Whether a word may stand for one of the other name as well. */
function isOpen({ likeness, networkWords }: Pair, best: Aligned, other: Aligned): boolean {
  const word = best.alignment.network[networkWords[0] ?? -1];
  const missing = other.alignment
    .missing()
    .flatMap((place) => other.alignment.organization[place]?.text ?? []);
  if (!word) return false;
  // A state: "Ridgeline WA", beside "Ridgeline Wealth Advisors" and "Ridgeline Wealth Partners".
  if (likeness === 'initials' && word.place)
    return missing[0]?.startsWith(word.text.charAt(0)) === true;
  // "Brandl Mechanical", beside "Brand Mechanical" and "Brandt Mechanical".
  return likeness === 'typing-error' && missing.some((each) => distance(each, word.text) === 1);
}

const inOrder = ({ alignment }: Aligned): boolean => {
  const places = alignment.pairs
    .toSorted((a, b) => (a.organizationWords[0] ?? 0) - (b.organizationWords[0] ?? 0))
    .map(({ networkWords }) => networkWords[0] ?? 0);
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
};

const quality = ({ alignment }: Aligned): number =>
  alignment.pairs.reduce((product, { quality }) => product * quality, 1);
