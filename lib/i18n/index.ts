import { createI18n } from '@wxt-dev/i18n';
import type messages from '@/public/_locales/en/messages.json';

/** A message of `public/_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages;

type Substitutions = (string | number)[];

interface Translate {
  (key: MessageKey, substitutions?: Substitutions): string;
  (key: MessageKey, count: number, substitutions?: Substitutions): string;
}

const translate = createI18n().t as Translate;
/** Messages that were asked for, with `$1`…`$9` in them. */
const kept = new Map<MessageKey, string>();
const places = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];

/**
 * The text of a message in the browser's language. Substitutions fill `$1`…`$9`. With a count the
 * message's forms, separated by ` | `, are `one | many` or `none | one | many`, and `$1` is the count.
 * In a page whose extension is gone from under it, a message that was asked for before has its words still.
 */
export const t: Translate = (key: MessageKey, ...values: unknown[]): string => {
  const given = values as [substitutions?: Substitutions];
  try {
    if (!kept.has(key)) kept.set(key, translate(key, places));
    return translate(key, ...given);
  } catch (error) {
    const message = kept.get(key);
    if (message === undefined) throw error;
    return filled(message, values);
  }
};

function filled(message: string, values: readonly unknown[]): string {
  const count = values.find((value) => typeof value === 'number');
  const substitutions = values.find(Array.isArray) ?? (count === undefined ? [] : [count]);
  const forms = count === undefined ? [message] : message.split(' | ');
  const form =
    forms.length === 2 && count !== 1 ? 1 : forms.length === 3 ? Math.min(count ?? 0, 2) : 0;
  return (forms[form] ?? message).replace(/\$([1-9])/g, (_place, at: string) =>
    String(substitutions[Number(at) - 1] ?? ''),
  );
}
