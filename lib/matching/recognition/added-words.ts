import { publicServices, qualifyingWords } from '../words/business-words';
import { namingSiteWords, placeEndings } from '../words/site-words';
import type { Facts } from './facts';
import { isCompound, isOtherPlace, readsLikeTrade } from './other-companies';
import type { Word } from './read-name';
import { isCommon } from './vocabulary';
import { isProper, isProperOrPlace, telling } from './word-worth';

/** "2nd Floor" */
const ordinal = /^\d+(?:st|nd|rd|th)$/;
const directions = /^(?:n|s|e|w|ne|nw|se|sw)$/;

/** What a word of the network's name costs that the organization does not have. */
export function added(facts: Facts, place: number): number {
  const word = facts.networkWords[place];
  if (!word || word.legal || word.title) return 1;
  if (facts.name.aside.some(isProperOrPlace) && !isPart(word)) return 0.5;
  if (word.spare && (!facts.nearlyWhole || facts.name.kind === 'acronym')) return 0.5;
  if (word.home && !facts.whole) return 0.4;
  if (!facts.segments.has(word.segment)) return apart(facts, word, place);
  if (isOtherPlace(word, facts.missing)) return 0.4;
  if (isPartner(facts, place)) return isOneMoreTrade(facts, place) ? 0.86 : 0.4;
  const first = facts.firstIn(word.segment);
  const last = facts.lastIn(word.segment);
  if (place < first) return before(facts, word, place);
  return place > last ? behind(facts, word, place) : between(word);
}

/** In another part of the name than the organization: a site, whatever it is called. */
function apart(facts: Facts, word: Word, place: number): number {
  if (word.number || isLetterOfPart(facts, place)) return 1;
  if (word.site || word.home || word.spare) return 0.99;
  if (word.place) return 0.985;
  if (facts.weak) return 0.9;
  return word.business ? 0.93 : 0.95;
}

function behind(facts: Facts, word: Word, place: number): number {
  const previous = facts.networkWords[place - 1];
  if (word.number) return previous?.site ? 1 : 0.97;
  if (isLetterOfPart(facts, place)) return 1;
  if (ordinal.test(word.text)) return 0.99;
  if (/\d/.test(word.text)) return 0.95;
  if (facts.whole && facts.isJurisdiction() && publicServices.has(word.text)) return 0.95;
  // "Pine Lodge Condominiums" is not "Pine Lodge at Dover".
  if (word.business && facts.missing.some(isProperOrPlace)) return 0.4;
  if (isCompound(facts.heldBy(place - 1), previous, word)) return 0.4;
  // "Acme Clinic" is not "Acme Insurance", though a clinic may be a site.
  const tells = (each: Word) => each.business || each.generic;
  if (tells(word) && facts.missing.some(tells)) return 0.4;
  if (
    namingSiteWords.has(word.text) &&
    (!facts.nearlyWhole || facts.organizationWords.length === 1)
  )
    return facts.whole && !facts.weak ? 0.9 : 0.6;
  if (word.site && !(word.business && facts.weak)) return 0.985;
  if (isPlace(facts, word.segment)) return 0.95;
  if (word.home) return facts.weak ? 0.4 : 0.85;
  if (word.place) return facts.weak ? 0.9 : 0.96;
  if (word.dual && facts.whole && facts.organizationWords.length > 1) return 0.9;
  if (word.business) return 0.4;
  if (word.generic) return facts.weak ? 0.7 : 0.93;
  // A registered short name is enough: "CAAD Head Start".
  if (
    facts.name.kind === 'short-name' &&
    !facts.weak &&
    facts.networkWords[facts.places[0] ?? 0]?.capitals
  )
    return 0.92;
  const unknown = isUnknown(facts, word) && !readsLikeTrade(word);
  return unknown &&
    facts.whole &&
    facts.organizationWords.length > 1 &&
    facts.organizationWords.some(isProper)
    ? 0.86
    : 0.4;
}

function before(facts: Facts, word: Word, place: number): number {
  if (directions.test(word.key)) return 0.6;
  if (word.number || /\d/.test(word.text)) return 0.99;
  if (word.business) return 0.4;
  if (word.site || word.spare) return facts.weak ? 0.93 : 0.97;
  if (word.place) return facts.weak ? 0.7 : 0.93;
  const code = place === 0 && word.capitals && word.text.length <= 6;
  return code && !facts.networkWords.every(({ capitals }) => capitals) ? 0.95 : 0.4;
}

function between(word: Word): number {
  if (word.number) return 0.8;
  if (qualifyingWords.has(word.text)) return 0.9;
  // "Newport Beach Title" is not "Newport Title".
  if (word.business || telling.test(word.key) || placeEndings.has(word.text)) return 0.4;
  if (word.site) return 0.6;
  return word.generic ? 0.85 : word.place ? 0.8 : 0.4;
}

/** "Building B" */
function isLetterOfPart(facts: Facts, place: number): boolean {
  return (
    facts.networkWords[place]?.text.length === 1 && facts.networkWords[place - 1]?.site === true
  );
}

/** "Price Plumbing & Heating" is "Price Plumbing": what goes on behind the whole name is no partner. */
function isOneMoreTrade(facts: Facts, place: number): boolean {
  const word = facts.networkWords[place];
  return (
    facts.whole &&
    !facts.weak &&
    word !== undefined &&
    (facts.organizationWords.at(-1)?.business === true || word.generic) &&
    place > facts.lastIn(word.segment) &&
    (word.business || word.generic || readsLikeTrade(word) || isUnknown(facts, word))
  );
}

const isUnknown = ({ vocabulary }: Facts, { text }: Word): boolean =>
  !isCommon(text) && !vocabulary.has(text);

const isPart = ({ site, number, legal, title, home, spare }: Word): boolean =>
  site || number || legal || title || home || spare;

/** Whether what stands behind the whole name reads like a town's: "Elk Creek", "Pine Bluff". */
function isPlace(facts: Facts, segment: number): boolean {
  const behind = facts.networkWords.filter(
    (word, place) => word.segment === segment && place > facts.lastIn(segment),
  );
  const last = behind.at(-1);
  return (
    facts.whole &&
    !facts.weak &&
    facts.organizationWords.length > 1 &&
    behind.length > 1 &&
    behind.length < 4 &&
    last !== undefined &&
    placeEndings.has(last.text)
  );
}

/** Joined by "&" to a word of the name: "Lane & Clark Roofing" is not "Clark Roofing". */
function isPartner(facts: Facts, place: number): boolean {
  const joined = (at: number) => {
    const word = facts.networkWords[at];
    return word?.listed === true && word.segment === facts.networkWords[at - 1]?.segment;
  };
  return joined(place) || joined(place + 1);
}
