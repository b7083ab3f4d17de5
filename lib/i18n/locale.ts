import { browser } from 'wxt/browser';

/** The browser's language and country, e.g. `de-AT`; `null` in a page whose extension is gone from under it. */
function browserLanguage(): string | null {
  try {
    return browser.i18n.getUILanguage();
  } catch {
    return null;
  }
}

let known: string | null = null;

/**
 * How numbers, times and lists are written: as in the browser's language and country, where the words are in that
 * language too; else as in the words' language, so that no sentence mixes two.
 * @param words the language of the words, e.g. `en`
 */
export function localeFor(words: string): string {
  known = browserLanguage() ?? known;
  return known !== null && languageOf(known) === languageOf(words) ? known : words;
}

const languageOf = (tag: string): string => tag.split('-')[0]!.toLowerCase();

/** Scripts that run from right to left. */
const rightToLeft = new Set(['Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa', 'Adlm']);

/** The direction in which a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
