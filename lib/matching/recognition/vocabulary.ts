import { abbreviations } from '../words/abbreviations';
import { businessWords, genericWords } from '../words/business-words';
import { commonWords } from '../words/common-words';
import { places } from '../words/places';
import { siteWords } from '../words/site-words';
import type { OrganizationName } from './organization-names';

/** The words that exist: those of the tables, and those that several organizations use. */
export class Vocabulary {
  readonly #organizationsWith = new Map<string, number>();
  #organizations = 0;

  /** The names of one more organization. */
  add(names: readonly OrganizationName[]): void {
    this.#organizations++;
    const words = new Set<string>();
    for (const { kind, core } of names)
      if (kind !== 'acronym') for (const { key, text } of core) words.add(`=${text}`).add(key);
    for (const word of words)
      this.#organizationsWith.set(word, (this.#organizationsWith.get(word) ?? 0) + 1);
  }

  /** How many organizations have a word with this key. */
  frequency(key: string): number {
    return this.#organizationsWith.get(key) ?? 0;
  }

  /** How much a word tells, by inverse frequency: 0 for one in every organization's name. */
  weight(key: string): number {
    return Math.log((this.#organizations + 1) / (this.frequency(key) + 1));
  }

  /** Whether some organization has this very spelling. */
  has(text: string): boolean {
    return this.#organizationsWith.has(`=${text}`);
  }

  /** Whether this is a word of its own and not a misspelt other. */
  isWord(text: string): boolean {
    return (
      isCommon(text) ||
      abbreviations.has(text) ||
      places.has(text) ||
      siteWords.has(text) ||
      (this.#organizationsWith.get(`=${text}`) ?? 0) > 1
    );
  }
}

/** Whether many companies could carry this word. */
export const isCommon = (text: string): boolean =>
  commonWords.has(text) || businessWords.has(text) || genericWords.has(text);
