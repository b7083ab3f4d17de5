import english from '@/public/_locales/en/messages.json';
import { browser } from 'wxt/browser';
import { backToEnglish } from './back-to-english';
import { messageReader, type Messages } from './message-reader';

/** Says what a text of the language spoken may be in English. */
let translate = (text: string): string[] => [text];

/** Whether a text that is shown is what in English is that name. */
export const means = (text: string, name: string | RegExp): boolean =>
  translate(text).some((each) => (typeof name === 'string' ? each === name : name.test(each)));

/**
 * Lets the browser be one of that language, with these messages, until what it returns is called.
 * @param language as the browser names its own: `de-AT`
 */
export function speak(language: string, messages: Messages): () => void {
  const before = { ...browser.i18n };
  const translateBefore = translate;
  Object.assign(browser.i18n, {
    getMessage: messageReader(messages),
    getUILanguage: () => language,
  });
  const translated = new Map<string, string[]>();
  const read = backToEnglish(messages, english);
  translate = (text) => {
    const known = translated.get(text) ?? read(text);
    translated.set(text, known);
    return known;
  };
  return () => {
    Object.assign(browser.i18n, before);
    translate = translateBefore;
  };
}
