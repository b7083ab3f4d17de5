import { createI18n } from '@wxt-dev/i18n';
import type messages from '@/public/_locales/en/messages.json';

/** A message of `public/_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages;

type Substitutions = (string | number)[];

/**
 * The text of a message in the browser's language. Substitutions fill `$1`…`$9`. With a count the
 * message's forms, separated by ` | `, are `one | many` or `none | one | many`, and `$1` is the count.
 */
export const t = createI18n().t as {
  (key: MessageKey, substitutions?: Substitutions): string;
  (key: MessageKey, count: number, substitutions?: Substitutions): string;
};
