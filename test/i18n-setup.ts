import messages from '@/public/_locales/en/messages.json';
import { messageReader } from './languages/message-reader';

/** A browser in English, so that tests see real words. */
Object.assign(globalThis, {
  chrome: {
    ...(globalThis as { chrome?: object }).chrome,
    i18n: { getMessage: messageReader(messages), getUILanguage: () => 'en' },
  },
});
