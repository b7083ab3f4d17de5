import { apartWords, leadingWords, qualifyingWords } from '../words/business-words';
import { firstNames } from '../words/first-names';
import { namingSiteWords } from '../words/site-words';
import type { Facts } from './facts';
import { isProper, telling } from './word-worth';

/** What a word of the organization's name costs that the network leaves out. */
export function leftOut(facts: Facts, place: number, nth: number): number {
  const word = facts.organizationWords[place];
  if (!word || word.title) return 0.98;
  // "Town of Easton" is not "Town of Easton Falls".
  if (place > 0 && facts.isJurisdiction()) return 0.4;
  if (telling.test(word.key)) return 0.5;
  if (word.number) return 0.4;
  if (apartWords.has(word.text)) return 0.6;
  if (word.generic) return 0.96;
  if (qualifyingWords.has(word.text) && place > 0) return 0.93;
  if (leadingWords.has(word.text) && place === 0) return 0.91;
  if (facts.beginning && !word.business) return nth === 0 ? 0.88 : 0.95;
  if (facts.framed && !word.business) return nth === 0 ? 0.85 : 0.9;
  if (word.business) return place === 0 ? 0.6 : nth === 0 ? 0.91 : 0.95;
  if (firstNames.has(word.text) && place > 0) return 0.86;
  // "Hope Fellowship" is not "New Hope Fellowship".
  if (place === 0 && namingSiteWords.has(word.text)) return 0.5;
  if (word.site) return 0.92;
  // "Callahan, Price & Dunn" goes by "Callahan Price", more than "Lane & Clark" by "Lane".
  if (word.listed && place > 0) return facts.paired().filter(isProper).length > 1 ? 0.87 : 0.74;
  if (word.place && place > 0) return 0.82;
  // "Denise Q. Romero"
  if (word.text.length === 1)
    return firstNames.has(facts.organizationWords[place - 1]?.text ?? '') ? 0.97 : 0.85;
  return place === 0 ? 0.4 : 0.68;
}
