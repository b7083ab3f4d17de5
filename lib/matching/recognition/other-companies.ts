import { dualWords } from '../words/business-words';
import { namingSiteWords } from '../words/site-words';
import type { Word } from './read-name';

/** "Concrete Pumping", "Steel Erectors": unknown to the tables, but a trade and hardly a town. */
const tradeEndings =
  /(?:ing|ers|tion|ment|ology|onics|ics|ware|works|tech|bau|technik|handel|dienst|bouw|zorg|bedrijf)$/;

/** Whether a word that no table has looks like one more trade. */
export const readsLikeTrade = ({ text }: Word): boolean =>
  text.length > 4 && tradeEndings.test(text);

/**
 * Whether a word makes a compound of the one before it, which for that lost its plural: "Westfield
 * Pump Station" is not the station of "Westfield Pumps".
 */
export const isCompound = (
  organizationWords: Word | undefined,
  before: Word | undefined,
  word: Word,
): boolean =>
  organizationWords !== undefined &&
  organizationWords.text === `${before?.text}s` &&
  before?.segment === word.segment &&
  (namingSiteWords.has(word.text) || dualWords.has(word.text));

/** A town that stands where another is: "Guardian Alarm of Cleveland" is not that of Toledo. */
export const isOtherPlace = (word: Word, missing: readonly Word[]): boolean =>
  word.place && missing.some(({ place, text }) => place && text.length > 2) && word.text.length > 2;
