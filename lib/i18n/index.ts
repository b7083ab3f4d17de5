import { browser } from 'wxt/browser';
import type messages from '@/public/_locales/en/messages.json';
import { directionOf, localeFor } from './locale';
import { formFor } from './plural';

/** A message of `public/_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages;

type Substitutions = (string | number)[];

interface Translate {
  (key: MessageKey, substitutions?: Substitutions): string;
  (key: MessageKey, count: number, substitutions?: Substitutions): string;
}

/** Stand for `$1`…`$9` in a message as the browser gives it; no text has these characters. */
const places = Array.from({ length: 9 }, (_, at) => String.fromCharCode(0xe001 + at));
const anyPlace = /[\uE001-\uE009]/g;

/** Messages that were asked for. */
const kept = new Map<MessageKey, string>();

/** The keys are those of the file itself; what WXT knows of it may be older. */
const getMessage: (key: string, values: string[]) => string = (key, values) =>
  browser.i18n.getMessage(key as 'language', values);

/** A message as it is in the browser's language; the one that was there before, once the extension is gone. */
function read(key: MessageKey): string {
  try {
    kept.set(key, getMessage(key, places));
  } catch (error) {
    if (!kept.has(key)) throw error;
  }
  return kept.get(key) ?? '';
}

/**
 * The text of a message in the browser's language. Substitutions fill `$1`…`$9`, numbers among them as the language
 * writes them. With a count, it is the form for that count (see `formsOf`), and `$1` is the count where there are no
 * other substitutions.
 * In a page whose extension is gone from under it, a message that was asked for before has its words still.
 */
export const t: Translate = (
  key: MessageKey,
  first?: number | Substitutions,
  second?: Substitutions,
): string => {
  const message = read(key);
  const count = typeof first === 'number' ? first : null;
  const values = second ?? (count === null ? (first as Substitutions | undefined) : [count]) ?? [];
  const form = count === null ? message : formFor(message, count, language());
  return form.replace(anyPlace, (place) => {
    const value = values[places.indexOf(place)] ?? '';
    return typeof value === 'number' ? value.toLocaleString(locale()) : value;
  });
};

/** The language of the words (BCP 47). */
const language = (): string => t('language');

/** By whose habits numbers, times and lists are written (BCP 47). */
export const locale = (): string => localeFor(language());

/** What a page or card says of itself to the browser, for fonts, line breaks and screen readers. */
export function speakIn(element: HTMLElement): void {
  element.lang = language();
  element.dir = directionOf(element.lang);
}
