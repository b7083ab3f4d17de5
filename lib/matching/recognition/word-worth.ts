import { firstNames } from '../words/first-names';
import { readsLikeTrade } from './other-companies';
import type { Word } from './read-name';
import { isCommon } from './vocabulary';

/** Words that tell namesakes apart: "North", "First". Never left out by habit. */
export const telling = /^(?:n|s|e|w|ne|nw|se|sw|upper|lower|\d+(?:st|nd|rd|th))$/;

/** Whether a word is a proper name and not a trade, a town or a part of premises. */
export const isProper = (word: Word): boolean =>
  !word.generic &&
  !word.business &&
  !word.site &&
  // Many a city is a surname or a plain word too: "Sterling", "Jackson".
  (!word.place || isCommon(word.text)) &&
  !word.title &&
  !word.number &&
  !telling.test(word.key);

/** Whether words that name nothing one by one do so together: "National Pallet", "Dover Physio". */
export const isPhrase = (words: readonly Word[]): boolean =>
  words.some(({ business, site }) => business && !site) &&
  words.some(
    ({ generic, business, site, place, key }) =>
      place || (generic && !business && !site) || telling.test(key),
  );

/** Whether many could carry the word. */
export const isWeak = (word: Word): boolean =>
  word.generic || word.business || word.site || word.place || word.spare || isCommon(word.text);

/** Whether leaving the word out leaves open which of several is meant. */
export const isProperOrPlace = (word: Word): boolean => word.place || isProper(word);

/** Whether the word may be what tells the organization from another: no first name, and no rare trade. */
export const saysWho = (word: Word): boolean =>
  isProperOrPlace(word) && !readsLikeTrade(word) && !firstNames.has(word.text);
