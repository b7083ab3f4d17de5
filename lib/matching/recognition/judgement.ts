import { qualifyingWords } from '../words/business-words';
import { added } from './added-words';
import type { Alignment, Pair } from './alignment';
import { Facts, jurisdictions } from './facts';
import { leftOut } from './left-out-words';
import type { OrganizationName } from './organization-names';
import type { Vocabulary } from './vocabulary';
import { isPhrase, isProper, saysWho } from './word-worth';

export interface Judgement {
  /** 0 to 1. */
  readonly score: number;
  /** Places of the network's words that tell the site. */
  readonly site: readonly number[];
  /** Places of the organization's words that the network leaves out. */
  readonly missing: readonly number[];
}

/**
 * How well a network's name fits an organization's, once their words are paired.
 * @param least a score below this is of no interest
 * @returns `null` where it does not fit, or less well than that
 */
export function judge(
  alignment: Alignment,
  name: OrganizationName,
  vocabulary: Vocabulary,
  least: number,
): Judgement | null {
  if (alignment.pairs.length === 0) return null;
  // No factor is above 1, so that a product which is too small stays so.
  let score = alignment.pairs.reduce((product, { quality }) => product * quality, 1);
  if (score < least) return null;
  const facts = new Facts(alignment, name, vocabulary);
  if (!facts.whole && !isDistinctive(facts)) return null;
  const missing = alignment.missing();
  const leftover = alignment.leftover();
  for (const [nth, place] of missing.entries()) {
    score *= leftOut(facts, place, nth);
    if (score < least) return null;
  }
  for (const place of leftover) {
    score *= added(facts, place);
    if (score < least) return null;
  }
  score = score * order(facts) * legalForms(facts) * variants(facts) * kind(facts);
  if (score < least) return null;
  return { score, site: leftover.filter((place) => tellsSite(facts, place)), missing };
}

/** Whether what the network has of the name points to this organization and not to a trade. */
function isDistinctive(facts: Facts): boolean {
  if (facts.name.kind !== 'name') return false;
  const paired = facts.paired();
  // A town's name alone: "Elk Grove" is not "Elk Grove Insurance".
  if (facts.places.every((place) => facts.networkWords[place]?.place)) return false;
  // A county's or a city's name alone is its own, and no service's.
  if (jurisdictions.has(paired.at(-1)?.key ?? '') && facts.missing.length > 0 && facts.beginning)
    return false;
  const proper = paired.filter(isProper);
  const [only] = proper;
  if (!only)
    return (
      paired.length > 1 &&
      (facts.missing.every(
        ({ generic, title, text }) => generic || title || qualifyingWords.has(text),
      ) ||
        ((facts.beginning || facts.framed) &&
          isPhrase(paired) &&
          (paired.length > 2 || !facts.missing.some((word) => saysWho(word) && !word.listed))))
    );
  if (proper.length > 1 || paired.length > 1) return true;
  // One word: unusual, no other organization's, and written without error.
  return (
    facts.isUnique(only) &&
    facts.alignment.pairs.every(({ likeness }) => likeness === 'same' || likeness === 'joined')
  );
}

/** A word order of its own is less sure. */
function order(facts: Facts): number {
  const order = facts.alignment.pairs
    .toSorted((a, b) => (a.organizationWords[0] ?? 0) - (b.organizationWords[0] ?? 0))
    .map(({ networkWords }) => networkWords[0] ?? 0);
  return order.every((place, at) => at === 0 || place > (order[at - 1] ?? 0)) ? 1 : 0.95;
}

/** Both names have a legal form, and they differ. */
function legalForms(facts: Facts): number {
  const organizationWords = facts.name.legal.map(({ key }) => key);
  const networkWords = facts.networkWords.filter(({ legal }) => legal).map(({ key }) => key);
  if (organizationWords.length === 0 || networkWords.length === 0)
    return organizationWords.length === networkWords.length ? 1 : 0.995;
  return networkWords.some((form) => organizationWords.includes(form)) ? 1 : 0.94;
}

/** "Lee Plastics" and "Lee Plastic Surgery" differ in one word too many. */
function variants(facts: Facts): number {
  const varied = facts.alignment.pairs.some(
    ({ likeness, organizationWords }) =>
      likeness === 'variant' ||
      (likeness === 'spelling' &&
        organizationWords.some((place) => facts.organizationWords[place]?.business)),
  );
  return varied &&
    facts.missing.some(({ business, text }) => business && !qualifyingWords.has(text))
    ? 0.8
    : 1;
}

function kind(facts: Facts): number {
  if (facts.name.kind === 'name') return 1;
  if (facts.name.kind === 'short-name') return 0.98;
  return (facts.organizationWords[0]?.text.length ?? 0) > 3 ? 0.9 : 0.87;
}

function tellsSite(facts: Facts, place: number): boolean {
  const word = facts.networkWords[place];
  return word !== undefined && !word.legal && !word.title && place > (facts.places[0] ?? 0);
}

/** Whether some word was only recognized as a typing error. */
export const hasTypingError = (pairs: readonly Pair[]): boolean =>
  pairs.some(({ likeness }) => likeness === 'typing-error');
