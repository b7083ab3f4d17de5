import { browser } from 'wxt/browser';
import { messageReader, type Messages } from './message-reader';

/**
 * Lets the browser be one of that language, with these messages, until what it returns is called.
 * @param language as the browser names its own: `de-AT`
 */
export function speak(language: string, messages: Messages): () => void {
  const before = { ...browser.i18n };
  Object.assign(browser.i18n, {
    getMessage: messageReader(messages),
    getUILanguage: () => language,
  });
  return () => void Object.assign(browser.i18n, before);
}
